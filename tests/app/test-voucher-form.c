/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A voucher is typed, posted, refused, asked about, found and reversed. */
#include "voucher-fixture.h"

#include "app/jobs.h"
#include "app/widgets/entry-mark.h"
#include "book/setting.h"

#define TEXT "Thu tiền bán lá khô thử"
#define NEXT "Chi tiền điện văn phòng"

static void
test_a_voucher_is_posted_found_and_reversed (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget       *dialog;
  g_autofree char *rows = NULL;

  (void) data;
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "1,5tr");
  rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));
  g_assert_cmpstr (rows, ==, "1111/5118 1500000");
  book_fixture_type (sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window)),
                     "search", "la kho thu");
  voucher_fixture_act (fixture, "voucher.cancel");
  window_fixture_wait (voucher_fixture_shows_posted, fixture);
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
  dialog = voucher_fixture_open (fixture, "voucher.reverse");
  /* Without a reason there is no reversal. */
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "text_entry", "Ghi nhầm");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  g_free (rows);
  rows = voucher_fixture_rows (fixture, voucher_fixture_accept (fixture));
  g_assert_cmpstr (rows, ==, "1111/5118 -1500000");
  g_assert_nonnull (
      g_strrstr (gtk_label_get_text (voucher_fixture_part (fixture, "state_label")), "revers"));
}

static void
test_a_refused_voucher_stays_with_its_cell_marked (BookFixture  *fixture,
                                                   gconstpointer data)
{
  (void) data;
  /* Receivables need a party. */
  voucher_fixture_begin (fixture, TEXT, "1111", "131", "1000000");
  voucher_fixture_act (fixture, "voucher.post");
  window_fixture_wait (voucher_fixture_has_problems, fixture);
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
  g_assert_true (
      sheaf_entry_is_marked (voucher_fixture_cell (fixture, 1, SHEAF_DRAFT_CREDIT_PARTY)));
  /* What is unknown is marked before anything is asked of the book. */
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_CREDIT, "711");
  voucher_fixture_act (fixture, "voucher.post");
  g_assert_true (sheaf_entry_is_marked (voucher_fixture_cell (fixture, 1, SHEAF_DRAFT_CREDIT)));
}

/* No entry of the Circular debits 659 against cash: it is asked about, and posted when the person
 * says so. */
static void
test_a_pair_that_no_entry_prescribes_is_asked_about (BookFixture  *fixture,
                                                     gconstpointer data)
{
  GtkWidget       *question;
  g_autofree char *rows = NULL;

  (void) data;
  voucher_fixture_begin (fixture, TEXT, "659", "1111", "70k");
  question = voucher_fixture_open (fixture, "voucher.post");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (question));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "659"));
  book_fixture_answer (question, "back");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
  (void) voucher_fixture_open (fixture, "voucher.post");
  rows = voucher_fixture_rows (fixture, voucher_fixture_accept (fixture));
  g_assert_cmpstr (rows, ==, "659/1111 70000");
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, "");
}

static void
set_money_below_zero (BookFixture *fixture,
                      const char  *mode)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &actor, NULL);

  g_assert_nonnull (book);
  g_assert_true (sheaf_setting_write (book, "money-below-zero", mode, NULL));
}

static void
test_money_below_zero_is_refused_with_the_reason (BookFixture  *fixture,
                                                  gconstpointer data)
{
  (void) data;
  voucher_fixture_begin (fixture, TEXT, "642", "1111", "9ty");
  voucher_fixture_act (fixture, "voucher.post");
  window_fixture_wait (voucher_fixture_has_problems, fixture);
  g_assert_true (book_fixture_says (voucher_fixture_part (fixture, "problems"), "1111"));
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
}

/* In a book that warns, the person is asked before. */
static void
test_money_below_zero_is_asked_about_before (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget       *question;
  g_autofree char *rows = NULL;
  gint64           id;

  (void) data;
  set_money_below_zero (fixture, "warn");
  voucher_fixture_begin (fixture, TEXT, "642", "1111", "9ty");
  question = voucher_fixture_open (fixture, "voucher.post");
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "1111"));
  book_fixture_answer (question, "back");
  window_fixture_settle ();
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
  (void) voucher_fixture_open (fixture, "voucher.post");
  id = voucher_fixture_accept (fixture);
  rows = voucher_fixture_rows (fixture, id);
  g_assert_cmpstr (rows, ==, "642/1111 9000000000");
  /* Answered, it is not told again. */
  g_assert_null (book_fixture_find_dialog (fixture));
}

/* Taking a receipt back takes its money as well. */
static void
test_a_reversal_below_zero_is_asked_about_before (BookFixture  *fixture,
                                                  gconstpointer data)
{
  GtkWidget       *dialog;
  g_autofree char *detail = NULL;
  g_autofree char *rows = NULL;

  (void) data;
  set_money_below_zero (fixture, "warn");
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "9ty");
  detail = g_strdup_printf ("2025-12-31 %" G_GINT64_FORMAT, voucher_fixture_post (fixture));
  voucher_fixture_begin (fixture, TEXT, "642", "1111", "9ty");
  g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
  (void) book_fixture_go (fixture, "vouchers", detail);
  window_fixture_wait (voucher_fixture_shows_posted, fixture);
  dialog = voucher_fixture_open (fixture, "voucher.reverse");
  book_fixture_type (dialog, "text_entry", "Ghi nhầm");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (voucher_fixture_has_question, fixture);
  rows = voucher_fixture_rows (fixture, voucher_fixture_accept (fixture));
  g_assert_cmpstr (rows, ==, "1111/5118 -9000000000");
}

/* The thread that writes is held up until release, as by a slow disk. */
static gpointer
wait_job (gpointer connection,
          gpointer data,
          GError **error)
{
  (void) connection;
  (void) error;
  g_mutex_lock (data);
  g_mutex_unlock (data);
  return data;
}

static GtkWidget *
shown_page (BookFixture *fixture)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

/* Posts what is typed on the held-up thread, and types the next voucher's text meanwhile. */
static void
type_while_posting (BookFixture *fixture,
                    GMutex      *mutex)
{
  SheafSession *session = sheaf_book_view_get_session (
      sheaf_window_get_book_view (fixture->window));

  g_mutex_lock (mutex);
  sheaf_jobs_write (sheaf_session_get_jobs (session), wait_job, mutex, NULL, NULL, NULL, NULL,
                    NULL, NULL);
  voucher_fixture_act (fixture, "voucher.post");
  window_fixture_settle ();
  book_fixture_type (voucher_fixture_form (fixture), "description_entry", NEXT);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_DEBIT, "642");
}

static gboolean
can_post_again (gpointer fixture)
{
  GtkWidget *button = voucher_fixture_part (fixture, "post_button");

  return gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button);
}

static void
test_keys_typed_during_a_posting_are_the_next_voucher (BookFixture  *fixture,
                                                       gconstpointer data)
{
  GMutex mutex;

  (void) data;
  g_mutex_init (&mutex);
  voucher_fixture_begin (fixture, TEXT, "1111", "5118", "1000000");
  type_while_posting (fixture, &mutex);
  g_assert_false (can_post_again (fixture)); /* one after the other */
  g_mutex_unlock (&mutex);
  window_fixture_wait (can_post_again, fixture);
  window_fixture_settle ();
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, NEXT);
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_DEBIT), ==, "642");
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_CREDIT), ==, "");
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_CREDIT, "1111");
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_AMOUNT, "7000");
  {
    g_autofree char *rows = voucher_fixture_rows (fixture, voucher_fixture_post (fixture));

    g_assert_cmpstr (rows, ==, "642/1111 7000");
  }
  g_mutex_clear (&mutex);
}

static gboolean
lists_two_drafts (gpointer fixture)
{
  GtkDropDown *views = book_fixture_part (shown_page (fixture), "view_list");
  g_autoptr (GtkStringObject)
      shown = g_list_model_get_item (gtk_drop_down_get_model (views), 1);

  return g_strcmp0 (gtk_string_object_get_string (shown), "Drafts (2)") == 0;
}

/* The refused voucher comes back with its mark; the one begun since is a draft. */
static void
test_keys_typed_during_a_refusal_are_kept (BookFixture  *fixture,
                                           gconstpointer data)
{
  GMutex mutex;

  (void) data;
  g_mutex_init (&mutex);
  voucher_fixture_begin (fixture, TEXT, "1111", "131", "1000000"); /* needs a party */
  type_while_posting (fixture, &mutex);
  g_mutex_unlock (&mutex);
  window_fixture_wait (voucher_fixture_has_problems, fixture);
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, TEXT);
  g_assert_cmpstr (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_AMOUNT), ==, "1,000,000");
  g_assert_true (
      sheaf_entry_is_marked (voucher_fixture_cell (fixture, 1, SHEAF_DRAFT_CREDIT_PARTY)));
  g_assert_true (book_fixture_says (GTK_WIDGET (fixture->window), "in the list of drafts"));
  window_fixture_wait (lists_two_drafts, fixture);
  g_mutex_clear (&mutex);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/voucher-form/a-voucher-is-posted-found-and-reversed",
                    test_a_voucher_is_posted_found_and_reversed);
  BOOK_FIXTURE_ADD ("/voucher-form/a-refused-voucher-stays-with-its-cell-marked",
                    test_a_refused_voucher_stays_with_its_cell_marked);
  BOOK_FIXTURE_ADD ("/voucher-form/a-pair-that-no-entry-prescribes-is-asked-about",
                    test_a_pair_that_no_entry_prescribes_is_asked_about);
  BOOK_FIXTURE_ADD ("/voucher-form/money-below-zero-is-refused-with-the-reason",
                    test_money_below_zero_is_refused_with_the_reason);
  BOOK_FIXTURE_ADD ("/voucher-form/money-below-zero-is-asked-about-before",
                    test_money_below_zero_is_asked_about_before);
  BOOK_FIXTURE_ADD ("/voucher-form/keys-typed-during-a-posting-are-the-next-voucher",
                    test_keys_typed_during_a_posting_are_the_next_voucher);
  BOOK_FIXTURE_ADD ("/voucher-form/keys-typed-during-a-refusal-are-kept",
                    test_keys_typed_during_a_refusal_are_kept);
  BOOK_FIXTURE_ADD ("/voucher-form/a-reversal-below-zero-is-asked-about-before",
                    test_a_reversal_below_zero_is_asked_about_before);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
