/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody adds rows to payment lists with other tools: the check that it breaks names it. */
#include "payouts/verify.h"

#include "book/act.h"
#include "members/member.h"
#include "paying.h"
#include "payouts/return.h"
#include "store/query.h"

typedef struct
{
  const char *check;
  const char *sql; /* one statement; $1 is the act */
} Attack;

/* List 1, by bank: B, which came back; list 2, in cash: A, of whom 500,000 are set off. */
static const Attack attacks[] = {
  /* line = tax + set-offs + money */
  { "payout-vouchers", "INSERT INTO payout_tax (line_id, name, side, pool, base, rate, amount, "
                       "act_id) VALUES (1, 'x', 0, 0, 1, 0, 1, $1)" },
  { "payout-vouchers",
    "INSERT INTO payout_set_off (line_id, account_id, amount, voucher_id, "
    "act_id) SELECT line_id, account_id, 1, voucher_id, $1 FROM payout_set_off" },
  { "payout-vouchers",
    "INSERT INTO payout_line (batch_id, party_id, amount, voucher_id, act_id, year, net) "
    "SELECT batch_id, party_id, 1, voucher_id, $1, 2024, 1 FROM payout_line WHERE id = 1" },
  /* a return beside its voucher, and one more */
  { "payout-vouchers",
    "INSERT INTO payout_return (line_id, date, kind, reason, amount, voucher_id, "
    "act_id) SELECT 2, date, kind, reason, 1, voucher_id, $1 FROM payout_return" },
  { "payout-returns", "INSERT INTO payout_return (line_id, date, kind, reason, amount, voucher_id, "
                      "act_id) SELECT line_id, date, kind, reason, 1, voucher_id, $1 FROM "
                      "payout_return" },
  /* paid twice */
  { "payout-limits",
    "INSERT INTO payout_line (batch_id, party_id, amount, voucher_id, act_id, year, net) "
    "SELECT 1, party_id, amount, voucher_id, $1, 2025, net FROM payout_line WHERE id = 2" },
  /* tax that is not on its account */
  { "tax-kept-back", "INSERT INTO payout_tax (line_id, name, side, pool, base, rate, amount, "
                     "act_id) SELECT line_id, name, side, pool, base, rate, amount, $1 FROM "
                     "payout_tax WHERE amount > 0 LIMIT 1" },
};

static SheafBook *
paid_coop (void)
{
  SheafBook            *book = paying_coop (6000000);
  const SheafPayoutSpec bank = paying_spec (SHEAF_PAYOUT_BANK, 4, 10);
  SheafPayoutSpec       cash = paying_spec (SHEAF_PAYOUT_CASH, 4, 12);
  g_autoptr (SheafPayoutBatch) by_bank = NULL;
  g_autoptr (SheafPayoutBatch) in_cash = NULL;
  g_autoptr (GError) error = NULL;

  cash.net_debts = TRUE;
  cash.only = (const char *const[]){ "A", NULL };
  paying_lend (book, "A", "141", 500000, sheaf_date_new (2026, 4, 2));
  by_bank = paying_list (book, &bank, NULL);
  (void) sheaf_payout_return (book, 1, sheaf_member_find (book, "B"), SHEAF_PAYOUT_RETURN_BOUNCED,
                              sheaf_date_new (2026, 4, 11), "Sai tên", NULL, &error);
  g_assert_no_error (error);
  in_cash = paying_list (book, &cash, NULL);
  return book;
}

/* The findings of one check, or of all (NULL). */
static guint
count_findings (SheafBook  *book,
                const char *check)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; sheaf_payouts_checks[i].name != NULL; i++)
    if (check == NULL || g_str_equal (sheaf_payouts_checks[i].name, check))
      (void) sheaf_payouts_checks[i].run (book, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return problems->errors;
}

static void
test_attack (gconstpointer data)
{
  const Attack *attack = data;
  g_autoptr (SheafBook) book = paid_coop ();
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_findings (book, NULL), ==, 0);
  act = sheaf_act_begin (book, "test", "", NULL);
  (void) sheaf_store_run (sheaf_book_store (book), attack->sql,
                          SHEAF_ARGS (SHEAF_INT (sheaf_act_id (act))), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_findings (book, attack->check), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/payouts-verify/%s/%u", attacks[i].check, i);

      g_test_add_data_func (path, &attacks[i], test_attack);
    }
  return g_test_run ();
}
