/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What report-paper.c and report-frame.c share: the report being put on paper. */
#pragma once

#include "documents/report-bars.h"
#include "documents/report-columns.h"
#include "documents/report-paper.h"
#include "documents/source.h"

typedef struct
{
  SheafReportSink      sink;
  SheafBook           *book;
  char                *language;
  SheafDate            day;
  SheafWriteBytes      write;
  gpointer             data;
  SheafSource         *source;
  SheafReportHead     *head;
  SheafReportSection  *section;
  GPtrArray           *columns; /* of the head or the section */
  SheafDocument       *document;
  SheafTable          *table;  /* NULL: the rows so far are looked at */
  GPtrArray           *looked; /* of SheafReportPaperRow */
  SheafReportPaperRow *last;   /* not drawn yet: the next tells if they stay together */
  GQueue               behind; /* of SheafReportPaperRow *: rows that may not be drawn yet */
  SheafReportPaperRow *above;  /* the last row on paper as far as that was asked */
  gint64              *sums;   /* of the rows drawn in this table */
  guint                summed; /* how many these are */
  SheafReportBars     *bars;   /* of a section that has them */
  guint                sections;
  guint                pages;
  gboolean             fields; /* the section's fields stand above its table */
  gboolean             words;  /* those of the section are not drawn yet */
} SheafReportPaper;

/* The heading of a sheet, with these fields of its section under the title. */
void sheaf_report_frame_heading (SheafReportPaper  *self,
                                 const char *const *fields);

/* The words above a section's table, where they are not drawn yet: on the page of what stands under
 * them, which is keep points high (0: never mind). */
void sheaf_report_frame_words (SheafReportPaper *self,
                               float             keep);

/* What stays together behind the last row. */
float sheaf_report_frame_end_height (SheafReportPaper *self);

/* "Sổ này có {pages} trang …", "Ngày mở sổ: {opened}". */
void sheaf_report_frame_foot (SheafReportPaper *self);
void sheaf_report_frame_signers (SheafReportPaper *self);
void sheaf_report_frame_notes (SheafReportPaper *self);

/* What stands on top of the pages that a sheet goes on over. */
char *sheaf_report_frame_running (SheafReportPaper *self);
