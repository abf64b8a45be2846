/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a new book needs, and where it shall lie. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_NEW_BOOK_DIALOG (sheaf_new_book_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafNewBookDialog, sheaf_new_book_dialog, SHEAF, NEW_BOOK_DIALOG, AdwWindow)

/* Makes the book on its own thread, then opens it in the parent by "win.open-path". */
GtkWidget *sheaf_new_book_dialog_new (GtkWindow *parent);

/* Begins with an older book, as if it had been chosen. */
void sheaf_new_book_dialog_take_old (SheafNewBookDialog *dialog,
                                     const char         *path);

/* Makes the book at a path, as if it had been chosen. */
void sheaf_new_book_dialog_make (SheafNewBookDialog *dialog,
                                 const char         *path);
