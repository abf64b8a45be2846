/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of books of account (sổ kế toán). What a book looks like and which generator writes its
 * rows stands in data/books/CODE.ini; which books a chart has, in data/books/CHART.txt. */
#include "base/i18n.h"
#include "reports/book-private.h"
#include "reports/error.h"

#define BOOK(code, asks)                                                 \
  {                                                                      \
    code, SHEAF_REPORT_BOOK, asks, sheaf_book_write, sheaf_book_withheld \
  }

/* In the order of the Circular's list. */
const SheafReport sheaf_book_reports[] = {
  BOOK ("S01-HTX", "days"),
  BOOK ("S02a-HTX", "days"),
  BOOK ("S02b-HTX", "days"),
  BOOK ("S02c1-HTX", "days account"),
  BOOK ("S02c2-HTX", "days account"),
  BOOK ("S03a-HTX", "days"),
  BOOK ("S03a1-HTX", "days account item"),
  BOOK ("S03a2-HTX", "days account item"),
  BOOK ("S03a3-HTX", "days"),
  BOOK ("S03a4-HTX", "days"),
  BOOK ("S03b-HTX", "days account"),
  BOOK ("S04a-HTX", "days account item"),
  BOOK ("S04b-HTX", "days account item"),
  BOOK ("S05-HTX", "days account item"),
  BOOK ("S06-HTX", "days account product"),
  BOOK ("S07-HTX", "days account product"),
  BOOK ("S08-HTX", "days account product"),
  BOOK ("S09-HTX", "days account item"),
  BOOK ("S10-HTX", "days account item"),
  BOOK ("S11-HTX", "days account item"),
  BOOK ("S12-HTX", "days account party"),
  BOOK ("S13-HTX", "days account party currency"),
  BOOK ("S14-HTX", "days account party currency"),
  BOOK ("S15-HTX", "days party item"),
  BOOK ("S16-HTX", "days account product"),
  BOOK ("S17-HTX", "days account item"),
  BOOK ("S18-HTX", "days account item"),
  BOOK ("S19-HTX", "days account party item"),
  BOOK ("S20-HTX", "days"),
  BOOK ("S21-HTX", "days item"),
  BOOK ("S22-HTX", "days item"),
  BOOK ("S23-HTX", "days party product"),
  BOOK ("S24-HTX", "days party item"),
  BOOK ("S25-HTX", "days party item"),
  BOOK ("S26-HTX", "days party item"),
  BOOK ("S27-HTX", "days party item"),
  BOOK ("S28-HTX", "days"),
  BOOK ("S29-HTX", "days account item"),
  BOOK ("S30-HTX", "days party item"),
  BOOK ("S31-HTX", "party"),
  BOOK ("S32-HTX", "days account item"),
  BOOK ("S33-HTX", "days"),
  { 0 },
};

static const struct
{
  const char    *kind; /* [form] kind */
  SheafBookWrite write;
} generators[] = {
  { "detail", sheaf_book_write_detail },
  { "ledger", sheaf_book_write_ledger },
  { "journal", sheaf_book_write_journal },
  { "split", sheaf_book_write_split },
  { "owners", sheaf_book_write_owners },
  { "sales", sheaf_book_write_sales },
  { "stock", sheaf_book_write_stock },
  { "stock-sums", sheaf_book_write_stock_sums },
  { "vat", sheaf_book_write_vat },
  { "services", sheaf_book_write_services },
  { "capital", sheaf_book_write_capital },
  { "loans", sheaf_book_write_loans },
  { "loan-sums", sheaf_book_write_loan_sums },
  { "assets", sheaf_book_write_assets },
  { "asset-cards", sheaf_book_write_asset_cards },
  { "places", sheaf_book_write_places },
};

gboolean
sheaf_book_write (const SheafReport         *report,
                  SheafBook                 *book,
                  const SheafReportQuestion *question,
                  SheafReportSink           *sink,
                  GError                   **error)
{
  g_autoptr (SheafBookWriter)
      writer = sheaf_book_writer_new (report, book, question, sink, error);
  g_autofree char *kind = writer == NULL ? NULL : sheaf_book_option (writer, "kind");

  if (writer == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (generators); i++)
    if (g_strcmp0 (kind, generators[i].kind) == 0)
      return generators[i].write (writer, error) && sheaf_book_writer_finish (writer, error);
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_DATA,
               _ ("books/%s.ini: nothing writes a book of kind “%s”: install the program's data "
                  "again"),
               report->code, kind == NULL ? "" : kind);
  return FALSE;
}
