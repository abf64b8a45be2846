/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member's card beside the register, in its window and on paper. */
#include "book-fixture.h"

#include "app/documents/paper-dialog.h"
#include "app/members/explain-window.h"
#include "app/members/members-page-private.h"
#include "app/statements/report-window.h"
#include "app/widgets/report-chart.h"
#include "app/widgets/report-view.h"

#include <string.h>

static GtkWidget *
find_part (SheafMembersPage *page,
           const char       *name)
{
  GtkWidget *parts = book_fixture_part (GTK_WIDGET (page->card), "parts");

  for (GtkWidget *part = gtk_widget_get_first_child (parts); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (part), "sheaf-part"), name) == 0)
      return part;
  return NULL;
}

static gboolean
is_read (gpointer page)
{
  return find_part (page, "debts") != NULL;
}

static gboolean
has_rows (gpointer page)
{
  return sheaf_members_page_selected (page) != NULL;
}

/* The register with the member selected and the card read. */
static SheafMembersPage *
go (BookFixture *fixture,
    const char  *code)
{
  SheafMembersPage        *page = SHEAF_MEMBERS_PAGE (book_fixture_go (fixture, "members", code));
  const SheafRegisterLine *line;

  window_fixture_wait (has_rows, page);
  for (guint i = 0; i < 200; i++) /* the search waits until nothing more is typed */
    {
      line = sheaf_members_page_selected (page);
      if (line != NULL && g_str_equal (line->row->code, code))
        break;
      g_usleep (10000);
      window_fixture_settle ();
    }
  window_fixture_wait (is_read, page);
  return page;
}

/* Every part that the sample has something of (no year was shared by its last day); the bank has
 * its name. */
static void
test_everything_stands_beside_the_register (BookFixture  *fixture,
                                            gconstpointer data)
{
  static const char *const names[] = { "membership", "capital", "certificates", "delivered",
                                       "bought", "debts" };
  SheafMembersPage        *page = go (fixture, "TV001");
  GtkWidget               *card = GTK_WIDGET (page->card);
  GtkWidget               *rows;

  (void) data;
  g_assert_true (book_fixture_says (card, "Ngân hàng mẫu (không có thật)"));
  g_assert_true (book_fixture_says (card, "Capital committed"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *part = find_part (page, names[i]);

      g_test_message ("%s", names[i]);
      g_assert_nonnull (part);
      g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (part)));
    }
  g_assert_true (book_fixture_says (find_part (page, "capital"), "Paid in"));
  rows = find_part (page, "deliveries");
  g_assert_nonnull (rows);
  g_assert_null (gtk_expander_get_child (GTK_EXPANDER (rows))); /* made when looked at */
  gtk_expander_set_expanded (GTK_EXPANDER (rows), TRUE);
  g_assert_nonnull (gtk_expander_get_child (GTK_EXPANDER (rows)));
}

/* What is shut stays shut with the next member. */
static void
test_a_part_stays_shut (BookFixture  *fixture,
                        gconstpointer data)
{
  SheafMembersPage *page = go (fixture, "TV001");

  (void) data;
  gtk_expander_set_expanded (GTK_EXPANDER (find_part (page, "membership")), FALSE);
  page = go (fixture, "TV002");
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (find_part (page, "membership"))));
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (find_part (page, "debts"))));
}

/* Every figure of the chart stands in words, for screen readers and in the table behind it. */
static void
test_the_chart_has_words_and_a_table (BookFixture  *fixture,
                                      gconstpointer data)
{
  SheafMembersPage *page = go (fixture, "TV001");
  GtkWidget        *chart = window_fixture_find (GTK_WIDGET (page->card), SHEAF_TYPE_REPORT_CHART);
  GtkWidget        *table;
  const char       *words;

  (void) data;
  g_assert_nonnull (chart);
  g_assert_true (sheaf_report_chart_is_filled (SHEAF_REPORT_CHART (chart)));
  words = sheaf_report_chart_get_words (SHEAF_REPORT_CHART (chart));
  g_assert_nonnull (strstr (words, "2025"));
  g_assert_nonnull (strstr (words, "Capital at the end 170,000,000"));
  table = gtk_widget_get_next_sibling (chart);
  g_assert_true (GTK_IS_EXPANDER (table));
  gtk_expander_set_expanded (GTK_EXPANDER (table), TRUE);
  g_assert_true (book_fixture_says (table, "Capital at the end: 170,000,000"));
}

static gboolean
has_window (gpointer fixture)
{
  GtkWidget *dialog = book_fixture_find_dialog (fixture);

  return dialog != NULL && SHEAF_IS_REPORT_WINDOW (dialog);
}

static GtkWidget *
find_paper (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SHEAF_IS_PAPER_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

/* The paper is made when it can be printed. */
static gboolean
has_paper (gpointer data)
{
  GtkWidget *paper = find_paper ();
  GtkStack  *stack;

  (void) data;
  if (paper == NULL)
    return FALSE;
  stack = GTK_STACK (window_fixture_find (paper, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), !=, "nothing");
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "paper") == 0;
}

static void
test_the_whole_card_has_a_window_and_a_paper (BookFixture  *fixture,
                                              gconstpointer data)
{
  SheafMembersPage     *page = go (fixture, "TV001");
  const SheafCollected *collected;
  GtkWidget            *window;

  (void) data;
  g_signal_emit_by_name (page->view, "activate", 0); /* Enter on the member */
  window_fixture_wait (has_window, fixture);
  window = book_fixture_find_dialog (fixture);
  collected = sheaf_report_view_get_collected (
      SHEAF_REPORT_VIEW (window_fixture_find (window, SHEAF_TYPE_REPORT_VIEW)));
  g_assert_cmpstr (collected->head->code, ==, "member-card");
  book_fixture_act (window, "report.paper");
  window_fixture_wait (has_paper, NULL);
  gtk_window_close (GTK_WINDOW (find_paper ()));
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  book_fixture_act (GTK_WIDGET (page), "members.print-card");
  window_fixture_wait (has_paper, NULL);
  gtk_window_close (GTK_WINDOW (find_paper ()));
}

/* The bars are a line of the report's view as well. */
static gboolean
shows_chart (gpointer window)
{
  return window_fixture_find (window, SHEAF_TYPE_REPORT_CHART) != NULL;
}

static void
test_the_whole_card_draws_the_years (BookFixture  *fixture,
                                     gconstpointer data)
{
  SheafMembersPage *page = go (fixture, "TV001");
  GtkWidget        *window;

  (void) data;
  book_fixture_act (GTK_WIDGET (page), "members.card");
  window_fixture_wait (has_window, fixture);
  window = book_fixture_find_dialog (fixture);
  gtk_widget_activate_action (window_fixture_find (window, GTK_TYPE_LIST_VIEW),
                              "list.scroll-to-item", "u", 30);
  window_fixture_wait (shows_chart, window);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
has_answer (gpointer fixture)
{
  GtkWidget *dialog = book_fixture_find_dialog (fixture);

  return dialog != NULL && SHEAF_IS_EXPLAIN_WINDOW (dialog) &&
         gtk_widget_get_visible (book_fixture_part (dialog, "nothing"));
}

/* No year of the sample was shared by its last day: the window says so. */
static void
test_why_without_a_share (BookFixture  *fixture,
                          gconstpointer data)
{
  SheafMembersPage *page = go (fixture, "TV001");
  GtkWidget        *window;

  (void) data;
  book_fixture_act (GTK_WIDGET (page), "members.explain");
  window_fixture_wait (has_answer, fixture);
  window = book_fixture_find_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (book_fixture_part (window, "year_choice")));
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static gboolean
has_no_card (gpointer page)
{
  return !gtk_widget_get_visible (GTK_WIDGET (SHEAF_MEMBERS_PAGE (page)->card));
}

static gboolean
has_card (gpointer page)
{
  return !has_no_card (page) && is_read (page);
}

/* Where there is no room beside the list, Enter still opens the card. */
static void
test_a_narrow_page_leaves_the_card_to_its_window (BookFixture  *fixture,
                                                  gconstpointer data)
{
  SheafMembersPage *page = go (fixture, "TV001");

  (void) data;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 680, 600);
  window_fixture_wait (has_no_card, page);
  g_signal_emit_by_name (page->view, "activate", 0);
  window_fixture_wait (has_window, fixture);
  gtk_window_close (GTK_WINDOW (book_fixture_find_dialog (fixture)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  window_fixture_wait (has_card, page);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/member-card/everything-stands-beside-the-register",
                    test_everything_stands_beside_the_register);
  BOOK_FIXTURE_ADD ("/member-card/a-part-stays-shut", test_a_part_stays_shut);
  BOOK_FIXTURE_ADD ("/member-card/the-chart-has-words-and-a-table",
                    test_the_chart_has_words_and_a_table);
  BOOK_FIXTURE_ADD ("/member-card/the-whole-card-has-a-window-and-a-paper",
                    test_the_whole_card_has_a_window_and_a_paper);
  BOOK_FIXTURE_ADD ("/member-card/the-whole-card-draws-the-years",
                    test_the_whole_card_draws_the_years);
  BOOK_FIXTURE_ADD ("/member-card/without-a-share-the-explanation-says-so",
                    test_why_without_a_share);
  BOOK_FIXTURE_ADD ("/member-card/a-narrow-page-leaves-the-card-to-its-window",
                    test_a_narrow_page_leaves_the_card_to_its_window);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
