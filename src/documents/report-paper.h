/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any report as a paper: statements, books of account, lists. */
#pragma once

#include "base/file-stream.h"
#include "book/book.h"
#include "reports/report.h"

/* A sink that makes a PDF: the head as the regulation prints it, the table with merged headings and
 * a row of marks, sums carried from page to page where the report has words for it, page numbers,
 * foot lines, date and signers (never alone on a page), notes. The names of signers are those of
 * the book's settings. language is that of figures and days; day the one on which the paper is
 * signed, SHEAF_DATE_NONE: dots to be filled in by hand. Rows are drawn as they come; the file is
 * written when the report is finished. Errors: those of documents; SHEAF_DOCUMENTS_ERROR_PDF for a
 * report of more pages than anyone prints. */
SheafReportSink *sheaf_report_paper_new (SheafBook      *book,
                                         const char     *language,
                                         SheafDate       day,
                                         SheafWriteBytes write,
                                         gpointer        data,
                                         GError        **error);
void             sheaf_report_paper_free (SheafReportSink *sink);

/* The pages of the paper, once it was finished. */
guint sheaf_report_paper_pages (const SheafReportSink *sink);
