/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general journal (sổ nhật ký chung, S03a): every row by day, its debit account, then its
 * credit account, each on a line of its own. A million vouchers pass through here one by one. */
#include "reports/book-lines.h"
#include "reports/book-private.h"

typedef struct
{
  SheafBookWriter *writer;
  guint            n_lines; /* of the year so far */
  SheafMoney       debit, credit;
  const char      *posted;
  /* The last account on each side: rows come in runs. */
  gint64      ids[2];
  const char *codes[2];
  gboolean    on_journal[2];
} Journal;

static void
look_up (Journal *journal,
         guint    side,
         gint64   id)
{
  if (journal->ids[side] == id)
    return;
  journal->ids[side] = id;
  journal->codes[side] = sheaf_book_account_code (journal->writer, id);
  journal->on_journal[side] = sheaf_book_lines_has (journal->writer->chart, id);
}

static gboolean
write_side (Journal             *journal,
            const SheafEntryRow *row,
            guint                side,
            GError             **error)
{
  SheafBookWriter *writer = journal->writer;

  sheaf_book_put_day (writer, CELL_DATE, row->date);
  sheaf_book_put_text (writer, CELL_NUMBER, row->number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, row->date);
  sheaf_book_put_text (writer, CELL_DESCRIPTION, row->description);
  sheaf_book_put_text (writer, CELL_POSTED, journal->posted);
  sheaf_book_put_number (writer, CELL_LINE, ++journal->n_lines);
  sheaf_book_put_text (writer, CELL_CONTRA, journal->codes[side]);
  sheaf_book_put_money (writer, side == 0 ? CELL_DEBIT : CELL_CREDIT, row->amount);
  writer->row.voucher_id = row->voucher_id;
  writer->row.account_id = journal->ids[side];
  writer->row.keep = side == 0; /* an entry stands whole on a page, so that its sums balance */
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_row (const SheafEntryRow *row,
           gpointer             data,
           GError             **error)
{
  Journal *journal = data;

  look_up (journal, 0, row->debit_id);
  look_up (journal, 1, row->credit_id);
  if (!journal->on_journal[0])
    return TRUE;
  journal->debit = sheaf_money_add (journal->debit, row->amount);
  journal->credit = sheaf_money_add (journal->credit, row->amount);
  return write_side (journal, row, 0, error) && write_side (journal, row, 1, error);
}

gboolean
sheaf_book_write_journal (SheafBookWriter *writer,
                          GError         **error)
{
  g_autofree char *posted = sheaf_book_text (writer, "posted");
  Journal          journal = { .writer = writer, .posted = posted, .ids = { -1, -1 } };

  if (!sheaf_book_writer_head (writer, error) ||
      !sheaf_book_writer_section (writer, "", NULL, NULL, error) ||
      !sheaf_book_lines_before (writer->book, writer->from, &journal.n_lines, error) ||
      !sheaf_entry_each_row (writer->book, writer->from, writer->to, write_row, &journal, error))
    return FALSE;
  sheaf_book_put_sum (writer, CELL_DEBIT, journal.debit, 0);
  sheaf_book_put_sum (writer, CELL_CREDIT, journal.credit, 0);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}
