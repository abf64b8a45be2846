/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate desk in a window: what is due, acts, papers, refusals. The sample has nineteen in
 * force, two to issue (TV018, TV025), one to exchange (TV005), two that ended. */
#include "book-fixture.h"

#include "app/act-dialog.h"
#include "app/capital/certificate-desk.h"
#include "app/documents/paper-dialog.h"
#include "book/book.h"
#include "capital/certificate-due.h"

#include <string.h>

#define DAY sheaf_date_new (2025, 12, 31)

static SheafBook *
open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = DAY };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

static guint
count_due (BookFixture         *fixture,
           SheafCertificateKind event)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, DAY, NULL);
  guint found = 0;

  for (guint i = 0; i < dues->len; i++)
    found += ((SheafCertificateDue *) dues->pdata[i])->event == event;
  return found;
}

/* The number that the member holds; free with g_free, NULL: none. */
static char *
number_of (BookFixture *fixture,
           const char  *code)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (book, DAY, NULL);

  for (guint i = 0; i < standing->len; i++)
    if (strcmp (((SheafCertificate *) standing->pdata[i])->code, code) == 0)
      return g_strdup (((SheafCertificate *) standing->pdata[i])->number);
  return NULL;
}

static gboolean
is_none_to_issue (gpointer fixture)
{
  return count_due (fixture, SHEAF_CERTIFICATE_ISSUE) == 0;
}

static gboolean
is_one_to_issue (gpointer fixture)
{
  return count_due (fixture, SHEAF_CERTIFICATE_ISSUE) == 1;
}

static gboolean
is_none_to_exchange (gpointer fixture)
{
  return count_due (fixture, SHEAF_CERTIFICATE_EXCHANGE) == 0;
}

static gboolean
is_reissued (gpointer fixture)
{
  g_autofree char *number = number_of (fixture, "TV001");

  return g_strcmp0 (number, "GCN-0022") == 0;
}

static gboolean
is_withdrawn (gpointer fixture)
{
  g_autofree char *number = number_of (fixture, "TV001");

  return number == NULL;
}

static GListModel *
rows_of (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (page, "view")));
}

static gboolean
has_rows (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page)) > 0;
}

static GtkWidget *
go_to_page (BookFixture *fixture,
            const char  *member)
{
  GtkWidget *page = book_fixture_go (fixture, "certificates", member);

  window_fixture_wait (has_rows, page);
  window_fixture_settle ();
  return page;
}

static GtkWidget *
open_act (BookFixture *fixture,
          GtkWidget   *page,
          const char  *action)
{
  GtkWidget *dialog;

  book_fixture_act (page, action);
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  return dialog;
}

static void
show (GtkWidget *page,
      guint      view)
{
  gtk_drop_down_set_selected (book_fixture_part (page, "show_list"), view);
  window_fixture_settle ();
}

/* TRUE when nothing comes up: the row does not allow the act. */
static gboolean
is_barred (BookFixture *fixture,
           GtkWidget   *page,
           const char  *action)
{
  (void) gtk_widget_activate_action (page, action, NULL);
  window_fixture_settle ();
  return book_fixture_find_dialog (fixture) == NULL;
}

static void
test_all_due_are_issued_in_one_act (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "");
  GtkWidget *dialog;

  (void) data;
  g_assert_true (book_fixture_says (page, "in force 19 · to issue 2 · to exchange 1"));
  dialog = open_act (fixture, page, "certificates.issue-due");
  g_assert_true (book_fixture_says (dialog, "Issue 2 certificates?"));
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_none_to_issue, fixture);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "in force 21 · to issue 0"));
}

static void
test_one_of_several_is_issued (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "TV018");
  GtkWidget *dialog = open_act (fixture, page, "certificates.open");

  (void) data;
  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "choice_list")));
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_one_to_issue, fixture);
  window_fixture_settle ();
}

static void
test_changed_content_is_exchanged (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "TV005");

  (void) data;
  g_assert_true (book_fixture_says (page, "to exchange 1"));
  g_assert_true (is_barred (fixture, page, "certificates.reissue"));
  book_fixture_answer (open_act (fixture, page, "certificates.exchange"), "accept");
  window_fixture_wait (is_none_to_exchange, fixture);
  window_fixture_settle ();
}

static void
test_lost_paper_needs_a_reason (BookFixture  *fixture,
                                gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "TV001");
  GtkWidget *dialog = open_act (fixture, page, "certificates.reissue");

  (void) data;
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "text_entry", "Bị mất");
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_reissued, fixture);
  window_fixture_settle ();
  show (page, 2);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 3);
}

static gboolean
has_own_number (gpointer fixture)
{
  g_autofree char *number = number_of (fixture, "TV005");

  return g_strcmp0 (number, "07/GCN") == 0;
}

/* An exchange needs no reason, and takes a number of one's own. */
static void
test_number_is_given (BookFixture  *fixture,
                      gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "TV005");
  GtkWidget *dialog = open_act (fixture, page, "certificates.exchange");

  (void) data;
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "extra_entry", " 07/GCN ");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (has_own_number, fixture);
  window_fixture_settle ();
}

static void
test_language_of_the_paper_is_chosen (BookFixture  *fixture,
                                      gconstpointer data)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (go_to_page (fixture, "TV001"));

  (void) data;
  g_assert_cmpstr (sheaf_certificate_desk_get_language (desk), ==, "vi"); /* the law's own */
  gtk_drop_down_set_selected (book_fixture_part (GTK_WIDGET (desk), "language_list"), 2);
  g_assert_cmpstr (sheaf_certificate_desk_get_language (desk), ==, "fr");
}

/* The register does not know a member on a day before: the refusal is shown, nothing is done. */
static void
test_refusal_is_told (BookFixture  *fixture,
                      gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "TV001");
  GtkWidget *dialog = open_act (fixture, page, "certificates.withdraw");

  (void) data;
  book_fixture_type (dialog, "text_entry", "Ra khỏi hợp tác xã");
  book_fixture_type (dialog, "date_entry", "01/01/2019");
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (book_fixture_says (dialog, "changed last on 2019-08-10"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_settle ();
  dialog = open_act (fixture, page, "certificates.withdraw");
  book_fixture_type (dialog, "text_entry", "Cấp nhầm");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_withdrawn, fixture);
  window_fixture_settle ();
}

static void
test_views (BookFixture  *fixture,
            gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "");

  (void) data;
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 21);
  book_fixture_act (page, "certificates.next-view");
  window_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 3);
  book_fixture_act (page, "certificates.next-view");
  window_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (page)), ==, 2);
  g_assert_true (is_barred (fixture, page, "certificates.withdraw"));
}

static gboolean
is_one_row (gpointer page)
{
  return g_list_model_get_n_items (rows_of (page)) == 4;
}

static void
test_of_a_past_day (BookFixture  *fixture,
                    gconstpointer data)
{
  GtkWidget *page = go_to_page (fixture, "");

  (void) data;
  book_fixture_type (page, "day_entry", "01/06/2019");
  g_signal_emit_by_name (book_fixture_part (page, "day_entry"), "activate");
  window_fixture_wait (is_one_row, page);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "in force 4 · to issue 0"));
}

static void
test_papers_are_looked_at (BookFixture  *fixture,
                           gconstpointer data)
{
  static const char *const actions[] = { "certificates.print", "certificates.print-all",
                                         "certificates.print-list" };
  GtkWidget               *page = go_to_page (fixture, "TV001");

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog = open_act (fixture, page, actions[i]);

      g_assert_true (SHEAF_IS_PAPER_DIALOG (dialog));
      window_fixture_settle ();
      gtk_window_destroy (GTK_WINDOW (dialog));
      window_fixture_settle ();
    }
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/certificate-desk/all-due-are-issued-in-one-act",
                    test_all_due_are_issued_in_one_act);
  BOOK_FIXTURE_ADD ("/certificate-desk/one-of-several-is-issued", test_one_of_several_is_issued);
  BOOK_FIXTURE_ADD ("/certificate-desk/changed-content-is-exchanged",
                    test_changed_content_is_exchanged);
  BOOK_FIXTURE_ADD ("/certificate-desk/lost-paper-needs-a-reason", test_lost_paper_needs_a_reason);
  BOOK_FIXTURE_ADD ("/certificate-desk/number-is-given", test_number_is_given);
  BOOK_FIXTURE_ADD ("/certificate-desk/language-of-the-paper-is-chosen",
                    test_language_of_the_paper_is_chosen);
  BOOK_FIXTURE_ADD ("/certificate-desk/refusal-is-told", test_refusal_is_told);
  BOOK_FIXTURE_ADD ("/certificate-desk/views", test_views);
  BOOK_FIXTURE_ADD ("/certificate-desk/of-a-past-day", test_of_a_past_day);
  BOOK_FIXTURE_ADD ("/certificate-desk/papers-are-looked-at", test_papers_are_looked_at);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
