/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table says which row holds which fact, for reading and for showing. */
#include "app/members/member-form.h"

#include "app/date-text.h"
#include "app/format.h"
#include "app/widgets/entry-mark.h"
#include "base/text.h"

static const struct
{
  const char *field;
  gsize       offset;
} texts[] = {
  { "name", G_STRUCT_OFFSET (SheafMember, name) },
  { "representative", G_STRUCT_OFFSET (SheafMember, representative) },
  { "representative_id", G_STRUCT_OFFSET (SheafMember, representative_id) },
  { "id_number", G_STRUCT_OFFSET (SheafMember, id_number) },
  { "id_place", G_STRUCT_OFFSET (SheafMember, id_place) },
  { "nationality", G_STRUCT_OFFSET (SheafMember, nationality) },
  { "address", G_STRUCT_OFFSET (SheafMember, address) },
  { "hamlet", G_STRUCT_OFFSET (SheafMember, hamlet) },
  { "team", G_STRUCT_OFFSET (SheafMember, team) },
  { "phone", G_STRUCT_OFFSET (SheafMember, phone) },
  { "tax_code", G_STRUCT_OFFSET (SheafMember, tax_code) },
  { "bank_account", G_STRUCT_OFFSET (SheafMember, bank_account) },
};

static const char *const represented[] = { "", "household", "organisation", NULL };
static const char *const genders[] = { "", "male", "female", NULL };

void
sheaf_member_form_bind (GtkWidgetClass    *widget_class,
                        const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *row = g_strconcat (names[i], "_row", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, row, FALSE, 0);
    }
}

GtkWidget *
sheaf_member_form_part (GtkWidget  *dialog,
                        const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), name));
}

static GtkWidget *
find_row (GtkWidget  *dialog,
          const char *field)
{
  g_autofree char *name = g_strconcat (field, "_row", NULL);

  return sheaf_member_form_part (dialog, name);
}

char *
sheaf_member_form_text (GtkWidget  *dialog,
                        const char *field)
{
  GtkWidget       *row = find_row (dialog, field);
  g_autofree char *text = sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);

  return text == NULL || *text == '\0' ? NULL : g_steal_pointer (&text);
}

void
sheaf_member_form_set_text (GtkWidget  *dialog,
                            const char *field,
                            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, field)), text != NULL ? text : "");
}

SheafDate
sheaf_member_form_day (GtkWidget     *dialog,
                       const char    *field,
                       SheafDate      context,
                       SheafProblems *problems)
{
  g_autofree char *text = sheaf_member_form_text (dialog, field);
  SheafDate        day = SHEAF_DATE_NONE;
  g_autoptr (GError) error = NULL;

  if (text != NULL && !sheaf_date_text_parse (text, context, sheaf_format_today (), &day, &error))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, field, "%s", error->message);
  return error == NULL ? day : SHEAF_DATE_NONE;
}

void
sheaf_member_form_set_day (GtkWidget  *dialog,
                           const char *field,
                           SheafDate   day)
{
  g_autofree char *text = sheaf_format_date (day);

  sheaf_member_form_set_text (dialog, field, text);
}

/* The word chosen in a row in place of *word; the first one says nothing. A word that the list does
 * not have, as from a sheet, stays until another one is chosen. */
static void
take_word (GtkWidget         *dialog,
           const char        *field,
           const char *const *words,
           char             **word)
{
  guint    index = adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, field)));
  gboolean is_listed = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    is_listed = is_listed || *word == NULL || g_str_equal (*word, words[i]);
  if (index == GTK_INVALID_LIST_POSITION || (index == 0 && !is_listed))
    return;
  g_free (*word);
  *word = index == 0 ? NULL : g_strdup (words[index]);
}

static void
show_word (GtkWidget         *dialog,
           const char        *field,
           const char *const *words,
           const char        *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (word != NULL ? word : "", words[i]) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, field)), i);
}

void
sheaf_member_form_read (GtkWidget     *dialog,
                        SheafMember   *member,
                        SheafDate      context,
                        SheafProblems *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **text = G_STRUCT_MEMBER_P (member, texts[i].offset);

      g_free (*text);
      *text = sheaf_member_form_text (dialog, texts[i].field);
    }
  take_word (dialog, "represents", represented, &member->represents);
  take_word (dialog, "gender", genders, &member->gender);
  member->birth = sheaf_member_form_day (dialog, "birth", context, problems);
  member->id_day = sheaf_member_form_day (dialog, "id_day", context, problems);
}

void
sheaf_member_form_show (GtkWidget         *dialog,
                        const SheafMember *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sheaf_member_form_set_text (dialog, texts[i].field,
                                G_STRUCT_MEMBER (char *, member, texts[i].offset));
  show_word (dialog, "represents", represented, member->represents);
  show_word (dialog, "gender", genders, member->gender);
  sheaf_member_form_set_day (dialog, "birth", member->birth);
  sheaf_member_form_set_day (dialog, "id_day", member->id_day);
}

void
sheaf_member_form_mark (GtkWidget           *dialog,
                        const char *const   *names,
                        const SheafProblems *problems)
{
  gboolean focused = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget  *row = find_row (dialog, names[i]);
      const char *said = NULL;

      for (guint k = 0; said == NULL && k < problems->items->len; k++)
        {
          const SheafProblem *problem = problems->items->pdata[k];

          if (problem->kind == SHEAF_PROBLEM_ERROR && g_strcmp0 (problem->column, names[i]) == 0)
            said = problem->text;
        }
      sheaf_entry_mark (row, said);
      if (said != NULL && !focused)
        focused = gtk_widget_grab_focus (row);
    }
}
