/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a report's table: column heads, groups merged over them, the row of marks. */
#pragma once

#include "app/widgets/report-layout.h"

#define SHEAF_TYPE_REPORT_HEADING (sheaf_report_heading_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportHeading, sheaf_report_heading, SHEAF, REPORT_HEADING, GtkWidget)

GtkWidget *sheaf_report_heading_new (void);

/* The layout must stay until another, or NULL, is set. Of a sortable table each column's head is a
 * button; the signal "sort" (guint column) says which was pressed. */
void sheaf_report_heading_set_layout (SheafReportHeading *heading,
                                      SheafReportLayout  *layout,
                                      gboolean            sortable);

/* How far the table is scrolled to the left. */
void sheaf_report_heading_set_offset (SheafReportHeading *heading,
                                      int                 offset_px);

/* Marks the column that the rows are sorted by; direction 1 upwards, -1 downwards, 0 none. */
void sheaf_report_heading_set_sort (SheafReportHeading *heading,
                                    guint               column,
                                    int                 direction);
