/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the view's own files. */
#pragma once

#include "app/widgets/report-heading.h"
#include "app/widgets/report-lines.h"
#include "app/widgets/report-title.h"
#include "app/widgets/report-view.h"

struct _SheafReportView
{
  AdwBin              parent_instance;
  SheafCollected     *collected;
  SheafReportLines   *lines;
  SheafReportPlace    place;
  gboolean            cells; /* figures of a row are told apart, and chosen by one click */
  char               *currency;
  GtkSingleSelection *selection;
  GPtrArray          *shown; /* of SheafReportLineRecord, in the order shown */
  guint               sort_column;
  int                 sort_direction;
  SheafReportLine    *total;

  SheafReportTitle   *title;
  SheafReportHeading *heading;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;
  GtkBox             *foot;
  GtkLabel           *cut;
};

/* The line shown there; NULL: none. */
const SheafReportLineRecord *sheaf_report_view_line_at (SheafReportView *view,
                                                        guint            position);

/* Tells that a row was chosen; NULL: nothing. */
void sheaf_report_view_activate (SheafReportView      *view,
                                 const SheafReportRow *row);

/* The marks in the lines in sight are drawn anew. */
void sheaf_report_view_redraw (SheafReportView *view);

/* A line answers to the mouse, the list to keys. */
void sheaf_report_view_watch_line (SheafReportView *view,
                                   GtkWidget       *line);
void sheaf_report_view_watch_list (SheafReportView *view);

/* The column where the person begins: the first of money. */
void sheaf_report_view_find_column (SheafReportView *view);
