/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows at once in a window: looked through while typed, saved as one act, or not at all. */
#include "book-fixture.h"

#include "app/grid/grid-view.h"
#include "capital/register.h"
#include "members/member.h"

#include <string.h>

/* What the file of the book says, past the window. */
static gboolean
has_member (BookFixture *fixture,
            const char  *code)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  return sheaf_member_find (book, code) != 0;
}

static SheafGridTable *
table_of (GtkWidget *dialog)
{
  return sheaf_grid_view_get_table (book_fixture_part (dialog, "grid"));
}

static void
set_row (GtkWidget         *dialog,
         guint              row,
         const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    sheaf_grid_table_set (table_of (dialog), row, i, cells[i]);
}

static GtkWidget *
open_grid (BookFixture *fixture,
           const char  *kind)
{
  return book_fixture_open_dialog (fixture, "win.enter-many", g_variant_new_string (kind));
}

static gboolean
says_wrong (gpointer dialog)
{
  return sheaf_grid_table_count_problems (table_of (dialog), SHEAF_PROBLEM_ERROR) > 0;
}

static gboolean
says_right (gpointer dialog)
{
  return strstr (gtk_label_get_text (book_fixture_part (dialog, "state")), "nothing found wrong") !=
         NULL;
}

static void
test_rows_are_looked_through_and_saved (BookFixture  *fixture,
                                        gconstpointer data)
{
  static const char *const one[] = { "TV901", "Nguyễn Thử Một", "1", "1/5/2025", NULL };
  static const char *const two[] = { "TV901", "Nguyễn Thử Hai", "Official member", "1/5/2025",
                                     NULL };
  GtkWidget               *dialog = open_grid (fixture, "members");

  (void) data;
  set_row (dialog, 0, one);
  set_row (dialog, 1, two);
  window_fixture_wait (says_wrong, dialog);
  g_assert_nonnull (sheaf_grid_table_get_problem (table_of (dialog), 1, 0));
  book_fixture_act (dialog, "grid.save"); /* refused: the dialog stays */
  window_fixture_settle ();
  g_assert_nonnull (book_fixture_find_dialog (fixture));
  g_assert_false (has_member (fixture, "TV901"));
  sheaf_grid_table_set (table_of (dialog), 1, 0, "TV902");
  window_fixture_wait (says_right, dialog);
  book_fixture_act (dialog, "grid.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_true (has_member (fixture, "TV901"));
  g_assert_true (has_member (fixture, "TV902"));
}

/* The first cell is typed in from the start. */
static gboolean
is_in_grid (gpointer dialog)
{
  GtkWidget *focus = gtk_window_get_focus (dialog);

  return focus != NULL && gtk_widget_is_ancestor (focus, book_fixture_part (dialog, "grid"));
}

static gboolean
is_written_out (gpointer dialog)
{
  return strcmp (sheaf_grid_table_get (table_of (dialog), 0, 0), "05/06/2025") == 0;
}

static void
test_typing_in_an_entry_reaches_the_table (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = open_grid (fixture, "capital");
  GtkWidget *entry;

  (void) data;
  window_fixture_wait (is_in_grid, dialog);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "5/6");
  sheaf_grid_view_focus (book_fixture_part (dialog, "grid"), 0, 1);
  window_fixture_wait (is_written_out, dialog);
  book_fixture_act (dialog, "grid.undo");
  g_assert_cmpuint (sheaf_grid_table_count (table_of (dialog)), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static gboolean
asks (gpointer fixture)
{
  return ADW_IS_MESSAGE_DIALOG (book_fixture_find_dialog (fixture));
}

static void
test_unsaved_rows_are_asked_for (BookFixture  *fixture,
                                 gconstpointer data)
{
  static const char *const one[] = { "TV903", "Nguyễn Thử Ba", NULL };
  GtkWidget               *dialog = open_grid (fixture, "members");

  (void) data;
  set_row (dialog, 0, one);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (asks, fixture);
  book_fixture_answer (book_fixture_find_dialog (fixture), "cancel");
  window_fixture_settle ();
  g_assert_cmpuint (sheaf_grid_table_count (table_of (dialog)), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (asks, fixture);
  book_fixture_answer (book_fixture_find_dialog (fixture), "accept");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_false (has_member (fixture, "TV903"));
}

static void
test_payments_write_their_vouchers (BookFixture  *fixture,
                                    gconstpointer data)
{
  const SheafActor         actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  static const char *const promise[] = { "30/12/2025", "TV001", "1", "1tr", NULL };
  static const char *const payment[] = { "30/12/2025", "TV001", "3", "1tr", "1", NULL };
  GtkWidget               *dialog = open_grid (fixture, "capital");
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) first = sheaf_register_list (book, sheaf_date_new (2025, 12, 31), NULL);
  const SheafRegisterRow *row = first->pdata[0];
  gint64                  paid = row->capital.paid.units;

  (void) data;
  set_row (dialog, 0, promise);
  set_row (dialog, 1, payment);
  sheaf_grid_table_set (table_of (dialog), 0, 1, row->code);
  sheaf_grid_table_set (table_of (dialog), 1, 1, row->code);
  window_fixture_wait (says_right, dialog);
  book_fixture_act (dialog, "grid.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  after = sheaf_register_list (book, sheaf_date_new (2025, 12, 31), NULL);
  g_assert_cmpint (((SheafRegisterRow *) after->pdata[0])->capital.paid.units, ==, paid + 1000000);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/grid-dialog/rows-are-looked-through-and-saved",
                    test_rows_are_looked_through_and_saved);
  BOOK_FIXTURE_ADD ("/grid-dialog/typing-in-an-entry-reaches-the-table",
                    test_typing_in_an_entry_reaches_the_table);
  BOOK_FIXTURE_ADD ("/grid-dialog/unsaved-rows-are-asked-for", test_unsaved_rows_are_asked_for);
  BOOK_FIXTURE_ADD ("/grid-dialog/payments-write-their-vouchers",
                    test_payments_write_their_vouchers);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
