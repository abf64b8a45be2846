/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any report as a workbook for spreadsheet programs.
 *
 * The form's heading, merged headings and marks stand above the figures, date, signers and notes
 * under them. Sums are live: "=SUM(…)" over the lines they count, "=C5+C7-C9" over the terms, each
 * with its figure so that nothing changes by opening. Codes and words stay text, whatever they look
 * like. A report whose sections begin pages has a sheet for each, up to two hundred; all others are
 * one sheet, the sections under each other. Figures of more than fifteen digits lose the last ones,
 * as spreadsheets hold no more. */
#pragma once

#include "base/file-stream.h"
#include "book/book.h"
#include "reports/report.h"

/* day is the one on which the report is signed, SHEAF_DATE_NONE: dots. The workbook is written when
 * the report is finished; a long one leaves memory as it comes. Errors: SHEAF_EXCHANGE_ERROR_FILE
 * when there is no room for it. */
SheafReportSink *sheaf_report_xlsx_new (SheafBook      *book,
                                        SheafDate       day,
                                        SheafWriteBytes write,
                                        gpointer        data);
void             sheaf_report_xlsx_free (SheafReportSink *sink);
