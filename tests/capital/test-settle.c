/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refunds set off against what the member owes, and those that are owed. */
#include "capital/settle.h"

#include "capital/error.h"
#include "capital/preview.h"
#include "capital/refund.h"
#include "capital/verify.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "sample.h"

#include <string.h>

/* TV1 left with 1000 paid in and owes 300 on 131 and 50 on 141. */
static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_pay_up (book, "TV1", "2025-01-02", 1000);
  sample_pay_up (book, "TV2", "2025-01-02", 1000);
  test_post (book, "2025-02-01", "131", "5111", 300, "TV1", NULL);
  test_post (book, "2025-02-03", "141", "1111", 50, "TV1", NULL);
  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  return book;
}

static SheafCapitalEvent *
refund_on (SheafBook  *book,
           const char *account,
           gint64      amount)
{
  SheafCapitalEvent *event = sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, amount);

  event->account_id = account == NULL ? 0 : test_account (book, account);
  return event;
}

static gint64
balance_of (SheafBook  *book,
            const char *account,
            const char *code)
{
  SheafMoney balance;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_totals_party_balance (book, test_account (book, account),
                                             sheaf_party_find (book, code),
                                             test_day ("2025-12-31"), &balance, &error));
  g_assert_no_error (error);
  return balance.units;
}

static void
enter_all (SheafBook *book,
           GPtrArray *events)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_split_sets_debts_off_first (void)
{
  static const struct
  {
    const char *account;
    gint64      amount;
  } expected[] = { { "131", 300 }, { "141", 50 }, { NULL, 650 } };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCapitalEvent) refund = refund_on (book, NULL, 1000);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 cash = test_balance (book, "1111", "2025-12-31");

  parts = sheaf_capital_refund_split (book, refund, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafCapitalEvent *part = parts->pdata[i];

      g_assert_cmpint (part->amount.units, ==, expected[i].amount);
      g_assert_cmpint (part->account_id, ==,
                       expected[i].account == NULL ? 0
                                                   : test_account (book, expected[i].account));
    }
  enter_all (book, parts);
  g_assert_cmpint (balance_of (book, "131", "TV1"), ==, 0);
  g_assert_cmpint (balance_of (book, "141", "TV1"), ==, 0);
  g_assert_cmpint (balance_of (book, "4111", "TV1"), ==, 0);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, cash - 650);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_split_of_less_than_is_owed (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCapitalEvent) refund = refund_on (book, NULL, 310);
  g_autoptr (GPtrArray) parts = sheaf_capital_refund_split (book, refund, NULL);

  g_assert_cmpuint (parts->len, ==, 2);
  enter_all (book, parts);
  g_assert_cmpint (balance_of (book, "131", "TV1"), ==, 0);
  g_assert_cmpint (balance_of (book, "141", "TV1"), ==, 40);
  g_assert_cmpint (balance_of (book, "4111", "TV1"), ==, -690);
}

static void
test_split_without_debts_is_the_refund (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (SheafCapitalEvent) refund = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  refund = refund_on (book, NULL, 7);
  refund->form = SHEAF_CAPITAL_BANK;
  refund->cause = g_strdup ("leaving");
  parts = sheaf_capital_refund_split (book, refund, NULL);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (((SheafCapitalEvent *) parts->pdata[0])->amount.units, ==, 7);
  g_assert_cmpint (((SheafCapitalEvent *) parts->pdata[0])->form, ==, SHEAF_CAPITAL_BANK);
  g_assert_cmpstr (((SheafCapitalEvent *) parts->pdata[0])->cause, ==, "leaving");
}

/* One đồng more than is owed, an account without a debt, money while a debt is left. */
static void
test_only_debts_are_set_off (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) twice = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafCapitalEvent *payment;

  sample_refused (book, refund_on (book, "131", 301), "form",
                  "TV1 owes 300 on 131, not the 301 that are set off");
  sample_refused (book, refund_on (book, "331", 1), "form", "TV1 owes 0 on 331");
  sample_refused (book, refund_on (book, NULL, 1), "amount", "(131 300, 141 50)");
  payment = sample_event (book, "TV2", "2025-04-01", SHEAF_CAPITAL_PAY, 1);
  payment->account_id = test_account (book, "131");
  sample_refused (book, payment, "form", "take cash or bank");
  twice = test_list ((GDestroyNotify) sheaf_capital_event_free, refund_on (book, "131", 200),
                     refund_on (book, "131", 101), NULL);
  g_assert_true (sheaf_capital_check (book, twice, TRUE, NULL, problems, NULL));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 5, "form", "not the 301"));
}

/* The rest is refunded in money only when nothing is owed any more. */
static void
test_rest_waits_for_all_debts (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray)
      parts = test_list ((GDestroyNotify) sheaf_capital_event_free, refund_on (book, "131", 300),
                         refund_on (book, NULL, 650), NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_capital_check (book, parts, TRUE, NULL, problems, NULL));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 5, "amount",
                                   "TV1 still owes the co-op (141 50)"));
  g_ptr_array_add (parts, refund_on (book, "141", 50));
  enter_all (book, parts);
  g_assert_cmpint (balance_of (book, "4111", "TV1"), ==, 0);
}

/* No money goes: the question of Art. 78 is not asked. What is owed on 338 will go: it is. */
static void
test_set_off_takes_no_money (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray)
      set_off = test_list ((GDestroyNotify) sheaf_capital_event_free, refund_on (book, "131", 300),
                           refund_on (book, "141", 50), NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafProblems) owed = sheaf_problems_new ();

  test_post (book, "2025-02-04", "156", "331", 1900, NULL, "TV2");
  g_assert_true (sheaf_capital_check (book, set_off, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_false (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 5, "amount", "Art. 78"));
  g_ptr_array_add (set_off, refund_on (book, "338", 650));
  g_assert_true (sheaf_capital_check (book, set_off, TRUE, NULL, owed, NULL));
  g_assert_cmpuint (owed->errors, ==, 0);
  g_assert_true (test_has_problem (owed, SHEAF_PROBLEM_WARNING, 5, "amount", "Art. 78"));
}

static void
test_rest_may_be_owed (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCapitalEvent) refund = refund_on (book, "338", 1000);
  g_autoptr (GPtrArray) parts = sheaf_capital_refund_split (book, refund, NULL);
  gint64 cash = test_balance (book, "1111", "2025-12-31");

  sample_refused (book, refund_on (book, "338", 1), "amount", "(131 300, 141 50)");
  g_assert_true (sheaf_capital_is_owed (book, refund));
  enter_all (book, parts);
  g_assert_cmpint (balance_of (book, "338", "TV1"), ==, -650);
  g_assert_cmpint (balance_of (book, "4111", "TV1"), ==, 0);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, cash);
}

/* 300 more on two invoices: what falls due first is settled first, each on its own item. */
static void
test_items_are_settled_by_their_days (void)
{
  static const char *const days[] = { "2025-09-30", "2025-06-30" };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCapitalEvent) refund = NULL;
  g_autoptr (SheafCapitalPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  gint64                 items[2];
  const SheafVoucherRow *rows[3];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("HD%u", i + 1);
      g_autoptr (SheafVoucher)
          voucher = test_voucher (book, "2025-02-10", "131", "5111", 100 + i * 100, "TV1", NULL);
      SheafVoucherRow *row = voucher->rows->pdata[0];

      g_assert_true (sheaf_item_ensure (book, code, &items[i], &error));
      row->debit_item_id = items[i];
      row->due = test_day (days[i]);
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
    }
  g_assert_no_error (error);
  refund = refund_on (book, "131", 550);
  preview = sheaf_capital_preview (book, refund, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->voucher->kind, ==, SHEAF_VOUCHER_JOURNAL);
  g_assert_cmpuint (preview->voucher->rows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      rows[i] = preview->voucher->rows->pdata[i];
      g_assert_cmpint (rows[i]->debit_id, ==, test_account (book, "4111"));
      g_assert_cmpint (rows[i]->credit_id, ==, test_account (book, "131"));
    }
  g_assert_cmpint (rows[0]->credit_item_id, ==, items[1]);
  g_assert_cmpint (rows[0]->amount.units, ==, 200);
  g_assert_cmpint (rows[1]->credit_item_id, ==, items[0]);
  g_assert_cmpint (rows[1]->amount.units, ==, 100);
  g_assert_cmpint (rows[2]->credit_item_id, ==, 0);
  g_assert_cmpint (rows[2]->amount.units, ==, 250);
}

/* Taken back, the debt is there again. */
static void
test_set_off_is_taken_back (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) parts = test_list ((GDestroyNotify) sheaf_capital_event_free,
                                           refund_on (book, "131", 300), NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  enter_all (book, parts);
  events = sheaf_capital_list (book, sheaf_party_find (book, "TV1"), &error);
  g_assert_true (sheaf_capital_is_settled (events->pdata[events->len - 1]));
  g_assert_true (sheaf_capital_reverse (
      book, ((SheafCapitalEvent *) events->pdata[events->len - 1])->id, test_day ("2025-04-02"),
      "Nhầm", &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance_of (book, "131", "TV1"), ==, 300);
  g_assert_cmpint (balance_of (book, "4111", "TV1"), ==, -1000);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/capital-settle/" name, test)
  ADD ("split-sets-debts-off-first", test_split_sets_debts_off_first);
  ADD ("split-of-less-than-is-owed", test_split_of_less_than_is_owed);
  ADD ("split-without-debts-is-the-refund", test_split_without_debts_is_the_refund);
  ADD ("only-debts-are-set-off", test_only_debts_are_set_off);
  ADD ("rest-waits-for-all-debts", test_rest_waits_for_all_debts);
  ADD ("set-off-takes-no-money", test_set_off_takes_no_money);
  ADD ("rest-may-be-owed", test_rest_may_be_owed);
  ADD ("items-are-settled-by-their-days", test_items_are_settled_by_their_days);
  ADD ("set-off-is-taken-back", test_set_off_is_taken_back);
  return g_test_run ();
}
