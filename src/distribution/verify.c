/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of distributions: shares add up, what was approved can be computed again, the ledger has
 * what was posted. */
#include "distribution/verify.h"

#include "base/i18n.h"
#include "distribution/approval.h"
#include "distribution/inputs.h"
#include "distribution/plan-given.h"
#include "distribution/result.h"
#include "distribution/verify-sql.h"
#include "store/query.h"

/* Judges the latest approval of one year. */
typedef gboolean (*YearCheck) (SheafBook               *book,
                               const SheafApproval     *approval,
                               const SheafDistribution *result,
                               SheafProblems           *problems,
                               GError                 **error);

static GArray *
list_years (SheafBook *book,
            GError   **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), VERIFY_YEARS, SHEAF_NO_ARGS, error);
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

static gboolean
check_years (SheafBook     *book,
             YearCheck      check,
             SheafProblems *problems,
             GError       **error)
{
  g_autoptr (GArray) years = list_years (book, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      g_autoptr (SheafApproval) approval = NULL;
      g_autoptr (SheafDistribution) result = NULL;

      approval = sheaf_approval_find (book, g_array_index (years, int, i), error);
      if (approval == NULL)
        return FALSE;
      result = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
      if (result == NULL || !check (book, approval, result, problems, error))
        return FALSE;
    }
  return years != NULL;
}

static void complain (SheafProblems *problems, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (SheafProblems *problems,
          const char    *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", text);
}

static gboolean
check_year_sums (SheafBook               *book,
                 const SheafApproval     *approval,
                 const SheafDistribution *result,
                 SheafProblems           *problems,
                 GError                 **error)
{
  gint64 sums[SHEAF_SIDES][SHEAF_POOLS] = { { 0 } };

  (void) book;
  (void) error;
  for (guint i = 0; i < result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, i);

      sums[share->side][share->pool] += share->amount.units;
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        const SheafPoolResult *pot = &result->pools[side][pool];

        if (sums[side][pool] + pot->undistributed.units != pot->amount.units)
          complain (problems,
                    _ ("the shares of %s in %d do not add up to the pool: restore a backup"),
                    sheaf_pool_name (side, pool), approval->year);
      }
  return TRUE;
}

static gboolean
check_sums (SheafBook     *book,
            SheafProblems *problems,
            GError       **error)
{
  return check_years (book, check_year_sums, problems, error);
}

static gboolean
check_year_again (SheafBook               *book,
                  const SheafApproval     *approval,
                  const SheafDistribution *result,
                  SheafProblems           *problems,
                  GError                 **error)
{
  gboolean hash_holds;
  g_autoptr (SheafDistribution)
      again = sheaf_approval_recompute (book, approval, &hash_holds, error);
  gboolean same;

  if (again == NULL)
    return FALSE;
  same = again->steps->len == result->steps->len && again->shares->len == result->shares->len;
  for (guint i = 0; same && i < result->steps->len; i++)
    {
      const SheafDistributionStep *x = result->steps->pdata[i];
      const SheafDistributionStep *y = again->steps->pdata[i];

      same = g_str_equal (x->name, y->name) && x->amounts[0].units == y->amounts[0].units &&
             x->amounts[1].units == y->amounts[1].units;
    }
  for (guint i = 0; same && i < result->shares->len; i++)
    {
      const SheafShare *x = &g_array_index (result->shares, SheafShare, i);
      const SheafShare *y = &g_array_index (again->shares, SheafShare, i);

      same = g_str_equal (x->code, y->code) && x->side == y->side && x->pool == y->pool &&
             x->amount.units == y->amount.units && x->weight == y->weight;
    }
  if (!hash_holds)
    complain (problems,
              _ ("plan, law or figures of %d are not those that were approved: restore a backup"),
              approval->year);
  if (!same)
    complain (
        problems,
        _ ("the approved shares of %d do not follow from the approved figures: restore a backup"),
        approval->year);
  return TRUE;
}

static gboolean
check_again (SheafBook     *book,
             SheafProblems *problems,
             GError       **error)
{
  return check_years (book, check_year_again, problems, error);
}

static void
add_to (GHashTable *sums,
        const char *code,
        gint64      amount)
{
  gint64 *sum = g_hash_table_lookup (sums, code);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (code), sum);
    }
  *sum += amount;
}

/* What profit gave each party under the plan's code; provisional rows count once the plan is
 * posted. */
static gboolean
sum_ledger (SheafBook           *book,
            const SheafApproval *approval,
            GHashTable          *sums,
            GError             **error)
{
  const SheafAccount *profits[SHEAF_SIDES];

  if (!sheaf_distribution_profit_accounts (book, profits, error))
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      g_autoptr (GPtrArray) list = sheaf_plan_given_load (book, approval->year, profits[side],
                                                          SHEAF_DATE_LAST, error);

      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          const SheafPlanGiven *given = list->pdata[i];

          if (given->party_id != 0 && (given->posted || approval->voucher_id != 0))
            add_to (sums, given->code, given->amount.units);
        }
      if (list == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_year_posted (SheafBook               *book,
                   const SheafApproval     *approval,
                   const SheafDistribution *result,
                   SheafProblems           *problems,
                   GError                 **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer       code, sum;

  if (!sum_ledger (book, approval, sums, error))
    return FALSE;
  for (guint i = 0; approval->voucher_id != 0 && i < result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, i);

      add_to (sums, share->code, -share->amount.units);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &code, &sum))
    if (*(gint64 *) sum != 0)
      complain (
          problems,
          _ ("the ledger does not hold the approved share of %s in %d: reverse the rows that carry "
             "the plan's code and post the plan again"),
          (const char *) code, approval->year);
  return TRUE;
}

static gboolean
check_posted (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  return check_years (book, check_year_posted, problems, error);
}

const SheafCheck sheaf_distribution_checks[] = {
  { "distribution-sums", check_sums, N_ ("A distribution gives out what there was"),
    N_ ("Pools and shares add up to the result, đồng by đồng.") },
  { "distribution-frozen", check_again, N_ ("An approved plan comes out the same again"),
    N_ ("Computed anew from its frozen inputs it gives the same shares.") },
  { "distribution-posted", check_posted, N_ ("What was approved is what was posted"),
    N_ ("Vouchers of a distribution carry its sums.") },
  { NULL, NULL, NULL, NULL },
};
