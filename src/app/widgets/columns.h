/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a GtkColumnView from a table: a title, a width and a function that writes the
 * record. */
#pragma once

#include <gtk/gtk.h>

typedef enum
{
  SHEAF_COLUMN_TEXT,   /* left, one line */
  SHEAF_COLUMN_FIGURE, /* right, tabular figures */
  SHEAF_COLUMN_DAY,    /* left, tabular figures */
  SHEAF_COLUMN_WORDS,  /* left, as many lines as it takes: for lists that fit in memory and time */
  SHEAF_COLUMN_CHIP,   /* left, a state in words on a coloured ground; empty text: nothing */
} SheafColumnKind;

typedef struct
{
  const char     *title; /* marked with N_() */
  SheafColumnKind kind;
  /* Negative: at least as much, and a part of what is left; 0: likewise, a usual least. */
  int width_px;
  /* The cell's text; free with g_free. Only called with a record that is there. */
  char *(*format) (gconstpointer record);
} SheafColumn;

/* Adds the columns; the rows are SheafListRow. Widths are fixed, or headers would jump while
 * scrolling. */
void sheaf_columns_add (GtkColumnView     *view,
                        const SheafColumn *columns,
                        guint              n_columns);

/* A CSS class for a whole row's cells, by its record; NULL for none. */
typedef const char *(*SheafRowStyle) (gconstpointer record);
void sheaf_columns_set_row_style (GtkColumnView *view,
                                  SheafRowStyle  style);

/* NULL: all rows look the same. */
SheafRowStyle sheaf_columns_get_row_style (GtkColumnView *view);

/* The same for the view's chips. */
void sheaf_columns_set_chip_style (GtkColumnView *view,
                                   SheafRowStyle  style);

/* Brings a row into sight, selects it if the model can, and works on a list just filled, where
 * moving the scroll bar does not. */
void sheaf_columns_scroll_to (GtkColumnView *view,
                              guint          position,
                              gboolean       focus);

/* Shows other rows in a view of single selections and selects the one at the position. Rows that go
 * take the focus with them: it stays in the list where it was in it, so that the next key is for
 * the row at work. */
void sheaf_columns_refill (GtkColumnView *view,
                           GListModel    *rows,
                           guint          position);

/* A fixed width, told for text of the normal size: a person may have chosen a larger one. */
void sheaf_columns_set_width (GtkColumnViewColumn *column,
                              int                  width_px);

/* The same for a width measured in the size of text that is shown now. Set the other first. */
void sheaf_columns_set_scaled_width (GtkColumnViewColumn *column,
                                     int                  width_px);

/* TRUE where somebody drew the column wider or narrower than it was told. */
gboolean sheaf_columns_is_drawn (GtkColumnViewColumn *column);

/* The column's entry in its table; NULL for one that was not added from a table. */
const SheafColumn *sheaf_columns_get_entry (GtkColumnViewColumn *column);

/* The column's width where it is shown: as told, or as somebody drew it. */
int sheaf_columns_get_width (GtkColumnViewColumn *column);

void sheaf_columns_set_shown (GtkColumnViewColumn *column,
                              gboolean             shown);
