/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income that became capital is taxed when it goes out: first in line, kept back of the refund. */
#include "capital/tax.h"

#include "book/setting.h"
#include "capital/preview.h"
#include "capital/settle.h"
#include "capital/untaxed.h"
#include "capital/verify.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "members/member.h"
#include "sample.h"
#include "store/query.h"

/* TV1 paid in 500, and 510 of income became capital. */
static SheafBook *
new_book (const char *sector)
{
  SheafBook *book = test_members_new ();

  if (sector != NULL)
    g_assert_true (sheaf_setting_write (book, "sector", sector, NULL));
  test_allow_money_below_zero (book);
  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1010);
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_PAY, 500);
  test_post (book, "2025-02-01", "4211", "338", 510, NULL, "TV1");
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_CAPITALISE, 510);
  return book;
}

static gint64
owed_to (SheafBook  *book,
         const char *account,
         const char *code)
{
  SheafMoney balance;

  g_assert_true (sheaf_totals_party_balance (book, test_account (book, account),
                                             sheaf_party_find (book, code),
                                             test_day ("2026-12-31"), &balance, NULL));
  return -balance.units;
}

/* "name base rate amount" of every event that kept something and stands. */
static char *
list_kept (SheafBook *book)
{
  g_autoptr (SheafQuery) query = NULL;
  GString *text = g_string_new (NULL);

  query = sheaf_query_new_once (
      sheaf_book_store (book),
      "SELECT name, base, rate, amount FROM capital_tax_kept ORDER BY id", SHEAF_NO_ARGS, NULL);
  while (sheaf_query_next (query, NULL))
    g_string_append_printf (text, "%s%s %d %d %d", text->len > 0 ? "; " : "",
                            sheaf_query_text (query, 0), (int) sheaf_query_int (query, 1),
                            (int) sheaf_query_int (query, 2), (int) sheaf_query_int (query, 3));
  return g_string_free (text, FALSE);
}

static void
expect_kept (SheafBook  *book,
             const char *expected)
{
  g_autofree char *kept = list_kept (book);

  g_assert_cmpstr (kept, ==, expected);
}

/* 510 go first: of 200 all, of 400 the 310 that are left, of the last 410 nothing. */
static void
test_withdrawn_in_parts (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  gint64 cash = test_balance (book, "1111", "2025-12-31");

  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 0);
  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 200);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 10);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, cash - 190);
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 400);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 26);
  sample_enter (book, "TV1", "2025-05-01", SHEAF_CAPITAL_REFUND, 410);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 26);
  g_assert_cmpint (owed_to (book, "4111", "TV1"), ==, 0);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, cash - 1010 + 26);
  expect_kept (book, "capital-income-2009 200 50000 10; capital-income-2009 310 50000 16");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_taken_back (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCapitalEvent *refund;

  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 200);
  events = sheaf_capital_list (book, sheaf_party_find (book, "TV1"), NULL);
  refund = events->pdata[events->len - 1];
  sheaf_capital_reverse (book, refund->id, test_day ("2025-03-02"), "Nhầm", &error);
  g_assert_no_error (error);
  expect_kept (book, "");
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 0);
  g_assert_cmpint (owed_to (book, "4111", "TV1"), ==, 1010);
  test_verify (book);
}

/* What the giver owes is the co-op's claim: no money of a transfer passes through it. */
static void
test_transfer (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  SheafCapitalEvent *event = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_TRANSFER_OUT,
                                           600);
  g_autoptr (GPtrArray) events = test_list ((GDestroyNotify) sheaf_capital_event_free, event,
                                            NULL);
  g_autoptr (SheafCapitalPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  sample_enter (book, "TV2", "2025-01-01", SHEAF_CAPITAL_COMMIT, 10);
  event->to_party_id = sheaf_party_find (book, "TV2");
  event->cause = g_strdup ("sale");
  preview = sheaf_capital_preview (book, event, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->untaxed.units, ==, 510);
  g_assert_cmpint (preview->tax.units, ==, 26);
  g_assert_cmpuint (preview->voucher->rows->len, ==, 2);
  sheaf_capital_post (book, events, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owed_to (book, "4111", "TV1"), ==, 410);
  g_assert_cmpint (owed_to (book, "4111", "TV2"), ==, 600);
  g_assert_cmpint (owed_to (book, "338", "TV1"), ==, 0);
  g_assert_cmpint (owed_to (book, "138", "TV1"), ==, -26);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 26);
  expect_kept (book, "capital-income-2009 510 50000 26");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

/* A chart of before has no account for it: then it stands with what members owe for goods. */
static void
test_transfer_in_old_chart (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  SheafCapitalEvent *event = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_TRANSFER_OUT,
                                           600);
  g_autoptr (GPtrArray) events = test_list ((GDestroyNotify) sheaf_capital_event_free, event,
                                            NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_store_script (sheaf_book_store (book),
                                     "DROP TRIGGER account_unchanged; UPDATE account SET role = "
                                     "NULL WHERE role = '" SHEAF_CAPITAL_CLAIM_ROLE "'",
                                     NULL));
  sheaf_book_refresh (book); /* the chart is read anew */
  event->to_party_id = sheaf_party_find (book, "TV2");
  event->cause = g_strdup ("sale");
  sample_enter (book, "TV2", "2025-01-01", SHEAF_CAPITAL_COMMIT, 10);
  sheaf_capital_post (book, events, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owed_to (book, "131", "TV1"), ==, -26);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 26);
}

static void
test_organisation (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  g_autoptr (SheafMember) member = NULL;
  g_autoptr (GError) error = NULL;

  member = sheaf_member_load (book, sheaf_party_find (book, "TV1"), NULL);
  g_assert_true (sheaf_member_set_field (member, "represents", "organisation", NULL));
  sheaf_member_change (book, member, NULL, &error);
  g_assert_no_error (error);
  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 1010);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 0);
  expect_kept (book, "");
}

/* Farmers' co-ops: taxed until the law of 2025 came into force, exempt from then on. */
static void
test_agricultural (void)
{
  g_autoptr (SheafBook) book = new_book ("agriculture");

  sample_enter (book, "TV1", "2026-06-30", SHEAF_CAPITAL_REFUND, 100);
  sample_enter (book, "TV1", "2026-07-01", SHEAF_CAPITAL_REFUND, 100);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 5);
  expect_kept (book, "capital-income-2009 100 50000 5; exempt-agricultural 100 0 0");
}

/* The debt is met in full; the tax stays of the money, which is the first to take the income. */
static void
test_set_off (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  g_autoptr (SheafCapitalEvent) refund = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (SheafCapitalTax) first = NULL;
  g_autoptr (SheafCapitalTax) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 cash = test_balance (book, "1111", "2025-12-31");

  test_post (book, "2025-02-03", "131", "5111", 300, "TV1", NULL);
  refund = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 1010);
  parts = sheaf_capital_refund_split (book, refund, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, 2);
  first = sheaf_capital_tax_of (book, parts->pdata[0], parts, &error);
  second = sheaf_capital_tax_of (book, parts->pdata[1], parts, &error);
  g_assert_cmpint (first->amount.units, ==, 26);
  g_assert_cmpint (second->amount.units, ==, 0);
  sheaf_capital_post (book, parts, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owed_to (book, "131", "TV1"), ==, 0);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 26);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, cash - 710 + 26);
}

/* A refund that only meets debts keeps the tax back of that: so much of the debt stays. */
static void
test_set_off_alone (void)
{
  g_autoptr (SheafBook) book = new_book (NULL);
  g_autoptr (SheafCapitalEvent) refund = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;

  test_post (book, "2025-02-03", "131", "5111", 300, "TV1", NULL);
  refund = sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 300);
  parts = sheaf_capital_refund_split (book, refund, &error);
  sheaf_capital_post (book, parts, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (owed_to (book, "131", "TV1"), ==, -15);
  g_assert_cmpint (owed_to (book, "3338", "TV1"), ==, 15);
  g_assert_cmpint (owed_to (book, "4111", "TV1"), ==, 710);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-tax/withdrawn-in-parts", test_withdrawn_in_parts);
  g_test_add_func ("/capital-tax/goes-when-the-refund-is-taken-back", test_taken_back);
  g_test_add_func ("/capital-tax/the-giver-of-a-transfer-owes-it", test_transfer);
  g_test_add_func ("/capital-tax/in-an-old-chart-the-giver-owes-it-as-a-customer",
                   test_transfer_in_old_chart);
  g_test_add_func ("/capital-tax/organisations-pay-their-own", test_organisation);
  g_test_add_func ("/capital-tax/farmers-are-exempt-from-mid-2026", test_agricultural);
  g_test_add_func ("/capital-tax/debts-are-met-before-money-goes", test_set_off);
  g_test_add_func ("/capital-tax/is-kept-of-a-set-off-too", test_set_off_alone);
  return g_test_run ();
}
