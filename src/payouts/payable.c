/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares less payments, and never more than the ledger owes: nobody is paid twice. */
#include "payouts/payable.h"

#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"
#include "payouts/payable-sql.h"
#include "store/query.h"

static void
payable_free (gpointer data)
{
  SheafPayable *payable = data;

  g_free (payable->code);
  g_free (payable->name);
  g_free (payable->bank_bin);
  g_free (payable->bank_account);
  g_free (payable);
}

static SheafPayable *
find (GPtrArray *payables,
      gint64     party_id)
{
  for (guint i = 0; i < payables->len; i++)
    {
      SheafPayable *payable = payables->pdata[i];

      if (payable->party_id == party_id)
        return payable;
    }
  return NULL;
}

/* NULL for what is empty. */
static char *
known (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static SheafPayable *
add (GPtrArray *payables,
     SheafBook *book,
     gint64     party_id,
     GError   **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (book, party_id, error);
  SheafPayable *payable;

  if (party == NULL)
    return NULL;
  payable = g_new0 (SheafPayable, 1);
  payable->party_id = party_id;
  payable->code = g_strdup (party->code);
  payable->name = g_strdup (party->name);
  payable->bank_bin = known (party->bank_bin);
  payable->bank_account = known (party->bank_account);
  g_ptr_array_add (payables, payable);
  return payable;
}

/* Shares come in the order of codes, so a person's rows follow each other. */
static gboolean
add_shares (SheafBook *book,
            int        year,
            GPtrArray *payables,
            GError   **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistribution) result = sheaf_distribution_load (book, year, problems, error);
  SheafPayable *last = NULL;

  for (guint i = 0; result != NULL && i < result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, i);

      if (last == NULL || !g_str_equal (last->code, share->code))
        last = add (payables, book, sheaf_party_find (book, share->code), error);
      if (last == NULL)
        return FALSE;
      last->share = sheaf_money_add (last->share, share->amount);
    }
  return result != NULL;
}

static gboolean
add_paid (SheafBook *book,
          int        year,
          GPtrArray *payables,
          GError   **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64[3]));
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), PAYABLE_PAID, SHEAF_ARGS (SHEAF_INT (year)),
                           error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    {
      gint64 line[3] = { sheaf_query_int (query, 0), sheaf_query_int (query, 1),
                         sheaf_query_int (query, 2) };

      g_array_append_val (lines, line);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const gint64 *line = (const gint64 *) (void *) lines->data + (gsize) i * 3;
      SheafPayable *payable = find (payables, line[0]);

      if (sheaf_voucher_reversed_by (book, line[2]) != 0)
        continue;
      if (payable == NULL)
        payable = add (payables, book, line[0], error);
      if (payable == NULL)
        return FALSE;
      payable->paid = sheaf_money_add (payable->paid, SHEAF_MONEY (line[1]));
    }
  return TRUE;
}

static gboolean
add_balances (SheafBook *book,
              SheafDate  on,
              GPtrArray *payables,
              GError   **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;

  account = chart != NULL ? sheaf_chart_by_role (chart, "member-payable", error) : NULL;
  for (guint i = 0; account != NULL && i < payables->len; i++)
    {
      SheafPayable *payable = payables->pdata[i];
      SheafMoney    balance;

      if (!sheaf_totals_party_balance (book, account->id, payable->party_id, on, &balance, error))
        return FALSE;
      payable->balance = SHEAF_MONEY (MAX (-balance.units, 0));
      payable->open = sheaf_money_sub (payable->share, payable->paid);
      payable->open.units = CLAMP (payable->open.units, 0, payable->balance.units);
    }
  return account != NULL;
}

static int
compare_codes (const void *a,
               const void *b)
{
  const SheafPayable *x = *(SheafPayable *const *) a;
  const SheafPayable *y = *(SheafPayable *const *) b;

  return strcmp (x->code, y->code);
}

GPtrArray *
sheaf_payable_list (SheafBook *book,
                    int        year,
                    SheafDate  on,
                    GError   **error)
{
  g_autoptr (GPtrArray) payables = g_ptr_array_new_with_free_func (payable_free);
  SheafPlanState state;

  g_return_val_if_fail (book != NULL, NULL);
  if (!sheaf_plan_state (book, year, &state, error) ||
      (state == SHEAF_PLAN_POSTED && !add_shares (book, year, payables, error)) ||
      !add_paid (book, year, payables, error) || !add_balances (book, on, payables, error))
    return NULL;
  if (payables->len > 0)
    qsort (payables->pdata, payables->len, sizeof (gpointer), compare_codes);
  return g_steal_pointer (&payables);
}
