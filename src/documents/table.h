/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables with a head that is repeated on each page and rows that are never split. */
#pragma once

#include "documents/text.h"

typedef struct
{
  const char *heading; /* may have line ends */
  /* merged over neighbouring columns that give the same one, on two levels at most: "Outer >
   * Inner"; NULL: none */
  const char *group;
  const char *mark;  /* sign in the row of marks ("A", "1"); NULL in all columns: no such row */
  float       width; /* points; 0: a share of what the others leave, by weight */
  float       weight;
  SheafAlign  align;
  gboolean    indents; /* the column that rows indent; none: the widest of text */
} SheafTableColumn;

typedef enum
{
  SHEAF_ROW_PLAIN = 0,
  SHEAF_ROW_BOLD = 1 << 0,
  SHEAF_ROW_ITALIC = 1 << 1,
  SHEAF_ROW_SHADED = 1 << 2, /* on light grey */
  SHEAF_ROW_KEEP = 1 << 3,   /* on the page of the row behind it */
} SheafRowStyle;

typedef struct _SheafTable SheafTable;

/* A table over the whole width at the place where drawing goes on, set in the given size. The
 * columns are copied; row_height is the least height of a row (0: as the text needs). */
SheafTable *sheaf_table_new (SheafDocument          *document,
                             const SheafTableColumn *columns,
                             guint                   n_columns,
                             float                   size,
                             float                   row_height);

/* A row with one text for each column (NULL or "": empty). Long texts wrap; indent moves the first
 * column that is aligned left and has a share of the width. */
void sheaf_table_add_row (SheafTable        *table,
                          SheafRowStyle      style,
                          guint              indent,
                          const char *const *cells);

/* Rows that end a page but the last, and begin the next: sums carried forward. cells gives the
 * texts of one (freed by the table with g_strfreev), given how many rows of the table stand above
 * it. */
typedef struct
{
  char **(*cells) (gboolean brought,
                   guint    drawn,
                   gpointer data);
  gpointer data;
} SheafTableCarry;

/* Before the first row. The carry is copied. */
void sheaf_table_set_carry (SheafTable            *table,
                            const SheafTableCarry *carry);

/* Draws what is left and frees the table. The last rows go to a new page when less than keep points
 * would be left below them, so that signatures never stand alone. */
void sheaf_table_finish (SheafTable *table,
                         float       keep);
