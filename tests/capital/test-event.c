/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering capital events, their vouchers, what is refused. */
#include "capital/event.h"

#include "capital/balance.h"
#include "capital/error.h"
#include "capital/verify.h"
#include "ledger/party.h"
#include "sample.h"

static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  return book;
}

/* Enters a list; stops when it is refused. */
static void
enter_all (SheafBook *book,
           GPtrArray *events,
           gboolean   post)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_post (book, events, post, &error));
  g_assert_no_error (error);
  g_ptr_array_unref (events);
}

static SheafCapitalBalance
balance_on (SheafBook  *book,
            const char *code,
            const char *day)
{
  SheafCapitalBalance balance;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      sheaf_capital_on (book, sheaf_party_find (book, code), test_day (day), &balance, &error));
  g_assert_no_error (error);
  return balance;
}

static void
test_only_what_is_paid_is_booked (void)
{
  g_autoptr (SheafBook) book = new_book ();

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, 0);
  sample_enter (book, "TV1", "2025-02-02", SHEAF_CAPITAL_PAY, 60);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, -60);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 60);
  g_assert_cmpint (balance_on (book, "TV1", "2025-02-01").paid.units, ==, 0);
  g_assert_cmpint (balance_on (book, "TV1", "2025-02-02").paid.units, ==, 60);
  g_assert_cmpint (balance_on (book, "TV1", "2025-02-02").committed.units, ==, 100);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_each_form_has_its_account (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *bank = sample_event (book, "TV1", "2025-02-02", SHEAF_CAPITAL_PAY, 60);
  SheafCapitalEvent *kind = sample_event (book, "TV1", "2025-02-02", SHEAF_CAPITAL_PAY_IN_KIND, 30);
  SheafCapitalEvent *refund = sample_event (book, "TV1", "2025-03-02", SHEAF_CAPITAL_REFUND, 10);

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  bank->form = SHEAF_CAPITAL_BANK;
  kind->account_id = test_account (book, "2111");
  refund->form = SHEAF_CAPITAL_BANK;
  enter_all (book,
             test_list ((GDestroyNotify) sheaf_capital_event_free, bank, kind, refund, NULL), TRUE);
  g_assert_cmpint (test_balance (book, "1121", "2025-12-31"), ==, 50);
  g_assert_cmpint (test_balance (book, "2111", "2025-12-31"), ==, 30);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, -80);
  g_assert_cmpint (balance_on (book, "TV1", "2025-12-31").committed.units, ==, 90);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_transfer_moves_both_balances (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *transfer = sample_event (book, "TV1", "2025-04-01",
                                              SHEAF_CAPITAL_TRANSFER_OUT, 40);

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  transfer->to_party_id = sheaf_party_find (book, "TV2");
  enter_all (book, test_list ((GDestroyNotify) sheaf_capital_event_free, transfer, NULL), TRUE);
  g_assert_cmpint (balance_on (book, "TV1", "2025-04-01").paid.units, ==, 60);
  g_assert_cmpint (balance_on (book, "TV1", "2025-04-01").committed.units, ==, 60);
  g_assert_cmpint (balance_on (book, "TV2", "2025-03-31").paid.units, ==, 0);
  g_assert_cmpint (balance_on (book, "TV2", "2025-04-01").paid.units, ==, 40);
  g_assert_cmpint (balance_on (book, "TV2", "2025-04-01").committed.units, ==, 40);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_capitalised_income_comes_from_the_payable (void)
{
  g_autoptr (SheafBook) book = new_book ();

  test_post (book, "2025-04-01", "4211", "338", 25, NULL, "TV1");
  sample_enter (book, "TV1", "2025-04-02", SHEAF_CAPITAL_COMMIT, 25);
  sample_enter (book, "TV1", "2025-04-02", SHEAF_CAPITAL_CAPITALISE, 25);
  g_assert_cmpint (test_balance (book, "338", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, -25);
  g_assert_cmpint (balance_on (book, "TV1", "2025-12-31").paid.units, ==, 25);
}

static void
test_paid_above_committed_is_refused (void)
{
  g_autoptr (SheafBook) book = new_book ();

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  sample_refused (book, sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_PAY, 1), "amount",
                  "above the commitment of 100");
  sample_refused (book, sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REDUCE, 1), "amount",
                  "above the commitment of 99");
  sample_refused (book, sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_CAPITALISE, 1),
                  "amount", "further commitment");
}

static void
test_refund_above_paid_is_refused (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *transfer = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_TRANSFER_OUT,
                                              101);

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  sample_refused (book, sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 101),
                  "amount", "more than is paid in");
  transfer->to_party_id = sheaf_party_find (book, "TV2");
  sample_refused (book, transfer, "amount", "more than is paid in");
  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 100);
  /* a refund entered late must leave the later one its money */
  sample_refused (book, sample_event (book, "TV1", "2025-02-15", SHEAF_CAPITAL_REFUND, 1), "amount",
                  "on 2025-03-01");
}

static void
test_day_without_membership_is_refused (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *transfer = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_TRANSFER_OUT,
                                              10);

  sample_pay_up (book, "TV1", "2025-01-01", 100);
  sample_refused (book, sample_event (book, "TV1", "2024-12-31", SHEAF_CAPITAL_COMMIT, 1), "member",
                  "is no member on 2024-12-31");
  test_membership_insert (book, "TV2", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  transfer->to_party_id = sheaf_party_find (book, "TV2");
  sample_refused (book, transfer, "to_member", "is no member on 2025-03-01");
  sample_refused (book, sample_event (book, "TV2", "2025-03-01", SHEAF_CAPITAL_PAY, 1), "member",
                  "is no member");
}

static void
test_share_is_refunded_after_leaving (void)
{
  g_autoptr (SheafBook) book = new_book ();

  sample_pay_up (book, "TV1", "2025-01-01", 100);
  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  sample_enter (book, "TV1", "2025-05-01", SHEAF_CAPITAL_REFUND, 100);
  g_assert_cmpint (balance_on (book, "TV1", "2025-05-01").paid.units, ==, 0);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
test_fields_are_judged (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *event;

  sample_refused (book, sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 0), "amount",
                  "above 0");
  sample_refused (book, sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_TRANSFER_OUT, 1),
                  "to_member", "another member");
  sample_refused (book, sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY_IN_KIND, 1),
                  "form", "account");
  event = sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 1);
  event->to_party_id = sheaf_party_find (book, "TV2");
  sample_refused (book, event, "to_member", "only a transfer");
  event = sample_event (book, "TV9", "2025-02-01", SHEAF_CAPITAL_PAY, 1);
  sample_refused (book, event, "member", "no member is named");
  /* no sum of amounts may pass 18 digits */
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, SHEAF_MONEY_MAX);
  sample_refused (book, sample_event (book, "TV2", "2025-02-01", SHEAF_CAPITAL_COMMIT, 1), "amount",
                  "18 digits");
}

static void
test_one_bad_event_refuses_all (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                          sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 10),
                          sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 10),
                          sample_event (book, "TV2", "2025-02-01", SHEAF_CAPITAL_PAY, 10), NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  left = sheaf_capital_list (book, 0, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, 0);
}

static void
test_order_within_a_day_is_free (void)
{
  g_autoptr (SheafBook) book = new_book ();

  enter_all (book,
             test_list ((GDestroyNotify) sheaf_capital_event_free,
                        sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 10),
                        sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 10), NULL),
             TRUE);
  g_assert_cmpint (balance_on (book, "TV1", "2025-02-01").paid.units, ==, 10);
}

static void
test_reversed_event_never_counted (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCapitalEvent *commit, *pay;

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  events = sheaf_capital_list (book, 0, NULL);
  commit = g_ptr_array_index (events, 0);
  pay = g_ptr_array_index (events, 1);
  g_assert_false (
      sheaf_capital_reverse (book, commit->id, test_day ("2025-05-01"), "Sai", &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sheaf_capital_reverse (book, pay->id, test_day ("2025-05-01"), "Sai", &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance_on (book, "TV1", "2025-03-01").paid.units, ==, 0);
  g_assert_cmpint (balance_on (book, "TV1", "2025-03-01").committed.units, ==, 100);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, 0);
  g_assert_false (sheaf_capital_reverse (book, pay->id, test_day ("2025-05-01"), "Sai", &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (sheaf_capital_reverse (book, 99, test_day ("2025-05-01"), "Sai", &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_reversing_the_voucher_reverses_the_event (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCapitalEvent *pay;

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  events = sheaf_capital_list (book, 0, NULL);
  pay = g_ptr_array_index (events, 1);
  g_assert_true (sheaf_voucher_reverse (book, pay->voucher_id, test_day ("2025-05-01"), "Sai", NULL,
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance_on (book, "TV1", "2025-12-31").paid.units, ==, 0);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
test_associate_without_capital_is_warned_of (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_member (book, "TV3", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                      sample_event (book, "TV3", "2025-02-01", SHEAF_CAPITAL_COMMIT, 10), NULL);
  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_WARNING, 5, "member", "contributes no capital"));
}

/* Entered from files, an event belongs to an entry that is there: reversing this one takes the
 * event with it. */
static void
test_entry_that_is_there (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafCapitalEvent  *event;
  SheafCapitalBalance balance;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 100);
  event = sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 60);
  event->voucher_id = test_post (book, "2025-02-01", "1111", "4111", 60, NULL, "TV1");
  events = test_list ((GDestroyNotify) sheaf_capital_event_free, event, NULL);
  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, &error));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 5, "voucher", "without posting"));
  g_assert_true (sheaf_capital_post (book, events, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_capital_check (book, events, FALSE, NULL, problems, &error));
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_ERROR, 5, "voucher", "another capital event"));
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, -60);
  g_assert_true (sheaf_voucher_reverse (book, event->voucher_id, test_day ("2025-03-01"), "Nhầm",
                                        NULL, &error));
  g_assert_true (sheaf_capital_on (book, event->party_id, test_day ("2025-12-31"), &balance,
                                   &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance.paid.units, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital/only-what-is-paid-is-booked", test_only_what_is_paid_is_booked);
  g_test_add_func ("/capital/each-form-has-its-account", test_each_form_has_its_account);
  g_test_add_func ("/capital/transfer-moves-both-balances", test_transfer_moves_both_balances);
  g_test_add_func ("/capital/capitalised-income-comes-from-the-payable",
                   test_capitalised_income_comes_from_the_payable);
  g_test_add_func ("/capital/paid-above-committed-is-refused",
                   test_paid_above_committed_is_refused);
  g_test_add_func ("/capital/refund-above-paid-is-refused", test_refund_above_paid_is_refused);
  g_test_add_func ("/capital/day-without-membership-is-refused",
                   test_day_without_membership_is_refused);
  g_test_add_func ("/capital/share-is-refunded-after-leaving",
                   test_share_is_refunded_after_leaving);
  g_test_add_func ("/capital/fields-are-judged", test_fields_are_judged);
  g_test_add_func ("/capital/one-bad-event-refuses-all", test_one_bad_event_refuses_all);
  g_test_add_func ("/capital/order-within-a-day-is-free", test_order_within_a_day_is_free);
  g_test_add_func ("/capital/reversed-event-never-counted", test_reversed_event_never_counted);
  g_test_add_func ("/capital/reversing-the-voucher-reverses-the-event",
                   test_reversing_the_voucher_reverses_the_event);
  g_test_add_func ("/capital/associate-without-capital-is-warned-of",
                   test_associate_without_capital_is_warned_of);
  g_test_add_func ("/capital/entry-that-is-there-is-its-own", test_entry_that_is_there);
  return g_test_run ();
}
