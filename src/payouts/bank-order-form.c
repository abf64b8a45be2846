/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads forms of bank orders; a form with anything wrong is refused whole. */
#include "payouts/bank-order-form.h"

#include "base/i18n.h"
#include "payouts/bank-forms.h"
#include "payouts/error.h"

#include <string.h>

#define FOLDER "bank-orders"
#define MAX_ROW 100

static const char *const value_words[] = {
  "empty", "seq", "member", "name", "account", "bin", "bank", "swift", "amount", "currency",
  "description", "reference", "id-number", "phone", "own-account", NULL
};
static const char *const type_words[] = { "table", "pain", NULL };

static void
free_column (gpointer data)
{
  SheafBankOrderColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
free_title (gpointer data)
{
  SheafBankOrderTitle *title = data;

  g_free (title->text);
  g_free (title);
}

void
sheaf_bank_order_form_free (SheafBankOrderForm *form)
{
  if (form == NULL)
    return;
  g_free (form->id);
  g_free (form->title);
  g_free (form->source);
  g_free (form->sheet);
  g_clear_pointer (&form->titles, g_ptr_array_unref);
  g_clear_pointer (&form->columns, g_ptr_array_unref);
  g_free (form);
}

static gboolean
fail_key (GKeyFile   *file,
          const char *group,
          const char *key,
          GError    **error)
{
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);

  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM, "[%s] %s=%s", group, key,
               value != NULL ? value : "");
  return FALSE;
}

static gboolean
read_word (GKeyFile          *file,
           const char        *group,
           const char        *key,
           const char *const *words,
           guint             *ret_index,
           GError           **error)
{
  g_autofree char *word = g_key_file_get_string (file, group, key, NULL);

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_index = i;
        return TRUE;
      }
  return fail_key (file, group, key, error);
}

/* A number from 1; left as it is where the key is not there. */
static gboolean
read_count (GKeyFile   *file,
            const char *group,
            const char *key,
            guint64     most,
            guint      *ret_count,
            GError    **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  guint64          count;

  if (text == NULL)
    return TRUE;
  if (most == 0 || !g_ascii_string_to_unsigned (text, 10, 1, most, &count, NULL))
    return fail_key (file, group, key, error);
  *ret_count = (guint) count;
  return TRUE;
}

static gboolean
read_column (GKeyFile           *file,
             const char         *group,
             SheafBankOrderForm *form,
             GError            **error)
{
  SheafBankOrderColumn *column = g_new0 (SheafBankOrderColumn, 1);
  guint                 value = 0;

  g_ptr_array_add (form->columns, column);
  column->heading = g_key_file_get_string (file, group, "heading", error);
  if (column->heading == NULL ||
      !read_word (file, group, "value", value_words, &value, error) ||
      !read_count (file, group, "most", 1000, &column->most, error))
    return FALSE;
  column->value = (SheafBankOrderValue) value;
  column->plain = g_key_file_get_boolean (file, group, "plain", NULL);
  column->need = g_key_file_get_boolean (file, group, "need", NULL);
  return TRUE;
}

static gboolean
read_title (GKeyFile           *file,
            const char         *group,
            SheafBankOrderForm *form,
            GError            **error)
{
  SheafBankOrderTitle *title = g_new0 (SheafBankOrderTitle, 1);

  title->row = title->column = 1;
  g_ptr_array_add (form->titles, title);
  title->text = g_key_file_get_string (file, group, "text", error);
  return title->text != NULL &&
         read_count (file, group, "row", form->row - 1, &title->row, error) &&
         read_count (file, group, "column", MAX_ROW, &title->column, error);
}

static gboolean
read_form (GKeyFile           *file,
           SheafBankOrderForm *form,
           GError            **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  guint type = 0;

  form->title = g_key_file_get_string (file, "order", "title", error);
  if (form->title == NULL)
    return FALSE;
  form->source = g_key_file_get_string (file, "order", "source", error);
  if (form->source == NULL || !read_word (file, "order", "type", type_words, &type, error) ||
      !read_count (file, "order", "row", MAX_ROW, &form->row, error))
    return FALSE;
  form->type = (SheafBankOrderType) type;
  form->sheet = g_key_file_get_string (file, "order", "sheet", NULL);
  form->control = g_key_file_get_boolean (file, "order", "control", NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      gboolean ok = TRUE;

      if (g_str_has_prefix (groups[i], "column "))
        ok = read_column (file, groups[i], form, error);
      else if (g_str_has_prefix (groups[i], "title "))
        ok = read_title (file, groups[i], form, error);
      else if (strcmp (groups[i], "order") != 0)
        ok = fail_key (file, groups[i], "", error);
      if (!ok)
        return FALSE;
    }
  return form->type == SHEAF_BANK_ORDER_PAIN || form->columns->len > 0 ||
         fail_key (file, "column 1", "heading", error);
}

SheafBankOrderForm *
sheaf_bank_order_form_parse (const char *text,
                             const char *id,
                             GError    **error)
{
  g_autoptr (SheafBankOrderForm) form = g_new0 (SheafBankOrderForm, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (text != NULL && id != NULL, NULL);
  form->id = g_strdup (id);
  form->row = 1;
  form->titles = g_ptr_array_new_with_free_func (free_title);
  form->columns = g_ptr_array_new_with_free_func (free_column);
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &local) &&
      read_form (file, form, &local))
    return g_steal_pointer (&form);
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM,
               _ ("the form of bank orders “%s” cannot be read (%s): correct its file, or take "
                  "another form"),
               id, local->message);
  return NULL;
}

SheafBankOrderForm *
sheaf_bank_order_form_load (SheafBook  *book,
                            const char *id,
                            GError    **error)
{
  g_autofree char *text = sheaf_bank_forms_load (book, FOLDER, id, error);

  return text != NULL ? sheaf_bank_order_form_parse (text, id, error) : NULL;
}

GPtrArray *
sheaf_bank_order_form_list (SheafBook *book)
{
  return sheaf_bank_forms_list (book, FOLDER);
}
