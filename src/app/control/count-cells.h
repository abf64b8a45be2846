/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a sheet's grid that are not typed. */
#pragma once

#include <gtk/gtk.h>

/* The heads of the columns, in row 0; marked with N_(). */
void sheaf_count_cells_titles (GtkGrid           *grid,
                               const char *const *titles,
                               guint              n_titles);

/* A text, or a figure at the right. */
GtkLabel *sheaf_count_cells_label (GtkGrid    *grid,
                                   int         column,
                                   int         row,
                                   const char *text,
                                   gboolean    figure);

/* A figure that follows what is typed, so many letters wide: a label would lay the whole sheet out
 * anew with each key. */
GtkInscription *sheaf_count_cells_figure (GtkGrid *grid,
                                          int      column,
                                          int      row,
                                          guint    chars);
