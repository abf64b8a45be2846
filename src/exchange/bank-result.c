/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row is judged before anything is given, so that all is mended in one go. */
#include "exchange/bank-result.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/text.h"
#include "book/setting.h"
#include "exchange/error.h"
#include "exchange/table-file.h"

#include <string.h>

#define SEARCHED 50 /* rows above the headings at most */
#define NONE G_MAXUINT

typedef struct
{
  const SheafBankResultForm *form;
  SheafProblems             *problems;
  SheafBankResult           *result;
  GHashTable                *seen; /* what a row says to its line */
  char                      *file; /* its name, for findings */
  char                      *currency;
  guint                      places[SHEAF_BANK_RESULT_COLUMNS]; /* NONE: not in the file */
} Reading;

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->result, sheaf_bank_result_free);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
  g_free (reading->file);
  g_free (reading->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

void
sheaf_bank_result_free (SheafBankResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->answers);
  g_string_chunk_free (result->texts);
  g_free (result);
}

/* The digits before and behind the decimal sign; FALSE when groups are not of three digits. */
static gboolean
split_number (const char *number,
              GString    *whole,
              GString    *decimals)
{
  const char *last = strpbrk (number, ".,") != NULL ? number + strlen (number) : NULL;
  gsize       group = 0;
  gboolean    grouped = FALSE;

  while (last != NULL && *last != '.' && *last != ',')
    last--;
  if (last != NULL && strlen (last + 1) != 3)
    g_string_append (decimals, last + 1);
  else
    last = NULL;
  for (const char *at = number; *at != '\0' && at != last; at++)
    if (g_ascii_isdigit (*at))
      {
        g_string_append_c (whole, *at);
        group++;
      }
    else if ((*at == '.' || *at == ',') && group > 0 && (grouped ? group == 3 : group <= 3))
      {
        grouped = TRUE;
        group = 0;
      }
    else
      return FALSE;
  return whole->len > 0 && (!grouped || group == 3) &&
         strspn (decimals->str, "0123456789") == decimals->len;
}

/* Where the number ends: what follows may be the currency, also as the country writes it. */
static gboolean
find_end (const char *text,
          const char *currency,
          gsize      *ret_length)
{
  g_autofree char *word = NULL;
  g_autofree char *code = sheaf_text_fold (currency);
  gsize            length = strlen (text);

  while (length > 0 && !g_ascii_isdigit (text[length - 1]))
    length--;
  *ret_length = length;
  word = sheaf_text_fold (text + length);
  g_strstrip (word);
  return *word == '\0' || strcmp (word, code) == 0 || strcmp (word, "₫") == 0 ||
         strcmp (word, "d") == 0 || strcmp (word, "dong") == 0;
}

gboolean
sheaf_bank_result_amount (const char *text,
                          const char *currency,
                          SheafMoney *ret_amount)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) decimals = g_string_new (NULL);
  g_autoptr (GString) number = g_string_new (NULL);
  guint      kept = sheaf_currency_decimals (currency);
  gsize      length;
  SheafMoney amount;

  if (!find_end (text, currency, &length))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ')
      g_string_append_c (number, text[i]);
  if (!split_number (number->str, whole, decimals))
    return FALSE;
  while (decimals->len > kept && decimals->str[decimals->len - 1] == '0')
    g_string_truncate (decimals, decimals->len - 1);
  if (decimals->len > kept)
    return FALSE;
  while (decimals->len < kept)
    g_string_append_c (decimals, '0');
  g_string_append (whole, decimals->str);
  g_string_erase (whole, 0, (gssize) MIN (strspn (whole->str, "0"), whole->len - 1));
  if (!sheaf_money_parse (whole->str, &amount, NULL) || amount.units == 0)
    return FALSE;
  *ret_amount = amount;
  return TRUE;
}

/* How many of the needed columns the row heads; fills places with the best heading of each. */
static guint
find_places (const Reading       *reading,
             const SheafTableRow *row,
             guint                places[SHEAF_BANK_RESULT_COLUMNS])
{
  guint found = 0;

  for (guint column = 0; column < SHEAF_BANK_RESULT_COLUMNS; column++)
    {
      guint best = 0;

      places[column] = NONE;
      for (guint i = 0; i < row->cells->len; i++)
        {
          guint fit = sheaf_bank_result_form_fits (reading->form, (SheafBankResultColumn) column,
                                                   row->cells->pdata[i]);

          if (fit > best)
            {
              best = fit;
              places[column] = i;
            }
        }
      found += reading->form->needed[column] && places[column] != NONE;
    }
  return found;
}

/* The index of the row with the headings; tells those that are missing where it is not all there.
 * NONE: there is no row that could be it. */
static guint
find_headings (Reading         *reading,
               const GPtrArray *rows)
{
  guint best = 0, at = NONE;

  for (guint i = 0; i < rows->len && i < SEARCHED; i++)
    {
      const SheafTableRow *row = rows->pdata[i];
      guint                places[SHEAF_BANK_RESULT_COLUMNS];
      guint                found = find_places (reading, row, places);

      if (reading->form->row != 0 ? row->line != reading->form->row : found <= best)
        continue;
      best = found;
      at = i;
      memcpy (reading->places, places, sizeof places);
    }
  for (guint column = 0; column < SHEAF_BANK_RESULT_COLUMNS; column++)
    if (reading->form->needed[column] && (at == NONE || reading->places[column] == NONE))
      sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->file,
                          at != NONE ? ((SheafTableRow *) rows->pdata[at])->line : 0, NULL,
                          _ ("the file has no column “%s”: choose the form of the bank that made "
                             "it, or correct the form"),
                          reading->form->headings[column][0]);
  return at;
}

/* The text of a column; "" where the file or the row has none. */
static const char *
find_cell (const Reading        *reading,
           const SheafTableRow  *row,
           SheafBankResultColumn column)
{
  guint place = reading->places[column];

  return place != NONE && place < row->cells->len ? row->cells->pdata[place] : "";
}

static const char *
keep (Reading    *reading,
      const char *text)
{
  return g_string_chunk_insert (reading->result->texts, text);
}

static void
add_error (Reading             *reading,
           const SheafTableRow *row,
           const char          *format,
           const char          *value)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", value, 1);
  sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->file, row->line, NULL, "%s",
                      text->str);
}

static gboolean
begins_with (const char *state,
             char      **words)
{
  for (; words != NULL && *words != NULL; words++)
    if (g_str_has_prefix (state, *words) && !g_ascii_isalnum (state[strlen (*words)]))
      return TRUE;
  return FALSE;
}

/* TRUE for a row that is an answer: its state is known, and the bank is done with it. */
static gboolean
read_state (Reading             *reading,
            const SheafTableRow *row,
            SheafPayoutAnswer   *answer)
{
  const char      *cell = find_cell (reading, row, SHEAF_BANK_RESULT_STATE);
  g_autofree char *state = sheaf_text_fold (cell);

  if (begins_with (state, reading->form->waiting))
    {
      reading->result->waiting++;
      return FALSE;
    }
  answer->ok = begins_with (state, reading->form->paid);
  if (answer->ok || begins_with (state, reading->form->refused))
    return TRUE;
  if (*cell == '\0')
    add_error (reading, row, _ ("the transfer has no state: ask the bank what became of it"), "");
  else
    add_error (reading, row,
               _ ("the form does not know the state “%s”: add its word to paid, refused or waiting "
                  "of the form"),
               cell);
  return FALSE;
}

static gboolean
read_amount (Reading             *reading,
             const SheafTableRow *row,
             SheafPayoutAnswer   *answer)
{
  const char *cell = find_cell (reading, row, SHEAF_BANK_RESULT_AMOUNT);

  if (*cell == '\0' && !reading->form->needed[SHEAF_BANK_RESULT_AMOUNT])
    return TRUE;
  if (*cell == '\0')
    add_error (reading, row, _ ("the transfer has no amount: write what the bank transferred"), "");
  else if (!sheaf_bank_result_amount (cell, reading->currency, &answer->amount))
    add_error (reading, row, _ ("“%s” is no amount: write whole digits"), cell);
  return answer->amount.units > 0;
}

static gboolean
has_formula (Reading             *reading,
             const SheafTableRow *row)
{
  for (guint column = 0; column < SHEAF_BANK_RESULT_COLUMNS; column++)
    {
      const char *cell = find_cell (reading, row, (SheafBankResultColumn) column);

      if (!sheaf_table_is_formula (cell))
        continue;
      add_error (reading, row,
                 _ ("“%s” is a formula, and what it gives is not certain: put the value in its "
                    "place"),
                 cell);
      return TRUE;
    }
  return FALSE;
}

/* A transfer that the file tells twice would be taken for two. */
static gboolean
is_repeated (Reading                 *reading,
             const SheafTableRow     *row,
             const SheafPayoutAnswer *answer)
{
  g_autofree char *says = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n%s", answer->reference,
                                           answer->account, answer->amount.units,
                                           answer->bank_reference);
  guint            before = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, says));

  if (before == 0)
    {
      g_hash_table_insert (reading->seen, g_steal_pointer (&says), GUINT_TO_POINTER (row->line));
      return FALSE;
    }
  sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->file, row->line, NULL,
                      _ ("the row says the same transfer as row %u: leave one of them out"),
                      before);
  return TRUE;
}

static void
read_row (Reading             *reading,
          const SheafTableRow *row)
{
  const char        *text = find_cell (reading, row, SHEAF_BANK_RESULT_TEXT);
  SheafPayoutAnswer *answer;

  if (*text == '\0')
    text = find_cell (reading, row, SHEAF_BANK_RESULT_REFERENCE);
  if (*text == '\0' && *find_cell (reading, row, SHEAF_BANK_RESULT_ACCOUNT) == '\0' &&
      *find_cell (reading, row, SHEAF_BANK_RESULT_STATE) == '\0')
    return; /* a sum or a remark */
  if (has_formula (reading, row))
    return;
  answer = g_new0 (SheafPayoutAnswer, 1);
  g_ptr_array_add (reading->result->answers, answer);
  answer->line = row->line;
  answer->reference = keep (reading, text);
  answer->account = keep (reading, find_cell (reading, row, SHEAF_BANK_RESULT_ACCOUNT));
  answer->reason = keep (reading, find_cell (reading, row, SHEAF_BANK_RESULT_REASON));
  answer->bank_reference = keep (reading,
                                 find_cell (reading, row, SHEAF_BANK_RESULT_BANK_REFERENCE));
  if (!read_amount (reading, row, answer) || !read_state (reading, row, answer) ||
      is_repeated (reading, row, answer))
    g_ptr_array_set_size (reading->result->answers, (int) reading->result->answers->len - 1);
}

static gboolean
read_rows (Reading         *reading,
           const GPtrArray *rows)
{
  guint headings = find_headings (reading, rows);

  if (reading->problems->errors > 0)
    return FALSE;
  for (guint i = headings + 1; i < rows->len; i++)
    read_row (reading, rows->pdata[i]);
  if (reading->result->answers->len == 0 && reading->result->waiting == 0 &&
      reading->problems->errors == 0)
    sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->file, 0, NULL,
                        _ ("the file has no transfer under its headings: take the file that the "
                           "bank made after it did the order"));
  return reading->problems->errors == 0;
}

SheafBankResult *
sheaf_bank_result_read (SheafBook                 *book,
                        const SheafBankResultForm *form,
                        const char                *path,
                        SheafProblems             *problems,
                        GError                   **error)
{
  g_auto (Reading) reading = { .form = form, .problems = problems };
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (book != NULL && form != NULL && path != NULL && problems != NULL, NULL);
  rows = sheaf_table_file_read (path, error);
  if (rows == NULL)
    return NULL;
  reading.file = g_path_get_basename (path);
  reading.currency = sheaf_setting_find (book, "currency");
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.result = g_new0 (SheafBankResult, 1);
  reading.result->answers = g_ptr_array_new_with_free_func (g_free);
  reading.result->texts = g_string_chunk_new (4096);
  if (read_rows (&reading, rows))
    return g_steal_pointer (&reading.result);
  (void) sheaf_problems_pass (problems, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED, error);
  return NULL;
}
