/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page of an open book has: the session, a moment to read its figures, a place to go
 * to. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_PAGE (sheaf_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SheafPage, sheaf_page, SHEAF, PAGE, AdwBin)

struct _SheafPageClass
{
  AdwBinClass parent_class;

  /* The session is there: make the models. */
  void (*attach) (SheafPage *page);
  /* The page is shown and the book has changed since it was read, or it was never read. */
  void (*reload) (SheafPage *page);
  /* Go to a thing on the page ("12" of vouchers); only called with text in it. */
  void (*show_detail) (SheafPage  *page,
                       const char *detail);
  /* Put the focus where the work begins. */
  void (*focus) (SheafPage *page);
};

SheafSession *sheaf_page_get_session (SheafPage *page);

/* Called by the book's view. */
void sheaf_page_attach (SheafPage    *page,
                        SheafSession *session);
void sheaf_page_set_shown (SheafPage  *page,
                           gboolean    shown,
                           const char *detail);

/* After a page was filled anew: puts the focus where the work begins when what had it is gone, as a
 * list that turns out to be empty takes the focus with it and without one the page hears no key. */
void sheaf_page_keep_focus (SheafPage *page);

/* Runs a job of the session whose callback gets the page; the page stays alive until then. */
void sheaf_page_read (SheafPage          *page,
                      SheafJobFunc        func,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GDestroyNotify      free_result,
                      GAsyncReadyCallback callback);

/* The same for what may take long, so that other pages need not wait for it. */
void sheaf_page_read_long (SheafPage          *page,
                           SheafJobFunc        func,
                           gpointer            data,
                           GDestroyNotify      free_data,
                           GDestroyNotify      free_result,
                           GAsyncReadyCallback callback);

/* The result of such a job; a failure is shown in the page's window. NULL then, and when the page
 * has been closed meanwhile. */
gpointer sheaf_page_take (SheafPage    *page,
                          GAsyncResult *result);
