/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form on the page of vouchers of an open book, for tests that type vouchers. */
#pragma once

#include "book-fixture.h"

#include "ledger/draft.h"

/* The form on the page that is shown; a named part of it. */
GtkWidget *voucher_fixture_form (BookFixture *fixture);
gpointer   voucher_fixture_part (BookFixture *fixture,
                                 const char  *name);

/* A cell of a row, from 1, and its text. */
GtkWidget  *voucher_fixture_cell (BookFixture   *fixture,
                                  guint          row,
                                  SheafDraftCell cell);
const char *voucher_fixture_text (BookFixture   *fixture,
                                  guint          row,
                                  SheafDraftCell cell);
void        voucher_fixture_type (BookFixture   *fixture,
                                  guint          row,
                                  SheafDraftCell cell,
                                  const char    *text);

/* The voucher's own text. */
const char *voucher_fixture_description (BookFixture *fixture);

/* A new voucher with one row. */
void voucher_fixture_begin (BookFixture *fixture,
                            const char  *description,
                            const char  *debit,
                            const char  *credit,
                            const char  *amount);

/* Does an act of the form. */
void voucher_fixture_act (BookFixture *fixture,
                          const char  *action);

/* Does an act of the form that comes up as a dialog, and gives that. */
GtkWidget *voucher_fixture_open (BookFixture *fixture,
                                 const char  *action);

/* Posts what is typed, or answers the question that stands open; its id once it is posted. */
gint64 voucher_fixture_post (BookFixture *fixture);
gint64 voucher_fixture_accept (BookFixture *fixture);

/* The rows of a posted voucher, read beside the window: "131:KH01/5118 1000000; 131:KH01/3331
 * 100000". Free with g_free. */
char *voucher_fixture_rows (BookFixture *fixture,
                            gint64       id);

/* The book, for reading beside the window. */
SheafBook *voucher_fixture_read_book (BookFixture *fixture);

/* The question that stands over a dialog or the window; NULL when there is none. has_message: for
 * window_fixture_wait, with the fixture. */
GtkWidget *voucher_fixture_find_message (BookFixture *fixture);
gboolean   voucher_fixture_has_message (gpointer fixture);

/* For window_fixture_wait, with the fixture: a question stands open; findings stand below the rows;
 * a voucher is shown that can be reversed. */
gboolean voucher_fixture_has_question (gpointer fixture);
gboolean voucher_fixture_has_problems (gpointer fixture);
gboolean voucher_fixture_shows_posted (gpointer fixture);
