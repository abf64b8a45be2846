/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of money of a part of a report as bars, a small chart for each column. */
#pragma once

#include "documents/document.h"
#include "reports/report.h"

typedef struct _SheafReportBars SheafReportBars;

/* Of these columns; the first column of text names the bars. */
SheafReportBars *sheaf_report_bars_new (GPtrArray  *columns,
                                        const char *language);
void             sheaf_report_bars_free (SheafReportBars *bars);

/* Lines are taken, other rows are not. Only the last few are drawn. */
void sheaf_report_bars_take (SheafReportBars      *bars,
                             const SheafReportRow *row);

/* Draws them where drawing goes on, all on one page, each bar with its figure: grey, or hatched
 * of a time that was not over, so that they read in black and white. Columns where all is 0 are
 * left out. */
void sheaf_report_bars_draw (SheafReportBars *bars,
                             SheafDocument   *document);
