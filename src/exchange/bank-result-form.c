/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form with anything wrong is refused whole. */
#include "exchange/bank-result-form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/error.h"
#include "payouts/bank-forms.h"

#include <string.h>

#define FOLDER "bank-results"
#define MAX_ROW 1000

static const char *const columns[SHEAF_BANK_RESULT_COLUMNS] = {
  "account", "amount", "text", "reference", "state", "reason", "bank-reference"
};

void
sheaf_bank_result_form_free (SheafBankResultForm *form)
{
  if (form == NULL)
    return;
  g_free (form->id);
  g_free (form->title);
  g_free (form->source);
  for (guint i = 0; i < SHEAF_BANK_RESULT_COLUMNS; i++)
    g_strfreev (form->headings[i]);
  g_strfreev (form->paid);
  g_strfreev (form->refused);
  g_strfreev (form->waiting);
  g_free (form);
}

/* The list of a key, folded; NULL where the key is not there. */
static char **
read_list (GKeyFile   *file,
           const char *group,
           const char *key)
{
  char **list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      char *word = list[i];

      list[i] = sheaf_text_fold (word);
      g_free (word);
    }
  return list;
}

static gboolean
fail_group (const char *group,
            const char *key,
            GError    **error)
{
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FORM, "[%s] %s", group, key);
  return FALSE;
}

static gboolean
read_column (GKeyFile            *file,
             const char          *group,
             SheafBankResultForm *form,
             GError             **error)
{
  const char *name = group + strlen ("column ");

  for (guint i = 0; i < SHEAF_BANK_RESULT_COLUMNS; i++)
    if (strcmp (columns[i], name) == 0)
      {
        form->headings[i] = read_list (file, group, "heading");
        form->needed[i] = g_key_file_get_boolean (file, group, "need", NULL);
        return (form->headings[i] != NULL && form->headings[i][0] != NULL) ||
               fail_group (group, "heading", error);
      }
  return fail_group (group, "", error);
}

static gboolean
read_row (GKeyFile            *file,
          SheafBankResultForm *form,
          GError             **error)
{
  g_autofree char *text = g_key_file_get_string (file, "result", "row", NULL);
  guint64          row = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MAX_ROW, &row, NULL))
    return fail_group ("result", "row", error);
  form->row = (guint) row;
  return TRUE;
}

static gboolean
read_form (GKeyFile            *file,
           SheafBankResultForm *form,
           GError             **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  form->title = g_key_file_get_string (file, "result", "title", error);
  if (form->title == NULL)
    return FALSE;
  form->source = g_key_file_get_string (file, "result", "source", error);
  if (form->source == NULL || !read_row (file, form, error))
    return FALSE;
  form->paid = read_list (file, "result", "paid");
  form->refused = read_list (file, "result", "refused");
  form->waiting = read_list (file, "result", "waiting");
  if (form->paid == NULL || form->refused == NULL)
    return fail_group ("result", form->paid == NULL ? "paid" : "refused", error);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], "column "))
        {
          if (!read_column (file, groups[i], form, error))
            return FALSE;
        }
      else if (strcmp (groups[i], "result") != 0)
        return fail_group (groups[i], "", error);
    }
  if (!form->needed[SHEAF_BANK_RESULT_STATE])
    return fail_group ("column state", "need", error);
  return form->needed[SHEAF_BANK_RESULT_ACCOUNT] || form->needed[SHEAF_BANK_RESULT_TEXT] ||
         form->needed[SHEAF_BANK_RESULT_REFERENCE] || fail_group ("column text", "need", error);
}

SheafBankResultForm *
sheaf_bank_result_form_parse (const char *text,
                              const char *id,
                              GError    **error)
{
  g_autoptr (SheafBankResultForm) form = g_new0 (SheafBankResultForm, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (text != NULL && id != NULL, NULL);
  form->id = g_strdup (id);
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &local) &&
      read_form (file, form, &local))
    return g_steal_pointer (&form);
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FORM,
               _ ("the form of bank results “%s” cannot be read (%s): correct its file, or take "
                  "another form"),
               id, local->message);
  return NULL;
}

SheafBankResultForm *
sheaf_bank_result_form_load (SheafBook  *book,
                             const char *id,
                             GError    **error)
{
  g_autofree char *text = sheaf_bank_forms_load (book, FOLDER, id, error);

  return text != NULL ? sheaf_bank_result_form_parse (text, id, error) : NULL;
}

GPtrArray *
sheaf_bank_result_form_list (SheafBook *book)
{
  return sheaf_bank_forms_list (book, FOLDER);
}

guint
sheaf_bank_result_form_fits (const SheafBankResultForm *form,
                             SheafBankResultColumn      column,
                             const char                *heading)
{
  g_autofree char *folded = sheaf_text_fold (heading);
  guint            best = 0;

  for (char **one = form->headings[column]; one != NULL && *one != NULL; one++)
    {
      gsize length = strlen (*one);

      if (strcmp (*one, folded) == 0)
        return 2;
      if (strncmp (*one, folded, length) == 0 && !g_ascii_isalnum (folded[length]) &&
          folded[length] != '_')
        best = 1;
    }
  return best;
}
