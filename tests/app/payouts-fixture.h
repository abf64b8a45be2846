/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample with the income of 2025 shared and posted, nobody paid, on 4 May 2026; in a window. */
#pragma once

#include "book-fixture.h"
#include "app/payouts/list-dialog.h"
#include "payouts/standing.h"

/* As book_fixture_run. */
int payouts_fixture_run (int    argc,
                         char **argv,
                         void (*add_tests) (void));

/* The same on 4 May 2027, the income of 2026 shared as well and money for both in the cash box. */
int payouts_fixture_run_two_years (int    argc,
                                   char **argv,
                                   void (*add_tests) (void));

/* How the member stands with the share of 2025; what is read is kept until the next call. */
const SheafPayoutStanding *payouts_fixture_standing (BookFixture *fixture,
                                                     const char  *code);

/* How many members are in the state with it. */
guint payouts_fixture_count (BookFixture     *fixture,
                             SheafPayoutState state);

/* The page with the members read. */
GtkWidget *payouts_fixture_go (BookFixture *fixture,
                               const char  *detail);

/* The rows of a view of the page or a dialog. */
GListModel *payouts_fixture_rows (GtkWidget  *widget,
                                  const char *view);
guint       payouts_fixture_count_rows (GtkWidget  *widget,
                                        const char *view);

/* Does an act of the page, whose dialog comes up. */
GtkWidget *payouts_fixture_open_act (BookFixture *fixture,
                                     GtkWidget   *page,
                                     const char  *action);

/* For window_fixture_wait: with the fixture, a dialog is open; with a dialog for a new list, it was
 * looked at after the last change and can be paid, or not; with an entry, it is marked. */
gboolean payouts_fixture_is_dialog_there (gpointer fixture);
gboolean payouts_fixture_can_pay (gpointer dialog);
gboolean payouts_fixture_is_refused (gpointer dialog);
gboolean payouts_fixture_is_marked (gpointer entry);

/* A part of what a dialog for a new list shows of it. */
gpointer payouts_fixture_preview_part (GtkWidget  *dialog,
                                       const char *name);

/* The dialog for a new list, by the way; makes the list and closes the window with its papers. */
GtkWidget *payouts_fixture_propose (BookFixture *fixture,
                                    GtkWidget   *page,
                                    guint        way);
void       payouts_fixture_pay (BookFixture *fixture,
                                GtkWidget   *dialog);
