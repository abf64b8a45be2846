/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of payments: nobody got more than the share, each line has its voucher. */
#include "payouts/verify.h"

#include "base/i18n.h"
#include "ledger/voucher.h"
#include "payouts/batch-sql.h"
#include "payouts/batch.h"
#include "payouts/payable.h"
#include "payouts/withheld.h"
#include "store/query.h"

static GArray *
list_years (SheafBook *book,
            GError   **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), BATCH_YEARS, SHEAF_NO_ARGS, error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &local))
    {
      int year = (int) sheaf_query_int (query, 0);

      g_array_append_val (years, year);
    }
  if (local == NULL)
    return g_steal_pointer (&years);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Payments may not pass the shares of the posting that stands. */
static gboolean
check_limits (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GArray) years = list_years (book, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autoptr (GPtrArray) payables = NULL;

      payables = sheaf_payable_list (book, year, sheaf_book_today (book), error);
      if (payables == NULL)
        return FALSE;
      for (guint k = 0; k < payables->len; k++)
        {
          const SheafPayable *payable = payables->pdata[k];
          g_autofree char    *paid = sheaf_money_to_text (payable->paid);
          g_autofree char    *share = sheaf_money_to_text (payable->share);

          if (sheaf_money_cmp (payable->paid, payable->share) > 0)
            sheaf_problems_add (
                problems, SHEAF_PROBLEM_ERROR, NULL, 0, payable->code,
                _ ("%s was paid from the distribution of %d but the share is %s: reverse "
                   "the payment or post the distribution again"),
                paid, year, share);
        }
    }
  return years != NULL;
}

static gboolean
check_line (SheafBook             *book,
            const SheafPayoutLine *line,
            SheafProblems         *problems,
            GError               **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, line->voucher_id, error);
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (voucher == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->debit_party_id == line->party_id)
        sum = sheaf_money_add (sum, row->amount);
    }
  if (sum.units != line->net.units)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, line->code,
                        _ ("the payment list and voucher %s differ: restore a backup"),
                        line->voucher_number);
  return TRUE;
}

static gboolean
check_vouchers (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (GArray) years = list_years (book, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      g_autoptr (GArray) ids = sheaf_payout_list (book, g_array_index (years, int, i), error);

      for (guint k = 0; ids != NULL && k < ids->len; k++)
        {
          g_autoptr (SheafPayoutBatch) batch = NULL;

          batch = sheaf_payout_load (book, g_array_index (ids, gint64, k), error);
          if (batch == NULL)
            return FALSE;
          for (guint n = 0; n < batch->lines->len; n++)
            if (!check_line (book, batch->lines->pdata[n], problems, error))
              return FALSE;
        }
      if (ids == NULL)
        return FALSE;
    }
  return years != NULL;
}

const SheafCheck sheaf_payouts_checks[] = {
  { "payout-limits", check_limits, N_ ("Nobody is paid more than was due"),
    N_ ("Payments in batches do not go beyond what the party was owed.") },
  { "payout-vouchers", check_vouchers, N_ ("Each payment has its voucher"),
    N_ ("Batches and vouchers name the same sums.") },
  { "tax-kept-back", sheaf_withheld_check, N_ ("Tax kept back is in the ledger"),
    N_ ("What payments and refunds kept back in tax is on its account, by person.") },
  { NULL, NULL, NULL, NULL },
};
