/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank's answer to a list: what it refused is open again. */
#include "payouts/result.h"

#include "distribution/coop.h"
#include "paying.h"
#include "payouts/error.h"
#include "payouts/return.h"

static SheafPayoutBatch *
pay_bank (SheafBook *book,
          int        day)
{
  const SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, day);

  return paying_list (book, &spec, NULL);
}

static gboolean
answer (SheafBook              *book,
        const SheafPayoutBatch *batch,
        SheafPayoutAnswer      *row,
        SheafPayoutResult      *ret_result)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rows, row);
  return sheaf_payout_result_apply (book, batch->id, rows, sheaf_date_new (2026, 4, 12), problems,
                                    ret_result, &error);
}

/* What the bank refused is open again without tax; said twice it is said once. */
static void
test_result (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, 10);
  g_autoptr (SheafPayoutBatch) again = NULL;
  const SheafPayoutLine *line = batch->lines->pdata[0];
  SheafPayoutAnswer      refused = { .reference = "CHIA THU NHAP HTX 2025 B",
                                     .amount = line->net,
                                     .reason = "Sai tên",
                                     .line = 2 };
  SheafPayoutAnswer      wrong = { .reference = "B", .amount = SHEAF_MONEY (1), .ok = TRUE };
  SheafPayoutResult      result = { 0 };
  gint64                 bank = coop_balance (book, "1121");

  g_assert_false (answer (book, batch, &wrong, &result));
  g_assert_true (answer (book, batch, &refused, &result));
  g_assert_cmpuint (result.returned, ==, 1);
  g_assert_cmpint (coop_balance (book, "1121"), ==, bank - line->net.units);
  g_assert_true (answer (book, batch, &refused, &result));
  g_assert_cmpuint (result.known, ==, 1);
  again = pay_bank (book, 13);
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->net.units, ==, line->net.units);
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->tax.units, ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* What the bank confirmed is with the member: reversed, the next list would pay it again. Money
 * that came back after all is entered as such. */
static void
test_confirmed (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, 10);
  g_autoptr (GError) error = NULL;
  const SheafPayoutLine *line = batch->lines->pdata[0];
  SheafPayoutAnswer      paid = { .reference = "CHIA THU NHAP HTX 2025 B",
                                  .amount = line->net,
                                  .ok = TRUE,
                                  .line = 2 };
  SheafPayoutResult      result = { 0 };
  gint64                 bank = coop_balance (book, "1121");
  SheafDate              day = sheaf_date_new (2026, 4, 14);

  g_assert_true (answer (book, batch, &paid, &result));
  g_assert_cmpuint (result.confirmed, ==, 1);
  g_assert_false (sheaf_payout_take_back (book, batch->id, line->party_id, day, "Sai", &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE);
  g_assert_cmpint (coop_balance (book, "1121"), ==, bank);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout-result/what-the-bank-refused-is-open-and-taxed", test_result);
  g_test_add_func ("/payout-result/what-the-bank-confirmed-is-not-reversed", test_confirmed);
  return g_test_run ();
}
