/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of money of a part of a report as bars: on the screen what report-bars draws on
 * paper. */
#pragma once

#include "reports/report.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_REPORT_CHART (sheaf_report_chart_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportChart, sheaf_report_chart, SHEAF, REPORT_CHART, GtkWidget)

GtkWidget *sheaf_report_chart_new (void);

/* Copies what it draws: a bar for each plain row (of SheafReportRow), named by the row's first
 * words. Columns (of SheafReportColumn) without a figure above 0 are left out, and where there is
 * not room for all bars, the first rows. title is what screen readers call it. rows NULL: shows
 * nothing. */
void sheaf_report_chart_show (SheafReportChart *chart,
                              const char       *title,
                              const GPtrArray  *columns,
                              const GPtrArray  *rows);

/* TRUE when there is something to draw. */
gboolean sheaf_report_chart_is_filled (SheafReportChart *chart);

/* All that is drawn in words, one sentence a row; owned by the chart. */
const char *sheaf_report_chart_get_words (SheafReportChart *chart);
