/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open book in the window: title, side bar, pages, and the places visited. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_BOOK_VIEW (sheaf_book_view_get_type ())
G_DECLARE_FINAL_TYPE (SheafBookView, sheaf_book_view, SHEAF, BOOK_VIEW, AdwBin)

/* Shows a book from its overview on; NULL lets go of the book and its pages. */
void          sheaf_book_view_set_session (SheafBookView *view,
                                           SheafSession  *session);
SheafSession *sheaf_book_view_get_session (SheafBookView *view);

/* Goes to a page and a thing on it ("" for none); remembered for going back. */
void sheaf_book_view_go (SheafBookView *view,
                         const char    *page,
                         const char    *detail);
void sheaf_book_view_step (SheafBookView *view,
                           int            step);
void sheaf_book_view_toggle_sidebar (SheafBookView *view);

/* The page that is shown, and its name. */
GtkWidget  *sheaf_book_view_get_page (SheafBookView *view);
const char *sheaf_book_view_get_page_name (SheafBookView *view);
