/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each choice of a plan comes to, with the law's least or most beside it: for people who are
 * still choosing. The judgement itself is plan-check's and the calculation's. */
#pragma once

#include "distribution/compute.h"

typedef enum
{
  SHEAF_LIMIT_NONE,    /* the law leaves it to the plan */
  SHEAF_LIMIT_FLOOR,   /* the least */
  SHEAF_LIMIT_CEILING, /* the most */
  SHEAF_LIMIT_WHOLE,   /* must be 1 exactly */
} SheafPlanLimitKind;

typedef struct
{
  char              *group; /* of the plan: "common-fund" */
  char              *key;   /* "external-rate"; NULL: keys of the group together, or no key */
  SheafPlanLimitKind kind;
  const char        *rule;               /* the law's name of it; NULL: none; owned by law */
  const char        *article;            /* likewise */
  gboolean           pools[SHEAF_POOLS]; /* that are together below or above the limit */
  SheafRate          limit;
  SheafRate          chosen;
  gboolean           has_amounts; /* FALSE where the calculation does not come so far */
  SheafMoney         limit_amount;
  SheafMoney         chosen_amount;
  gboolean           has_room; /* a reserve that is full some day */
  SheafMoney         room;     /* what it still has room for, before this year's part */
  gboolean           broken;
} SheafPlanLimit;

/* Every rate of the plan in the order of the calculation. The plan may break the law, which is what
 * is to be shown. result is what was computed of it, NULL where it is refused; amounts are then as
 * far as they follow from what is not refused. */
GPtrArray *sheaf_plan_limits (const SheafPlan               *plan,
                              const SheafLaw                *law,
                              const SheafDistributionInputs *inputs,
                              const SheafDistribution       *result);

/* The first one of the group and key that the law limits, else the first one; NULL: none. */
const SheafPlanLimit *sheaf_plan_limits_find (const GPtrArray *limits,
                                              const char      *group,
                                              const char      *key);
