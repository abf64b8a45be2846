/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real book in a real window: the sample, worked on as a person would, without keys. */
#include "window-fixture.h"

#include "app/format.h"
#include "app/ledger/detail-dialog.h"
#include "app/ledger/entry-grid.h"
#include "app/ledger/voucher-form.h"
#include "app/sample.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"
#include "book/book.h"
#include "ledger/chart.h"

#include <glib/gstdio.h>

typedef struct
{
  char        *folder;
  char        *path;
  SheafWindow *window;
} Fixture;

static GtkApplication *application;
static char           *sample; /* made once; each test works on a copy */

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("sheaf-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.sheaf", NULL);
  to = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
  fixture->window = sheaf_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sheaf_window_open (fixture->window, fixture->path);
  window_fixture_wait_for_book (fixture->window);
}

/* After the window nothing may be left beside the book. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_settle ();
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  if (g_rmdir (fixture->folder) != 0)
    g_error ("something is left beside the book in %s", fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
go (Fixture    *fixture,
    const char *page,
    const char *detail)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)", page, detail));
  window_fixture_settle ();
}

static const char *
get_page_name (Fixture *fixture)
{
  return sheaf_book_view_get_page_name (sheaf_window_get_book_view (fixture->window));
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

/* A named part of the voucher's form. */
static gpointer
get_part (Fixture    *fixture,
          const char *name)
{
  GtkWidget *form = window_fixture_find (get_page (fixture), SHEAF_TYPE_VOUCHER_FORM);

  return gtk_widget_get_template_child (form, SHEAF_TYPE_VOUCHER_FORM, name);
}

/* A named part of the page or of a dialog. */
static gpointer
get_child (GtkWidget  *widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkWidget *
get_cell (Fixture       *fixture,
          guint          row,
          SheafDraftCell cell)
{
  return sheaf_entry_grid_get_cell (SHEAF_ENTRY_GRID (get_part (fixture, "grid")), row, cell);
}

static void
type (GtkWidget  *entry,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
type_voucher (Fixture    *fixture,
              const char *credit,
              const char *amount)
{
  go (fixture, "vouchers", "new");
  type (get_part (fixture, "description_entry"), "Thu tiền bán lá khô thử");
  type (get_cell (fixture, 1, SHEAF_DRAFT_DEBIT), "1111");
  type (get_cell (fixture, 1, SHEAF_DRAFT_CREDIT), credit);
  type (get_cell (fixture, 1, SHEAF_DRAFT_AMOUNT), amount);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_part (fixture, "grid"), action, NULL));
  window_fixture_settle ();
}

static gboolean
is_posted (gpointer data)
{
  GtkEditable *description = get_part (data, "description_entry");

  return *gtk_editable_get_text (description) == '\0';
}

static gboolean
shows_reversible_voucher (gpointer data)
{
  return gtk_widget_get_visible (get_part (data, "reverse_button")) &&
         gtk_widget_is_sensitive (get_part (data, "reverse_button"));
}

static gboolean
shows_problems (gpointer data)
{
  return gtk_widget_get_visible (get_part (data, "problems"));
}

static void
test_opens_on_its_overview (Fixture      *fixture,
                            gconstpointer data)
{
  GtkWidget *cash;

  (void) data;
  g_assert_cmpstr (get_page_name (fixture), ==, "overview");
  cash = get_child (get_page (fixture), "cash");
  /* The balances of cash and bank that the sample's own README tells at the year's end. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cash)), ==, "527,273,597");
}

static void
test_back_and_forward_walk_the_places (Fixture      *fixture,
                                       gconstpointer data)
{
  (void) data;
  go (fixture, "vouchers", "");
  go (fixture, "accounts", "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "vouchers");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "overview");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL));
  g_assert_cmpstr (get_page_name (fixture), ==, "vouchers");
  /* A new place from here forgets the way forward. */
  go (fixture, "members", "");
  (void) gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);
  g_assert_cmpstr (get_page_name (fixture), ==, "members");
  window_fixture_settle ();
}

static void
test_a_voucher_is_posted_found_and_reversed (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  (void) data;
  type_voucher (fixture, "5118", "1,5tr");
  act (fixture, "voucher.post");
  window_fixture_wait (is_posted, fixture);
  type (get_child (get_page (fixture), "search"),
        "la kho thu");
  act (fixture, "voucher.cancel");
  window_fixture_wait (shows_reversible_voucher, fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_part (fixture, "description_entry")), ==,
                   "Thu tiền bán lá khô thử");
  act (fixture, "voucher.reverse");
  dialog = GTK_WIDGET (g_list_model_get_item (gtk_window_get_toplevels (), 0));
  if (dialog == GTK_WIDGET (fixture->window))
    {
      g_object_unref (dialog);
      dialog = GTK_WIDGET (g_list_model_get_item (gtk_window_get_toplevels (), 1));
    }
  entry = get_child (dialog, "text_entry");
  /* Without a reason there is no reversal. */
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  type (entry, "Ghi nhầm");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  g_object_unref (dialog);
  window_fixture_settle ();
  g_assert_nonnull (g_strrstr (gtk_label_get_text (get_part (fixture, "state_label")), "revers"));
}

static void
test_a_refused_voucher_stays_with_its_cell_marked (Fixture      *fixture,
                                                   gconstpointer data)
{
  (void) data;
  /* Receivables need a party. */
  type_voucher (fixture, "131", "1000000");
  act (fixture, "voucher.post");
  window_fixture_wait (shows_problems, fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_part (fixture, "description_entry")), ==,
                   "Thu tiền bán lá khô thử");
  g_assert_true (sheaf_entry_is_marked (get_cell (fixture, 1, SHEAF_DRAFT_CREDIT_PARTY)));
  /* What is unknown is marked before anything is asked of the book. */
  type (get_cell (fixture, 1, SHEAF_DRAFT_CREDIT), "711");
  act (fixture, "voucher.post");
  g_assert_true (sheaf_entry_is_marked (get_cell (fixture, 1, SHEAF_DRAFT_CREDIT)));
}

static gboolean
lists_a_draft (gpointer data)
{
  GtkDropDown *views = get_child (get_page (data), "view_list");
  g_autoptr (GtkStringObject) drafts = g_list_model_get_item (gtk_drop_down_get_model (views), 1);

  return g_strcmp0 (gtk_string_object_get_string (drafts), "Drafts (1)") == 0;
}

static gboolean
shows_the_typed_text (gpointer data)
{
  GtkWidget *form = window_fixture_find (get_page (data), SHEAF_TYPE_VOUCHER_FORM);

  return sheaf_voucher_form_is_typing (SHEAF_VOUCHER_FORM (form)) &&
         g_strcmp0 (gtk_editable_get_text (get_part (data, "description_entry")),
                    "Thu tiền bán lá khô thử") == 0;
}

/* Put aside, found in the list, opened with every cell as typed, also what cannot be read. */
static void
test_a_draft_is_put_aside_and_taken_up (Fixture      *fixture,
                                        gconstpointer data)
{
  (void) data;
  type_voucher (fixture, "131", "mười");
  act (fixture, "voucher.put-aside");
  window_fixture_wait (lists_a_draft, fixture);
  g_assert_false (shows_the_typed_text (fixture));
  go (fixture, "vouchers", "drafts");
  g_signal_emit_by_name (get_child (get_page (fixture), "view"), "activate", 0);
  window_fixture_wait (shows_the_typed_text, fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_cell (fixture, 1, SHEAF_DRAFT_AMOUNT))),
                   ==, "mười");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_cell (fixture, 1, SHEAF_DRAFT_CREDIT))),
                   ==, "131");
}

static gboolean
shows_shares (gpointer data)
{
  GtkWidget *page = get_page (data);
  GtkWidget *proof = get_child (page, "proof");

  return *gtk_label_get_text (GTK_LABEL (proof)) != '\0';
}

static void
test_shares_add_up (Fixture      *fixture,
                    gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *proof;

  (void) data;
  go (fixture, "distribution", "");
  window_fixture_wait (shows_shares, fixture);
  page = get_page (fixture);
  proof = get_child (page, "proof");
  g_assert_nonnull (g_strrstr (gtk_label_get_text (GTK_LABEL (proof)), "difference 0 "));
}

static gboolean
shows_paper (gpointer data)
{
  GtkWidget *picture = window_fixture_find (get_page (data), GTK_TYPE_PICTURE);

  return gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

static void
test_papers_are_previewed (Fixture      *fixture,
                           gconstpointer data)
{
  GtkWidget *picture;

  (void) data;
  go (fixture, "papers", "B02-HTX");
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
  SheafWindow     *window = sheaf_window_new (application);
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

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

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
is_dialog_closed (gpointer data)
{
  return find_dialog (data) == NULL;
}

static gboolean
has_choices (gpointer dialog)
{
  const char *code = NULL;

  return sheaf_code_picker_get (get_child (dialog, "parent_picker"), &code, NULL) &&
         g_strcmp0 (code, "1121") == 0;
}

static gboolean
has_problem (gpointer dialog)
{
  return gtk_widget_get_visible (get_child (dialog, "problems"));
}

/* A detail under an account that has entries is refused in the dialog; under another it is opened,
 * with the next free number. */
static void
test_a_detail_account_is_opened (Fixture      *fixture,
                                 gconstpointer data)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2026, 5, 4) };
  GtkWidget       *dialog;
  g_autoptr (SheafBook) book = NULL;

  (void) data;
  go (fixture, "accounts", "");
  dialog = sheaf_detail_dialog_new (SHEAF_PAGE (get_page (fixture)), "1121");
  gtk_window_present (GTK_WINDOW (dialog));
  window_fixture_wait (has_choices, dialog);
  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "code_row")), ==, "11211");
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "role_row")));
  type (get_child (dialog, "name_row"), "Agribank");
  g_assert_true (gtk_widget_activate_action (dialog, "detail.open", NULL));
  window_fixture_wait (has_problem, dialog);
  sheaf_code_picker_set (get_child (dialog, "parent_picker"), "1218");
  g_signal_emit_by_name (get_child (dialog, "parent_picker"), "picked");
  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "code_row")), ==, "12181");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "role_row")));
  g_assert_true (gtk_widget_activate_action (dialog, "detail.open", NULL));
  window_fixture_wait (is_dialog_closed, fixture);
  window_fixture_settle ();
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_assert_cmpstr (sheaf_chart_by_code (sheaf_chart_get (book, NULL), "12181")->name, ==,
                   "Agribank");
}

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
  ADD ("/book/a-draft-is-put-aside-and-taken-up", test_a_draft_is_put_aside_and_taken_up);
  ADD ("/book/opens-on-its-overview", test_opens_on_its_overview);
  ADD ("/book/back-and-forward-walk-the-places", test_back_and_forward_walk_the_places);
  ADD ("/book/a-voucher-is-posted-found-and-reversed", test_a_voucher_is_posted_found_and_reversed);
  ADD ("/book/a-refused-voucher-stays-with-its-cell-marked",
       test_a_refused_voucher_stays_with_its_cell_marked);
  ADD ("/book/a-detail-account-is-opened", test_a_detail_account_is_opened);
  ADD ("/book/shares-add-up", test_shares_add_up);
  ADD ("/book/papers-are-previewed", test_papers_are_previewed);
  g_test_add_func ("/book/what-is-no-book-leads-to-the-start-page",
                   test_what_is_no_book_leads_to_the_start_page);
  result = g_test_run ();
  (void) g_remove (sample);
  (void) g_rmdir (folder);
  return result;
}
