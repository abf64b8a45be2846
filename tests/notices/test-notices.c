/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retains, redemptions and what is refused, on a book of an American co-op. */
#include "helpers/members.h"
#include "ledger/party.h"
#include "notices/error.h"
#include "notices/redeem.h"
#include "notices/retain.h"
#include "notices/verify.h"
#include "payouts/reversal.h"
#include "trade/delivery.h"
#include "trade/product.h"

#include <string.h>

static const SheafBookSpec spec = {
  .name = "Prairie", .year = 2025, .chart = "intl", .law = "us-patronage"
};

static void
open_account (SheafBook  *book,
              const char *code)
{
  SheafAccount account = { .code = (char *) code, .name = (char *) "Retains" };
  g_autoptr (GError) error = NULL;

  account.needs = SHEAF_NEEDS_PARTY;
  (void) sheaf_account_insert (book, &account, "312", NULL, &error);
  g_assert_no_error (error);
}

static void
deliver (SheafBook  *book,
         const char *member,
         const char *day,
         gint64      thousandths,
         gint64      amount)
{
  SheafDelivery *row = sheaf_delivery_new ();
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_delivery_free, row, NULL);
  g_autoptr (GError) error = NULL;

  row->date = test_day (day);
  row->party_id = sheaf_party_find (book, member);
  row->product_id = sheaf_product_find (book, "CORN");
  row->quantity = SHEAF_QUANTITY (thousandths);
  row->amount = SHEAF_MONEY (amount);
  row->amount_given = TRUE;
  (void) sheaf_delivery_post (book, rows, TRUE, &error);
  g_assert_no_error (error);
}

/* Members P1 and P2, 1,000 and 500 bushels. */
static SheafBook *
make_book (const char *law)
{
  SheafBookSpec own = spec;
  SheafActor    actor = test_actor (sheaf_date_new (2026, 12, 31));
  SheafProduct *product = sheaf_product_new ();
  g_autoptr (GPtrArray) products = test_list ((GDestroyNotify) sheaf_product_free, product, NULL);
  g_autoptr (GError) error = NULL;
  SheafBook *book;

  own.law = law;
  book = sheaf_book_create (":memory:", &own, &actor, sheaf_ledger_set_up, &error);
  g_assert_no_error (error);
  g_assert_true (test_allow_money_below_zero (book));
  open_account (book, "3122");
  (void) test_member (book, "P1", SHEAF_MEMBER_OFFICIAL, "2020-01-01");
  (void) test_member (book, "P2", SHEAF_MEMBER_OFFICIAL, "2020-01-01");
  product->code = g_strdup ("CORN");
  product->name = g_strdup ("Corn");
  product->unit = g_strdup ("bu");
  product->kind = SHEAF_PRODUCT_PRODUCE;
  (void) sheaf_product_insert (book, products, &error);
  g_assert_no_error (error);
  deliver (book, "P1", "2025-06-01", 1000000, 300000);
  deliver (book, "P2", "2025-06-02", 500000, 150000);
  return book;
}

static GPtrArray *
make_rules (gint64      millionths,
            const char *account)
{
  SheafRetainRule *rule = g_new0 (SheafRetainRule, 1);

  rule->name = g_strdup ("corn");
  rule->rate = SHEAF_RATE (millionths);
  rule->kind = SHEAF_NOTICE_RETAIN;
  rule->account = g_strdup (account);
  return test_list ((GDestroyNotify) sheaf_retain_rule_free, rule, NULL);
}

static gboolean
retain (SheafBook  *book,
        gint64      millionths,
        const char *account,
        gint64     *ret_id,
        GError    **error)
{
  g_autoptr (GPtrArray) rules = make_rules (millionths, account);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  return sheaf_retain_post (book, rules, 2025, test_day ("2025-12-31"), problems, ret_id, NULL,
                            error);
}

static gint64
redeem (SheafBook *book,
        gint64     amount)
{
  SheafRedemption redemption = { .year = 2025,
                                 .date = sheaf_date_new (2026, 6, 1),
                                 .order = SHEAF_REDEEM_OLDEST,
                                 .amount = { amount } };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) sheaf_redeem_post (book, &redemption, problems, &id, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_refused (gboolean    done,
                GError    **error,
                int         code,
                const char *text)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_NOTICES_ERROR, code);
  g_assert_nonnull (strstr ((*error)->message, text));
  g_clear_error (error);
}

static void
test_retain_refusals (void)
{
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (SheafBook) charter = make_book ("charter");
  g_autoptr (GError) error = NULL;

  assert_refused (retain (charter, 5000000, "3122", NULL, &error), &error, SHEAF_NOTICES_ERROR_LAW,
                  "per-unit retain");
  assert_refused (retain (book, 5000000, "322", NULL, &error), &error, SHEAF_NOTICES_ERROR_RULE,
                  "322");
  assert_refused (retain (book, 5000000, "111", NULL, &error), &error, SHEAF_NOTICES_ERROR_RULE,
                  "equity or liabilities");
  assert_refused (retain (book, 5000000, "9999", NULL, &error), &error, SHEAF_NOTICES_ERROR_RULE,
                  "9999");
  assert_refused (retain (book, 0, "3122", NULL, &error), &error, SHEAF_NOTICES_ERROR_NOTHING,
                  "2025");
  assert_refused (retain (book, 300001000, "3122", NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_AMOUNT, "P1");
  g_assert_true (retain (book, 300000000, "3122", NULL, &error));
  g_assert_no_error (error);
  deliver (book, "P1", "2025-07-01", G_GINT64_CONSTANT (1000000000000), 1);
  assert_refused (retain (book, G_GINT64_CONSTANT (900000000000000000), "3122", NULL, &error),
                  &error, SHEAF_NOTICES_ERROR_RULE, "18");
}

/* A delivery that is taken back after it was retained of has to be mended by hand. */
static void
test_less_delivered (void)
{
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (retain (book, 5000000, "3122", &id, &error));
  rows = sheaf_delivery_list (book, sheaf_party_find (book, "P1"), SHEAF_DATE_NONE,
                              SHEAF_DATE_NONE, &error);
  g_assert_true (sheaf_journal_reverse (book, ((SheafDelivery *) rows->pdata[0])->voucher_id,
                                        test_day ("2025-12-31"), "Wrong", NULL, &error));
  assert_refused (retain (book, 5000000, "3122", NULL, &error), &error, SHEAF_NOTICES_ERROR_AMOUNT,
                  "5,000");
  deliver (book, "P1", "2025-12-31", 900000, 300000);
  assert_refused (retain (book, 5000000, "3122", NULL, &error), &error, SHEAF_NOTICES_ERROR_AMOUNT,
                  "500");
  g_assert_true (sheaf_journal_reverse (book, id, test_day ("2025-12-31"), "Wrong", NULL, &error));
  g_assert_true (retain (book, 5000000, "3122", NULL, &error));
  g_assert_cmpint (test_balance (book, "3122", "2025-12-31"), ==, -7000);
  g_assert_cmpuint (test_run_checks (book, sheaf_notices_checks), ==, 0);
}

/* Redemption before retain, payment before redemption: each is taken back in this order only. */
static void
test_taking_back (void)
{
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (GError) error = NULL;
  SheafDate day = sheaf_date_new (2026, 6, 2);
  gint64    retained = 0, redeemed, paid;
  gboolean  is = FALSE;
  int       year = 0;

  g_assert_true (retain (book, 5000000, "3122", &retained, &error));
  redeemed = redeem (book, 0);
  g_assert_true (sheaf_redeem_of_voucher (book, redeemed, &is, &year, &error));
  g_assert_true (is);
  g_assert_cmpint (year, ==, 2025);
  g_assert_cmpint (test_balance (book, "3122", "2026-12-31"), ==, 0);
  assert_refused (sheaf_journal_reverse (book, retained, day, "Wrong", NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_REDEEMED, "P1");
  paid = test_post (book, "2026-06-02", "217", "1011", 5000, "P1", NULL);
  assert_refused (sheaf_journal_reverse (book, redeemed, day, "Wrong", NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_REDEEMED, "P1");
  g_assert_true (sheaf_journal_reverse (book, paid, day, "Wrong", NULL, &error));
  g_assert_true (sheaf_journal_reverse (book, redeemed, day, "Wrong", NULL, &error));
  g_assert_true (sheaf_journal_reverse (book, retained, day, "Wrong", NULL, &error));
  g_assert_cmpint (test_balance (book, "3122", "2026-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "217", "2026-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "211", "2026-12-31"), ==, -450000);
  g_assert_cmpuint (test_run_checks (book, sheaf_notices_checks), ==, 0);
  test_verify (book);
}

/* What is paid, taken out or set off on a later day is not there on a day before. */
static void
test_days_before (void)
{
  SheafRedemption redemption = { .year = 2025,
                                 .date = sheaf_date_new (2026, 3, 1),
                                 .order = SHEAF_REDEEM_OLDEST };
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  gint64 redeemed, paid, taken;

  paid = test_post (book, "2026-02-01", "211", "1011", 299000, "P1", NULL);
  assert_refused (retain (book, 5000000, "3122", NULL, &error), &error, SHEAF_NOTICES_ERROR_AMOUNT,
                  "P1 is owed 1,000");
  g_assert_true (
      sheaf_journal_reverse (book, paid, test_day ("2026-02-01"), "Wrong", NULL, &error));
  g_assert_true (retain (book, 5000000, "3122", NULL, &error));
  taken = test_post (book, "2026-03-02", "3122", "217", 4000, "P1", "P1");
  assert_refused (sheaf_redeem_post (book, &redemption, problems, NULL, NULL, NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_AMOUNT, "holds 1,000 of P1");
  g_assert_true (
      sheaf_journal_reverse (book, taken, test_day ("2026-03-02"), "Wrong", NULL, &error));
  redeemed = redeem (book, 0);
  (void) test_post (book, "2026-06-20", "217", "1011", 1, "P1", NULL);
  assert_refused (
      sheaf_journal_reverse (book, redeemed, test_day ("2026-06-10"), "Wrong", NULL, &error),
      &error, SHEAF_NOTICES_ERROR_REDEEMED, "P1");
}

/* Entries by hand on the account of the layers are found, and keep a redemption from going through
 * that the ledger could not bear. */
static void
test_ledger_agrees (void)
{
  SheafRedemption redemption = { .year = 2025,
                                 .date = sheaf_date_new (2026, 6, 1),
                                 .order = SHEAF_REDEEM_OLDEST };
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (retain (book, 5000000, "3122", NULL, &error));
  g_assert_cmpuint (test_run_checks (book, sheaf_notices_checks), ==, 0);
  (void) test_post (book, "2026-03-01", "3122", "217", 1, "P2", "P2");
  g_assert_cmpuint (test_run_checks (book, sheaf_notices_checks), ==, 1);
  assert_refused (sheaf_redeem_post (book, &redemption, problems, NULL, NULL, NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_AMOUNT, "P2");
}

/* What the program refuses, another one may have written: verify finds it. */
static void
test_overdrawn (void)
{
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (GError) error = NULL;
  gint64 retained = 0;

  g_assert_true (retain (book, 5000000, "3122", &retained, &error));
  (void) redeem (book, 7000);
  g_assert_true (sheaf_voucher_reverse (book, retained, sheaf_date_new (2026, 6, 2), "Wrong", NULL,
                                        &error));
  g_assert_cmpuint (test_run_checks (book, sheaf_notices_checks), ==, 2);
}

/* Nobody's birthday is known: with an age nobody is given anything, by age everyone comes last. */
static void
test_ages (void)
{
  SheafRedemption redemption = { .year = 2025,
                                 .date = sheaf_date_new (2026, 6, 1),
                                 .order = SHEAF_REDEEM_OLDEST_MEMBER };
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (SheafProblems) last = sheaf_problems_new ();
  g_autoptr (SheafProblems) left_out = sheaf_problems_new ();
  g_autoptr (SheafProblems) before = sheaf_problems_new ();
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (retain (book, 5000000, "3122", NULL, &error));
  lines = sheaf_redeem_preview (book, &redemption, last, &notices, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->warnings, ==, 2);
  g_assert_true (test_has_problem (last, SHEAF_PROBLEM_WARNING, 0, "P1", "comes last"));
  redemption.age = 70;
  assert_refused (sheaf_redeem_post (book, &redemption, left_out, NULL, NULL, NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_NOTHING, "");
  g_assert_cmpuint (left_out->warnings, ==, 2);
  g_assert_true (test_has_problem (left_out, SHEAF_PROBLEM_WARNING, 0, "P2", "is left out"));
  /* Layers that are not asked for ask for no birthday. */
  redemption.through = 2024;
  assert_refused (sheaf_redeem_post (book, &redemption, before, NULL, NULL, NULL, &error), &error,
                  SHEAF_NOTICES_ERROR_NOTHING, "");
  g_assert_cmpuint (before->warnings, ==, 0);
}

/* Posting chooses once, and tells what it chose; a refusal leaves what was there. */
static void
test_posting_gives_its_lines (void)
{
  SheafRedemption redemption = { .year = 2025,
                                 .date = sheaf_date_new (2026, 6, 1),
                                 .order = SHEAF_REDEEM_OLDEST,
                                 .amount = { 300 } };
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) rules = make_rules (5000000, "3122");
  g_autoptr (GPtrArray) retained = NULL;
  g_autoptr (GPtrArray) redeemed = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  SheafMoney sum = SHEAF_MONEY_ZERO;
  gint64     id = 0;

  g_assert_true (sheaf_retain_post (book, rules, 2025, test_day ("2025-12-31"), problems, &id,
                                    &retained, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (retained->len, ==, 2);
  g_assert_cmpstr (((SheafRetainLine *) retained->pdata[0])->code, ==, "P1");
  g_assert_true (sheaf_redeem_post (book, &redemption, problems, &id, &notices, &lines, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    sum = sheaf_money_add (sum, g_array_index (lines, SheafRedeemLine, i).amount);
  g_assert_cmpint (sum.units, ==, 300);
  redeemed = sheaf_redeemed_by_voucher (book, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (redeemed->len, ==, lines->len);
  redemption.amount = SHEAF_MONEY (G_MAXINT32);
  assert_refused (sheaf_redeem_post (book, &redemption, problems, NULL, &notices, &lines, &error),
                  &error, SHEAF_NOTICES_ERROR_AMOUNT, "");
  g_assert_cmpuint (lines->len, ==, redeemed->len);
}

/* With the payments of a year go the redemptions that were decided for it. */
static void
test_redeemed_list (void)
{
  g_autoptr (SheafBook) book = make_book ("us-patronage");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (retain (book, 5000000, "3122", NULL, &error));
  (void) redeem (book, 300);
  (void) redeem (book, 600);
  list = sheaf_redeemed_list (book, 2025, &error);
  none = sheaf_redeemed_list (book, 2026, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((SheafRedeemed *) list->pdata[0])->code, ==, "P1");
  g_assert_cmpint (((SheafRedeemed *) list->pdata[0])->amount.units, ==, 600);
  g_assert_cmpint (((SheafRedeemed *) list->pdata[1])->amount.units, ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notices/retains-that-cannot-be-are-refused", test_retain_refusals);
  g_test_add_func ("/notices/less-delivered-than-retained-is-refused", test_less_delivered);
  g_test_add_func ("/notices/what-came-later-is-taken-back-first", test_taking_back);
  g_test_add_func ("/notices/what-leaves-later-is-not-there-before", test_days_before);
  g_test_add_func ("/notices/layers-are-the-ledgers-balance", test_ledger_agrees);
  g_test_add_func ("/notices/redeemed-above-the-layer-is-found", test_overdrawn);
  g_test_add_func ("/notices/unknown-birthdays-are-told", test_ages);
  g_test_add_func ("/notices/posting-gives-what-it-entered", test_posting_gives_its_lines);
  g_test_add_func ("/notices/redemptions-go-with-the-payments-of-their-year", test_redeemed_list);
  return g_test_run ();
}
