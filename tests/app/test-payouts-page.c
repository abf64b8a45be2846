/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paying the members from the window: lists in cash and through the bank, refusals told at the
 * field, money that comes back, paid again; the book is asked what came of it. */
#include "payouts-fixture.h"

#include "app/act-dialog.h"
#include "app/models/list-row.h"
#include "app/payouts/list-dialog.h"
#include "app/payouts/made-dialog.h"
#include "app/payouts/payouts-table.h"
#include "app/payouts/result-dialog.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/qr-view.h"
#include "payouts/return.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_members_stand_with_their_shares (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");

  (void) data;
  g_assert_cmpuint (payouts_fixture_count_rows (page, "payee_view"), ==,
                    payouts_fixture_count (fixture, SHEAF_PAYOUT_TO_PAY));
  g_assert_true (book_fixture_says (page, "Payouts of 2025"));
  g_assert_true (book_fixture_says (page, "✓ (₫)"));
  gtk_editable_set_text (book_fixture_part (page, "search"), "TV001");
  g_signal_emit_by_name (book_fixture_part (page, "search"), "search-changed");
  g_assert_cmpuint (payouts_fixture_count_rows (page, "payee_view"), ==, 1);
  gtk_drop_down_set_selected (book_fixture_part (page, "state_list"), 3);
  g_assert_cmpuint (payouts_fixture_count_rows (page, "payee_view"), ==, 0);
  g_assert_true (book_fixture_says (page, "Nothing found"));
  book_fixture_act (page, "page.clear-filter");
  g_signal_emit_by_name (book_fixture_part (page, "search"), "search-changed");
  g_assert_cmpuint (payouts_fixture_count_rows (page, "payee_view"), >, 1);
}

static void
test_a_year_that_is_not_posted_leads_to_the_distribution (BookFixture  *fixture,
                                                          gconstpointer data)
{
  GtkWidget    *page;
  SheafSession *session = sheaf_book_view_get_session (
      sheaf_window_get_book_view (fixture->window));

  (void) data;
  page = payouts_fixture_go (fixture, "");
  g_assert_cmpint (sheaf_session_get_last_year (session), ==, 2026);
  /* In the new year's books the old one's shares come up. */
  sheaf_session_set_year (session, 2026);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "Payouts of 2025"));
  gtk_drop_down_set_selected (book_fixture_part (page, "year_list"), 1);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "Payouts of 2026"));
  g_assert_true (book_fixture_says (page, "Nothing to be paid of 2026"));
  g_assert_false (gtk_widget_activate_action (page, "payouts.new", NULL) &&
                  payouts_fixture_is_dialog_there (fixture));
}

static void
test_a_list_in_cash_pays_everyone (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  guint      open = payouts_fixture_count (fixture, SHEAF_PAYOUT_TO_PAY);

  (void) data;
  payouts_fixture_pay (fixture, payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH));
  g_assert_cmpuint (payouts_fixture_count (fixture, SHEAF_PAYOUT_PAID), ==, open);
  g_assert_cmpuint (payouts_fixture_count_rows (page, "list_view"), ==, 1);
  g_assert_cmpuint (payouts_fixture_count_rows (page, "line_view"), ==, open);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (book_fixture_part (page, "views")), ==,
                   "lists");
}

static void
test_a_day_before_the_posting_is_refused_at_the_day (BookFixture  *fixture,
                                                     gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  book_fixture_type (dialog, "day_entry", "1/4/2026");
  window_fixture_wait (payouts_fixture_is_refused, dialog);
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "day_entry")));
  book_fixture_type (dialog, "day_entry", "4/5/2026");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  g_assert_false (sheaf_entry_is_marked (book_fixture_part (dialog, "day_entry")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_what_cannot_be_read_is_marked (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  book_fixture_type (dialog, "part_entry", "101");
  window_fixture_wait (payouts_fixture_is_marked, book_fixture_part (dialog, "part_entry"));
  book_fixture_type (dialog, "part_entry", "");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  /* Not the whole share, which 0 is to the core. */
  book_fixture_type (dialog, "part_entry", "0 %");
  window_fixture_wait (payouts_fixture_is_marked, book_fixture_part (dialog, "part_entry"));
  g_assert_false (payouts_fixture_can_pay (dialog));
  book_fixture_type (dialog, "part_entry", "");
  book_fixture_type (dialog, "minimum_entry", "abc");
  window_fixture_wait (payouts_fixture_is_marked, book_fixture_part (dialog, "minimum_entry"));
  book_fixture_type (dialog, "minimum_entry", "0");
  book_fixture_type (dialog, "only_entry", "TV001 NOBODY");
  window_fixture_wait (payouts_fixture_is_marked, book_fixture_part (dialog, "only_entry"));
  book_fixture_type (dialog, "only_entry", "TV001");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  g_assert_cmpstr (gtk_label_get_text (payouts_fixture_preview_part (dialog, "count")), ==, "1");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_too_high_a_minimum_leaves_nobody (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  book_fixture_type (dialog, "minimum_entry", "900tr");
  window_fixture_wait (payouts_fixture_is_refused, dialog);
  g_assert_true (book_fixture_says (dialog, "nobody is left to be paid"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_an_instalment_pays_a_part (BookFixture  *fixture,
                                gconstpointer data)
{
  GtkWidget                 *page = payouts_fixture_go (fixture, "");
  GtkWidget                 *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);
  const SheafPayoutStanding *standing;

  (void) data;
  book_fixture_type (dialog, "part_entry", "50");
  payouts_fixture_pay (fixture, dialog);
  standing = payouts_fixture_standing (fixture, "TV001");
  g_assert_cmpint (standing->gross.units, ==, standing->share.units / 2);
  g_assert_cmpint (standing->open.units, ==, standing->share.units - standing->gross.units);
}

/* The first member without a payment that stands selected, in the list of members. */
static void
choose (GtkWidget  *page,
        const char *code)
{
  GListModel *rows = payouts_fixture_rows (page, "payee_view");

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (rows, i);
      const SheafPayeeRow *payee = sheaf_list_row_get_record (row);

      if (strcmp (payee->standing->code, code) != 0)
        continue;
      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (rows), i);
      window_fixture_settle ();
      return;
    }
  g_error ("%s is not in the list", code);
}

static void
show_members (GtkWidget *page)
{
  gtk_stack_set_visible_child_name (book_fixture_part (page, "views"), "members");
  window_fixture_settle ();
}

static gboolean
is_unclaimed (gpointer fixture)
{
  return payouts_fixture_standing (fixture, "TV002")->state == SHEAF_PAYOUT_UNCLAIMED;
}

static gboolean
is_paid (gpointer fixture)
{
  return payouts_fixture_standing (fixture, "TV002")->state == SHEAF_PAYOUT_PAID;
}

/* Enters that TV002 did not come. */
static void
enter_return (BookFixture *fixture,
              GtkWidget   *page)
{
  GtkWidget *dialog;

  show_members (page);
  choose (page, "TV002");
  dialog = payouts_fixture_open_act (fixture, page, "payouts.return");
  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  g_assert_true (book_fixture_says (dialog, "The member did not come?"));
  book_fixture_type (dialog, "text_entry", "đi vắng");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_unclaimed, fixture);
  window_fixture_settle ();
}

static void
test_who_does_not_come_is_paid_again (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog;

  (void) data;
  payouts_fixture_pay (fixture, payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH));
  enter_return (fixture, page);
  g_assert_true (book_fixture_says (page, "⚠ not collected 1"));
  dialog = payouts_fixture_open_act (fixture, page, "payouts.pay-one");
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "only_entry")), ==, "TV002");
  gtk_drop_down_set_selected (book_fixture_part (dialog, "way_list"), SHEAF_LIST_CASH);
  payouts_fixture_pay (fixture, dialog);
  g_assert_true (is_paid (fixture));
  g_assert_cmpuint (payouts_fixture_count_rows (page, "list_view"), ==, 2);
}

static void
test_a_return_is_taken_back (BookFixture  *fixture,
                             gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog;

  (void) data;
  payouts_fixture_pay (fixture, payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH));
  enter_return (fixture, page);
  dialog = payouts_fixture_open_act (fixture, page, "payouts.take-back");
  book_fixture_type (dialog, "text_entry", "đã nhận");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (is_paid, fixture);
  window_fixture_settle ();
}

static void
test_a_return_before_the_payment_is_refused (BookFixture  *fixture,
                                             gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog;

  (void) data;
  payouts_fixture_pay (fixture, payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH));
  show_members (page);
  choose (page, "TV002");
  dialog = payouts_fixture_open_act (fixture, page, "payouts.return");
  book_fixture_type (dialog, "date_entry", "1/5/2026");
  book_fixture_type (dialog, "text_entry", "sai ngày");
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
  window_fixture_wait (payouts_fixture_is_dialog_there, fixture);
  g_assert_true (book_fixture_says (book_fixture_find_dialog (fixture), "That was refused"));
  gtk_window_destroy (GTK_WINDOW (book_fixture_find_dialog (fixture)));
  g_assert_true (is_paid (fixture));
}

static gboolean
has_code (gpointer card)
{
  return gtk_widget_get_visible (book_fixture_part (card, "qr"));
}

static gboolean
has_words (gpointer card)
{
  return gtk_widget_get_visible (book_fixture_part (card, "qr_words"));
}

/* Before the list it is not known what tax is kept back. */
static void
test_the_card_draws_the_code (BookFixture  *fixture,
                              gconstpointer data)
{
  GtkWidget  *page = payouts_fixture_go (fixture, "");
  GtkWidget  *dialog = payouts_fixture_open_act (fixture, page, "payouts.card");
  GtkWidget  *card = window_fixture_find (dialog, g_type_from_name ("SheafPayeeCard"));
  const char *text;

  (void) data;
  window_fixture_wait (has_words, card);
  g_assert_false (has_code (card));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_BANK);
  book_fixture_type (dialog, "only_entry", "TV001");
  payouts_fixture_pay (fixture, dialog);
  dialog = payouts_fixture_open_act (fixture, page, "payouts.card");
  card = window_fixture_find (dialog, g_type_from_name ("SheafPayeeCard"));
  window_fixture_wait (has_code, card);
  text = sheaf_qr_view_get_text (book_fixture_part (card, "qr"));
  /* A transfer with an amount, to an account, in dong. */
  g_assert_true (g_str_has_prefix (text, "000201010212"));
  g_assert_nonnull (strstr (text, "QRIBFTTA5303704"));
  g_assert_nonnull (strstr (text, "2025 TV001"));
  g_assert_true (book_fixture_says (card, "Scanned with a bank’s program it pays"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (book_fixture_part (card, "qr")),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A file of the neutral form in which the bank paid TV001 and refused TV002; more is a row of its
 * own. Free with g_free, and remove the file. */
static char *
write_answer (BookFixture *fixture,
              const char  *more)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gint64           first = payouts_fixture_standing (fixture, "TV001")->money.units;
  gint64           second = payouts_fixture_standing (fixture, "TV002")->money.units;
  int              file = g_file_open_tmp ("sheaf_answer_XXXXXX.csv", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  (void) close (file);
  text = g_strdup_printf ("account_no,amount,description,status,reason\n"
                          ",%" G_GINT64_FORMAT ",CHIA THU NHAP HTX 2025 TV001,paid,\n"
                          ",%" G_GINT64_FORMAT ",CHIA THU NHAP HTX 2025 TV002,failed,sai tên\n%s",
                          first, second, more);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_steal_pointer (&path);
}

static gboolean
can_apply (gpointer dialog)
{
  return gtk_widget_is_sensitive (book_fixture_part (dialog, "apply_button"));
}

static gboolean
is_bounced (gpointer fixture)
{
  return payouts_fixture_standing (fixture, "TV002")->state == SHEAF_PAYOUT_BOUNCED;
}

static void
test_the_banks_answer_is_applied (BookFixture  *fixture,
                                  gconstpointer data)
{
  GtkWidget       *page = payouts_fixture_go (fixture, "");
  GtkWidget       *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_BANK);
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;

  (void) data;
  book_fixture_type (dialog, "only_entry", "TV001 TV002 TV003");
  payouts_fixture_pay (fixture, dialog);
  g_assert_cmpuint (payouts_fixture_count (fixture, SHEAF_PAYOUT_ORDERED), ==, 3);
  wrong = write_answer (fixture, ",5,NOBODY,paid,\n");
  right = write_answer (fixture, "");
  dialog = payouts_fixture_open_act (fixture, page, "payouts.result");
  g_assert_true (SHEAF_IS_RESULT_DIALOG (dialog));
  /* A row that fits nothing holds all back. */
  sheaf_result_dialog_set_path (SHEAF_RESULT_DIALOG (dialog), wrong);
  g_assert_true (book_fixture_says (dialog, "sheaf_answer_"));
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (book_fixture_says (dialog, "NOBODY"));
  g_assert_false (can_apply (dialog));
  sheaf_result_dialog_set_path (SHEAF_RESULT_DIALOG (dialog), right);
  window_fixture_wait (can_apply, dialog);
  book_fixture_act (dialog, "result.apply");
  window_fixture_wait (is_bounced, fixture);
  window_fixture_settle ();
  g_assert_cmpint (payouts_fixture_standing (fixture, "TV001")->state, ==, SHEAF_PAYOUT_PAID);
  g_assert_cmpint (payouts_fixture_standing (fixture, "TV003")->state, ==, SHEAF_PAYOUT_ORDERED);
  (void) g_remove (wrong);
  (void) g_remove (right);
}

static gboolean
has_notes (gpointer dialog)
{
  return payouts_fixture_count_rows (dialog, "notes_view") > 0;
}

static void
test_notes_for_a_list_in_cash_are_counted (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog;

  (void) data;
  payouts_fixture_pay (fixture, payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH));
  dialog = payouts_fixture_open_act (fixture, page, "payouts.notes");
  window_fixture_wait (has_notes, dialog);
  g_assert_cmpuint (payouts_fixture_count_rows (dialog, "people_view"), ==,
                    payouts_fixture_count (fixture, SHEAF_PAYOUT_PAID));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts/members-stand-with-their-shares",
                    test_members_stand_with_their_shares);
  BOOK_FIXTURE_ADD ("/payouts/a-year-that-is-not-posted-leads-to-the-distribution",
                    test_a_year_that_is_not_posted_leads_to_the_distribution);
  BOOK_FIXTURE_ADD ("/payouts/a-list-in-cash-pays-everyone", test_a_list_in_cash_pays_everyone);
  BOOK_FIXTURE_ADD ("/payouts/a-day-before-the-posting-is-refused-at-the-day",
                    test_a_day_before_the_posting_is_refused_at_the_day);
  BOOK_FIXTURE_ADD ("/payouts/what-cannot-be-read-is-marked",
                    test_what_cannot_be_read_is_marked);
  BOOK_FIXTURE_ADD ("/payouts/too-high-a-minimum-leaves-nobody",
                    test_too_high_a_minimum_leaves_nobody);
  BOOK_FIXTURE_ADD ("/payouts/an-instalment-pays-a-part", test_an_instalment_pays_a_part);
  BOOK_FIXTURE_ADD ("/payouts/who-does-not-come-is-paid-again",
                    test_who_does_not_come_is_paid_again);
  BOOK_FIXTURE_ADD ("/payouts/a-return-is-taken-back", test_a_return_is_taken_back);
  BOOK_FIXTURE_ADD ("/payouts/a-return-before-the-payment-is-refused",
                    test_a_return_before_the_payment_is_refused);
  BOOK_FIXTURE_ADD ("/payouts/the-banks-answer-is-applied", test_the_banks_answer_is_applied);
  BOOK_FIXTURE_ADD ("/payouts/notes-for-a-list-in-cash-are-counted",
                    test_notes_for_a_list_in_cash_are_counted);
  BOOK_FIXTURE_ADD ("/payouts/the-card-draws-the-code", test_the_card_draws_the_code);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run (argc, argv, add_tests);
}
