/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the distribution of an open book, for tests that work on it. */
#pragma once

#include "book-fixture.h"

#include "app/distribution/plan-form.h"
#include "book/book.h"

#define YEAR 2025

/* What a wait looks at: a text in a label or a cell below the page. */
typedef struct
{
  GtkWidget  *page;
  const char *text;
} DistributionSaid;

/* A part of the page that can be pressed; the text of a label. */
gboolean    distribution_fixture_can (GtkWidget  *page,
                                      const char *button);
const char *distribution_fixture_text (gpointer    page,
                                       const char *label);

SheafPlanForm *distribution_fixture_form (gpointer page);

/* Types a value of the plan. */
void distribution_fixture_choose (GtkWidget  *page,
                                  const char *group,
                                  const char *key,
                                  const char *text);

/* Does an action of the page, whose dialog comes up. */
GtkWidget *distribution_fixture_ask (BookFixture *fixture,
                                     GtkWidget   *page,
                                     const char  *action);

/* Waits until the text is there. */
void distribution_fixture_wait_for (GtkWidget  *page,
                                    const char *text);

gboolean distribution_fixture_cell_says (GtkWidget  *below,
                                         const char *text);

/* For window_fixture_wait: with a DistributionSaid; with the page; with the fixture; with an
 * entry. */
gboolean distribution_fixture_says (gpointer said);
gboolean distribution_fixture_says_no_more (gpointer said);
gboolean distribution_fixture_can_save (gpointer page);
gboolean distribution_fixture_can_act (gpointer page);
gboolean distribution_fixture_cannot_act (gpointer page);
gboolean distribution_fixture_is_to_approve (gpointer page);
gboolean distribution_fixture_is_to_post (gpointer page);
gboolean distribution_fixture_is_to_pay (gpointer page);
gboolean distribution_fixture_has_dialog (gpointer fixture);
gboolean distribution_fixture_is_marked (gpointer entry);

/* The page of the closed year, its plan not yet saved. */
GtkWidget *distribution_fixture_go_to_closed (BookFixture *fixture);

/* Saves the plan; lets the meeting approve it. */
void distribution_fixture_save (GtkWidget *page);
void distribution_fixture_approve (BookFixture *fixture,
                                   GtkWidget   *page);

/* The book, for reading beside the window. */
SheafBook *distribution_fixture_read_book (BookFixture *fixture);

/* The thread that reads waits from now on, so that a test can do something while what it asked for
 * is not there yet. Ends it: after that everything that was asked for before has come. */
void distribution_fixture_hold (GtkWidget *page);
void distribution_fixture_go_on (GtkWidget *page);
