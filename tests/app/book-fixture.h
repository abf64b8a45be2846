/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of the sample in a window, for tests that work on an open book. */
#pragma once

#include "window-fixture.h"

typedef struct
{
  char        *folder;
  char        *path;
  SheafWindow *window;
} BookFixture;

/* Makes the sample, runs the tests that add_tests adds, on 31 December 2025, in English. */
int book_fixture_run (int    argc,
                      char **argv,
                      void (*add_tests) (void));

/* The same on what prepare makes of the sample (may be NULL). */
int book_fixture_run_on (int    argc,
                         char **argv,
                         void (*prepare) (const char *path),
                         void (*add_tests) (void));

/* The program that the tests run in, for windows without a book. */
GtkApplication *book_fixture_application (void);

/* Each test works on a copy of its own; after the window nothing may be left beside the book. */
void book_fixture_set_up (BookFixture  *fixture,
                          gconstpointer data);
void book_fixture_tear_down (BookFixture  *fixture,
                             gconstpointer data);

#define BOOK_FIXTURE_ADD(name, function) \
  g_test_add (name, BookFixture, NULL, book_fixture_set_up, function, book_fixture_tear_down)

/* The dialog that is open over the window; NULL when there is none. */
GtkWidget *book_fixture_find_dialog (BookFixture *fixture);

/* For window_fixture_wait, with the fixture. */
gboolean book_fixture_is_dialog_closed (gpointer fixture);

/* Does an action of the window, whose dialog comes up; target may be NULL. */
GtkWidget *book_fixture_open_dialog (BookFixture *fixture,
                                     const char  *action,
                                     GVariant    *target);

/* Answers a question, which goes. */
void book_fixture_answer (GtkWidget  *dialog,
                          const char *response);

/* Goes to a page and gives it. */
GtkWidget *book_fixture_go (BookFixture *fixture,
                            const char  *page,
                            const char  *detail);

/* A named part of a template. */
gpointer book_fixture_part (GtkWidget  *widget,
                            const char *name);
void     book_fixture_type (GtkWidget  *widget,
                            const char *part,
                            const char *text);
void     book_fixture_act (GtkWidget  *widget,
                           const char *action);

/* TRUE when a label below holds the text. */
gboolean book_fixture_says (GtkWidget  *below,
                            const char *text);

/* For window_fixture_wait, with a dialog: its part "problems" says something. */
gboolean book_fixture_has_problem (gpointer dialog);
