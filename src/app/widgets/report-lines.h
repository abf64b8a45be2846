/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a report, in the order of the screen. */
#pragma once

#include "app/widgets/report-line.h"
#include "reports/collected.h"

typedef struct
{
  GPtrArray             *lines;   /* of SheafReportLineRecord */
  GPtrArray             *layouts; /* of SheafReportLayout */
  SheafReportLayout     *layout;  /* of all tables, NULL: they differ, each has its own head */
  SheafReportLineRecord *total;   /* kept out of the lines to stay in sight; NULL: none */
  gboolean               sortable;
} SheafReportLines;

/* Measures and arranges; the report must outlive it. */
SheafReportLines *sheaf_report_lines_new (GtkWidget            *widget,
                                          const SheafCollected *collected,
                                          const char           *currency);
void              sheaf_report_lines_free (SheafReportLines *lines);

/* The lines sorted by a column (direction 1 or -1), or as written (0). Of SheafReportLineRecord,
 * which stay the lines' own. */
GPtrArray *sheaf_report_lines_sort (const SheafReportLines *lines,
                                    guint                   column,
                                    int                     direction);
