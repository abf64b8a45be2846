/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed readers of a record's fields; what cannot be read becomes a problem with its place. */
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/csv-import-private.h"
#include "store/error.h"

#include <string.h>

static void
add_problem (SheafImport     *import,
             SheafProblemKind kind,
             int              column,
             const char      *text)
{
  const char *name = column >= 0 ? import->kind->columns[column].name : NULL;

  sheaf_problems_add (import->problems, kind, import->file, import->line, name, "%s", text);
}

void
sheaf_import_problem (SheafImport *import,
                      int          column,
                      const char  *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  add_problem (import, SHEAF_PROBLEM_ERROR, column, text);
  import->row_is_bad = TRUE;
}

void
sheaf_import_warning (SheafImport *import,
                      int          column,
                      const char  *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  add_problem (import, SHEAF_PROBLEM_WARNING, column, text);
}

gboolean
sheaf_import_take_error (SheafImport *import,
                         int          column,
                         GError      *problem,
                         GError     **error)
{
  if (problem->domain == SHEAF_STORE_ERROR)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  sheaf_import_problem (import, column, "%s", problem->message);
  g_error_free (problem);
  return TRUE;
}

const char *
sheaf_import_text (const SheafImport *import,
                   guint              column)
{
  int place = import->places[column];

  return place < 0 ? "" : g_ptr_array_index (import->fields, place);
}

gboolean
sheaf_import_has (const SheafImport *import,
                  guint              column)
{
  return *sheaf_import_text (import, column) != '\0';
}

char *
sheaf_import_dup_text (const SheafImport *import,
                       guint              column)
{
  return sheaf_import_has (import, column) ? g_strdup (sheaf_import_text (import, column)) : NULL;
}

gboolean
sheaf_import_in_header (const SheafImport *import,
                        guint              column)
{
  return import->places[column] >= 0;
}

void
sheaf_import_replace (const SheafImport *import,
                      guint              column,
                      char             **fact)
{
  if (!sheaf_import_in_header (import, column))
    return;
  g_free (*fact);
  *fact = g_strdup (sheaf_import_text (import, column));
}

/* Ends a reader: TRUE, or the error as a problem. */
static gboolean
judge (SheafImport *import,
       guint        column,
       gboolean     done,
       GError     **problem)
{
  if (!done)
    sheaf_import_problem (import, (int) column, "%s", (*problem)->message);
  g_clear_error (problem);
  return done;
}

gboolean
sheaf_import_date (SheafImport *import,
                   guint        column,
                   SheafDate   *ret_date)
{
  GError *error = NULL;

  return sheaf_import_has (import, column) &&
         judge (import, column,
                sheaf_date_parse (sheaf_import_text (import, column), ret_date, &error),
                &error);
}

gboolean
sheaf_import_amount (SheafImport *import,
                     guint        column,
                     SheafMoney  *ret_money)
{
  GError *error = NULL;

  return sheaf_import_has (import, column) &&
         judge (import, column,
                sheaf_money_parse (sheaf_import_text (import, column), ret_money, &error),
                &error);
}

/* A statement prints negative figures too, so here a leading minus is a figure's own. */
gboolean
sheaf_import_signed (SheafImport *import,
                     guint        column,
                     SheafMoney  *ret_money)
{
  const char *text = sheaf_import_text (import, column);

  if (*text != '-')
    return sheaf_import_amount (import, column, ret_money);
  if (sheaf_money_parse (text + 1, ret_money, NULL))
    {
      *ret_money = sheaf_money_neg (*ret_money);
      return TRUE;
    }
  sheaf_import_problem (import, (int) column,
                        _ ("“%s” is not a whole number, write digits only"), text);
  return FALSE;
}

gboolean
sheaf_import_count (SheafImport *import,
                    guint        column,
                    guint       *ret_number)
{
  const char *text = sheaf_import_text (import, column);
  guint64     number;

  if (*text == '\0')
    return FALSE;
  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
    {
      *ret_number = (guint) number;
      return TRUE;
    }
  sheaf_import_problem (import, (int) column,
                        _ ("“%s” is no whole number from 1 on, write digits only"), text);
  return FALSE;
}

gboolean
sheaf_import_quantity (SheafImport   *import,
                       guint          column,
                       SheafQuantity *ret_quantity)
{
  GError *error = NULL;

  return sheaf_import_has (import, column) &&
         judge (import, column,
                sheaf_quantity_parse (sheaf_import_text (import, column), ret_quantity, &error),
                &error);
}

gboolean
sheaf_import_signed_quantity (SheafImport   *import,
                              guint          column,
                              SheafQuantity *ret_quantity)
{
  const char *text = sheaf_import_text (import, column);

  if (*text != '-')
    return sheaf_import_quantity (import, column, ret_quantity);
  if (sheaf_quantity_parse (text + 1, ret_quantity, NULL))
    {
      ret_quantity->thousandths = -ret_quantity->thousandths;
      return TRUE;
    }
  sheaf_import_problem (import, (int) column,
                        _ ("“%s” is no quantity, write digits with at most three decimals"), text);
  return FALSE;
}

gboolean
sheaf_import_rate (SheafImport *import,
                   guint        column,
                   SheafRate   *ret_rate)
{
  GError *error = NULL;

  return sheaf_import_has (import, column) &&
         judge (import, column,
                sheaf_rate_parse (sheaf_import_text (import, column), ret_rate, &error),
                &error);
}

void
sheaf_import_price (SheafImport *import,
                    guint        column,
                    SheafRate   *ret_price)
{
  if (sheaf_import_rate (import, column, ret_price) && ret_price->millionths == 0)
    sheaf_import_problem (import, (int) column,
                          _ ("the price is 0, give one above 0 or leave it empty to take the "
                             "product's"));
}

gboolean
sheaf_import_year (SheafImport *import,
                   guint        column,
                   int         *ret_year)
{
  const char *text = sheaf_import_text (import, column);
  guint64     year;

  if (*text == '\0')
    return FALSE;
  if (g_ascii_string_to_unsigned (text, 10, 1900, 2999, &year, NULL))
    {
      *ret_year = (int) year;
      return TRUE;
    }
  sheaf_import_problem (import, (int) column, _ ("“%s” is not a year, write it as 2025"), text);
  return FALSE;
}

gboolean
sheaf_import_word (SheafImport       *import,
                   guint              column,
                   const char *const *words,
                   guint             *ret_index)
{
  const char      *text = sheaf_import_text (import, column);
  g_autofree char *list = NULL;

  if (*text == '\0')
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      {
        *ret_index = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) words);
  sheaf_import_problem (import, (int) column, _ ("“%s” cannot stand here, take one of %s"), text,
                        list);
  return FALSE;
}

gboolean
sheaf_import_yes (SheafImport *import,
                  guint        column,
                  gboolean    *ret_yes)
{
  static const char *const words[] = { "no", "yes", NULL };
  guint                    index;

  if (!sheaf_import_word (import, column, words, &index))
    return FALSE;
  *ret_yes = index == 1;
  return TRUE;
}

gboolean
sheaf_import_code (SheafImport *import,
                   guint        column,
                   const char **ret_code)
{
  const char *text = sheaf_import_text (import, column);

  if (*text == '\0')
    return FALSE;
  if (sheaf_text_is_code (text))
    {
      *ret_code = text;
      return TRUE;
    }
  sheaf_import_problem (import, (int) column,
                        _ ("“%s” is not a code, write 1 to 32 letters, digits or - . _ / without "
                           "blanks"),
                        text);
  return FALSE;
}

void
sheaf_import_list_take (SheafImport   *import,
                        gpointer       item,
                        GDestroyNotify free_item)
{
  SheafImportList *list = import->state;

  if (list->items == NULL)
    {
      list->items = g_ptr_array_new_with_free_func (free_item);
      list->unread = g_ptr_array_new_with_free_func (free_item);
    }
  list->incomplete |= import->row_is_bad;
  g_ptr_array_add (import->row_is_bad ? list->unread : list->items, item);
}

static void
note_person (GHashTable *persons,
             gint64      id)
{
  if (id != 0)
    g_hash_table_add (persons, g_memdup2 (&id, sizeof id));
}

GPtrArray *
sheaf_import_list_sound (const SheafImportList *list,
                         SheafImportPerson      person)
{
  GPtrArray *sound = g_ptr_array_new ();
  g_autoptr (GHashTable) doubtful = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           NULL);

  for (guint i = 0; i < list->unread->len; i++)
    {
      note_person (doubtful, person (list->unread->pdata[i], FALSE));
      note_person (doubtful, person (list->unread->pdata[i], TRUE));
    }
  for (guint i = 0; i < list->items->len; i++)
    {
      gint64 one = person (list->items->pdata[i], FALSE);
      gint64 other = person (list->items->pdata[i], TRUE);

      if (!g_hash_table_contains (doubtful, &one) && !g_hash_table_contains (doubtful, &other))
        g_ptr_array_add (sound, list->items->pdata[i]);
    }
  return sound;
}

GPtrArray *
sheaf_import_list_everyone (const SheafImportList *list)
{
  GPtrArray *everyone = g_ptr_array_new ();

  g_ptr_array_extend (everyone, list->items, NULL, NULL);
  g_ptr_array_extend (everyone, list->unread, NULL, NULL);
  return everyone;
}

static gboolean
is_told (const SheafProblems *problems,
         const SheafProblem  *problem)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *told = problems->items->pdata[i];

      if (told->kind == SHEAF_PROBLEM_ERROR && told->line == problem->line &&
          g_strcmp0 (told->column, problem->column) == 0)
        return TRUE;
    }
  return FALSE;
}

void
sheaf_import_add_found (SheafImport         *import,
                        const SheafProblems *found,
                        gboolean             doubts)
{
  for (guint i = 0; i < found->items->len; i++)
    {
      const SheafProblem *problem = found->items->pdata[i];

      if (problem->line > 0 && (doubts || problem->kind == SHEAF_PROBLEM_ERROR) &&
          !is_told (import->problems, problem))
        sheaf_problems_add (import->problems, problem->kind, import->file, problem->line,
                            problem->column, "%s", problem->text);
    }
}

void
sheaf_import_list_clear (gpointer state)
{
  SheafImportList *list = state;

  g_clear_pointer (&list->items, g_ptr_array_unref);
  g_clear_pointer (&list->unread, g_ptr_array_unref);
}
