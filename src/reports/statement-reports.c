/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of statements. */
#include "reports/reports.h"

#include "reports/statement-report.h"

#define FORM(code)                                                      \
  {                                                                     \
    code, SHEAF_REPORT_STATEMENT, "days", sheaf_statement_report_write, \
        sheaf_statement_report_withheld                                 \
  }

const SheafReport sheaf_statement_reports[] = {
  FORM ("B01-HTX"),
  FORM ("B02-HTX"),
  { "B09-HTX", SHEAF_REPORT_STATEMENT, "days", sheaf_notes_report_write,
    sheaf_notes_report_withheld },
  FORM ("F01-HTX"),
  FORM ("F02-HTX"),
  FORM ("cash-flow-direct"),
  FORM ("cash-flow-indirect"),
  FORM ("SFP"),
  FORM ("SI"),
  FORM ("TB"),
  { 0 },
};
