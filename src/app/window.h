/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's window: the start page, or one open book. */
#pragma once

#include "app/book-view.h"

#include <adwaita.h>

#define SHEAF_TYPE_WINDOW (sheaf_window_get_type ())
G_DECLARE_FINAL_TYPE (SheafWindow, sheaf_window, SHEAF, WINDOW, AdwApplicationWindow)

SheafWindow *sheaf_window_new (GtkApplication *application);

/* Closes the book that is open and opens another; a failure is said in a dialog and leads to the
 * start page. */
void sheaf_window_open (SheafWindow *window,
                        const char  *path);

/* "start", "wait" or "book". */
const char *sheaf_window_get_state (SheafWindow *window);

SheafBookView *sheaf_window_get_book_view (SheafWindow *window);
