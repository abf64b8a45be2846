/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order to the bank: which form is asked, the one taken last is proposed, the file has what the
 * list pays. */
#include "payouts-fixture.h"

#include "app/act-dialog.h"
#include "app/payouts/payouts-jobs.h"
#include "app/settings.h"
#include "payouts/bank-order-form.h"

#include <glib/gstdio.h>

#define FORM_KEY "bank-order-form"
#define FORM "neutral"
#define OTHER_FORM "vn-mb"

/* The bank's forms in the order in which they are to be chosen from. */
static GPtrArray *
list_forms (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2026, 5, 4) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *forms = sheaf_bank_forms_job (book, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, >, 1);
  return forms;
}

static guint
find_form (const GPtrArray *forms,
           const char      *id)
{
  for (guint i = 0; i < forms->len; i++)
    if (g_str_equal (((SheafBankOrderForm *) forms->pdata[i])->id, id))
      return i;
  g_error ("there is no form %s", id);
}

/* The form's titles are what can be chosen. */
static void
assert_choices (GtkDropDown     *choice,
                const GPtrArray *forms)
{
  GListModel *titles = gtk_drop_down_get_model (choice);

  g_assert_cmpuint (g_list_model_get_n_items (titles), ==, forms->len);
  for (guint i = 0; i < forms->len; i++)
    {
      const SheafBankOrderForm *form = forms->pdata[i];

      g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), ==, form->title);
    }
}

/* The page with a list of two transfers, taken in another form before. */
static GtkWidget *
order_two (BookFixture *fixture)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_BANK);

  g_assert_true (g_settings_set_string (sheaf_settings (), FORM_KEY, OTHER_FORM));
  book_fixture_type (dialog, "only_entry", "TV001 TV002");
  payouts_fixture_pay (fixture, dialog);
  return page;
}

static GtkWidget *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_chooser (gpointer unused G_GNUC_UNUSED)
{
  return find_chooser () != NULL;
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_proposed (gpointer name)
{
  g_autofree char *proposed = gtk_file_chooser_get_current_name (
      GTK_FILE_CHOOSER (find_chooser ()));

  return g_strcmp0 (proposed, name) == 0;
}

/* What is typed is read by and by. */
static gboolean
is_chosen (gpointer path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_chooser ()));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;

  return g_strcmp0 (chosen, path) == 0;
}

/* Saves as a plain table in the folder; gives the path. */
static char *
save (const char *folder)
{
  GtkWidget *chooser;
  char      *path = g_build_filename (folder, "order.csv", NULL);

  window_fixture_wait (has_chooser, NULL);
  chooser = find_chooser ();
  window_fixture_wait (is_proposed, (gpointer) "bank-order-2025-1-" FORM ".xlsx");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), path);
  window_fixture_wait (is_chosen, path);
  window_fixture_settle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  window_fixture_wait (has_file, path);
  window_fixture_settle ();
  return path;
}

static void
test_the_form_is_asked (BookFixture  *fixture,
                        gconstpointer data)
{
  GtkWidget *page = order_two (fixture);
  g_autoptr (GPtrArray) forms = list_forms (fixture);
  guint            neutral = find_form (forms, FORM);
  GtkWidget       *dialog = payouts_fixture_open_act (fixture, page, "payouts.bank-file");
  g_autofree char *folder = g_dir_make_tmp ("sheaf-order-XXXXXX", NULL);
  g_autofree char *taken = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  (void) data;
  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  g_assert_true (book_fixture_says (dialog, "Which sheet does the bank’s program read?"));
  assert_choices (book_fixture_part (dialog, "choice_list"), forms);
  g_assert_cmpuint (gtk_drop_down_get_selected (book_fixture_part (dialog, "choice_list")), ==,
                    find_form (forms, OTHER_FORM));
  gtk_drop_down_set_selected (book_fixture_part (dialog, "choice_list"), neutral);
  book_fixture_answer (dialog, "accept");
  path = save (folder);
  taken = g_settings_get_string (sheaf_settings (), FORM_KEY);
  g_assert_cmpstr (taken, ==, FORM);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV00%u", i);
      g_autofree char *amount =
          g_strdup_printf (",%" G_GINT64_FORMAT ",VND,CHIA THU NHAP 2025 %s,",
                           payouts_fixture_standing (fixture, code)->ordered.units, code);

      g_assert_nonnull (strstr (text, amount));
    }
  g_assert_null (strstr (text, "TV003"));
  /* A co-op has one bank: its form is proposed the next time. */
  dialog = payouts_fixture_open_act (fixture, page, "payouts.bank-file");
  g_assert_cmpuint (gtk_drop_down_get_selected (book_fixture_part (dialog, "choice_list")), ==,
                    neutral);
  book_fixture_answer (dialog, "cancel");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_nothing_comes_of_a_form_not_taken (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget       *page = order_two (fixture);
  GtkWidget       *dialog = payouts_fixture_open_act (fixture, page, "payouts.bank-file");
  g_autofree char *taken = NULL;

  (void) data;
  gtk_drop_down_set_selected (book_fixture_part (dialog, "choice_list"), 0);
  book_fixture_answer (dialog, "cancel");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  g_assert_null (find_chooser ());
  taken = g_settings_get_string (sheaf_settings (), FORM_KEY);
  g_assert_cmpstr (taken, ==, OTHER_FORM);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts-order/the-form-is-asked-and-remembered", test_the_form_is_asked);
  BOOK_FIXTURE_ADD ("/payouts-order/nothing-comes-of-a-form-not-taken",
                    test_nothing_comes_of_a_form_not_taken);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run (argc, argv, add_tests);
}
