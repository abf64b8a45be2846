/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a year in a window: the checklist, the closing, its undoing, locked months. */
#include "book-fixture.h"

#include "app/act-dialog.h"
#include "app/closing/closing-places.h"
#include "app/closing/year-set-dialog.h"
#include "app/widgets/report-view.h"
#include "book/book.h"
#include "ledger/closing.h"
#include "ledger/period.h"
#include "yearend/checklist.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  gboolean  closed;
  SheafDate locked_until;
} State;

static State
read_state (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  State state = { 0 };

  g_assert_true (sheaf_closing_is_closed (book, 2025, &state.closed, NULL));
  g_assert_true (sheaf_period_locked_until (book, &state.locked_until, NULL));
  return state;
}

static gboolean
has_looked (gpointer page)
{
  return !gtk_widget_get_visible (
      book_fixture_part (book_fixture_part (page, "list"), "progress_box"));
}

static GtkWidget *
go_to_closing (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "closing", "");

  window_fixture_wait (has_looked, page);
  window_fixture_settle ();
  return page;
}

static gboolean
is_closed (gpointer fixture)
{
  return read_state (fixture).closed;
}

static gboolean
is_open (gpointer fixture)
{
  return !read_state (fixture).closed;
}

static gboolean
is_locked (gpointer fixture)
{
  return !sheaf_date_is_none (read_state (fixture).locked_until);
}

static gboolean
is_unlocked (gpointer fixture)
{
  return sheaf_date_cmp (read_state (fixture).locked_until, sheaf_date_new (2025, 1, 31)) < 0;
}

static gboolean
says_locked (gpointer page)
{
  return book_fixture_says (page, "locked until");
}

static gboolean
says_closed (gpointer page)
{
  return book_fixture_says (page, "The year is closed");
}

static gboolean
has_dialog (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

static void
accept_act (BookFixture *fixture,
            const char  *reason)
{
  GtkWidget *dialog;

  window_fixture_wait (has_dialog, fixture);
  dialog = book_fixture_find_dialog (fixture);
  if (reason != NULL)
    book_fixture_type (dialog, "text_entry", reason);
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
}

static void
test_a_year_is_closed_and_opened_again (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *page = go_to_closing (fixture);

  (void) data;
  g_assert_false (read_state (fixture).closed);
  book_fixture_act (page, "closing.close");
  accept_act (fixture, NULL);
  window_fixture_wait (is_closed, fixture);
  page = go_to_closing (fixture);
  window_fixture_wait (says_closed, page); /* only then there is something to reopen */
  book_fixture_act (page, "closing.reopen");
  accept_act (fixture, "Hóa đơn đến muộn");
  window_fixture_wait (is_open, fixture);
}

static void
test_a_bad_rate_is_told_and_closes_nothing (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = go_to_closing (fixture);

  (void) data;
  gtk_drop_down_set_selected (book_fixture_part (page, "key_list"), SHEAF_CLOSING_BY_RATE);
  book_fixture_type (page, "rate_entry", "1.5");
  book_fixture_act (page, "closing.close");
  g_assert_null (book_fixture_find_dialog (fixture));
  g_assert_true (gtk_widget_get_visible (book_fixture_part (page, "key_problem")));
  g_assert_false (read_state (fixture).closed);
}

static void
test_a_month_is_locked_and_unlocked (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *page = go_to_closing (fixture);

  (void) data;
  book_fixture_act (page, "closing.lock");
  accept_act (fixture, NULL);
  window_fixture_wait (is_locked, fixture);
  g_assert_cmpint (
      sheaf_date_cmp (read_state (fixture).locked_until, sheaf_date_new (2025, 1, 31)), ==, 0);
  window_fixture_wait (says_locked, page);
  book_fixture_act (page, "closing.unlock");
  accept_act (fixture, "Bút toán thiếu");
  window_fixture_wait (is_unlocked, fixture);
}

static SheafReportView *
find_view (GtkWidget *below)
{
  if (SHEAF_IS_REPORT_VIEW (below))
    return SHEAF_REPORT_VIEW (below);
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SheafReportView *found = find_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Rows out of sight have no labels: the report itself is asked. */
static gboolean
is_in_report (SheafReportView *view,
              const char      *text)
{
  const SheafCollected *collected = sheaf_report_view_get_collected (view);

  for (guint s = 0; s < collected->sections->len; s++)
    {
      const SheafCollectedSection *section = collected->sections->pdata[s];

      for (guint r = 0; r < section->rows->len; r++)
        for (guint c = 0; c < 4; c++)
          {
            const SheafReportRow *row = section->rows->pdata[r];

            if (row->cells[c].text != NULL && strstr (row->cells[c].text, text) != NULL)
              return TRUE;
          }
    }
  return FALSE;
}

static void
test_the_entries_are_shown_before_they_are_posted (BookFixture  *fixture,
                                                   gconstpointer data)
{
  GtkWidget *page = go_to_closing (fixture);
  GtkWidget *window;

  (void) data;
  book_fixture_act (page, "closing.preview");
  for (guint i = 0; i < 200 && book_fixture_find_dialog (fixture) == NULL; i++)
    window_fixture_settle ();
  window = book_fixture_find_dialog (fixture);
  g_assert_nonnull (window);
  g_assert_true (book_fixture_says (window, "not posted yet"));
  g_assert_true (is_in_report (find_view (window), "Result after income tax"));
  g_assert_true (is_in_report (find_view (window), "say the same as before"));
  g_assert_false (read_state (fixture).closed);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
is_set_written (gpointer folder)
{
  g_autofree char *contents = g_build_filename (folder, "contents.csv", NULL);

  return g_file_test (contents, G_FILE_TEST_EXISTS);
}

static void
remove_set (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_the_whole_set_is_written_into_a_folder (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget       *page = go_to_closing (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "set", NULL);
  g_autofree char *statement = g_build_filename (folder, "B01-HTX-2025.pdf", NULL);

  (void) data;
  (void) sheaf_year_set_write (SHEAF_PAGE (page), folder);
  window_fixture_wait (is_set_written, folder);
  window_fixture_settle ();
  g_assert_true (g_file_test (statement, G_FILE_TEST_EXISTS));
  remove_set (folder);
}

/* What the row of a line of the checklist says. */
static gboolean
line_says (GtkWidget  *page,
           const char *name,
           const char *text)
{
  GtkListBox *rows = book_fixture_part (book_fixture_part (page, "list"), "list");

  for (int i = 0; gtk_list_box_get_row_at_index (rows, i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (rows, i));

      if (g_str_equal (gtk_widget_get_name (row), name))
        return book_fixture_says (row, text);
    }
  g_assert_not_reached ();
  return FALSE;
}

static void
test_each_line_says_how_it_stands_and_leads_on (BookFixture       *fixture,
                                                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = go_to_closing (fixture);

  for (guint i = 0; i < sheaf_checklist_count (); i++)
    g_assert_nonnull (sheaf_closing_place_find (sheaf_checklist_at (i)->name));
  g_assert_true (line_says (page, "months", "Still open"));
  g_assert_true (line_says (page, "statements", "Done"));
  g_assert_true (line_says (page, "checks", "Checks that fail: 0"));
  g_assert_false (book_fixture_says (page, "Looking…"));
}

static void
test_looking_can_be_stopped_and_begun_again (BookFixture       *fixture,
                                             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = go_to_closing (fixture);

  /* No turn of the main loop lies between the two. */
  g_assert_true (gtk_widget_activate_action (page, "closing.look-again", NULL));
  g_assert_false (has_looked (page));
  g_assert_true (gtk_widget_activate_action (page, "closing.stop", NULL));
  g_assert_true (has_looked (page));
  g_assert_true (line_says (page, "checks", "Not looked at"));
  window_fixture_settle ();
  g_assert_true (line_says (page, "checks", "Not looked at"));
  book_fixture_act (page, "closing.look-again");
  window_fixture_wait (has_looked, page);
  g_assert_true (line_says (page, "checks", "Checks that fail: 0"));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/closing-page/a-year-is-closed-and-opened-again",
                    test_a_year_is_closed_and_opened_again);
  BOOK_FIXTURE_ADD ("/closing-page/each-line-says-how-it-stands-and-leads-on",
                    test_each_line_says_how_it_stands_and_leads_on);
  BOOK_FIXTURE_ADD ("/closing-page/looking-can-be-stopped-and-begun-again",
                    test_looking_can_be_stopped_and_begun_again);
  BOOK_FIXTURE_ADD ("/closing-page/a-bad-rate-is-told-and-closes-nothing",
                    test_a_bad_rate_is_told_and_closes_nothing);
  BOOK_FIXTURE_ADD ("/closing-page/a-month-is-locked-and-unlocked",
                    test_a_month_is_locked_and_unlocked);
  BOOK_FIXTURE_ADD ("/closing-page/the-whole-set-is-written-into-a-folder",
                    test_the_whole_set_is_written_into_a_folder);
  BOOK_FIXTURE_ADD ("/closing-page/the-entries-are-shown-before-they-are-posted",
                    test_the_entries_are_shown_before_they_are_posted);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
