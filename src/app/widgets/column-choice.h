/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a list are shown: those that people chose, else as many as have room. */
#pragma once

#include <gtk/gtk.h>

/* One column, in the order of the view's columns. */
typedef struct
{
  const char *name; /* for the settings: "hamlet" */
  guint       rank; /* 0: always shown; the others need room in this order, the lowest first */
} SheafColumnChoice;

/* key: where the names of chosen columns are kept (an array of texts; none: as many as have room).
 * button gets a menu to choose from; NULL: nothing is chosen, and key is not asked. Titles are
 * those of the view's columns, which must be there. choices must stay. */
void sheaf_column_choice_add (GtkColumnView           *view,
                              const SheafColumnChoice *choices,
                              guint                    n_choices,
                              GtkMenuButton           *button,
                              const char              *key);

/* Looks again how many columns have room, after the widths were changed. */
void sheaf_column_choice_look_again (GtkColumnView *view);
