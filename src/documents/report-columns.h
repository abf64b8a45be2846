/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide a report's columns are on paper, and how large its text is. */
#pragma once

#include "documents/table.h"
#include "reports/report.h"

/* A row that decides the widths: a text for each column. */
typedef struct
{
  SheafReportRowKind kind;
  gboolean           bold;
  guint              indent;
  gboolean           keep; /* on the page of the row behind it */
  char             **cells;
  gint64            *figures; /* of columns that pages carry forward; others 0 */
} SheafReportPaperRow;

void sheaf_report_paper_row_free (SheafReportPaperRow *row);

/* Columns for sheaf_table_new, sharing the paper by their weights; but figures, days and the words
 * of headings get what they need. The texts belong to the report's columns. whole: the rows are all
 * there are, so that a form of many lines may be set smaller to stay on one sheet. Free with
 * g_free. */
SheafTableColumn *sheaf_report_columns_lay (SheafDocument   *document,
                                            const GPtrArray *columns,
                                            const GPtrArray *rows,
                                            float            room,
                                            float           *ret_size);

/* The column of running text: where sums are named. */
guint sheaf_report_columns_main (const GPtrArray *columns);
