/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What table.c and table-head.c share. */
#pragma once

#include "documents/table.h"
#include "reports/group.h"

#define SHEAF_TABLE_PAD_X SHEAF_MM (1.2)
#define SHEAF_TABLE_PAD_Y SHEAF_MM (0.45)
/* Of merged headings. */
#define SHEAF_TABLE_LEVELS 2

#define SHEAF_TABLE_THIN 0.4f
#define SHEAF_TABLE_THICK 0.8f

typedef struct
{
  char        **cells;
  SheafRowStyle style;
  guint         indent;
} SheafTableRow;

struct _SheafTable
{
  SheafDocument    *document;
  SheafTableColumn *columns;
  float            *edges; /* n + 1 of them */
  guint             n_columns;
  guint             main_column; /* the one that rows indent */
  float             size;
  float             row_height;
  GPtrArray        *groups;      /* of SheafReportColumn: the merged headings */
  float             bands[4];    /* heights of the head: two of groups, headings, marks */
  float             head_height; /* all of them */
  SheafTableCarry   carry;       /* without a function: pages carry nothing */
  guint             drawn;       /* rows, without those that carry */
  gboolean          headed;      /* the head stands on the current page */
  GQueue            pending;     /* of SheafTableRow *, not drawn yet */
};

/* The height that a text takes with air above and below. */
float sheaf_table_text_height (SheafTable    *table,
                               SheafTextStyle style,
                               const char    *text,
                               float          width);

/* Finds the heights of the head's bands, and draws the head where drawing goes on. */
void sheaf_table_head_measure (SheafTable *table);
void sheaf_table_head_draw (SheafTable *table);
