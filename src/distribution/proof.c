/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each figure is read from where it is kept: shares from the approval, balances from the ledger's
 * totals, changes from the vouchers themselves. */
#include "distribution/proof.h"

#include "base/i18n.h"
#include "base/language.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "distribution/plan-given.h"
#include "distribution/posting.h"
#include "distribution/result.h"
#include "ledger/entry.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"

static void
proof_account_free (gpointer data)
{
  SheafProofAccount *account = data;

  g_free (account->code);
  g_free (account->name);
  g_free (account);
}

void
sheaf_proof_free (SheafProof *proof)
{
  if (proof == NULL)
    return;
  g_ptr_array_unref (proof->accounts);
  g_free (proof->rule);
  g_free (proof->payable_code);
  g_free (proof);
}

static void
sum_result (SheafProof              *proof,
            const SheafDistribution *result)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        const SheafPoolResult *pot = &result->pools[side][pool];

        proof->approved = sheaf_money_add (proof->approved, pot->amount);
        proof->undistributed = sheaf_money_add (proof->undistributed, pot->undistributed);
      }
  for (guint i = 0; i < result->shares->len; i++)
    proof->members = sheaf_money_add (proof->members,
                                      g_array_index (result->shares, SheafShare, i).amount);
  proof->difference = sheaf_money_sub (sheaf_money_sub (proof->approved, proof->undistributed),
                                       proof->members);
}

/* What one profit gave parties under the plan's code, what was taken provisionally included. */
static gboolean
add_given (SheafBook          *book,
           const SheafAccount *profit,
           SheafProof         *proof,
           GError            **error)
{
  g_autoptr (GPtrArray)
      list = sheaf_plan_given_load (book, proof->year, profit, SHEAF_DATE_LAST, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafPlanGiven *given = list->pdata[i];

      if (given->party_id != 0)
        proof->given = sheaf_money_add (proof->given, given->amount);
    }
  return list != NULL;
}

static SheafProofAccount *
touch (SheafProof       *proof,
       const SheafChart *chart,
       gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);
  SheafProofAccount  *touched;

  for (guint i = 0; i < proof->accounts->len; i++)
    {
      touched = proof->accounts->pdata[i];
      if (touched->account_id == id)
        return touched;
    }
  touched = g_new0 (SheafProofAccount, 1);
  touched->account_id = id;
  touched->code = g_strdup (account->code);
  touched->name = g_strdup (sheaf_account_name (account, sheaf_language_current ()));
  g_ptr_array_add (proof->accounts, touched);
  return touched;
}

static gboolean
add_vouchers (SheafBook       *book,
              const GPtrArray *vouchers,
              SheafProof      *proof,
              GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  for (guint i = 0; chart != NULL && i < vouchers->len; i++)
    {
      const SheafPlanVoucher *posted = vouchers->pdata[i];
      g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, posted->voucher_id, error);

      if (voucher == NULL)
        return FALSE;
      for (guint k = 0; k < voucher->rows->len; k++)
        {
          const SheafVoucherRow *row = voucher->rows->pdata[k];
          SheafProofAccount     *debit = touch (proof, chart, row->debit_id);
          SheafProofAccount     *credit = touch (proof, chart, row->credit_id);

          debit->change = sheaf_money_add (debit->change, row->amount);
          credit->change = sheaf_money_sub (credit->change, row->amount);
        }
    }
  return chart != NULL;
}

static gboolean
is_posting (const GPtrArray *vouchers,
            gint64           voucher_id)
{
  for (guint i = 0; i < vouchers->len; i++)
    if (((const SheafPlanVoucher *) vouchers->pdata[i])->voucher_id == voucher_id)
      return TRUE;
  return FALSE;
}

/* What other vouchers of the day did to the account. */
static gboolean
add_other (SheafBook         *book,
           const GPtrArray   *vouchers,
           SheafDate          day,
           SheafProofAccount *account,
           GError           **error)
{
  SheafEntryFilter filter = { .account_id = account->account_id,
                              .from = day,
                              .to = day,
                              .party_id = SHEAF_ENTRY_ANY,
                              .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (book, &filter, error);
  SheafEntry entry;

  while (entries != NULL && sheaf_entries_next (entries, &entry))
    if (!is_posting (vouchers, entry.voucher_id))
      account->other = entry.is_credit ? sheaf_money_sub (account->other, entry.amount)
                                       : sheaf_money_add (account->other, entry.amount);
  return entries != NULL && sheaf_entries_finish (entries, error);
}

/* now: the totals at the end of the day of the posting. */
static gboolean
add_balances (SheafBook         *book,
              const GPtrArray   *vouchers,
              const SheafTotals *now,
              SheafProof        *proof,
              GError           **error)
{
  SheafDate before = sheaf_date_add_days (proof->posted, -1);
  g_autoptr (SheafTotals) old = sheaf_totals_load_pairs (book, before, before, error);

  for (guint i = 0; old != NULL && i < proof->accounts->len; i++)
    {
      SheafProofAccount *account = proof->accounts->pdata[i];

      account->before = sheaf_totals_balance (old, account->account_id);
      account->after = sheaf_totals_balance (now, account->account_id);
      if (!add_other (book, vouchers, proof->posted, account, error))
        return FALSE;
      account->difference = sheaf_money_sub (
          sheaf_money_sub (account->after, account->before),
          sheaf_money_add (account->change, account->other));
    }
  return old != NULL;
}

/* The sub-ledger of what is owed to members beside its control account. */
static gboolean
add_control (SheafBook         *book,
             const SheafTotals *totals,
             SheafProof        *proof,
             GError           **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *payable;
  g_autoptr (GHashTable) balances = NULL;
  GHashTableIter iter;
  gpointer       balance;

  payable = chart != NULL ? sheaf_chart_posting_account (chart, "member-payable", error) : NULL;
  if (payable == NULL)
    return FALSE;
  proof->payable_code = g_strdup (payable->code);
  balances = sheaf_totals_party_balances (book, payable->id, proof->posted, error);
  if (balances == NULL)
    return FALSE;
  proof->control = sheaf_money_neg (sheaf_totals_balance (totals, payable->id));
  g_hash_table_iter_init (&iter, balances);
  while (g_hash_table_iter_next (&iter, NULL, &balance))
    proof->sub_ledger = sheaf_money_sub (proof->sub_ledger, *(const SheafMoney *) balance);
  proof->control_difference = sheaf_money_sub (proof->control, proof->sub_ledger);
  return TRUE;
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  return g_strcmp0 ((*(SheafProofAccount *const *) a)->code,
                    (*(SheafProofAccount *const *) b)->code);
}

static gboolean
add_posting (SheafBook  *book,
             SheafProof *proof,
             GError    **error)
{
  g_autoptr (GPtrArray) vouchers = sheaf_plan_voucher_list (book, proof->year, error);
  g_autoptr (SheafTotals) now = NULL;
  const SheafAccount *profits[SHEAF_SIDES];

  if (vouchers == NULL || !sheaf_distribution_profit_accounts (book, profits, error) ||
      !add_vouchers (book, vouchers, proof, error))
    return FALSE;
  now = sheaf_totals_load_pairs (book, proof->posted, proof->posted, error);
  if (now == NULL || !add_balances (book, vouchers, now, proof, error))
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!add_given (book, profits[side], proof, error))
      return FALSE;
  proof->given_difference = sheaf_money_sub (proof->members, proof->given);
  g_ptr_array_sort (proof->accounts, compare_accounts);
  return add_control (book, now, proof, error);
}

/* How a pool is split, in words. */
static char *
rule_words (gint64 unit)
{
  return g_strdup_printf (
      _ ("each member gets the whole units of %s that the weight gives; units that are left go to "
         "the largest remainders, equal ones by member code; less than a unit stays undistributed"),
      sheaf_money_word (SHEAF_MONEY (unit)).text);
}

SheafProof *
sheaf_distribution_proof (SheafBook *book,
                          int        year,
                          GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafProof) proof = g_new0 (SheafProof, 1);
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (SheafDistribution) result = NULL;

  proof->accounts = g_ptr_array_new_with_free_func (proof_account_free);
  proof->year = year;
  proof->posted = SHEAF_DATE_NONE;
  g_return_val_if_fail (book != NULL, NULL);
  approval = sheaf_approval_find (book, year, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (approval == NULL)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("the distribution of %d is not approved: approve it first"), year);
      return NULL;
    }
  result = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
  if (result == NULL)
    return NULL;
  sum_result (proof, result);
  proof->rule = rule_words (approval->rounding_unit);
  proof->posted = approval->posted;
  if (!sheaf_date_is_none (proof->posted) && !add_posting (book, proof, error))
    return NULL;
  return g_steal_pointer (&proof);
}

gboolean
sheaf_proof_holds (const SheafProof *proof)
{
  gboolean holds = proof->difference.units == 0 && proof->given_difference.units == 0 &&
                   proof->control_difference.units == 0;

  for (guint i = 0; i < proof->accounts->len; i++)
    holds = holds &&
            ((const SheafProofAccount *) proof->accounts->pdata[i])->difference.units == 0;
  return holds;
}
