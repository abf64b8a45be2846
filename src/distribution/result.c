/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and reads an approved calculation, row by row. */
#include "distribution/result.h"

#include "base/i18n.h"
#include "distribution/compute-private.h"
#include "distribution/error.h"
#include "distribution/result-sql.h"
#include "ledger/party.h"
#include "store/query.h"

static gboolean
insert_steps (SheafStore              *store,
              gint64                   act_id,
              gint64                   approval_id,
              const SheafDistribution *distribution,
              GError                 **error)
{
  for (guint i = 0; i < distribution->steps->len; i++)
    {
      const SheafDistributionStep *step = distribution->steps->pdata[i];

      if (!sheaf_store_run (store, RESULT_STEP_INSERT,
                            SHEAF_ARGS (SHEAF_INT (approval_id), SHEAF_INT (i),
                                        SHEAF_TEXT (step->name), SHEAF_UNITS (step->amounts[0]),
                                        SHEAF_UNITS (step->amounts[1]), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_side (SheafStore              *store,
             gint64                   act_id,
             gint64                   approval_id,
             const SheafDistribution *distribution,
             SheafSide                side,
             GError                 **error)
{
  const SheafCommonFund *fund = &distribution->common_fund[side];

  if (!sheaf_store_run (store, RESULT_SIDE_INSERT,
                        SHEAF_ARGS (SHEAF_INT (approval_id), SHEAF_INT (side),
                                    SHEAF_UNITS (distribution->taken_over[side]),
                                    SHEAF_UNITS (fund->profit), SHEAF_UNITS (fund->income),
                                    SHEAF_UNITS (fund->profit_floor),
                                    SHEAF_UNITS (fund->income_floor), SHEAF_UNITS (fund->amount),
                                    SHEAF_INT (act_id)),
                        error))
    return FALSE;
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const SheafPoolResult *result = &distribution->pools[side][pool];
      g_autofree char       *weight = sheaf_weight_to_text (result->weight);

      if (!sheaf_store_run (
              store, RESULT_POOL_INSERT,
              SHEAF_ARGS (SHEAF_INT (approval_id), SHEAF_INT (side), SHEAF_INT (pool),
                          SHEAF_UNITS (result->amount), SHEAF_UNITS (result->undistributed),
                          SHEAF_INT (result->units), SHEAF_INT (result->spare_units),
                          SHEAF_TEXT (weight), SHEAF_INT (result->sharers), SHEAF_INT (act_id)),
              error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_share (SheafBook        *book,
              gint64            act_id,
              gint64            approval_id,
              const SheafShare *share,
              GError          **error)
{
  g_autofree char *weight = sheaf_weight_to_text (share->weight);
  g_autofree char *remainder = sheaf_weight_to_text (share->remainder);
  gint64           party_id = sheaf_party_find (book, share->code);

  return sheaf_store_run (sheaf_book_store (book), RESULT_SHARE_INSERT,
                          SHEAF_ARGS (SHEAF_INT (approval_id), SHEAF_INT (party_id),
                                      SHEAF_INT (share->side), SHEAF_INT (share->pool),
                                      SHEAF_TEXT (weight), SHEAF_INT (share->whole),
                                      SHEAF_TEXT (remainder), SHEAF_INT (share->rank),
                                      SHEAF_INT (share->extra), SHEAF_UNITS (share->amount),
                                      SHEAF_INT (act_id)),
                          error);
}

static gboolean
insert_parts (SheafBook               *book,
              gint64                   act_id,
              gint64                   approval_id,
              const SheafDistribution *distribution,
              GError                 **error)
{
  for (guint i = 0; i < distribution->parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (distribution->parts, SheafSharePart, i);

      if (!sheaf_store_run (sheaf_book_store (book), RESULT_PART_INSERT,
                            SHEAF_ARGS (SHEAF_INT (approval_id),
                                        SHEAF_INT (sheaf_party_find (book, part->code)),
                                        SHEAF_INT (part->side), SHEAF_INT (part->pool),
                                        SHEAF_INT (part->form + 1), SHEAF_UNITS (part->amount),
                                        SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_result_insert (SheafBook               *book,
                     const SheafAct          *act,
                     gint64                   approval_id,
                     const SheafDistribution *distribution,
                     GError                 **error)
{
  SheafStore *store = sheaf_book_store (book);
  gint64      act_id = sheaf_act_id (act);

  if (!insert_steps (store, act_id, approval_id, distribution, error))
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!insert_side (store, act_id, approval_id, distribution, side, error))
      return FALSE;
  for (guint i = 0; i < distribution->shares->len; i++)
    if (!insert_share (book, act_id, approval_id,
                       &g_array_index (distribution->shares, SheafShare, i), error))
      return FALSE;
  return insert_parts (book, act_id, approval_id, distribution, error);
}

static gboolean
load_steps (SheafStore        *store,
            gint64             approval_id,
            SheafDistribution *distribution,
            GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = sheaf_query_new (store, RESULT_STEPS, SHEAF_ARGS (SHEAF_INT (approval_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    sheaf_distribution_add_step (distribution, sheaf_query_text (query, 0),
                                 sheaf_query_money (query, 1), sheaf_query_money (query, 2));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_sides (SheafStore        *store,
            gint64             approval_id,
            SheafDistribution *distribution,
            GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = sheaf_query_new (store, RESULT_SIDES, SHEAF_ARGS (SHEAF_INT (approval_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    {
      gint64           side = sheaf_query_int (query, 0);
      SheafCommonFund *fund = &distribution->common_fund[side];

      distribution->taken_over[side] = sheaf_query_money (query, 1);
      fund->profit = sheaf_query_money (query, 2);
      fund->income = sheaf_query_money (query, 3);
      fund->profit_floor = sheaf_query_money (query, 4);
      fund->income_floor = sheaf_query_money (query, 5);
      fund->amount = sheaf_query_money (query, 6);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_pools (SheafStore        *store,
            gint64             approval_id,
            SheafDistribution *distribution,
            GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = sheaf_query_new (store, RESULT_POOLS, SHEAF_ARGS (SHEAF_INT (approval_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    {
      SheafPoolResult *pool;

      pool = &distribution->pools[sheaf_query_int (query, 0)][sheaf_query_int (query, 1)];
      pool->amount = sheaf_query_money (query, 2);
      pool->undistributed = sheaf_query_money (query, 3);
      pool->units = sheaf_query_int (query, 4);
      pool->spare_units = sheaf_query_int (query, 5);
      pool->sharers = (guint) sheaf_query_int (query, 7);
      if (!sheaf_weight_from_text (sheaf_query_text (query, 6), &pool->weight))
        pool->weight = 0;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* One row; its code is the last one's when it is the same person's. */
static void
add_share (SheafDistribution *distribution,
           const SheafQuery  *query)
{
  GPtrArray  *codes = distribution->codes;
  const char *code = sheaf_query_text (query, 0);
  SheafShare  share = { .side = (SheafSide) sheaf_query_int (query, 1),
                        .pool = (SheafPool) sheaf_query_int (query, 2),
                        .whole = sheaf_query_int (query, 4),
                        .rank = (guint) sheaf_query_int (query, 6),
                        .extra = sheaf_query_int (query, 7) != 0,
                        .amount = sheaf_query_money (query, 8) };

  if (codes->len == 0 || !g_str_equal (codes->pdata[codes->len - 1], code))
    g_ptr_array_add (codes, g_strdup (code));
  share.code = codes->pdata[codes->len - 1];
  if (!sheaf_weight_from_text (sheaf_query_text (query, 3), &share.weight) ||
      !sheaf_weight_from_text (sheaf_query_text (query, 5), &share.remainder))
    share.weight = 0;
  g_array_append_val (distribution->shares, share);
}

static gboolean
load_shares (SheafStore        *store,
             gint64             approval_id,
             SheafDistribution *distribution,
             GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = sheaf_query_new (store, RESULT_SHARES, SHEAF_ARGS (SHEAF_INT (approval_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    add_share (distribution, query);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Parts stand in the order of shares, so that the codes are met one after the other. */
static gboolean
load_parts (SheafStore        *store,
            gint64             approval_id,
            SheafDistribution *distribution,
            GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  guint at = 0;

  query = sheaf_query_new (store, RESULT_PARTS, SHEAF_ARGS (SHEAF_INT (approval_id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    {
      SheafSharePart part = { .side = (SheafSide) sheaf_query_int (query, 1),
                              .pool = (SheafPool) sheaf_query_int (query, 2),
                              .form = (SheafPayForm) (sheaf_query_int (query, 3) - 1),
                              .amount = sheaf_query_money (query, 4) };

      while (at < distribution->codes->len &&
             !g_str_equal (distribution->codes->pdata[at], sheaf_query_text (query, 0)))
        at++;
      if (at == distribution->codes->len)
        break;
      part.code = distribution->codes->pdata[at];
      g_array_append_val (distribution->parts, part);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

SheafDistribution *
sheaf_result_load (SheafBook *book,
                   gint64     approval_id,
                   gint64     rounding_unit,
                   GError   **error)
{
  g_autoptr (SheafDistribution) distribution = sheaf_distribution_new (rounding_unit);
  SheafStore *store = sheaf_book_store (book);

  if (!load_steps (store, approval_id, distribution, error) ||
      !load_sides (store, approval_id, distribution, error) ||
      !load_pools (store, approval_id, distribution, error) ||
      !load_shares (store, approval_id, distribution, error) ||
      !load_parts (store, approval_id, distribution, error))
    return NULL;
  return g_steal_pointer (&distribution);
}
