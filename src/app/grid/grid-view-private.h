/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view and its cells share. */
#pragma once

#include "app/grid/grid-view.h"

struct _SheafGridView
{
  AdwBin             parent_instance;
  GtkScrolledWindow *scroller;
  GtkColumnView     *view;
  SheafGridTable    *table;
  GPtrArray         *cells; /* of Cell: those that are there */
  guint              row;
  guint              column;
  guint              wanted_row;
  guint              wanted_column;
  guint              tries; /* left; 0: no cell is looked for */
};

typedef struct
{
  SheafGridView *view;
  GPtrArray     *all;  /* where the view finds it */
  GtkListItem   *item; /* NULL once it is gone */
  GtkEntry      *entry;
  guint          column;
  gboolean       filling; /* the program sets the text, no person */
} SheafGridCell;

/* FALSE while the cell stands at no row. */
gboolean sheaf_grid_cell_is_bound (const SheafGridCell *cell);
guint    sheaf_grid_cell_get_row (const SheafGridCell *cell);

/* Shows again what is wrong with it. */
void sheaf_grid_cell_show_mark (SheafGridCell *cell);

/* Writes out what was typed short; harmless when done twice. */
void sheaf_grid_cell_leave (SheafGridCell *cell);

/* What the factory of a column does; view as its data, the column's number with the factory. */
void sheaf_grid_cell_setup_cb (GtkListItemFactory *factory,
                               GtkListItem        *item,
                               SheafGridView      *view);
void sheaf_grid_cell_bind_cb (GtkListItemFactory *factory,
                              GtkListItem        *item,
                              SheafGridView      *view);
void sheaf_grid_cell_teardown_cb (GtkListItemFactory *factory,
                                  GtkListItem        *item,
                                  SheafGridView      *view);

/* Of the view: a cell in sight or NULL; what happens when a cell gets the focus. */
SheafGridCell *sheaf_grid_view_find_cell (SheafGridView *view,
                                          guint          row,
                                          guint          column);
void           sheaf_grid_view_enter (SheafGridCell *cell);
