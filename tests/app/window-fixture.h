/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program inside a test: started without its own process, driven from within. */
#pragma once

#include "app/window.h"

/* Language, GTK, libadwaita and the application; call instead of gtk_test_init. language may be
 * NULL: English. */
GtkApplication *window_fixture_init (int        *argc,
                                     char     ***argv,
                                     const char *language);

/* Turns the main loop until nothing is left to do for a moment. */
void window_fixture_settle (void);

/* As above until the condition holds; the test fails after some seconds. */
void window_fixture_wait (gboolean (*condition) (gpointer data),
                          gpointer data);

/* Waits until a book is shown. */
void window_fixture_wait_for_book (SheafWindow *window);

/* Paints the window's widgets into a PNG. FALSE when nothing could be painted. */
gboolean window_fixture_save_png (GtkWidget  *window,
                                  const char *path);

/* The first widget of a type, the one given included; NULL when there is none. */
GtkWidget *window_fixture_find (GtkWidget *below,
                                GType      type);
