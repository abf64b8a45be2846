/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a bank's statement beside rows of the books. */
#include "ledger/bank-match.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/reconciliation.h"

#include <string.h>

typedef struct
{
  guint line;
  guint row;
  int   distance; /* days */
} Pair;

void
sheaf_bank_line_free (SheafBankLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a;
  const Pair *y = b;

  if (x->distance != y->distance)
    return x->distance - y->distance;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

/* Every line and row of one amount, the nearest days first. */
static GArray *
list_pairs (const GPtrArray *lines,
            const GPtrArray *rows,
            int              days)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint l = 0; l < lines->len; l++)
    for (guint r = 0; r < rows->len; r++)
      {
        const SheafBankLine          *line = lines->pdata[l];
        const SheafReconciliationRow *row = rows->pdata[r];
        Pair                          pair = { l, r, ABS (line->date.days - row->date.days) };

        if (!row->ticked && line->amount == row->amount && pair.distance <= days)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

GArray *
sheaf_bank_match (const GPtrArray *lines,
                  const GPtrArray *rows,
                  int              days)
{
  g_autoptr (GArray) pairs = list_pairs (lines, rows, days);
  g_autofree gboolean *taken = g_new0 (gboolean, rows->len + 1);
  GArray              *matches = g_array_sized_new (FALSE, FALSE, sizeof (gint), lines->len);
  const gint           none = -1;

  for (guint l = 0; l < lines->len; l++)
    g_array_append_val (matches, none);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      gint       *match = &g_array_index (matches, gint, pair->line);

      if (*match >= 0 || taken[pair->row])
        continue;
      *match = (gint) pair->row;
      taken[pair->row] = TRUE;
    }
  return matches;
}

static int
find_column (const GPtrArray *head,
             const char      *name)
{
  for (guint i = 0; head != NULL && i < head->len; i++)
    if (strcmp (head->pdata[i], name) == 0)
      return (int) i;
  return -1;
}

static gboolean
fail (const SheafCsvReader *reader,
      const char           *column,
      GError              **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION,
               _ ("line %u of the bank's file: column “%s” is missing or cannot be read: days are "
                  "YYYY-MM-DD, amounts whole numbers of the smallest unit"),
               sheaf_csv_reader_line (reader), column);
  return FALSE;
}

static gboolean
read_line (const SheafCsvReader *reader,
           const GPtrArray      *fields,
           int                   date,
           int                   amount,
           int                   text,
           GPtrArray            *lines,
           GError              **error)
{
  g_autoptr (SheafBankLine) line = g_new0 (SheafBankLine, 1);

  if ((guint) date >= fields->len || !sheaf_date_parse (fields->pdata[date], &line->date, NULL))
    return fail (reader, "date", error);
  if ((guint) amount >= fields->len ||
      !g_ascii_string_to_signed (fields->pdata[amount], 10, -SHEAF_MONEY_MAX, SHEAF_MONEY_MAX,
                                 &line->amount, NULL))
    return fail (reader, "amount", error);
  line->text = g_strdup (text < 0 || (guint) text >= fields->len ? "" : fields->pdata[text]);
  line->line = sheaf_csv_reader_line (reader);
  g_ptr_array_add (lines, g_steal_pointer (&line));
  return TRUE;
}

GPtrArray *
sheaf_bank_lines_read (const char *path,
                       GError    **error)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, error);
  g_autoptr (GPtrArray)
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_bank_line_free);
  g_autoptr (GError) cause = NULL;
  const GPtrArray *fields;
  int              date, amount, text;

  if (reader == NULL)
    return NULL;
  fields = sheaf_csv_reader_next (reader, &cause);
  date = find_column (fields, "date");
  amount = find_column (fields, "amount");
  text = find_column (fields, "text");
  if (cause == NULL && (date < 0 || amount < 0))
    {
      fail (reader, date < 0 ? "date" : "amount", error);
      return NULL;
    }
  while (cause == NULL && (fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    if (!read_line (reader, fields, date, amount, text, lines, error))
      return NULL;
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return g_steal_pointer (&lines);
}
