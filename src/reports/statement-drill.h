/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers behind a figure of a statement, as a report. */
#pragma once

#include "reports/report.h"
#include "statements/rows.h"

/* Which figure: of a form ("B01-HTX"), a line ("130"; on F01-HTX an account), a column. */
typedef struct
{
  const char          *form;
  int                  year;
  SheafDate            to; /* SHEAF_DATE_NONE: the year's end */
  const char          *line;
  SheafStatementColumn column;
  const char          *language; /* of headings; NULL: vi */
} SheafStatementDrill;

/* Streams the rows (voucher_id leads to the voucher; 0 on balances and computed entries) and their
 * sum, which is the figure. Columns: account, date, number, description, debit, credit, amount.
 * Errors: those of sheaf_statement_compute and sheaf_statement_rows_open. */
gboolean sheaf_statement_drill_write (SheafBook                 *book,
                                      const SheafStatementDrill *drill,
                                      SheafReportSink           *sink,
                                      GError                   **error);
