/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real book in a real window: the sample, worked on as a person would, without keys. */
#include "book-fixture.h"

#include "app/ledger/detail-dialog.h"
#include "app/widgets/code-picker.h"
#include "book/book.h"
#include "ledger/chart.h"

#include <glib/gstdio.h>

static const char *
get_page_name (BookFixture *fixture)
{
  return sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window));
}

static GtkWidget *
get_page (BookFixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

static void
test_opens_on_its_overview (BookFixture  *fixture,
                            gconstpointer data)
{
  GtkWidget *cash;

  (void) data;
  g_assert_cmpstr (get_page_name (fixture), ==, "overview");
  cash = book_fixture_part (get_page (fixture), "cash");
  /* The balances of cash and bank that the sample's own README tells at the year's end. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cash)), ==, "527,273,597");
}

static void
test_back_and_forward_walk_the_places (BookFixture  *fixture,
                                       gconstpointer data)
{
  (void) data;
  (void) book_fixture_go (fixture, "vouchers", "");
  (void) book_fixture_go (fixture, "accounts", "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "vouchers");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "overview");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "vouchers");
  /* A new place from here forgets the way forward. */
  (void) book_fixture_go (fixture, "members", "");
  (void) gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);
  g_assert_cmpstr (get_page_name (fixture), ==, "members");
  window_fixture_settle ();
}

static gboolean
shows_shares (gpointer data)
{
  GtkWidget *page = get_page (data);
  GtkWidget *proof = book_fixture_part (page, "proof");

  return *gtk_label_get_text (GTK_LABEL (proof)) != '\0';
}

static void
test_shares_add_up (BookFixture  *fixture,
                    gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *proof;

  (void) data;
  (void) book_fixture_go (fixture, "distribution", "");
  window_fixture_wait (shows_shares, fixture);
  page = get_page (fixture);
  proof = book_fixture_part (page, "proof");
  g_assert_nonnull (g_strrstr (gtk_label_get_text (GTK_LABEL (proof)), "difference 0 "));
}

static gboolean
shows_paper (gpointer data)
{
  GtkWidget *picture = window_fixture_find (get_page (data), GTK_TYPE_PICTURE);

  return gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

static void
test_papers_are_previewed (BookFixture  *fixture,
                           gconstpointer data)
{
  GtkWidget *picture;

  (void) data;
  (void) book_fixture_go (fixture, "papers", "B02-HTX");
  window_fixture_wait (shows_paper, fixture);
  picture = window_fixture_find (get_page (fixture), GTK_TYPE_PICTURE);
  /* A4: √2 times as high as wide. */
  g_assert_cmpfloat_with_epsilon (
      gdk_paintable_get_intrinsic_aspect_ratio (gtk_picture_get_paintable (GTK_PICTURE (picture))),
      0.7071, 0.005);
}

static gboolean
shows_start (gpointer data)
{
  return g_strcmp0 (sheaf_window_get_state (data), "start") == 0;
}

static void
test_what_is_no_book_leads_to_the_start_page (void)
{
  g_autofree char *path = NULL;
  SheafWindow     *window = sheaf_window_new (book_fixture_application ());
  int              handle = g_file_open_tmp ("no-book-XXXXXX.sheaf", &path, NULL);

  g_assert_true (g_close (handle, NULL));
  g_assert_true (g_file_set_contents (path, "This is no book.", -1, NULL));
  gtk_window_present (GTK_WINDOW (window));
  sheaf_window_open (window, path);
  window_fixture_wait (shows_start, window);
  window_fixture_settle ();
  /* The window and the dialog that says why. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  (void) g_remove (path);
}

/* Its cents would be shown as đồng. */
static void
test_a_book_in_another_currency_is_refused (void)
{
  const SheafBookSpec spec = {
    .name = "Coop", .year = 2025, .chart = "intl", .law = "charter", .currency = "EUR"
  };
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autofree char *folder = g_dir_make_tmp ("sheaf-euro-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "euro.sheaf", NULL);
  SheafWindow     *window = sheaf_window_new (book_fixture_application ());
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, &error);
  GtkWidget *dialog;

  g_assert_no_error (error);
  sheaf_book_free (book);
  gtk_window_present (GTK_WINDOW (window));
  sheaf_window_open (window, path);
  window_fixture_wait (shows_start, window);
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (&(BookFixture){ .window = window });
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "kept in EUR"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
has_choices (gpointer dialog)
{
  const char *code = NULL;

  return sheaf_code_picker_get (book_fixture_part (dialog, "parent_picker"), &code, NULL) &&
         g_strcmp0 (code, "1121") == 0;
}

static gboolean
has_entries (gpointer page)
{
  return book_fixture_says (page, "entries · debit");
}

static gboolean
shows_vouchers (gpointer window)
{
  return g_strcmp0 (
             sheaf_book_view_get_page_name (sheaf_window_get_book_view (SHEAF_WINDOW (window))),
             "vouchers") == 0;
}

/* The year's entries come by pages; the last is in sight and leads to its voucher. */
static void
test_a_register_leads_to_vouchers (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget     *page = book_fixture_go (fixture, "accounts", "1111");
  GtkWidget     *account = book_fixture_part (page, "account");
  GtkColumnView *view = book_fixture_part (account, "view");
  GListModel    *entries;

  (void) data;
  window_fixture_wait (has_entries, page);
  entries = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_assert_cmpuint (g_list_model_get_n_items (entries), >, 10);
  g_assert_true (book_fixture_says (account, "1111"));
  g_signal_emit_by_name (view, "activate", g_list_model_get_n_items (entries) - 1);
  window_fixture_wait (shows_vouchers, fixture->window);
}

/* A detail under an account that has entries is refused in the dialog; under another it is opened,
 * with the next free number. */
static void
test_a_detail_account_is_opened (BookFixture  *fixture,
                                 gconstpointer data)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2026, 5, 4) };
  GtkWidget       *dialog;
  g_autoptr (SheafBook) book = NULL;

  (void) data;
  (void) book_fixture_go (fixture, "accounts", "");
  dialog = sheaf_detail_dialog_new (SHEAF_PAGE (get_page (fixture)), "1121");
  gtk_window_present (GTK_WINDOW (dialog));
  window_fixture_wait (has_choices, dialog);
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "code_row")), ==, "11211");
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "role_row")));
  book_fixture_type (dialog, "name_row", "Agribank");
  g_assert_true (gtk_widget_activate_action (dialog, "detail.open", NULL));
  window_fixture_wait (book_fixture_has_problem, dialog);
  sheaf_code_picker_set (book_fixture_part (dialog, "parent_picker"), "1218");
  g_signal_emit_by_name (book_fixture_part (dialog, "parent_picker"), "picked");
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "code_row")), ==, "12181");
  g_assert_false (gtk_widget_get_visible (book_fixture_part (dialog, "role_row")));
  g_assert_true (gtk_widget_activate_action (dialog, "detail.open", NULL));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_assert_cmpstr (sheaf_chart_by_code (sheaf_chart_get (book, NULL), "12181")->name, ==,
                   "Agribank");
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/book/opens-on-its-overview", test_opens_on_its_overview);
  BOOK_FIXTURE_ADD ("/book/back-and-forward-walk-the-places",
                    test_back_and_forward_walk_the_places);
  BOOK_FIXTURE_ADD ("/book/a-register-leads-to-vouchers", test_a_register_leads_to_vouchers);
  BOOK_FIXTURE_ADD ("/book/a-detail-account-is-opened", test_a_detail_account_is_opened);
  BOOK_FIXTURE_ADD ("/book/shares-add-up", test_shares_add_up);
  BOOK_FIXTURE_ADD ("/book/papers-are-previewed", test_papers_are_previewed);
  g_test_add_func ("/book/what-is-no-book-leads-to-the-start-page",
                   test_what_is_no_book_leads_to_the_start_page);
  g_test_add_func ("/book/a-book-in-another-currency-is-refused",
                   test_a_book_in_another_currency_is_refused);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
