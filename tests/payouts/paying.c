/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to pay the members of a co-op's book, for tests. */
#include "paying.h"

#include "distribution/coop.h"
#include "distribution/posting.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/voucher.h"
#include "members/member.h"
#include "payouts/explain.h"
#include "payouts/verify.h"

SheafBook *
paying_coop (gint64 in_bank)
{
  SheafBook *book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  if (in_bank > 0)
    coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", in_bank, NULL);
  return book;
}

void
paying_share_2026 (SheafBook *book)
{
  const SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  const SheafMeeting     meeting = { .resolution = "NQ 01/2027",
                                     .date = sheaf_date_new (2027, 3, 20) };
  const SheafDate        day = sheaf_date_new (2026, 6, 15);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  coop_deliver (book, day, "A", 1000000);
  coop_voucher (book, day, "1111", "5121", 600000, NULL);
  coop_voucher (book, day, "1111", "5111", 1000000, NULL);
  (void) sheaf_closing_post (book, 2026, &keys, NULL, &error);
  g_assert_no_error (error);
  (void) sheaf_plan_store (book, 2026, coop_plan, -1, "plan.ini", problems, &error);
  g_assert_no_error (error);
  (void) sheaf_plan_approve (book, 2026, &meeting, problems, &error);
  g_assert_no_error (error);
  (void) sheaf_plan_post (book, 2026, sheaf_date_new (2027, 3, 31), NULL, &error);
  g_assert_no_error (error);
}

SheafPayoutSpec
paying_spec (SheafPayoutMethod method,
             int               month,
             int               day)
{
  return (SheafPayoutSpec){ .year = 2025,
                            .method = method,
                            .date = sheaf_date_new (2026, month, day),
                            .minimum = SHEAF_MONEY (-1) };
}

SheafPayoutBatch *
paying_list (SheafBook             *book,
             const SheafPayoutSpec *spec,
             guint                 *ret_warnings)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafPayoutBatch *batch;
  gint64            id = 0;

  (void) sheaf_payout_make (book, spec, problems, &id, &error);
  g_assert_no_error (error);
  batch = sheaf_payout_load (book, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  if (ret_warnings != NULL)
    *ret_warnings = problems->warnings;
  return batch;
}

void
paying_refused (SheafBook             *book,
                const SheafPayoutSpec *spec,
                SheafPayoutsError      code)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_payout_make (book, spec, problems, NULL, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

const SheafPayoutLine *
paying_line (const SheafPayoutBatch *batch,
             const char             *member,
             int                     year)
{
  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];

      if (g_str_equal (line->code, member) && line->year == year)
        return line;
    }
  g_error ("%s has no line of %d", member, year);
}

GPtrArray *
paying_standings (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = sheaf_payout_standing_list (book, 0, sheaf_date_new (2027, 12, 31), &error);

  g_assert_no_error (error);
  return list;
}

const SheafPayoutStanding *
paying_standing (const GPtrArray *list,
                 const char      *member,
                 int              year)
{
  const SheafPayoutStanding *standing = sheaf_payout_standing_find (list, member, year);

  g_assert_nonnull (standing);
  return standing;
}

gint64
paying_open (SheafBook  *book,
             const char *member,
             int         year)
{
  g_autoptr (GPtrArray) list = paying_standings (book);

  return paying_standing (list, member, year)->open.units;
}

void
paying_lend (SheafBook  *book,
             const char *member,
             const char *account,
             gint64      amount,
             SheafDate   date)
{
  g_autoptr (GError) error = NULL;
  const SheafChart *chart = sheaf_chart_get (book, &error);
  const gint64      member_id = sheaf_member_find (book, member);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, date, "Tạm ứng");
  gint64 debt, cash;

  g_assert_no_error (error);
  debt = sheaf_chart_by_code (chart, account)->id;
  cash = sheaf_chart_by_role (chart, "cash", NULL)->id;
  if (amount > 0)
    sheaf_voucher_add_row (voucher, debt, cash, SHEAF_MONEY (amount))->debit_party_id = member_id;
  else
    sheaf_voucher_add_row (voucher, cash, debt, SHEAF_MONEY (-amount))->credit_party_id = member_id;
  (void) sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
}

guint
paying_verify (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; sheaf_payouts_checks[i].name != NULL; i++)
    {
      (void) sheaf_payouts_checks[i].run (book, problems, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return problems->errors + coop_verify (book);
}
