/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of an explanation. Only explain*.c include this. */
#pragma once

#include "distribution/explain.h"

struct _SheafExplainer
{
  SheafBook               *book;
  int                      year;
  const SheafLaw          *law;
  const SheafPlan         *plan;
  const SheafDistribution *distribution;
  SheafLaw                *own_law; /* what the explainer itself has loaded; else NULL */
  SheafPlan               *own_plan;
  SheafDistribution       *own_distribution;
  gboolean                 says_state; /* whether it is approved */
  char                    *resolution; /* of the meeting that approved it; NULL: not approved */
  SheafDate                approved;
};

/* "5,00%" of a rate. Free with g_free. */
char *sheaf_explain_rate (SheafRate rate);

/* With a minus sign before it where it is taken away: a farmer does not read parentheses so. */
char *sheaf_explain_signed (SheafMoney money);

/* What a profit brought and what was taken from it. */
void sheaf_explain_side (const SheafExplainer *explainer,
                         SheafSide             side,
                         GPtrArray            *lines);

/* What counts of the member in the pool, a line a summand. *ret_sum is what these weigh together by
 * the book of today. */
gboolean sheaf_explain_own (const SheafExplainer *explainer,
                            gint64                party_id,
                            SheafPool             pool,
                            const char           *section,
                            GPtrArray            *lines,
                            SheafWeight          *ret_sum,
                            GError              **error);

/* A pool with the member's way through it; share is NULL for a member who has none there. */
gboolean sheaf_explain_pool (const SheafExplainer *explainer,
                             gint64                party_id,
                             SheafSide             side,
                             SheafPool             pool,
                             const SheafShare     *share,
                             GPtrArray            *lines,
                             GError              **error);
