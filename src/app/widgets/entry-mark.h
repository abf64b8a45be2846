/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says at an entry what is wrong with it: colour, icon, tooltip and the accessible state
 * together. */
#pragma once

#include <gtk/gtk.h>

/* Marks the entry with a message; NULL clears the mark. */
void sheaf_entry_mark (GtkWidget  *entry,
                       const char *message);

/* TRUE while the entry is marked. */
gboolean sheaf_entry_is_marked (GtkWidget *entry);
