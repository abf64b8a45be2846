/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold in the books of every co-op that posts its distribution, on random ones. */
#include "coop.h"
#include "distribution/inputs.h"
#include "distribution/posting.h"
#include "distribution/proof.h"
#include "ledger/chart.h"
#include "ledger/totals.h"

#define ROUNDS 12

static const char *const members[] = { "A", "B", "C", "D", "L" };

/* Every balance of every account, and of every party and item on it, that is not 0; one a line. */
static char *
balances (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  SheafDate         last = sheaf_date_new (2026, 12, 31);
  const SheafChart *chart = sheaf_chart_get (book, &error);
  g_autoptr (SheafTotals) totals = sheaf_totals_load (book, last, last, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      SheafMoney          balance = SHEAF_MONEY_ZERO;

      if (account->postable)
        balance = sheaf_totals_balance (totals, account->id);
      if (balance.units != 0)
        g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", account->code, balance.units);
    }
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      gint64                  turnover = detail->debit.units - detail->credit.units;
      gint64                  balance = detail->before.units + turnover;

      if (balance != 0)
        g_string_append_printf (text,
                                "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                ": %" G_GINT64_FORMAT "\n",
                                detail->account_id, detail->party_id, detail->item_id, balance);
    }
  return g_string_free (text, FALSE);
}

static char *
figures (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, &error);
  g_autoptr (SheafPlan) plan = sheaf_plan_load (book, law, 2025, NULL, &error);
  g_autoptr (SheafDistributionInputs) inputs = NULL;

  g_assert_no_error (error);
  inputs = sheaf_distribution_inputs_load (book, 2025, plan, law, &error);
  g_assert_no_error (error);
  return sheaf_distribution_inputs_to_text (inputs);
}

/* Deliveries, income and costs of any size, a loss inside now and then; something taken
 * provisionally. */
static void
draw_year (SheafBook *book,
           GRand     *random)
{
  SheafDate day = sheaf_date_new (2025, 6, 20);

  for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
    coop_deliver (book, sheaf_date_add_days (day, g_rand_int_range (random, -100, 100)),
                  members[g_rand_int_range (random, 0, 4)], g_rand_int_range (random, 1, 9000000));
  coop_voucher (book, day, "1111", "5111", g_rand_int_range (random, 20000000, 900000000), NULL);
  if (g_rand_boolean (random))
    coop_voucher (book, day, "6121", "1111", g_rand_int_range (random, 1, 9000000), NULL);
  if (g_rand_boolean (random))
    coop_voucher (book, day, "4211", g_rand_boolean (random) ? "4421" : "418",
                  g_rand_int_range (random, 1, 500000), "2025");
}

static char *
draw_plan (GRand *random)
{
  static const int units[] = { 1, 1, 100, 1000 };
  int              use = g_rand_int_range (random, 0, 510000);
  int              labour = 510000 - use + g_rand_int_range (random, 0, 100000);

  return g_strdup_printf ("[plan]\nrounding-unit=%d\n[common-fund]\ninternal-rate=0.0%d\n"
                          "external-rate=0.%06d\n[fund w]\naccount=3532\nrate=0.0%d\n[internal]\n"
                          "use=0.%06d\nlabour=0.%06d\ncapital=0.%06d\n[external]\nuse=0.2\n"
                          "equal=0.1\ncapital=0.7\n",
                          units[g_rand_int_range (random, 0, 4)],
                          g_rand_int_range (random, 5, 10),
                          g_rand_int_range (random, 100000, 200000),
                          g_rand_int_range (random, 0, 10), use, labour,
                          1000000 - use - labour);
}

static void
try_one (GRand *random)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autofree char *plan = draw_plan (random);
  g_autofree char *before = NULL;
  g_autofree char *posted = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autoptr (SheafProof) proof = NULL;
  g_autoptr (GError) error = NULL;

  draw_year (book, random);
  coop_close (book);
  coop_approve (book, plan);
  one = figures (book);
  other = figures (book);
  g_assert_cmpstr (one, ==, other);
  before = balances (book);
  (void) coop_post (book);
  proof = sheaf_distribution_proof (book, 2025, &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_proof_holds (proof));
  g_assert_cmpuint (coop_verify (book), ==, 0);
  posted = balances (book);
  g_assert_cmpstr (before, !=, posted);
  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 5, 2), "Chia lại", &error);
  g_assert_no_error (error);
  after = balances (book);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (coop_verify (book), ==, 0);
  (void) coop_post (book);
  again = balances (book);
  g_assert_cmpstr (posted, ==, again);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    try_one (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting-properties/taking-back-restores-every-balance-and-the-proof-holds",
                   test_random);
  return g_test_run ();
}
