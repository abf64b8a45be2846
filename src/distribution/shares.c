/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares each pool among its members, and keeps the arithmetic of every share for people to
 * check. */
#include "distribution/compute-private.h"

/* Larger remainders first, equal ones by code. */
static int
compare_remainders (const void *a,
                    const void *b)
{
  const SheafShare *x = *(SheafShare *const *) a;
  const SheafShare *y = *(SheafShare *const *) b;

  if (x->remainder != y->remainder)
    return x->remainder < y->remainder ? 1 : -1;
  return strcmp (x->code, y->code);
}

/* shares are those of one pool, in the order of codes. The first spare_units of the ranking get one
 * unit more: this is the very rule of sheaf_money_allocate, which the caller's check holds it
 * to. */
static void
rank (SheafPoolResult *pool,
      GPtrArray       *shares)
{
  g_autoptr (GPtrArray) ranking = g_ptr_array_new ();
  gint64 whole = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      SheafShare *share = shares->pdata[i];
      SheafMoney  quotient;

      sheaf_money_quota (SHEAF_MONEY (pool->units), share->weight, pool->weight, &quotient,
                         &share->remainder);
      share->whole = quotient.units;
      whole += quotient.units;
      g_ptr_array_add (ranking, share);
    }
  pool->spare_units = pool->units - whole;
  qsort (ranking->pdata, ranking->len, sizeof (gpointer), compare_remainders);
  for (guint i = 0; i < ranking->len; i++)
    {
      SheafShare *share = ranking->pdata[i];

      share->rank = i + 1;
      share->extra = i < pool->spare_units;
    }
}

static void
share_pool (SheafComputation *computation,
            SheafSide         side,
            SheafPool         pool,
            GPtrArray        *shares)
{
  SheafPoolResult        *result = &computation->result->pools[side][pool];
  gint64                  unit = computation->plan->rounding_unit;
  g_autofree SheafWeight *weights = g_new (SheafWeight, shares->len);
  g_autofree SheafMoney  *units = g_new (SheafMoney, shares->len);

  result->units = result->amount.units / unit;
  result->undistributed = SHEAF_MONEY (result->amount.units % unit);
  for (guint i = 0; i < shares->len; i++)
    weights[i] = ((SheafShare *) shares->pdata[i])->weight;
  if (!sheaf_money_allocate (SHEAF_MONEY (result->units), weights, shares->len, units))
    g_assert_not_reached ();
  rank (result, shares);
  for (guint i = 0; i < shares->len; i++)
    {
      SheafShare *share = shares->pdata[i];

      g_assert (units[i].units == share->whole + share->extra);
      share->amount = SHEAF_MONEY (units[i].units * unit);
    }
}

static int
compare_sharers (const void *a,
                 const void *b)
{
  const SheafSharer *x = *(SheafSharer *const *) a;
  const SheafSharer *y = *(SheafSharer *const *) b;

  return strcmp (x->code, y->code);
}

/* A row for everyone with weight in a pool that has money, even where nothing falls to them. */
static void
list_shares (SheafComputation *computation)
{
  const GPtrArray   *sharers = computation->inputs->sharers;
  SheafDistribution *result = computation->result;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < sharers->len; i++)
    g_ptr_array_add (sorted, sharers->pdata[i]);
  if (sorted->len > 0)
    qsort (sorted->pdata, sorted->len, sizeof (gpointer), compare_sharers);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SheafSharer *sharer = sorted->pdata[i];
      char              *code = g_strdup (sharer->code);

      g_assert (i == 0 || strcmp (((SheafSharer *) sorted->pdata[i - 1])->code, code) != 0);
      g_ptr_array_add (result->codes, code);
      for (guint cell = 0; cell < SHEAF_SIDES * SHEAF_POOLS; cell++)
        {
          SheafShare share = { .code = code,
                               .side = cell / SHEAF_POOLS,
                               .pool = cell % SHEAF_POOLS };

          share.weight = sharer->weights[share.pool];
          if (share.weight > 0 && result->pools[share.side][share.pool].amount.units > 0)
            g_array_append_val (result->shares, share);
        }
    }
}

void
sheaf_computation_share_out (SheafComputation *computation)
{
  SheafDistribution *result = computation->result;
  SheafMoney         rest[SHEAF_SIDES] = { { 0 }, { 0 } };

  list_shares (computation);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        g_autoptr (GPtrArray) shares = g_ptr_array_new ();

        for (guint i = 0; i < result->shares->len; i++)
          {
            SheafShare *share = &g_array_index (result->shares, SheafShare, i);

            if (share->side == side && share->pool == pool)
              g_ptr_array_add (shares, share);
          }
        if (shares->len > 0)
          share_pool (computation, side, pool, shares);
        rest[side] = sheaf_money_add (rest[side], result->pools[side][pool].undistributed);
      }
  sheaf_computation_step (computation, "undistributed", rest[0], rest[1]);
}
