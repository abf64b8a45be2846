/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sheet-writer.c, sheet-head.c and sheet-name.c share. */
#pragma once

#include "exchange/sheet-formula.h"
#include "exchange/sheet-writer.h"

typedef struct
{
  SheafReportSink        sink;
  lxw_workbook          *workbook;
  const SheafSheetFrame *frame;
  SheafSheetFormats     *formats;
  SheafReportHead       *head;
  SheafReportSection    *section;
  GPtrArray             *columns; /* of the head or the section */
  lxw_worksheet         *sheet;
  GHashTable            *names;    /* of sheets, folded */
  SheafSheetRows        *rows;     /* of the section; NULL: they go over two sheets */
  GArray                *widths;   /* of guint, in letters, of this sheet's columns */
  guint                  next;     /* the row that is written next */
  guint                  on_sheet; /* sections */
  guint                  sheets;
  guint                  first_row; /* of the rows of the first section, under its headings */
  guint                  first_head;
} SheafSheetWriter;

/* How many columns the words around the table go over. */
guint sheaf_sheet_span (const SheafSheetWriter *self);

/* A line of words over columns from first to last, merged; nothing for NULL. Goes to the next
 * row. */
void sheaf_sheet_words (SheafSheetWriter *self,
                        const char       *text,
                        SheafSheetStyle   style);

/* The heading of the form at the top of a sheet; the headings of a table; what stands under the
 * last one. */
void sheaf_sheet_head (SheafSheetWriter *self);
void sheaf_sheet_table_head (SheafSheetWriter *self);
void sheaf_sheet_foot (SheafSheetWriter *self);

/* A name for a sheet that all programs take and that is not used yet. Free with g_free. */
char *sheaf_sheet_name (GHashTable *names,
                        const char *wish);
