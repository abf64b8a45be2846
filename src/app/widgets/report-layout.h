/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of a report's table are on the screen. */
#pragma once

#include "reports/report.h"

#include <gtk/gtk.h>

/* Between a rule and the words beside it. */
#define SHEAF_REPORT_PADDING_PX 8

typedef struct
{
  GPtrArray *columns; /* of SheafReportColumn, not owned */
  int       *least;   /* px each column needs at least: words wrap, figures never */
  int       *natural; /* px that its longest cell takes */
  int       *x;       /* where each begins, for the width given last */
  int       *width;
  int        least_px; /* of all columns */
  int        for_px;   /* the width given last */
  int        digit_px;
  int        letter_px;
  int        wide_px; /* capitals */
} SheafReportLayout;

/* For columns and all rows under them: sections is a list of GPtrArray of SheafReportRow. The
 * widget's font is measured. */
SheafReportLayout *sheaf_report_layout_new (GtkWidget  *widget,
                                            GPtrArray  *columns,
                                            GPtrArray  *sections,
                                            const char *currency);
void               sheaf_report_layout_free (SheafReportLayout *layout);

/* Shares the width out: figures get what they need, words the rest, at most as much as is easy to
 * read across. */
void sheaf_report_layout_fit (SheafReportLayout *layout,
                              int                width_px);

/* The column at x, from 0; the last one beyond. */
guint sheaf_report_layout_column_at (const SheafReportLayout *layout,
                                     int                      x);

/* The cell's text on the widget; words are wrapped into the columns from this to last. */
PangoLayout *sheaf_report_layout_write (const SheafReportLayout *layout,
                                        GtkWidget               *widget,
                                        guint                    column,
                                        guint                    last,
                                        const char              *text,
                                        int                      indent_px,
                                        gboolean                 bold);
