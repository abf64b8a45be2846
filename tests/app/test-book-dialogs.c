/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs on an open book: search, settings, rates, revaluation, account help, a voucher's
 * paper. */
#include "book-fixture.h"

#include "app/rate-text.h"
#include "base/language.h"
#include "book/setting.h"
#include "helpers/currency.h"
#include "ledger/currency-rate.h"

static gboolean
shows_list (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")),
                    "list") == 0;
}

/* What was added is typed no more. */
static gboolean
is_added (gpointer dialog)
{
  GtkWidget *entry = book_fixture_part (dialog, "selling_entry");

  return *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0' && shows_list (dialog);
}

static gboolean
shows_nothing (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")),
                    "nothing") == 0;
}

static void
test_search_leads_to_the_account (BookFixture  *fixture,
                                  gconstpointer data)
{
  GtkWidget *dialog = book_fixture_open_dialog (fixture, "win.search", NULL);
  GtkWidget *search = book_fixture_part (dialog, "search");

  (void) data;
  book_fixture_type (dialog, "search", "qqqqq");
  window_fixture_wait (shows_nothing, dialog);
  book_fixture_type (dialog, "search", "1121");
  window_fixture_wait (shows_list, dialog);
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "list"), "1121"));
  g_signal_emit_by_name (search, "activate");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_cmpstr (
      sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window)), !=,
      "overview");
}

/* Few of each kind at first; “Show more” shows the rest. */
static void
test_search_shows_more_on_request (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget     *dialog = book_fixture_open_dialog (fixture, "win.search", NULL);
  GtkListBox    *list = book_fixture_part (dialog, "list");
  GtkListBoxRow *row;
  guint          few = 0, many = 0;
  int            more = -1;

  (void) data;
  book_fixture_type (dialog, "search", "mua");
  window_fixture_wait (shows_list, dialog);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++, few++)
    if (more < 0 && book_fixture_says (GTK_WIDGET (row), "Show more"))
      more = i;
  g_assert_cmpint (more, >=, 0);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, more));
  window_fixture_settle ();
  while (gtk_list_box_get_row_at_index (list, (int) many) != NULL)
    many++;
  g_assert_cmpuint (many, >, few);
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
has_rows (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")),
                    "rows") == 0;
}

/* The row of a group with a title. */
static GtkWidget *
find_row (GtkWidget  *below,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (below) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (below)), title) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static char *
read_setting (BookFixture *fixture,
              const char  *key)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  g_assert_nonnull (book);
  return sheaf_setting_find (book, key);
}

static void
test_settings_are_kept_or_refused_with_the_reason (BookFixture  *fixture,
                                                   gconstpointer data)
{
  GtkWidget       *dialog = book_fixture_open_dialog (fixture, "win.book-settings", NULL);
  GtkWidget       *row;
  g_autofree char *mode = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *sector = NULL;
  g_autofree char *director = NULL;

  (void) data;
  window_fixture_wait (has_rows, dialog);
  row = find_row (dialog, "Tax code");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "not a code");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Director")), "Trần Văn Thử");
  book_fixture_act (dialog, "settings.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  /* Nothing of it is kept. */
  director = read_setting (fixture, "director");
  g_assert_cmpstr (director, !=, "Trần Văn Thử");
  gtk_editable_set_text (GTK_EDITABLE (row), "0101234567");
  row = find_row (dialog, "Largest amount of a row (₫; empty: no limit)");
  gtk_editable_set_text (GTK_EDITABLE (row), "50tr");
  row = find_row (dialog, "Cash or bank below zero at a day’s end");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  row = find_row (dialog, "Sector");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1); /* agriculture */
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  book_fixture_act (dialog, "settings.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  mode = read_setting (fixture, "money-below-zero");
  limit = read_setting (fixture, "amount-limit");
  sector = read_setting (fixture, "sector");
  g_free (director);
  director = read_setting (fixture, "director");
  g_assert_cmpstr (mode, ==, "warn");
  g_assert_cmpstr (sector, ==, "fishery");
  g_assert_cmpstr (limit, ==, "50000000");
  g_assert_cmpstr (director, ==, "Trần Văn Thử");
}

static void
test_a_rate_is_added_and_a_wrong_one_marked (BookFixture  *fixture,
                                             gconstpointer data)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  GtkWidget       *dialog = book_fixture_open_dialog (fixture, "win.rates", NULL);
  g_autoptr (SheafBook) book = NULL;
  gint64 rate = 0;

  (void) data;
  book_fixture_type (dialog, "day_entry", "20/11/2025");
  book_fixture_type (dialog, "currency_entry", "QQQ");
  book_fixture_act (dialog, "rates.add");
  g_assert_true (gtk_widget_has_css_class (book_fixture_part (dialog, "currency_entry"), "error"));
  book_fixture_type (dialog, "currency_entry", "aud");
  book_fixture_type (dialog, "buying_entry", "16,600");
  book_fixture_type (dialog, "selling_entry", "x");
  book_fixture_act (dialog, "rates.add");
  g_assert_true (gtk_widget_has_css_class (book_fixture_part (dialog, "selling_entry"), "error"));
  book_fixture_type (dialog, "selling_entry", "16,800.50");
  book_fixture_act (dialog, "rates.add");
  window_fixture_wait (is_added, dialog);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_assert_true (sheaf_rate_find (book, "AUD", sheaf_date_new (2025, 11, 20), &rate, NULL, NULL));
  g_assert_cmpint (rate, ==, G_GINT64_CONSTANT (16700250000));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
has_answer (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")),
                    "reading") != 0;
}

static void
test_a_book_without_foreign_money_has_nothing_to_revalue (BookFixture  *fixture,
                                                          gconstpointer data)
{
  GtkWidget *dialog = book_fixture_open_dialog (fixture, "win.revalue", NULL);

  (void) data;
  window_fixture_wait (has_answer, dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")), ==,
                   "empty");
  book_fixture_act (dialog, "window.close");
}

/* 1,000 dollars bought at 26,000 stand at the sample's rate of 31 December, 26,230. */
static void
test_foreign_money_is_revalued_as_shown (BookFixture  *fixture,
                                         gconstpointer data)
{
  const SheafActor        actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  const TestCurrencyEntry bought = { .day = "2025-12-20",
                                     .debit = "1122",
                                     .credit = "1121",
                                     .debit_units = 100000,
                                     .rate = 26000 };
  SheafBook              *book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &actor, NULL);
  GtkWidget              *dialog;

  (void) data;
  g_assert_nonnull (book);
  test_currency_rate (book, "2025-12-31", "USD", 26230);
  test_currency_post (book, &bought);
  sheaf_book_free (book);
  dialog = book_fixture_open_dialog (fixture, "win.revalue", NULL);
  window_fixture_wait (has_answer, dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (book_fixture_part (dialog, "stack")), ==,
                   "list");
  g_assert_true (book_fixture_says (dialog, "Gain 230,000 · loss 0 (₫)"));
  book_fixture_act (dialog, "revaluation.post");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  /* A second time nothing differs. */
  dialog = book_fixture_open_dialog (fixture, "win.revalue", NULL);
  window_fixture_wait (has_answer, dialog);
  g_assert_true (book_fixture_says (dialog, "Nothing differs"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
is_told (gpointer dialog)
{
  return gtk_widget_get_first_child (book_fixture_part (dialog, "box")) != NULL;
}

static void
test_an_account_tells_what_it_is_for (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog = book_fixture_open_dialog (fixture, "win.account-help",
                                                g_variant_new ("s", "131"));

  (void) data;
  window_fixture_wait (is_told, dialog);
  g_assert_true (book_fixture_says (dialog, "Usual entries"));
  g_assert_true (book_fixture_says (dialog, "Each entry names a party."));
  book_fixture_act (dialog, "help.register");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_cmpstr (sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window)),
                   ==, "accounts");
  dialog = book_fixture_open_dialog (fixture, "win.account-help", g_variant_new ("s", "632"));
  window_fixture_wait (is_told, dialog);
  g_assert_true (book_fixture_says (dialog, "611"));
  /* There are no entries to go to. */
  g_assert_false (gtk_widget_activate_action (dialog, "help.register", NULL) &&
                  book_fixture_is_dialog_closed (fixture));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
shows_paper (gpointer dialog)
{
  GtkWidget *picture = window_fixture_find (dialog, GTK_TYPE_PICTURE);

  return picture != NULL && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

static void
test_a_voucher_has_its_paper (BookFixture  *fixture,
                              gconstpointer data)
{
  GtkWidget *dialog = book_fixture_open_dialog (fixture, "win.voucher-paper",
                                                g_variant_new ("(xs)", (gint64) 1, "1"));

  (void) data;
  window_fixture_wait (shows_paper, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_rates_are_read_as_people_type_them (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    gint64      rate;
  } cases[] = {
    { "25.400", "vi", G_GINT64_CONSTANT (25400000000) },
    { "25.400,5", "vi", G_GINT64_CONSTANT (25400500000) },
    { "25400.5", "vi", G_GINT64_CONSTANT (25400500000) },
    { "25,400.5", "en", G_GINT64_CONSTANT (25400500000) },
    { "25 400,25", "fr", G_GINT64_CONSTANT (25400250000) },
    { "170,25", "vi", G_GINT64_CONSTANT (170250000) },
    { "", "en", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 rate = -1;

      g_assert_true (sheaf_rate_text_parse (cases[i].text, cases[i].language, &rate, NULL));
      g_assert_cmpint (rate, ==, cases[i].rate);
    }
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *shown = sheaf_rate_text_format (G_GINT64_CONSTANT (25400500000), "vi");
    gint64           rate;

    g_assert_cmpstr (shown, ==, "25.400,5");
    g_assert_false (sheaf_rate_text_parse ("1,2,3.4.5", "en", &rate, &error));
    g_assert_nonnull (error);
  }
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/book-dialogs/search-leads-to-the-account", test_search_leads_to_the_account);
  BOOK_FIXTURE_ADD ("/book-dialogs/search-shows-more-on-request",
                    test_search_shows_more_on_request);
  BOOK_FIXTURE_ADD ("/book-dialogs/settings-are-kept-or-refused-with-the-reason",
                    test_settings_are_kept_or_refused_with_the_reason);
  BOOK_FIXTURE_ADD ("/book-dialogs/a-rate-is-added-and-a-wrong-one-marked",
                    test_a_rate_is_added_and_a_wrong_one_marked);
  BOOK_FIXTURE_ADD ("/book-dialogs/a-book-without-foreign-money-has-nothing-to-revalue",
                    test_a_book_without_foreign_money_has_nothing_to_revalue);
  BOOK_FIXTURE_ADD ("/book-dialogs/foreign-money-is-revalued-as-shown",
                    test_foreign_money_is_revalued_as_shown);
  BOOK_FIXTURE_ADD ("/book-dialogs/an-account-tells-what-it-is-for",
                    test_an_account_tells_what_it_is_for);
  BOOK_FIXTURE_ADD ("/book-dialogs/a-voucher-has-its-paper", test_a_voucher_has_its_paper);
  g_test_add_func ("/book-dialogs/rates-are-read-as-people-type-them",
                   test_rates_are_read_as_people_type_them);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
