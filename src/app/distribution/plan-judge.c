/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes beside each choice what it comes to, what the law asks, and what is wrong with it. */
#include "app/distribution/limit-words.h"
#include "app/distribution/plan-form-private.h"
#include "app/format.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

#include <string.h>

static void
show_amount (GtkWidget       *label,
             const GPtrArray *limits)
{
  const SheafPlanLimit *limit = sheaf_plan_limits_find (
      limits, g_object_get_data (G_OBJECT (label), "plan-group"),
      g_object_get_data (G_OBJECT (label), "plan-key"));
  gboolean         known = limit != NULL && limit->has_amounts;
  g_autofree char *text = !known                            ? g_strdup ("")
                          : limit->chosen_amount.units == 0 ? g_strdup ("–")
                                                            : sheaf_format_money_unit (
                                                                  limit->chosen_amount);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/* A ceiling of nothing that nothing touches would only be noise. */
static gboolean
is_worth_saying (const SheafPlanLimit *limit)
{
  return limit->broken || limit->kind != SHEAF_LIMIT_CEILING || limit->limit.millionths > 0 ||
         limit->chosen.millionths > 0 || g_str_has_prefix (limit->group, "cap ");
}

/* "[common-fund] external-rate" names a group and a key, "[internal]" a group alone. */
static gboolean
names_field (const SheafProblem *problem,
             const char         *group,
             const char         *key)
{
  g_autofree char *field = key != NULL ? g_strdup_printf ("[%s] %s", group, key)
                                       : g_strdup_printf ("[%s]", group);

  if (problem->column == NULL)
    return FALSE;
  /* Several keys together: "[internal] use + labour". */
  if (key == NULL && g_str_has_prefix (problem->column, field) &&
      strchr (problem->column, '+') != NULL)
    return TRUE;
  return g_str_equal (problem->column, field) ||
         (key == NULL && g_str_equal (problem->column, group));
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* Where a limit is broken its own words say so, with the money; the plan's judge says the same for
 * files. */
static gboolean
say_limits (const GPtrArray *limits,
            const char      *group,
            const char      *key,
            GString         *text)
{
  gboolean broken = FALSE;

  for (guint i = 0; i < limits->len; i++)
    {
      const SheafPlanLimit *limit = limits->pdata[i];
      g_autofree char      *words = NULL;

      if (g_strcmp0 (limit->group, group) != 0 || g_strcmp0 (limit->key, key) != 0 ||
          !is_worth_saying (limit))
        continue;
      words = sheaf_limit_words (limit);
      add_sentence (text, words);
      broken = broken || limit->broken;
    }
  return broken;
}

/* What a note is: the sign beside it says it, and a screen reader. */
typedef enum
{
  NOTE_IN_ORDER,
  NOTE_TO_KNOW,
  NOTE_WRONG,
} NoteKind;

/* Gives the gravest. Those told are noted; behind a broken limit nothing is said twice. */
static NoteKind
say_problems (const SheafProblems *problems,
              const char          *group,
              const char          *key,
              gboolean             broken,
              GString             *text,
              GPtrArray           *told)
{
  NoteKind kind = broken ? NOTE_WRONG : NOTE_IN_ORDER;

  for (guint i = 0; i < problems->items->len; i++)
    {
      SheafProblem *problem = problems->items->pdata[i];

      if (!names_field (problem, group, key))
        continue;
      g_ptr_array_add (told, problem);
      if (broken && problem->kind == SHEAF_PROBLEM_ERROR)
        continue;
      add_sentence (text, problem->text);
      kind = MAX (kind, problem->kind == SHEAF_PROBLEM_ERROR ? NOTE_WRONG : NOTE_TO_KNOW);
    }
  return kind;
}

static void
show_note (GtkWidget  *box,
           const char *text,
           NoteKind    kind)
{
  static const struct
  {
    const char *icon;
    const char *word;
  } signs[] = {
    [NOTE_IN_ORDER] = { "object-select-symbolic", N_ ("in order") },
    [NOTE_TO_KNOW] = { "dialog-warning-symbolic", N_ ("to know") },
    [NOTE_WRONG] = { "dialog-error-symbolic", N_ ("not allowed") },
  };
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), signs[kind].icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (signs[kind].word), -1);
  gtk_widget_set_tooltip_text (image, _ (signs[kind].word));
  if (kind == NOTE_WRONG)
    gtk_widget_add_css_class (box, "limit-broken");
  else
    gtk_widget_remove_css_class (box, "limit-broken");
  gtk_widget_set_visible (box, *text != '\0');
}

/* The entry of the key; those of the whole group for what is said of them together. */
static void
mark_entries (SheafPlanForm *form,
              const char    *group,
              const char    *key,
              const char    *message)
{
  for (guint i = 0; i < form->entries->len; i++)
    {
      GtkWidget *entry = form->entries->pdata[i];

      if (GTK_IS_EDITABLE (entry) &&
          g_strcmp0 (sheaf_plan_entry_get_group (entry), group) == 0 &&
          (key == NULL || g_strcmp0 (sheaf_plan_entry_get_key (entry), key) == 0))
        sheaf_entry_mark (entry, message);
    }
}

static void
judge_note (SheafPlanForm       *form,
            GtkWidget           *note,
            const GPtrArray     *limits,
            const SheafProblems *problems,
            GPtrArray           *told)
{
  const char *group = g_object_get_data (G_OBJECT (note), "plan-group");
  const char *key = g_object_get_data (G_OBJECT (note), "plan-key");
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean broken = say_limits (limits, group, key, text);
  NoteKind kind = say_problems (problems, group, key, broken, text, told);

  show_note (note, text->str, kind);
  if (kind != NOTE_WRONG)
    return;
  mark_entries (form, group, key, text->str);
  /* What is wrong among the rarer choices must be seen. */
  if (gtk_widget_is_ancestor (note, GTK_WIDGET (form->more)))
    gtk_expander_set_expanded (form->more, TRUE);
}

GPtrArray *
sheaf_plan_form_judge (SheafPlanForm       *form,
                       const GPtrArray     *limits,
                       const SheafProblems *problems)
{
  GPtrArray *told = g_ptr_array_new ();

  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form), told);

  for (guint i = 0; i < form->entries->len; i++)
    if (GTK_IS_EDITABLE (form->entries->pdata[i]))
      sheaf_entry_mark (form->entries->pdata[i], NULL);
  for (guint i = 0; i < form->amounts->len; i++)
    show_amount (form->amounts->pdata[i], limits);
  for (guint i = 0; i < form->notes->len; i++)
    judge_note (form, form->notes->pdata[i], limits, problems, told);
  return told;
}
