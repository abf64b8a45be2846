/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab leaves a list; the arrows walk its rows. */
#pragma once

#include <gtk/gtk.h>

/* For all lists and tables in the window: GTK 4.8 would take Tab through row after row. A cell that
 * is typed in keeps the key. */
void sheaf_tab_out_add (GtkWindow *window);

/* Moves the focus out of the list or table it is in; FALSE when it is in none, or typed in a
 * cell. */
gboolean sheaf_tab_out (GtkWindow       *window,
                        GtkDirectionType direction);
