/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on the screen: its words, its tables, the total always in sight. */
#pragma once

#include "reports/collected.h"

#include <adwaita.h>

/* More rows than this are left to the paper and the sheet; the view says so. */
#define SHEAF_REPORT_VIEW_ROWS 10000

#define SHEAF_TYPE_REPORT_VIEW (sheaf_report_view_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportView, sheaf_report_view, SHEAF, REPORT_VIEW, AdwBin)

/* The signal "row-activated" (SheafReportRow *row, guint column) comes when a row was chosen by
 * Enter or a double click; the row belongs to the report shown. */

/* Takes the report; NULL: shows nothing. Where the same report is shown again, the place in it is
 * kept. currency tells the decimals of foreign amounts; NULL: none. */
void sheaf_report_view_show (SheafReportView *view,
                             SheafCollected  *collected,
                             const char      *currency);

/* The report shown, or NULL; owned by the view. */
const SheafCollected *sheaf_report_view_get_collected (SheafReportView *view);

/* Tells figures of one row apart: ← and → walk between them, a single click chooses one. A list
 * that can be sorted is walked likewise. */
void sheaf_report_view_set_cells (SheafReportView *view,
                                  gboolean         cells);

/* FALSE: what stands around the report names it already, so that it shows no title. */
void sheaf_report_view_set_named (SheafReportView *view,
                                  gboolean         named);

/* The width under which the table must be scrolled sideways, in pixels; 0 where there is none. */
int sheaf_report_view_get_least_width (SheafReportView *view);

/* The selected row, or NULL. */
const SheafReportRow *sheaf_report_view_get_row (SheafReportView *view);

/* Selects the row that a function says TRUE to, and brings it into sight. FALSE: there is none. */
gboolean sheaf_report_view_select (SheafReportView *view,
                                   gboolean (*is_it) (const SheafReportRow *row, gpointer data),
                                   gpointer data);

/* Sorts by a column as a click on its head does: upwards, downwards, as written. Only what is one
 * flat list can be sorted; FALSE for others. */
gboolean sheaf_report_view_sort (SheafReportView *view,
                                 guint            column);
