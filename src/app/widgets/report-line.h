/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a report on the screen: words, a table's head, a row or the bars of it. */
#pragma once

#include "app/widgets/report-layout.h"

typedef enum
{
  SHEAF_REPORT_LINE_TITLE,
  SHEAF_REPORT_LINE_WORDS,
  SHEAF_REPORT_LINE_HEADING,
  SHEAF_REPORT_LINE_ROW,
  SHEAF_REPORT_LINE_CHART, /* the bars of the rows above */
} SheafReportLineKind;

/* What a line shows; all owned by the report. */
typedef struct
{
  SheafReportLineKind   kind;
  const char           *text;   /* of title and words */
  SheafReportLayout    *layout; /* of heading and row */
  const SheafReportRow *row;
  const GPtrArray      *columns; /* of chart: of SheafReportColumn */
  const GPtrArray      *rows;    /* of chart: of SheafReportRow */
} SheafReportLineRecord;

/* What all lines of a view share: it outlives them. */
typedef struct
{
  const char *currency;
  guint       column; /* where the person stands in the selected row */
  gboolean    cells;  /* columns are told apart when a row is chosen */
  gboolean    words;  /* those of words too */
} SheafReportPlace;

#define SHEAF_TYPE_REPORT_LINE (sheaf_report_line_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportLine, sheaf_report_line, SHEAF, REPORT_LINE, GtkWidget)

/* fixed: it stands outside the list and is scrolled by sheaf_report_line_set_offset (). */
GtkWidget *sheaf_report_line_new (const SheafReportPlace *place,
                                  gboolean                fixed);

/* NULL: shows nothing. */
void sheaf_report_line_set_record (SheafReportLine             *line,
                                   const SheafReportLineRecord *record);

const SheafReportLineRecord *sheaf_report_line_get_record (SheafReportLine *line);

/* How far the table is scrolled to the left, of a line that is not scrolled itself. */
void sheaf_report_line_set_offset (SheafReportLine *line,
                                   int              offset_px);
