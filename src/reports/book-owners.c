/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owners' capital in two columns a side (S33): contributions of members, and other capital. */
#include "reports/book-private.h"

typedef struct
{
  SheafBookWriter *writer;
  char           **kinds; /* codes of the two accounts */
  SheafMoney       debit[2], credit[2], balance[2];
} Owners;

static guint
kind_of (const Owners *owners,
         gint64        account_id)
{
  char *first[] = { owners->kinds[0], NULL };

  return sheaf_book_is_under (owners->writer, account_id, first) ? 0 : 1;
}

static void
put_balances (const Owners *owners)
{
  sheaf_book_put_money (owners->writer, CELL_BALANCE1, sheaf_money_neg (owners->balance[0]));
  sheaf_book_put_money (owners->writer, CELL_BALANCE2, sheaf_money_neg (owners->balance[1]));
}

static gboolean
write_line (Owners           *owners,
            const SheafEntry *entry,
            GError          **error)
{
  guint       kind = kind_of (owners, entry->account_id);
  SheafMoney *side = entry->is_credit ? &owners->credit[kind] : &owners->debit[kind];

  *side = sheaf_money_add (*side, entry->amount);
  owners->balance[kind] = entry->is_credit ? sheaf_money_sub (owners->balance[kind], entry->amount)
                                           : sheaf_money_add (owners->balance[kind], entry->amount);
  sheaf_book_put_entry (owners->writer, entry);
  sheaf_book_put_money (owners->writer,
                        (SheafBookCell) ((entry->is_credit ? CELL_CREDIT1 : CELL_DEBIT1) + kind),
                        entry->amount);
  put_balances (owners);
  return sheaf_book_writer_row (owners->writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_lines (Owners               *owners,
             const SheafBookSheet *sheet,
             GError              **error)
{
  g_autoptr (SheafEntries) entries = sheaf_book_sheet_entries (owners->writer, sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!write_line (owners, &entry, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

static gboolean
take_before (Owners  *owners,
             GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      const SheafAccount *account = sheaf_chart_by_code (owners->writer->chart, owners->kinds[i]);

      if (account != NULL &&
          !sheaf_book_before (owners->writer, account, &owners->balance[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sheet (Owners               *owners,
             const SheafBookSheet *sheet,
             GError              **error)
{
  SheafBookWriter *writer = owners->writer;
  guint            first;

  if (!take_before (owners, error) || !sheaf_book_sheet_begin (writer, sheet, NULL, error))
    return FALSE;
  sheaf_book_put_label (writer, "opening");
  put_balances (owners);
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error) ||
      !sheaf_book_writer_heading (writer, "movements", error))
    return FALSE;
  first = writer->n_rows;
  if (!write_lines (owners, sheet, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      sheaf_book_put_sum (writer, (SheafBookCell) (CELL_DEBIT1 + i), owners->debit[i], first);
      sheaf_book_put_sum (writer, (SheafBookCell) (CELL_CREDIT1 + i), owners->credit[i], first);
    }
  sheaf_book_put_label (writer, "total");
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error))
    return FALSE;
  sheaf_book_put_label (writer, "closing");
  put_balances (owners);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}

gboolean
sheaf_book_write_owners (SheafBookWriter *writer,
                         GError         **error)
{
  g_autoptr (GPtrArray) sheets = sheaf_book_sheets (writer, error);
  g_auto (GStrv) kinds = sheaf_book_options (writer, "split");

  if (sheets == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      Owners owners = { .writer = writer, .kinds = kinds };

      if (!write_sheet (&owners, sheets->pdata[i], error))
        return FALSE;
    }
  return sheets->len > 0 || sheaf_book_writer_empty (writer, error);
}
