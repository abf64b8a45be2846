/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in a real window: sorted, narrowed, of a past day, with debts, on paper. */
#include "members-fixture.h"

#include "app/documents/paper-dialog.h"
#include "app/models/list-row.h"
#include "reports/card.h"

static void
test_the_register_is_sorted_and_narrowed (BookFixture  *fixture,
                                          gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);
  guint             all = members_fixture_count (page);
  const char       *before = "";

  (void) data;
  g_assert_cmpuint (all, >, 20);
  gtk_drop_down_set_selected (page->order_list, SHEAF_REGISTER_BY_GIVEN);
  for (guint i = 0; i < all; i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (G_LIST_MODEL (page->selection), i);
      const SheafRegisterLine *line = sheaf_list_row_get_record (row);

      g_assert_cmpint (strcmp (before, line->keys[SHEAF_REGISTER_BY_GIVEN]), <=, 0);
      before = line->keys[SHEAF_REGISTER_BY_GIVEN];
    }
  gtk_drop_down_set_selected (page->who_list, SHEAF_REGISTER_OFFICIAL);
  g_assert_cmpuint (members_fixture_count (page), <, all);
  gtk_drop_down_set_selected (page->hamlet_list, 1);
  g_assert_cmpuint (members_fixture_count (page), >, 0);
  members_fixture_search (page, "nobody has this name");
  g_assert_cmpuint (members_fixture_count (page), ==, 0);
  book_fixture_act (GTK_WIDGET (page), "page.clear-filter");
  members_fixture_search (page, "");
  g_assert_cmpuint (members_fixture_count (page), ==, all);
  members_fixture_search (page, "nguyen van mau"); /* without accents */
  g_assert_cmpuint (members_fixture_count (page), ==, 1);
}

static gboolean
has_sums (gpointer page)
{
  return SHEAF_MEMBERS_PAGE (page)->rows->sums != NULL;
}

/* Whoever is asked singly owes what the list says. */
static void
test_debts_are_those_of_the_cards (BookFixture  *fixture,
                                   gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);
  g_autoptr (SheafBook) book = members_fixture_open_book (fixture);
  guint owing = 0;

  (void) data;
  window_fixture_wait (has_sums, page);
  for (guint i = 0; i < page->rows->lines->len; i++)
    {
      const SheafRegisterLine *line = page->rows->lines->pdata[i];
      g_autoptr (SheafCard) card = sheaf_card_load (book, line->row->party_id, page->rows->day,
                                                    NULL);
      SheafMoney owes, owed;

      g_assert_nonnull (card);
      sheaf_card_debts (card, &owes, &owed);
      g_assert_cmpint (line->sums->owes.units, ==, owes.units);
      g_assert_cmpint (line->sums->owed.units, ==, owed.units);
      owing += owes.units > 0;
    }
  g_assert_cmpuint (owing, >, 0);
}

static GtkColumnViewColumn *
find_column (SheafMembersPage *page,
             const char       *title)
{
  GListModel *columns = gtk_column_view_get_columns (page->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column; /* the view holds it */
    }
  g_assert_not_reached ();
}

static gboolean
is_arranged (gpointer page)
{
  return !gtk_column_view_column_get_visible (find_column (page, "Certificate"));
}

/* What has no room is left out until somebody asks for it, and stays so. */
static void
test_columns_fit_or_are_chosen (BookFixture  *fixture,
                                gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);
  GtkWidget        *button = GTK_WIDGET (page->columns_button);

  (void) data;
  window_fixture_wait (is_arranged, page);
  g_assert_true (gtk_column_view_column_get_visible (find_column (page, "Name")));
  g_assert_true (gtk_column_view_column_get_visible (find_column (page, "Paid in (₫)")));
  g_assert_true (gtk_widget_activate_action (button, "columns.certificate", NULL));
  g_assert_false (is_arranged (page));
  g_assert_true (gtk_widget_activate_action (button, "columns.paid", NULL));
  g_assert_false (gtk_column_view_column_get_visible (find_column (page, "Paid in (₫)")));
  g_assert_true (gtk_widget_activate_action (button, "columns.as-many-as-fit", NULL));
  g_assert_true (is_arranged (page));
  g_assert_true (gtk_column_view_column_get_visible (find_column (page, "Paid in (₫)")));
}

static void
test_the_register_is_a_paper (BookFixture  *fixture,
                              gconstpointer data)
{
  static const char *const acts[] = { "members.print-register", "members.print-contributions" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      GtkWidget *dialog = members_fixture_ask (fixture, members_fixture_go (fixture), acts[i]);

      g_assert_true (SHEAF_IS_PAPER_DIALOG (dialog));
      gtk_window_close (GTK_WINDOW (dialog));
      window_fixture_wait (book_fixture_is_dialog_closed, fixture);
    }
}

static gboolean
is_past (gpointer page)
{
  return gtk_widget_get_visible (SHEAF_MEMBERS_PAGE (page)->past_sign);
}

static gboolean
has_many (gpointer page)
{
  return members_fixture_count (page) > 20;
}

static void
test_a_past_day_is_told (BookFixture  *fixture,
                         gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);

  (void) data;
  g_assert_false (is_past (page));
  sheaf_date_entry_set (page->day_entry, sheaf_date_new (2019, 5, 11));
  g_signal_emit_by_name (page->day_entry, "changed-date");
  window_fixture_wait (is_past, page);
  g_assert_cmpuint (members_fixture_count (page), ==, 0); /* nobody had joined */
  book_fixture_act (GTK_WIDGET (page), "members.today");
  window_fixture_wait (has_many, page);
  g_assert_false (is_past (page));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/register/the-register-is-sorted-and-narrowed",
                    test_the_register_is_sorted_and_narrowed);
  BOOK_FIXTURE_ADD ("/register/debts-are-those-of-the-cards", test_debts_are_those_of_the_cards);
  BOOK_FIXTURE_ADD ("/register/columns-fit-or-are-chosen", test_columns_fit_or_are_chosen);
  BOOK_FIXTURE_ADD ("/register/the-register-is-a-paper", test_the_register_is_a_paper);
  BOOK_FIXTURE_ADD ("/register/a-past-day-is-told", test_a_past_day_is_told);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
