/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital in a window: each kind of event, what is due, shares, instalments, taking
 * back. */
#include "capital-fixture.h"

#include "app/capital/schedule-dialog.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/date-entry.h"

static gboolean
says_entry (gpointer dialog)
{
  return book_fixture_says (dialog, "Credit 4111");
}

static void
test_a_promise_then_two_instalments (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV018", "1/10/2025", "20tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  g_assert_true (book_fixture_says (dialog, "a promise moves no money"));
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV018").committed.units, ==, 50000000);
  dialog = capital_fixture_begin (fixture, PAY, "TV018", "5/10/2025", "12tr");
  window_fixture_wait (says_entry, dialog);
  g_assert_true (book_fixture_says (dialog, "Debit 1111"));
  capital_fixture_enter (fixture, dialog);
  dialog = capital_fixture_begin (fixture, PAY, "TV018", "5/11/2025", "8tr");
  adw_combo_row_set_selected (capital_fixture_part (dialog, "form_row"), 1);
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV018").paid.units, ==, 50000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV018");
  g_assert_cmpint (event->form, ==, SHEAF_CAPITAL_BANK);
  g_assert_nonnull (event->voucher_number);
}

static void
test_balances_are_shown_before_saving (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");

  (void) data;
  capital_fixture_type (dialog, "to_picker", "TV003");
  window_fixture_wait (says_entry, dialog);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (dialog, "90,000,000"));
  g_assert_true (book_fixture_says (dialog, "Of the member who receives"));
  g_assert_true (
      gtk_widget_get_visible (book_fixture_part (book_fixture_part (dialog, "look"), "to_head")));
  g_assert_cmpint (capital_fixture_balance (fixture, "TV002").paid.units, ==, 100000000);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_a_payment_in_kind_keeps_what_it_was (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV016", "1/12/2025", "60tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  capital_fixture_enter (fixture, dialog);
  dialog = capital_fixture_begin (fixture, IN_KIND, "TV016", "2/12/2025", "60tr");
  capital_fixture_type (dialog, "asset_row", "Máy sấy");
  capital_fixture_type (dialog, "quantity_row", "1,5");
  capital_fixture_type (dialog, "unit_row", "bộ");
  capital_fixture_type (dialog, "account_picker", "156");
  capital_fixture_type (dialog, "until_entry", "31/12/2030");
  capital_fixture_type (dialog, "document_row", "BB 07");
  capital_fixture_enter (fixture, dialog);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV016");
  g_assert_cmpint (event->event, ==, SHEAF_CAPITAL_PAY_IN_KIND);
  g_assert_cmpstr (event->asset, ==, "Máy sấy");
  g_assert_cmpstr (event->unit, ==, "bộ");
  g_assert_cmpstr (event->document, ==, "BB 07");
  g_assert_cmpint (event->until.days, ==, sheaf_date_new (2030, 12, 31).days);
  g_assert_cmpint (event->account_id, !=, 0);
  (void) book_fixture_go (fixture, "capital", "events");
  window_fixture_settle ();
  book_fixture_act (capital_fixture_go (fixture), "capital.handover");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (book_fixture_find_dialog (fixture)), ==,
                   "SheafPaperDialog");
  gtk_window_close (GTK_WINDOW (book_fixture_find_dialog (fixture)));
  window_fixture_settle ();
}

static void
test_a_transfer_moves_promise_and_payment (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  capital_fixture_type (dialog, "to_picker", "TV003");
  capital_fixture_type (dialog, "price_entry", "12tr");
  adw_combo_row_set_selected (capital_fixture_part (dialog, "cause_row"), 1);
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV002").paid.units, ==, 90000000);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV003").committed.units, ==, 100000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV002");
  g_assert_cmpstr (event->cause, ==, "sale");
  g_assert_cmpint (event->price.units, ==, 12000000);
}

static void
test_a_lower_promise_says_why (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV018", "1/10/2025", "20tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  capital_fixture_enter (fixture, dialog);
  dialog = capital_fixture_begin (fixture, REDUCE, "TV018", "31/12/2025", "20tr");
  adw_combo_row_set_selected (capital_fixture_part (dialog, "cause_row"), 1);
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV018").committed.units, ==, 30000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV018");
  g_assert_cmpstr (event->cause, ==, "deadline");
}

static void
take_back (BookFixture *fixture,
           GtkWidget   *page,
           const char  *reason)
{
  GtkWidget *dialog;

  book_fixture_act (page, "capital.take-back");
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  book_fixture_type (dialog, "text_entry", reason);
  book_fixture_answer (dialog, "accept");
  window_fixture_settle ();
}

static gboolean
is_taken_back (gpointer fixture)
{
  return capital_fixture_balance (fixture, "TV002").paid.units == 100000000;
}

static void
test_an_event_is_taken_back_with_its_voucher (BookFixture  *fixture,
                                              gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");
  GtkWidget *page;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  capital_fixture_type (dialog, "to_picker", "TV003");
  capital_fixture_enter (fixture, dialog);
  page = capital_fixture_go (fixture);
  take_back (fixture, page, "Nhập nhầm");
  window_fixture_wait (is_taken_back, fixture);
  window_fixture_settle ();
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV002");
  g_assert_cmpint (event->reverses_id, !=, 0);
  g_assert_nonnull (event->voucher_number);
}

static void
test_what_later_events_need_stays (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget          *page = capital_fixture_go (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (capital_fixture_events (page));
  GtkWidget          *dialog;
  guint               before = capital_fixture_count (fixture);

  (void) data;
  /* The promise of TV005, which the payment after it needs. */
  gtk_single_selection_set_selected (selection, 1);
  take_back (fixture, page, "Thử");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (book_fixture_says (dialog, "take those back first"));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpuint (capital_fixture_count (fixture), ==, before);
}

static gboolean
has_three_events (gpointer page)
{
  return g_list_model_get_n_items (capital_fixture_events (page)) == 3;
}

static gboolean
has_two_events (gpointer page)
{
  return g_list_model_get_n_items (capital_fixture_events (page)) == 2;
}

static void
test_events_of_one_member_as_of_a_day (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *page = book_fixture_go (fixture, "capital", "TV018");

  (void) data;
  window_fixture_wait (has_three_events, page);
  book_fixture_type (page, "day_entry", "30/6/2025");
  g_signal_emit_by_name (book_fixture_part (page, "day_entry"), "activate");
  window_fixture_wait (has_two_events, page);
}

static void
test_a_voucher_number_leads_to_the_voucher (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = capital_fixture_go (fixture);

  (void) data;
  book_fixture_act (page, "capital.voucher");
  page = sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, "SheafVouchersPage");
}

static gboolean
says_ten (gpointer page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (
             gtk_column_view_get_model (book_fixture_part (page, "due_view")))) > 0;
}

/* What is promised and not paid in half a year later is late, and can be lowered. */
static void
test_what_is_late_is_paid_or_lowered (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV018", "1/5/2025", "20tr");
  GtkWidget *page;

  (void) data;
  capital_fixture_enter (fixture, dialog);
  page = book_fixture_go (fixture, "capital", "due");
  window_fixture_wait (says_ten, page);
  window_fixture_settle ();
  book_fixture_act (page, "capital.settle");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (capital_fixture_part (dialog, "member_picker")), ==,
                   "TV018");
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  book_fixture_act (page, "capital.lower");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (capital_fixture_part (dialog, "kind_row")), ==,
                    REDUCE);
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV018").committed.units, ==, 30000000);
}

static GListModel *
shares_of (GtkWidget *page)
{
  GtkWidget *view = book_fixture_part (page, "ownership");

  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (view, "list")));
}

static gboolean
has_shares (gpointer page)
{
  return g_list_model_get_n_items (shares_of (page)) > 2;
}

static gboolean
says_breach (gpointer page)
{
  return book_fixture_says (page, "TV001 holds 570,000,000") && book_fixture_says (page, "way 1:");
}

static void
test_a_breach_stands_with_its_ways_out (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV001", "31/12/2025", "400tr");
  GtkWidget *page;

  (void) data;
  capital_fixture_expect_question (fixture, dialog, "TV001 holds");
  page = book_fixture_go (fixture, "capital", "ownership");
  window_fixture_wait (has_shares, page);
  window_fixture_wait (says_breach, page);
}

static void
test_instalments_are_agreed_or_refused (BookFixture  *fixture,
                                        gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV018", "1/12/2025", "20tr");
  GtkWidget *page, *row;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) list = NULL;

  (void) data;
  capital_fixture_enter (fixture, dialog);
  page = book_fixture_go (fixture, "capital", "TV018");
  window_fixture_settle ();
  book_fixture_act (page, "capital.schedule");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_SCHEDULE_DIALOG (dialog));
  book_fixture_type (dialog, "member_picker", "TV018");
  row = book_fixture_part (dialog, "group");
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (row, SHEAF_TYPE_DATE_ENTRY)),
                         "31/1/2026");
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (row, SHEAF_TYPE_AMOUNT_ENTRY)),
                         "25tr");
  g_assert_true (book_fixture_says (dialog, "25,000,000"));
  book_fixture_act (dialog, "schedule.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  window_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (row, SHEAF_TYPE_AMOUNT_ENTRY)),
                         "20tr");
  book_fixture_act (dialog, "schedule.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  book = capital_fixture_open_book (fixture);
  list = sheaf_schedule_list (book, 0, sheaf_date_new (2025, 12, 31), NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/capital-page/a-promise-then-two-instalments",
                    test_a_promise_then_two_instalments);
  BOOK_FIXTURE_ADD ("/capital-page/balances-are-shown-before-saving",
                    test_balances_are_shown_before_saving);
  BOOK_FIXTURE_ADD ("/capital-page/a-payment-in-kind-keeps-what-it-was",
                    test_a_payment_in_kind_keeps_what_it_was);
  BOOK_FIXTURE_ADD ("/capital-page/a-transfer-moves-promise-and-payment",
                    test_a_transfer_moves_promise_and_payment);
  BOOK_FIXTURE_ADD ("/capital-page/a-lower-promise-says-why", test_a_lower_promise_says_why);
  BOOK_FIXTURE_ADD ("/capital-page/an-event-is-taken-back-with-its-voucher",
                    test_an_event_is_taken_back_with_its_voucher);
  BOOK_FIXTURE_ADD ("/capital-page/what-later-events-need-stays",
                    test_what_later_events_need_stays);
  BOOK_FIXTURE_ADD ("/capital-page/events-of-one-member-as-of-a-day",
                    test_events_of_one_member_as_of_a_day);
  BOOK_FIXTURE_ADD ("/capital-page/a-voucher-number-leads-to-the-voucher",
                    test_a_voucher_number_leads_to_the_voucher);
  BOOK_FIXTURE_ADD ("/capital-page/what-is-late-is-paid-or-lowered",
                    test_what_is_late_is_paid_or_lowered);
  BOOK_FIXTURE_ADD ("/capital-page/a-breach-stands-with-its-ways-out",
                    test_a_breach_stands_with_its_ways_out);
  BOOK_FIXTURE_ADD ("/capital-page/instalments-are-agreed-or-refused",
                    test_instalments_are_agreed_or_refused);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
