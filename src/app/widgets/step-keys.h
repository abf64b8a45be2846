/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing by the arrow keys alone, as lists of choices did for decades. */
#pragma once

#include <gtk/gtk.h>

/* Lets Up and Down choose without opening the list; GTK 4 would leave it for another widget. */
void sheaf_step_keys_add (GtkDropDown *list);
