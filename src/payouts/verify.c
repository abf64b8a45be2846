/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of payments: nobody got more than the share, each line has its voucher. */
#include "payouts/verify.h"

#include "base/i18n.h"
#include "ledger/voucher.h"
#include "payouts/batch.h"
#include "payouts/standing.h"
#include "payouts/verify-sql.h"
#include "payouts/withheld.h"
#include "store/query.h"

/* Payments may not pass the shares of the posting that stands. */
static gboolean
check_limits (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) list = sheaf_payout_standing_list (book, 0, sheaf_book_today (book), error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];
      SheafMoney                 paid = sheaf_money_sub (standing->gross, standing->returned);

      if (sheaf_money_cmp (paid, standing->share) > 0)
        sheaf_problems_add (
            problems, SHEAF_PROBLEM_ERROR, NULL, 0, standing->code,
            _ ("%s was paid from the distribution of %d but the share is %s: reverse "
               "the payment or post the distribution again"),
            sheaf_money_word (paid).text, standing->year, sheaf_money_word (standing->share).text);
    }
  return list != NULL;
}

/* The voucher's rows on the member, and what the lines say they come to. */
typedef struct
{
  SheafMoney posted;
  SheafMoney listed;
} Sums;

static gboolean
add_posted (SheafBook             *book,
            const SheafPayoutLine *line,
            gint64                 voucher_id,
            Sums                  *sums,
            GError               **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, voucher_id, error);

  for (guint i = 0; voucher != NULL && i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->debit_party_id == line->party_id)
        sums->posted = sheaf_money_add (sums->posted, row->amount);
    }
  return voucher != NULL;
}

/* All lines of the member share one voucher of money and taxes and stand together; judged at the
 * first. */
static gboolean
check_payment (SheafBook              *book,
               const SheafPayoutBatch *batch,
               guint                   first,
               SheafProblems          *problems,
               GError                **error)
{
  const SheafPayoutLine *line = batch->lines->pdata[first];
  Sums                   sums = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  if (line->voucher_id == 0)
    return TRUE;
  if (first > 0 &&
      ((SheafPayoutLine *) batch->lines->pdata[first - 1])->voucher_id == line->voucher_id)
    return TRUE;
  for (guint i = first; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *other = batch->lines->pdata[i];

      if (other->voucher_id != line->voucher_id)
        break;
      sums.listed = sheaf_money_add (sums.listed, sheaf_money_add (other->net, other->tax));
    }
  if (!add_posted (book, line, line->voucher_id, &sums, error))
    return FALSE;
  if (sums.posted.units != sums.listed.units)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, line->code,
                        _ ("the payment list and voucher %s differ: restore a backup"),
                        line->voucher_number);
  return TRUE;
}

static void
check_line (const SheafPayoutLine *line,
            SheafProblems         *problems)
{
  SheafMoney sum = sheaf_money_add (sheaf_money_add (line->tax, line->set_off), line->net);

  if (sum.units != line->gross.units)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, NULL, 0, line->code,
        _ ("on a payment list tax, set-offs and money come to %s but the line to %s: restore a "
           "backup"),
        sheaf_money_word (sum).text, sheaf_money_word (line->gross).text);
}

/* Vouchers of set-offs and returns. */
static gboolean
check_others (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), VERIFY_DIFFERENCES,
                                                  SHEAF_NO_ARGS, error);

  while (query != NULL && sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, sheaf_query_text (query, 0),
                        _ ("the payment list and voucher %s differ: restore a backup"),
                        sheaf_query_text (query, 1));
  return query != NULL && sheaf_query_finish (query, error);
}

/* No more came back than left. */
static gboolean
check_returns (SheafBook     *book,
               SheafProblems *problems,
               GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), VERIFY_RETURNED,
                                                  SHEAF_NO_ARGS, error);

  while (query != NULL && sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, sheaf_query_text (query, 0),
                        _ ("%s came back of a payment of %s: restore a backup"),
                        sheaf_money_word (sheaf_query_money (query, 2)).text,
                        sheaf_money_word (sheaf_query_money (query, 1)).text);
  return query != NULL && sheaf_query_finish (query, error);
}

static gboolean
check_vouchers (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (GArray) ids = sheaf_payout_list (book, 0, error);

  for (guint k = 0; ids != NULL && k < ids->len; k++)
    {
      g_autoptr (SheafPayoutBatch) batch = NULL;

      batch = sheaf_payout_load (book, g_array_index (ids, gint64, k), error);
      if (batch == NULL)
        return FALSE;
      for (guint n = 0; n < batch->lines->len; n++)
        {
          check_line (batch->lines->pdata[n], problems);
          if (!check_payment (book, batch, n, problems, error))
            return FALSE;
        }
    }
  return ids != NULL && check_others (book, problems, error);
}

const SheafCheck sheaf_payouts_checks[] = {
  { "payout-limits", check_limits, N_ ("Nobody is paid more than was due"),
    N_ ("Payments in batches do not go beyond what the party was owed.") },
  { "payout-vouchers", check_vouchers, N_ ("Each payment has its voucher"),
    N_ ("Batches and vouchers name the same sums.") },
  { "payout-returns", check_returns, N_ ("No more came back than was paid"),
    N_ ("What banks returned and members did not collect is within what left in money.") },
  { "tax-kept-back", sheaf_withheld_check, N_ ("Tax kept back is in the ledger"),
    N_ ("What payments and refunds kept back in tax is on its account, by person.") },
  { NULL, NULL, NULL, NULL },
};
