/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of special journals and books of cost: which there are, what each takes. */
#include "reports/book-columns.h"

#include "base/text.h"

#include <string.h>

static guint
count_places (const SheafBookWriter *writer)
{
  guint n = 0;

  while (n < SHEAF_SPLIT_COLUMNS && sheaf_book_has (writer, (SheafBookCell) (CELL_SPLIT1 + n)))
    n++;
  return n;
}

void
sheaf_split_columns_clear (SheafSplit *split)
{
  for (guint i = 0; i < SHEAF_SPLIT_COLUMNS; i++)
    {
      g_strfreev (split->columns[i].codes);
      g_strfreev (split->columns[i].words);
      g_free (split->columns[i].heading);
      split->columns[i] = (SheafSplitColumn){ 0 };
    }
  split->n_columns = 0;
  split->rest = -1;
}

/* "156|5111,5121|*": a column each; what no other takes goes to "*". */
static void
take_fixed (SheafSplit *split,
            char      **list)
{
  for (guint i = 0; i < SHEAF_SPLIT_COLUMNS && list[i] != NULL; i++)
    {
      if (g_str_equal (list[i], "*"))
        split->rest = (int) i;
      else
        split->columns[i].codes = g_strsplit (list[i], ",", -1);
      split->n_columns = i + 1;
    }
}

/* "lai tien gui,tra lai|ton that": a column each, where only the description tells: interest paid
 * in money stands opposite the same account as any other cost. */
static void
take_words (SheafSplit *split,
            char      **list)
{
  for (guint i = 0; i < split->n_columns && list[i] != NULL; i++)
    if (*list[i] != '\0')
      split->columns[i].words = g_strsplit (list[i], ",", -1);
}

typedef struct
{
  gint64     id;
  SheafMoney amount;
  char      *heading;
} Candidate;

static int
by_amount (gconstpointer a,
           gconstpointer b)
{
  const Candidate *x = a, *y = b;
  gint64           one = ABS (x->amount.units), other = ABS (y->amount.units);

  return one != other ? (one < other ? 1 : -1) : g_strcmp0 (x->heading, y->heading);
}

static int
by_heading (gconstpointer a,
            gconstpointer b)
{
  return g_strcmp0 (((const Candidate *) a)->heading, ((const Candidate *) b)->heading);
}

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->heading);
}

static void
add_candidate (GArray     *candidates,
               gint64      id,
               const char *heading,
               SheafMoney  amount)
{
  Candidate fresh = { id, amount, g_strdup (heading) };

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *there = &g_array_index (candidates, Candidate, i);

      if (there->id == id)
        {
          there->amount = sheaf_money_add (there->amount, amount);
          g_free (fresh.heading);
          return;
        }
    }
  g_array_append_val (candidates, fresh);
}

/* Accounts opposite by their turnover, which is kept. */
static gboolean
list_contras (SheafSplit *split,
              GArray     *candidates,
              GError    **error)
{
  SheafBookWriter   *writer = split->writer;
  const SheafTotals *totals = sheaf_book_totals (writer, error);

  for (guint i = 0; totals != NULL && i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      gint64                own = split->is_credit ? pair->credit_id : pair->debit_id;
      gint64                other = split->is_credit ? pair->debit_id : pair->credit_id;
      const SheafAccount   *account = sheaf_chart_by_id (writer->chart, own);

      if (account != NULL && pair->period.units != 0 &&
          sheaf_chart_is_under (writer->chart, account, split->sheet->account))
        add_candidate (candidates, other, sheaf_book_account_code (writer, other), pair->period);
    }
  return totals != NULL;
}

/* Items of a kind that stand on the account: kinds of cost. */
static gboolean
list_items (SheafSplit *split,
            const char *kind,
            GArray     *candidates,
            GError    **error)
{
  SheafBookWriter *writer = split->writer;
  g_autoptr (GPtrArray) sheets = NULL;

  if (!split->sheet->account->postable)
    return TRUE;
  sheets = sheaf_entry_sheets (writer->book, split->sheet->account->id, writer->from, writer->to,
                               error);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const SheafEntrySheet *sheet = sheets->pdata[i];
      const SheafItem       *item =
          sheet->item_id == 0 ? NULL : sheaf_item_get (writer->book, sheet->item_id, NULL);

      if (item != NULL && g_strcmp0 (item->kind, kind) == 0)
        add_candidate (candidates, sheet->item_id, item->name, sheet->before);
    }
  return sheets != NULL;
}

/* The largest get a column; where there are more than places, the last takes all others. */
static void
choose (SheafSplit *split,
        GArray     *candidates,
        gboolean    items,
        guint       places)
{
  SheafBookWriter *writer = split->writer;
  gboolean         crowded =
      candidates->len > places && !sheaf_book_has (writer, CELL_OTHER) && places > 0;
  guint n = MIN (candidates->len, crowded ? places - 1 : places);

  g_array_sort (candidates, by_amount);
  g_array_set_size (candidates, n);
  g_array_sort (candidates, by_heading);
  for (guint i = 0; i < n; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      split->columns[i].account_id = items ? 0 : candidate->id;
      split->columns[i].item_id = items ? candidate->id : 0;
      split->columns[i].heading = g_steal_pointer (&candidate->heading);
    }
  split->n_columns = n;
  if (crowded || (items && n < places))
    {
      split->columns[n].heading = sheaf_book_text (writer, "others");
      split->rest = (int) n;
      split->n_columns = n + 1;
    }
}

gboolean
sheaf_split_columns_make (SheafSplit *split,
                          GError    **error)
{
  SheafBookWriter *writer = split->writer;
  g_auto (GStrv) fixed = sheaf_book_options (writer, "split");
  g_autofree char *kind = sheaf_book_option (writer, "split_items");
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gboolean items = FALSE;

  g_array_set_clear_func (candidates, clear_candidate);
  sheaf_split_columns_clear (split);
  if (fixed[0] != NULL)
    {
      g_auto (GStrv) words = sheaf_book_options (writer, "split_words");

      take_fixed (split, fixed);
      take_words (split, words);
      return TRUE;
    }
  if (kind != NULL && !list_items (split, kind, candidates, error))
    return FALSE;
  items = candidates->len > 0;
  if (!items && !list_contras (split, candidates, error))
    return FALSE;
  choose (split, candidates, items, count_places (writer));
  return TRUE;
}

/* For programs: "account_152", "item_DIEN"; NULL where the form's own does. */
static char *
column_key (const SheafSplit *split,
            guint             at)
{
  const SheafSplitColumn *column = &split->columns[at];
  g_autofree char        *item =
      column->item_id == 0 ? NULL : sheaf_item_code (split->writer->book, column->item_id);

  if (item != NULL)
    return g_strdup_printf ("item_%s", item);
  return column->account_id == 0 ? NULL
                                 : g_strdup_printf ("account_%s", sheaf_book_account_code (
                                                                      split->writer,
                                                                      column->account_id));
}

GPtrArray *
sheaf_split_columns_head (const SheafSplit *split)
{
  const SheafBookWriter *writer = split->writer;
  GPtrArray             *columns = sheaf_report_columns_new ();
  const char            *code = split->sheet->account->code;
  int                    places = (int) count_places (writer);

  for (guint i = 0; i < writer->head->columns->len; i++)
    {
      const SheafReportColumn *column = writer->head->columns->pdata[i];
      int                      at = (int) i - writer->place[CELL_SPLIT1];
      gboolean                 named = writer->place[CELL_SPLIT1] >= 0 && at >= 0 && at < places &&
                       split->columns[at].heading != NULL;
      g_autofree char *heading = named ? g_strdup (split->columns[at].heading)
                                       : sheaf_book_name_account (column->heading, code);
      g_autofree char *group = sheaf_book_name_account (column->group, code);
      g_autofree char *key = named ? column_key (split, (guint) at) : NULL;

      sheaf_report_column_add (columns, key != NULL ? key : column->key, group, heading,
                               column->mark, column->kind, column->weight);
    }
  return columns;
}

/* The column whose words a description has; -1: none. */
static int
find_words (const SheafSplit *split,
            const char       *description)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < split->n_columns; i++)
    for (char **word = split->columns[i].words; word != NULL && *word != NULL; word++)
      {
        if (text == NULL)
          text = sheaf_text_fold (description);
        if (strstr (text, *word) != NULL)
          return (int) i;
      }
  return -1;
}

int
sheaf_split_columns_find (const SheafSplit *split,
                          const SheafEntry *entry)
{
  int described;

  for (guint i = 0; i < split->n_columns; i++)
    {
      const SheafSplitColumn *column = &split->columns[i];

      if ((column->account_id != 0 && column->account_id == entry->contra_id) ||
          (column->item_id != 0 && column->item_id == entry->item_id) ||
          (column->codes != NULL &&
           sheaf_book_is_under (split->writer, entry->contra_id, column->codes)))
        return (int) i;
    }
  described = find_words (split, entry->description);
  return described >= 0 ? described : split->rest;
}
