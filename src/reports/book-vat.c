/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tax on value added by the direct method (S20): owed before, due, paid, owed after. */
#include "ledger/vat.h"
#include "reports/book-private.h"

static gboolean
write_line (SheafBookWriter        *writer,
            const SheafVatBookLine *line,
            GError                **error)
{
  sheaf_book_put_text (writer, CELL_NUMBER, line->number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, line->date);
  sheaf_book_put_text (writer, CELL_DESCRIPTION, line->description);
  if (line->paid.units != 0)
    sheaf_book_put_money (writer, CELL_DEBIT, line->paid);
  if (line->payable.units != 0)
    sheaf_book_put_money (writer, CELL_CREDIT, line->payable);
  writer->row.voucher_id = line->voucher_id;
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

gboolean
sheaf_book_write_vat (SheafBookWriter *writer,
                      GError         **error)
{
  g_autoptr (SheafVatBook)
      book = sheaf_vat_book_load (writer->book, writer->from, writer->to, error);
  guint first;

  if (book == NULL || !sheaf_book_writer_head (writer, error) ||
      !sheaf_book_writer_section (writer, "", NULL, NULL, error))
    return FALSE;
  sheaf_book_put_label (writer, "opening");
  sheaf_book_put_money (writer, CELL_CREDIT, book->opening);
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error) ||
      !sheaf_book_writer_heading (writer, "adjustment", error) ||
      !sheaf_book_writer_heading (writer, "movements", error))
    return FALSE;
  first = writer->n_rows;
  for (guint i = 0; i < book->lines->len; i++)
    if (!write_line (writer, book->lines->pdata[i], error))
      return FALSE;
  sheaf_book_put_sum (writer, CELL_DEBIT, book->paid, first);
  sheaf_book_put_sum (writer, CELL_CREDIT, book->payable, first);
  sheaf_book_put_label (writer, "total");
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error))
    return FALSE;
  sheaf_book_put_label (writer, "closing");
  sheaf_book_put_money (writer, CELL_CREDIT, book->closing);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}
