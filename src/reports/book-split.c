/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books that divide one side of an account into columns: special journals by the accounts opposite
 * (S03a1–S03a4), books of cost by kinds of cost (S17, S28), cards of cost (S18), which have the
 * sums without the lines. */
#include "reports/book-columns.h"

#include <string.h>

static gboolean
begin (SheafSplit *split,
       GError    **error)
{
  SheafBookWriter *writer = split->writer;
  g_autoptr (GPtrArray) columns = NULL;

  split->begun = TRUE;
  if (!sheaf_split_columns_make (split, error))
    return FALSE;
  columns = sheaf_split_columns_head (split);
  if (!sheaf_book_sheet_begin (writer, split->sheet, columns, error))
    return FALSE;
  if (split->balances)
    {
      gint64 before = split->sheet->before.units;

      sheaf_book_put_label (writer, "opening");
      sheaf_book_put_number (writer, CELL_TOTAL, split->is_credit ? -before : before);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error))
        return FALSE;
    }
  if (!sheaf_book_writer_heading (writer, "movements", error))
    return FALSE;
  split->first = writer->n_rows;
  return TRUE;
}

static gboolean
write_line (SheafSplit       *split,
            const SheafEntry *entry,
            GError          **error)
{
  SheafBookWriter *writer = split->writer;
  int              column = sheaf_split_columns_find (split, entry);

  split->total = sheaf_money_add (split->total, entry->amount);
  if (column >= 0)
    split->split[column] = sheaf_money_add (split->split[column], entry->amount);
  else
    split->other = sheaf_money_add (split->other, entry->amount);
  if (split->card)
    return TRUE;
  sheaf_book_put_entry (writer, entry);
  sheaf_book_put_money (writer, CELL_TOTAL, entry->amount);
  if (column >= 0)
    sheaf_book_put_money (writer, (SheafBookCell) (CELL_SPLIT1 + column), entry->amount);
  else
    {
      sheaf_book_put_money (writer, CELL_OTHER, entry->amount);
      sheaf_book_put_text (writer, CELL_OTHER_ACCOUNT,
                           sheaf_book_account_code (writer, entry->contra_id));
    }
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

/* What went off the account on the other side: a sum an account. */
static void
take_opposite (SheafSplit       *split,
               const SheafEntry *entry)
{
  SheafMoney *sum = g_hash_table_lookup (split->contras, &entry->contra_id);

  split->opposite = sheaf_money_add (split->opposite, entry->amount);
  if (sum == NULL)
    {
      sum = g_new0 (SheafMoney, 1);
      g_hash_table_insert (split->contras,
                           g_memdup2 (&entry->contra_id, sizeof entry->contra_id), sum);
    }
  *sum = sheaf_money_add (*sum, entry->amount);
}

static gboolean
is_wanted (const SheafSplit *split,
           const SheafEntry *entry)
{
  return (*split->only == NULL ||
          sheaf_book_is_under (split->writer, entry->contra_id, split->only)) &&
         !sheaf_book_is_under (split->writer, entry->contra_id, split->except);
}

static gboolean
write_lines (SheafSplit *split,
             GError    **error)
{
  g_autoptr (SheafEntries)
      entries = sheaf_book_sheet_entries (split->writer, split->sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    {
      gboolean line = entry.is_credit == split->is_credit;

      if (!is_wanted (split, &entry) || (!line && !split->balances))
        continue;
      if (!split->begun && !begin (split, error))
        return FALSE;
      if (!line)
        take_opposite (split, &entry);
      else if (!write_line (split, &entry, error))
        return FALSE;
    }
  return sheaf_entries_finish (entries, error);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "Ghi Có TK 156", one a line, in the order of codes. */
static gboolean
write_opposite (SheafSplit *split,
                GError    **error)
{
  SheafBookWriter *writer = split->writer;
  g_autofree char *label = sheaf_book_text (writer, "opposite");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       key, sum;

  g_hash_table_iter_init (&iter, split->contras);
  while (label != NULL && g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (codes, (gpointer) sheaf_book_account_code (writer, *(gint64 *) key));
  g_ptr_array_sort (codes, compare_texts);
  for (guint i = 0; i < codes->len; i++)
    {
      const SheafAccount *account = sheaf_chart_by_code (writer->chart, codes->pdata[i]);
      g_autoptr (GString) text = g_string_new (label);

      sum = account == NULL ? NULL : g_hash_table_lookup (split->contras, &account->id);
      if (sum == NULL)
        continue;
      g_string_replace (text, "{account}", account->code, 0);
      sheaf_book_put_text (writer, CELL_DESCRIPTION, text->str);
      sheaf_book_put_text (writer, CELL_CONTRA, account->code);
      sheaf_book_put_money (writer, CELL_TOTAL, *(SheafMoney *) sum);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_SUBTOTAL, error))
        return FALSE;
    }
  return TRUE;
}

/* A card has no lines that a sheet of cells could add up. */
static void
put_sums (SheafSplit *split)
{
  SheafBookWriter *writer = split->writer;

  sheaf_book_put_sum (writer, CELL_TOTAL, split->total, split->first);
  for (guint i = 0; i < split->n_columns; i++)
    sheaf_book_put_sum (writer, (SheafBookCell) (CELL_SPLIT1 + i), split->split[i], split->first);
  sheaf_book_put_sum (writer, CELL_OTHER, split->other, split->first);
  for (guint i = 0; split->card && i < writer->head->columns->len; i++)
    writer->cells[i].sum = FALSE;
}

static gboolean
end (SheafSplit *split,
     GError    **error)
{
  SheafBookWriter *writer = split->writer;
  SheafMoney       before = split->sheet->before;

  put_sums (split);
  sheaf_book_put_label (writer, "total");
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error))
    return FALSE;
  if (!split->balances)
    return TRUE;
  if (split->card)
    {
      sheaf_book_put_label (writer, "output");
      sheaf_book_put_money (writer, CELL_TOTAL, split->opposite);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_SUBTOTAL, error))
        return FALSE;
    }
  else if (!write_opposite (split, error))
    return FALSE;
  sheaf_book_put_label (writer, "closing");
  if (split->is_credit)
    before = sheaf_money_neg (before);
  sheaf_book_put_money (writer, CELL_TOTAL,
                        sheaf_money_sub (sheaf_money_add (before, split->total), split->opposite));
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}

static gboolean
write_sheet (SheafSplit *split,
             guint      *n_sheets,
             GError    **error)
{
  gboolean done;

  split->begun = FALSE;
  split->total = split->other = split->opposite = SHEAF_MONEY_ZERO;
  memset (split->split, 0, sizeof split->split);
  g_hash_table_remove_all (split->contras);
  done = ((!split->sheet->wanted && (!split->balances || split->sheet->before.units == 0)) ||
          begin (split, error)) &&
         write_lines (split, error) && (!split->begun || end (split, error));
  *n_sheets += split->begun;
  sheaf_split_columns_clear (split);
  return done;
}

gboolean
sheaf_book_write_split (SheafBookWriter *writer,
                        GError         **error)
{
  g_autoptr (GPtrArray) sheets = sheaf_book_sheets (writer, error);
  g_autofree char *side = sheaf_book_option (writer, "side");
  g_auto (GStrv) only = sheaf_book_options (writer, "only");
  g_auto (GStrv) except = sheaf_book_options (writer, "except");
  g_autoptr (GHashTable)
      contras = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  SheafSplit split = { .writer = writer,
                       .is_credit = g_strcmp0 (side, "credit") == 0,
                       .balances = sheaf_book_flag (writer, "balances"),
                       .card = sheaf_book_flag (writer, "card"),
                       .only = only,
                       .except = except,
                       .contras = contras,
                       .rest = -1 };
  guint      n_sheets = 0;

  if (sheets == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      split.sheet = sheets->pdata[i];
      if (!write_sheet (&split, &n_sheets, error))
        return FALSE;
    }
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}
