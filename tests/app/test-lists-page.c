/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks and lists in a window. */
#include "book-fixture.h"

#include "app/page.h"

typedef struct
{
  GtkWidget  *page;
  const char *stack_page;
} Awaited;

static gboolean
shows (gpointer data)
{
  const Awaited *awaited = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (awaited->page, "stack")),
                    awaited->stack_page) == 0;
}

static gboolean
is_quiet (gpointer page)
{
  return !gtk_widget_get_visible (book_fixture_part (page, "foot_spinner"));
}

/* The checks take long: a sign turns, and another list comes meanwhile, not after them. */
static void
test_checks_do_not_hold_other_lists_up (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "lists", "checks");
  GtkWidget *spinner = book_fixture_part (page, "foot_spinner");

  (void) data;
  if (gtk_widget_get_visible (spinner)) /* else the checks were done at once */
    g_assert_true (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  (void) book_fixture_go (fixture, "lists", "open");
  window_fixture_wait (shows, &(Awaited){ page, "list" });
  g_assert_true (book_fixture_says (page, "Công ty"));
  window_fixture_wait (is_quiet, page);
}

/* The answer to a list that is no longer chosen is not shown in the place of another. */
static void
test_the_list_chosen_last_is_shown (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "lists", "numbers");

  (void) data;
  (void) book_fixture_go (fixture, "lists", "checks");
  (void) book_fixture_go (fixture, "lists", "numbers");
  window_fixture_wait (shows, &(Awaited){ page, "list" });
  window_fixture_wait (is_quiet, page);
  g_assert_true (book_fixture_says (page, "Numbers of vouchers"));
  g_assert_true (book_fixture_says (page, "series"));
}

/* What was found is a sentence: it takes as many lines as it needs. */
static void
test_words_are_not_cut (BookFixture  *fixture,
                        gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "lists", "open");
  GtkWidget *label;

  (void) data;
  window_fixture_wait (shows, &(Awaited){ page, "list" });
  window_fixture_settle ();
  label = window_fixture_find (
      gtk_widget_get_last_child (book_fixture_part (page, "view")), GTK_TYPE_LABEL);
  g_assert_nonnull (label);
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/lists-page/checks-do-not-hold-other-lists-up",
                    test_checks_do_not_hold_other_lists_up);
  BOOK_FIXTURE_ADD ("/lists-page/the-list-chosen-last-is-shown",
                    test_the_list_chosen_last_is_shown);
  BOOK_FIXTURE_ADD ("/lists-page/words-are-not-cut", test_words_are_not_cut);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
