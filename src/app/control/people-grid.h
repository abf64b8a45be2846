/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who counted: rows of name, office, for whom, as the forms ask. */
#pragma once

#include <gtk/gtk.h>

/* Fills a grid with rows for the people, "name; office; for whom" one a line, and some to spare. */
void sheaf_people_grid_show (GtkGrid    *grid,
                             const char *people,
                             gboolean    editable);

/* The same text of what is typed; NULL when nobody is named. Free with g_free. */
char *sheaf_people_grid_get (GtkGrid *grid);
