/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital in a window: each kind of event, each guard as a question or a refusal, taking
 * back. */
#include "book-fixture.h"

#include "app/capital/event-dialog.h"
#include "capital/event.h"
#include "capital/register.h"
#include "ledger/party.h"

#define TODAY sheaf_date_new (2025, 12, 31)

/* The places of the kinds in the dialog's list. */
enum
{
  COMMIT,
  PAY,
  IN_KIND,
  TRANSFER,
  REFUND,
  CAPITALISE,
  REDUCE,
};

static SheafBook *
open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = TODAY };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

static SheafCapitalBalance
balance_of (BookFixture *fixture,
            const char  *code)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  SheafCapitalBalance balance;

  g_assert_true (sheaf_capital_on (book, sheaf_party_find (book, code), TODAY, &balance, NULL));
  return balance;
}

static guint
count_events (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, NULL);

  return events->len;
}

/* The event entered last. */
static SheafCapitalEvent *
latest (SheafBook  *book,
        const char *code)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, sheaf_party_find (book, code), NULL);
  SheafCapitalEvent *found = NULL;
  guint              place = 0;

  for (guint i = 0; i < events->len; i++)
    {
      SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (found == NULL || event->id > found->id)
        {
          found = event;
          place = i;
        }
    }
  return g_ptr_array_steal_index (events, place);
}

static GListModel *
events_of (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (page, "events_view")));
}

static gboolean
has_events (gpointer page)
{
  return g_list_model_get_n_items (events_of (page)) > 0;
}

static GtkWidget *
go_to_page (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "capital", "events");

  window_fixture_wait (has_events, page);
  window_fixture_settle ();
  return page;
}

static gpointer
form_part (GtkWidget  *dialog,
           const char *name)
{
  return book_fixture_part (book_fixture_part (dialog, "form"), name);
}

static void
type (GtkWidget  *dialog,
      const char *part,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (form_part (dialog, part)), text);
}

/* The dialog with kind, member, day and amount typed. */
static GtkWidget *
begin (BookFixture *fixture,
       guint        kind,
       const char  *member,
       const char  *day,
       const char  *amount)
{
  GtkWidget *page = go_to_page (fixture);
  GtkWidget *dialog;

  book_fixture_act (page, "capital.new");
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_EVENT_DIALOG (dialog));
  adw_combo_row_set_selected (form_part (dialog, "kind_row"), kind);
  type (dialog, "member_picker", member);
  type (dialog, "day_entry", day);
  type (dialog, "amount_entry", amount);
  window_fixture_settle ();
  return dialog;
}

static void
enter (BookFixture *fixture,
       GtkWidget   *dialog)
{
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

/* A question over the dialog. */
static GtkWidget *
find_question (BookFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != (gpointer) fixture->window && ADW_IS_MESSAGE_DIALOG (link->data) &&
        gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_asked (gpointer fixture)
{
  return find_question (fixture) != NULL;
}

/* Saving asks with this text; no leaves all as it was, yes goes on. */
static void
expect_question (BookFixture *fixture,
                 GtkWidget   *dialog,
                 const char  *text)
{
  guint before = count_events (fixture);

  book_fixture_act (dialog, "event.save");
  window_fixture_wait (is_asked, fixture);
  g_assert_true (book_fixture_says (find_question (fixture), text));
  book_fixture_answer (find_question (fixture), "cancel");
  window_fixture_settle ();
  g_assert_cmpuint (count_events (fixture), ==, before);
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (is_asked, fixture);
  book_fixture_answer (find_question (fixture), "accept");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  g_assert_cmpuint (count_events (fixture), ==, before + 1);
}

/* Saving is refused with this text, told at the field. */
static void
expect_refusal (BookFixture *fixture,
                GtkWidget   *dialog,
                const char  *text,
                const char  *field)
{
  guint before = count_events (fixture);

  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (dialog, text));
  g_assert_true (gtk_widget_has_css_class (form_part (dialog, field), "error"));
  g_assert_cmpuint (count_events (fixture), ==, before);
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
says_entry (gpointer dialog)
{
  return book_fixture_says (dialog, "Credit 4111");
}

static void
test_a_promise_then_two_instalments (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV018", "1/10/2025", "20tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  g_assert_true (book_fixture_says (dialog, "a promise moves no money"));
  enter (fixture, dialog);
  g_assert_cmpint (balance_of (fixture, "TV018").committed.units, ==, 50000000);
  dialog = begin (fixture, PAY, "TV018", "5/10/2025", "12tr");
  window_fixture_wait (says_entry, dialog);
  g_assert_true (book_fixture_says (dialog, "Debit 1111"));
  enter (fixture, dialog);
  dialog = begin (fixture, PAY, "TV018", "5/11/2025", "8tr");
  adw_combo_row_set_selected (form_part (dialog, "form_row"), 1);
  enter (fixture, dialog);
  g_assert_cmpint (balance_of (fixture, "TV018").paid.units, ==, 50000000);
  book = open_book (fixture);
  event = latest (book, "TV018");
  g_assert_cmpint (event->form, ==, SHEAF_CAPITAL_BANK);
  g_assert_nonnull (event->voucher_number);
}

static void
test_balances_are_shown_before_saving (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");

  (void) data;
  type (dialog, "to_picker", "TV003");
  window_fixture_wait (says_entry, dialog);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (dialog, "90,000,000"));
  g_assert_true (book_fixture_says (dialog, "Of the member who receives"));
  g_assert_true (
      gtk_widget_get_visible (book_fixture_part (book_fixture_part (dialog, "look"), "to_head")));
  g_assert_cmpint (balance_of (fixture, "TV002").paid.units, ==, 100000000);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_a_payment_in_kind_keeps_what_it_was (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV016", "1/12/2025", "60tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  enter (fixture, dialog);
  dialog = begin (fixture, IN_KIND, "TV016", "2/12/2025", "60tr");
  type (dialog, "asset_row", "Máy sấy");
  type (dialog, "quantity_row", "1,5");
  type (dialog, "unit_row", "bộ");
  type (dialog, "account_picker", "156");
  type (dialog, "until_entry", "31/12/2030");
  type (dialog, "document_row", "BB 07");
  enter (fixture, dialog);
  book = open_book (fixture);
  event = latest (book, "TV016");
  g_assert_cmpint (event->event, ==, SHEAF_CAPITAL_PAY_IN_KIND);
  g_assert_cmpstr (event->asset, ==, "Máy sấy");
  g_assert_cmpstr (event->unit, ==, "bộ");
  g_assert_cmpstr (event->document, ==, "BB 07");
  g_assert_cmpint (event->until.days, ==, sheaf_date_new (2030, 12, 31).days);
  g_assert_cmpint (event->account_id, !=, 0);
}

static void
test_a_transfer_moves_promise_and_payment (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  type (dialog, "to_picker", "TV003");
  type (dialog, "price_entry", "12tr");
  adw_combo_row_set_selected (form_part (dialog, "cause_row"), 1);
  enter (fixture, dialog);
  g_assert_cmpint (balance_of (fixture, "TV002").paid.units, ==, 90000000);
  g_assert_cmpint (balance_of (fixture, "TV003").committed.units, ==, 100000000);
  book = open_book (fixture);
  event = latest (book, "TV002");
  g_assert_cmpstr (event->cause, ==, "sale");
  g_assert_cmpint (event->price.units, ==, 12000000);
}

static void
test_a_lower_promise_says_why (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV018", "1/10/2025", "20tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  enter (fixture, dialog);
  dialog = begin (fixture, REDUCE, "TV018", "31/12/2025", "20tr");
  adw_combo_row_set_selected (form_part (dialog, "cause_row"), 1);
  enter (fixture, dialog);
  g_assert_cmpint (balance_of (fixture, "TV018").committed.units, ==, 30000000);
  book = open_book (fixture);
  event = latest (book, "TV018");
  g_assert_cmpstr (event->cause, ==, "deadline");
}

static void
test_passing_thirty_percent_is_asked (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV001", "31/12/2025", "400tr");

  (void) data;
  expect_question (fixture, dialog, "TV001 holds 570000000");
}

static void
test_associates_above_thirty_percent_are_asked (BookFixture  *fixture,
                                                gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV019", "31/12/2025", "250tr");

  (void) data;
  expect_question (fixture, dialog, "contributing associate members together");
}

static void
test_paying_more_than_promised_is_refused (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, PAY, "TV001", "31/12/2025", "1tr");

  (void) data;
  expect_refusal (fixture, dialog, "above the commitment", "amount_entry");
}

static void
test_giving_back_more_than_paid_is_refused (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, REFUND, "TV001", "31/12/2025", "171tr");

  (void) data;
  expect_refusal (fixture, dialog, "more than is paid in", "amount_entry");
}

static void
test_passing_on_to_oneself_is_refused (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, TRANSFER, "TV001", "31/12/2025", "1tr");

  (void) data;
  type (dialog, "to_picker", "TV001");
  expect_refusal (fixture, dialog, "needs another member", "to_picker");
}

static void
test_one_who_left_pays_nothing_in (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, COMMIT, "TV017", "31/12/2025", "1tr");

  (void) data;
  expect_refusal (fixture, dialog, "TV017 is no member", "member_picker");
}

static void
test_in_kind_needs_an_account (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, IN_KIND, "TV001", "31/12/2025", "1tr");

  (void) data;
  expect_refusal (fixture, dialog, "needs the account", "account_picker");
}

static void
test_what_cannot_be_read_is_told_at_the_field (BookFixture  *fixture,
                                               gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, PAY, "TV001", "31/12/2025", "nhiều");

  (void) data;
  expect_refusal (fixture, dialog, "nhiều", "amount_entry");
}

static void
test_nothing_typed_is_no_fault_yet (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, PAY, "", "31/12/2025", "");

  (void) data;
  window_fixture_settle ();
  g_assert_false (book_fixture_has_problem (dialog));
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (book_fixture_says (dialog, "no member is named"));
  gtk_window_close (GTK_WINDOW (dialog));
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
  return balance_of (fixture, "TV002").paid.units == 100000000;
}

static void
test_an_event_is_taken_back_with_its_voucher (BookFixture  *fixture,
                                              gconstpointer data)
{
  GtkWidget *dialog = begin (fixture, TRANSFER, "TV002", "31/12/2025", "10tr");
  GtkWidget *page;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  type (dialog, "to_picker", "TV003");
  enter (fixture, dialog);
  page = go_to_page (fixture);
  take_back (fixture, page, "Nhập nhầm");
  window_fixture_wait (is_taken_back, fixture);
  window_fixture_settle ();
  book = open_book (fixture);
  event = latest (book, "TV002");
  g_assert_cmpint (event->reverses_id, !=, 0);
  g_assert_nonnull (event->voucher_number);
}

static void
test_what_later_events_need_stays (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget          *page = go_to_page (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (events_of (page));
  GtkWidget          *dialog;
  guint               before = count_events (fixture);

  (void) data;
  /* The promise of TV005, which the payment after it needs. */
  gtk_single_selection_set_selected (selection, 1);
  take_back (fixture, page, "Thử");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (book_fixture_says (dialog, "take those back first"));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpuint (count_events (fixture), ==, before);
}

static gboolean
has_three_events (gpointer page)
{
  return g_list_model_get_n_items (events_of (page)) == 3;
}

static gboolean
has_two_events (gpointer page)
{
  return g_list_model_get_n_items (events_of (page)) == 2;
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
  GtkWidget *page = go_to_page (fixture);

  (void) data;
  book_fixture_act (page, "capital.voucher");
  page = sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, "SheafVouchersPage");
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
  BOOK_FIXTURE_ADD ("/capital-page/passing-thirty-percent-is-asked",
                    test_passing_thirty_percent_is_asked);
  BOOK_FIXTURE_ADD ("/capital-page/associates-above-thirty-percent-are-asked",
                    test_associates_above_thirty_percent_are_asked);
  BOOK_FIXTURE_ADD ("/capital-page/paying-more-than-promised-is-refused",
                    test_paying_more_than_promised_is_refused);
  BOOK_FIXTURE_ADD ("/capital-page/giving-back-more-than-paid-is-refused",
                    test_giving_back_more_than_paid_is_refused);
  BOOK_FIXTURE_ADD ("/capital-page/passing-on-to-oneself-is-refused",
                    test_passing_on_to_oneself_is_refused);
  BOOK_FIXTURE_ADD ("/capital-page/one-who-left-pays-nothing-in",
                    test_one_who_left_pays_nothing_in);
  BOOK_FIXTURE_ADD ("/capital-page/in-kind-needs-an-account", test_in_kind_needs_an_account);
  BOOK_FIXTURE_ADD ("/capital-page/what-cannot-be-read-is-told-at-the-field",
                    test_what_cannot_be_read_is_told_at_the_field);
  BOOK_FIXTURE_ADD ("/capital-page/nothing-typed-is-no-fault-yet",
                    test_nothing_typed_is_no_fault_yet);
  BOOK_FIXTURE_ADD ("/capital-page/an-event-is-taken-back-with-its-voucher",
                    test_an_event_is_taken_back_with_its_voucher);
  BOOK_FIXTURE_ADD ("/capital-page/what-later-events-need-stays",
                    test_what_later_events_need_stays);
  BOOK_FIXTURE_ADD ("/capital-page/events-of-one-member-as-of-a-day",
                    test_events_of_one_member_as_of_a_day);
  BOOK_FIXTURE_ADD ("/capital-page/a-voucher-number-leads-to-the-voucher",
                    test_a_voucher_number_leads_to_the_voucher);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}
