/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs on an open book: search, settings, rates, revaluation, account help, a voucher's
 * paper. */
#include "window-fixture.h"

#include "app/format.h"
#include "app/rate-text.h"
#include "app/sample.h"
#include "base/language.h"
#include "book/setting.h"
#include "ledger/currency-rate.h"
#include "ledger/item.h"

#include <glib/gstdio.h>

typedef struct
{
  char        *folder;
  char        *path;
  SheafWindow *window;
} Fixture;

static GtkApplication *application;
static char           *sample;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("sheaf-dialogs-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.sheaf", NULL);
  to = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  fixture->window = sheaf_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sheaf_window_open (fixture->window, fixture->path);
  window_fixture_wait_for_book (fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_settle ();
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The dialog that is open over the window; NULL when there is none. */
static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != (gpointer) fixture->window && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_closed (gpointer fixture)
{
  return find_dialog (fixture) == NULL;
}

static GtkWidget *
open_dialog (Fixture    *fixture,
             const char *action,
             const char *format,
             ...)
{
  va_list    arguments;
  GVariant  *target = NULL;
  GtkWidget *dialog;

  if (format != NULL)
    {
      va_start (arguments, format);
      target = g_variant_new_va (format, NULL, &arguments);
      va_end (arguments);
    }
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
  window_fixture_settle ();
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  return dialog;
}

static gpointer
get_child (GtkWidget  *widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
type (GtkWidget  *widget,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (widget, name)), text);
}

static void
act (GtkWidget  *dialog,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (dialog, action, NULL));
  window_fixture_settle ();
}

static gboolean
shows_list (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (dialog, "stack")), "list") == 0;
}

static gboolean
shows_nothing (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (dialog, "stack")), "nothing") ==
         0;
}

static gboolean
has_problem (gpointer dialog)
{
  return gtk_widget_get_visible (get_child (dialog, "problems"));
}

/* TRUE when a label below holds the text. */
static gboolean
says (GtkWidget  *below,
      const char *text)
{
  if (GTK_IS_LABEL (below) && g_strrstr (gtk_label_get_text (GTK_LABEL (below)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_search_leads_to_the_account (Fixture      *fixture,
                                  gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "win.search", NULL);
  GtkWidget *search = get_child (dialog, "search");

  (void) data;
  type (dialog, "search", "qqqqq");
  window_fixture_wait (shows_nothing, dialog);
  type (dialog, "search", "1121");
  window_fixture_wait (shows_list, dialog);
  g_assert_true (says (get_child (dialog, "list"), "1121"));
  g_signal_emit_by_name (search, "activate");
  window_fixture_wait (is_closed, fixture);
  g_assert_cmpstr (
      sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window)), !=,
      "overview");
}

/* Few of each kind at first; “Show more” shows the rest. */
static void
test_search_shows_more_on_request (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkWidget     *dialog = open_dialog (fixture, "win.search", NULL);
  GtkListBox    *list = get_child (dialog, "list");
  GtkListBoxRow *row;
  guint          few = 0, many = 0;
  int            more = -1;

  (void) data;
  type (dialog, "search", "mua");
  window_fixture_wait (shows_list, dialog);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++, few++)
    if (more < 0 && says (GTK_WIDGET (row), "Show more"))
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
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (dialog, "stack")), "rows") == 0;
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
read_setting (Fixture    *fixture,
              const char *key)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  g_assert_nonnull (book);
  return sheaf_setting_find (book, key);
}

static void
test_settings_are_kept_or_refused_with_the_reason (Fixture      *fixture,
                                                   gconstpointer data)
{
  GtkWidget       *dialog = open_dialog (fixture, "win.book-settings", NULL);
  GtkWidget       *row;
  g_autofree char *mode = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *director = NULL;

  (void) data;
  window_fixture_wait (has_rows, dialog);
  row = find_row (dialog, "Tax code");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "not a code");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Director")), "Trần Văn Thử");
  act (dialog, "settings.save");
  window_fixture_wait (has_problem, dialog);
  /* Nothing of it is kept. */
  director = read_setting (fixture, "director");
  g_assert_cmpstr (director, !=, "Trần Văn Thử");
  gtk_editable_set_text (GTK_EDITABLE (row), "0101234567");
  row = find_row (dialog, "Largest amount of a row (₫; empty: no limit)");
  gtk_editable_set_text (GTK_EDITABLE (row), "50tr");
  row = find_row (dialog, "Cash or bank below zero at a day’s end");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  act (dialog, "settings.save");
  window_fixture_wait (is_closed, fixture);
  mode = read_setting (fixture, "money-below-zero");
  limit = read_setting (fixture, "amount-limit");
  g_free (director);
  director = read_setting (fixture, "director");
  g_assert_cmpstr (mode, ==, "warn");
  g_assert_cmpstr (limit, ==, "50000000");
  g_assert_cmpstr (director, ==, "Trần Văn Thử");
}

static void
test_a_rate_is_added_and_a_wrong_one_marked (Fixture      *fixture,
                                             gconstpointer data)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  GtkWidget       *dialog = open_dialog (fixture, "win.rates", NULL);
  g_autoptr (SheafBook) book = NULL;
  gint64 rate = 0;

  (void) data;
  type (dialog, "day_entry", "20/11/2025");
  type (dialog, "currency_entry", "QQQ");
  act (dialog, "rates.add");
  g_assert_true (gtk_widget_has_css_class (get_child (dialog, "currency_entry"), "error"));
  type (dialog, "currency_entry", "aud");
  type (dialog, "buying_entry", "16,600");
  type (dialog, "selling_entry", "x");
  act (dialog, "rates.add");
  g_assert_true (gtk_widget_has_css_class (get_child (dialog, "selling_entry"), "error"));
  type (dialog, "selling_entry", "16,800.50");
  act (dialog, "rates.add");
  window_fixture_wait (shows_list, dialog);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_assert_true (sheaf_rate_find (book, "AUD", sheaf_date_new (2025, 11, 20), &rate, NULL, NULL));
  g_assert_cmpint (rate, ==, G_GINT64_CONSTANT (16700250000));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
has_answer (gpointer dialog)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (dialog, "stack")), "reading") !=
         0;
}

static void
test_a_book_without_foreign_money_has_nothing_to_revalue (Fixture      *fixture,
                                                          gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "win.revalue", NULL);

  (void) data;
  window_fixture_wait (has_answer, dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (dialog, "stack")), ==, "empty");
  act (dialog, "window.close");
}

static gboolean
is_told (gpointer dialog)
{
  return gtk_widget_get_first_child (get_child (dialog, "box")) != NULL;
}

static void
test_an_account_tells_what_it_is_for (Fixture      *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "win.account-help", "s", "131");

  (void) data;
  window_fixture_wait (is_told, dialog);
  g_assert_true (says (dialog, "Usual entries"));
  g_assert_true (says (dialog, "Each entry names a party."));
  act (dialog, "help.register");
  window_fixture_wait (is_closed, fixture);
  g_assert_cmpstr (sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window)),
                   ==, "accounts");
  dialog = open_dialog (fixture, "win.account-help", "s", "632");
  window_fixture_wait (is_told, dialog);
  g_assert_true (says (dialog, "611"));
  /* There are no entries to go to. */
  g_assert_false (gtk_widget_activate_action (dialog, "help.register", NULL) &&
                  is_closed (fixture));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
shows_paper (gpointer dialog)
{
  GtkWidget *picture = window_fixture_find (dialog, GTK_TYPE_PICTURE);

  return picture != NULL && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

static void
test_a_voucher_has_its_paper (Fixture      *fixture,
                              gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "win.voucher-paper", "(xs)", (gint64) 1, "1");

  (void) data;
  window_fixture_wait (shows_paper, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

static SheafItem *
load_item (Fixture    *fixture,
           const char *code)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  gint64 id = sheaf_item_find (book, code);

  return id != 0 ? sheaf_item_load (book, id, NULL) : NULL;
}

static gboolean
lists_items (gpointer fixture)
{
  return g_strcmp0 (
             gtk_stack_get_visible_child_name (get_child (get_page (fixture), "list_stack")),
             "list") == 0;
}

static void
test_an_item_is_entered_corrected_and_closed (Fixture      *fixture,
                                              gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (SheafItem) item = NULL;
  g_autoptr (SheafItem) closed = NULL;

  (void) data;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)",
                                             "items", ""));
  window_fixture_settle ();
  act (get_page (fixture), "items.new");
  dialog = find_dialog (fixture);
  type (dialog, "code_row", "HD-THU");
  type (dialog, "name_row", "Hợp đồng thử");
  type (dialog, "due_row", "32/13/2025");
  act (dialog, "item.save");
  g_assert_true (has_problem (dialog));
  type (dialog, "due_row", "31/12/2025");
  act (dialog, "item.save");
  window_fixture_wait (is_closed, fixture);
  item = load_item (fixture, "HD-THU");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->name, ==, "Hợp đồng thử");
  g_assert_cmpint (sheaf_date_cmp (item->due, sheaf_date_new (2025, 12, 31)), ==, 0);
  /* A second one of that code is refused, in the dialog. */
  act (get_page (fixture), "items.new");
  dialog = find_dialog (fixture);
  type (dialog, "code_row", "HD-THU");
  type (dialog, "name_row", "Lần hai");
  act (dialog, "item.save");
  window_fixture_wait (has_problem, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  type (get_page (fixture), "search", "hop dong thu");
  window_fixture_wait (lists_items, fixture);
  window_fixture_settle ();
  act (get_page (fixture), "items.edit");
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "code_row")), ==, "HD-THU");
  g_assert_false (gtk_widget_is_sensitive (get_child (dialog, "code_row")));
  type (dialog, "closed_row", "31/12/2025");
  act (dialog, "item.save");
  window_fixture_wait (is_closed, fixture);
  closed = load_item (fixture, "HD-THU");
  g_assert_cmpint (sheaf_date_cmp (closed->closed, sheaf_date_new (2025, 12, 31)), ==, 0);
}

static void
test_the_list_of_foreign_money_leads_to_the_rates (Fixture      *fixture,
                                                   gconstpointer data)
{
  GtkWidget *button;

  (void) data;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)",
                                             "lists", "currencies"));
  window_fixture_settle ();
  button = gtk_widget_get_first_child (get_child (get_page (fixture), "acts"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (find_dialog (fixture)), ==, "SheafRatesDialog");
  gtk_window_close (GTK_WINDOW (find_dialog (fixture)));
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

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  int              result;

  application = window_fixture_init (&argc, &argv, NULL);
  sheaf_format_set_today (sheaf_date_new (2025, 12, 31));
  folder = g_dir_make_tmp ("sheaf-sample-XXXXXX", NULL);
  sample = g_build_filename (folder, "sample.sheaf", NULL);
  if (!sheaf_sample_make (sample, &error))
    g_error ("%s", error->message);
  ADD ("/book-dialogs/search-leads-to-the-account", test_search_leads_to_the_account);
  ADD ("/book-dialogs/search-shows-more-on-request", test_search_shows_more_on_request);
  ADD ("/book-dialogs/settings-are-kept-or-refused-with-the-reason",
       test_settings_are_kept_or_refused_with_the_reason);
  ADD ("/book-dialogs/a-rate-is-added-and-a-wrong-one-marked",
       test_a_rate_is_added_and_a_wrong_one_marked);
  ADD ("/book-dialogs/a-book-without-foreign-money-has-nothing-to-revalue",
       test_a_book_without_foreign_money_has_nothing_to_revalue);
  ADD ("/book-dialogs/an-account-tells-what-it-is-for", test_an_account_tells_what_it_is_for);
  ADD ("/book-dialogs/a-voucher-has-its-paper", test_a_voucher_has_its_paper);
  ADD ("/book-dialogs/an-item-is-entered-corrected-and-closed",
       test_an_item_is_entered_corrected_and_closed);
  ADD ("/book-dialogs/the-list-of-foreign-money-leads-to-the-rates",
       test_the_list_of_foreign_money_leads_to_the_rates);
  g_test_add_func ("/book-dialogs/rates-are-read-as-people-type-them",
                   test_rates_are_read_as_people_type_them);
  result = g_test_run ();
  (void) g_remove (sample);
  (void) g_rmdir (folder);
  return result;
}
