/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of items, and what a list leads to. */
#include "book-fixture.h"

#include "book/book.h"
#include "ledger/item.h"

static GtkWidget *
get_page (BookFixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

static SheafItem *
load_item (BookFixture *fixture,
           const char  *code)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  gint64 id = sheaf_item_find (book, code);

  return id != 0 ? sheaf_item_load (book, id, NULL) : NULL;
}

/* What the search leaves, not the list that was there before. */
static gboolean
lists_one_item (gpointer fixture)
{
  GtkColumnView *view = book_fixture_part (get_page (fixture), "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) == 1;
}

static void
test_an_item_is_entered_corrected_and_closed (BookFixture  *fixture,
                                              gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (SheafItem) item = NULL;
  g_autoptr (SheafItem) closed = NULL;

  (void) data;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)",
                                             "items", ""));
  window_fixture_settle ();
  book_fixture_act (get_page (fixture), "items.new");
  dialog = book_fixture_find_dialog (fixture);
  book_fixture_type (dialog, "code_row", "HD-THU");
  book_fixture_type (dialog, "name_row", "Hợp đồng thử");
  book_fixture_type (dialog, "due_row", "32/13/2025");
  book_fixture_act (dialog, "item.save");
  g_assert_true (book_fixture_has_problem (dialog));
  book_fixture_type (dialog, "due_row", "31/12/2025");
  book_fixture_act (dialog, "item.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  item = load_item (fixture, "HD-THU");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->name, ==, "Hợp đồng thử");
  g_assert_cmpint (sheaf_date_cmp (item->due, sheaf_date_new (2025, 12, 31)), ==, 0);
  /* A second one of that code is refused, in the dialog. */
  book_fixture_act (get_page (fixture), "items.new");
  dialog = book_fixture_find_dialog (fixture);
  book_fixture_type (dialog, "code_row", "HD-THU");
  book_fixture_type (dialog, "name_row", "Lần hai");
  book_fixture_act (dialog, "item.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  book_fixture_type (get_page (fixture), "search", "hop dong thu");
  window_fixture_wait (lists_one_item, fixture);
  window_fixture_settle ();
  book_fixture_act (get_page (fixture), "items.edit");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "code_row")), ==, "HD-THU");
  g_assert_false (gtk_widget_is_sensitive (book_fixture_part (dialog, "code_row")));
  book_fixture_type (dialog, "closed_row", "31/12/2025");
  book_fixture_act (dialog, "item.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  closed = load_item (fixture, "HD-THU");
  g_assert_cmpint (sheaf_date_cmp (closed->closed, sheaf_date_new (2025, 12, 31)), ==, 0);
}

static void
test_the_list_of_foreign_money_leads_to_the_rates (BookFixture  *fixture,
                                                   gconstpointer data)
{
  GtkWidget *button;

  (void) data;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)",
                                             "lists", "currencies"));
  window_fixture_settle ();
  button = gtk_widget_get_first_child (book_fixture_part (get_page (fixture), "acts"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (book_fixture_find_dialog (fixture)), ==, "SheafRatesDialog");
  gtk_window_close (GTK_WINDOW (book_fixture_find_dialog (fixture)));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/items/an-item-is-entered-corrected-and-closed",
                    test_an_item_is_entered_corrected_and_closed);
  BOOK_FIXTURE_ADD ("/items/the-list-of-foreign-money-leads-to-the-rates",
                    test_the_list_of_foreign_money_leads_to_the_rates);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
