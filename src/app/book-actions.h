/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions on the open book that belong to no page: search, settings, rates,
 * revaluation, what an account is for, a voucher's paper. */
#pragma once

#include <gtk/gtk.h>

/* For the window's class. */
void sheaf_book_actions_install (GtkWidgetClass *window_class);

/* While a book is open. */
void sheaf_book_actions_set_enabled (GtkWidget *window,
                                     gboolean   enabled);
