/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares a year's income: a pure function of figures, plan and law. Same inputs, same result, on
 * every machine. */
#pragma once

#include "distribution/plan.h"

/* One who may share. The weights hold only what counts: 0 for a pool the person has no right to. */
typedef struct
{
  char       *code;
  SheafWeight weights[SHEAF_POOLS]; /* each below 2^110 */
} SheafSharer;

/* What a rule of the law measures by: "capital", "highest-capital", "assets", "reserve:NAME" (what
 * the reserve holds), "capital-days" (the days that capital weights are multiplied by),
 * "index:NAME" (a published rate in millionths). Only those that the law asks for are there. */
typedef struct
{
  char  *name;
  gint64 value;
} SheafDistributionMeasure;

/* The year's figures; losses and debit balances are negative. */
typedef struct
{
  SheafMoney result[SHEAF_SIDES]; /* the year's closing result */
  SheafMoney
             income[SHEAF_SIDES];  /* the same before income tax */
  SheafMoney brought[SHEAF_SIDES]; /* undistributed profit of earlier years before that closing */
  GPtrArray *sharers;              /* of SheafSharer, in any order, each code once */
  GPtrArray *measures;             /* of SheafDistributionMeasure */
} SheafDistributionInputs;

SheafDistributionInputs *sheaf_distribution_inputs_new (void);
void                     sheaf_distribution_inputs_free (SheafDistributionInputs *inputs);

/* Adds a person with no weight yet; owned by inputs. */
SheafSharer *sheaf_distribution_inputs_add (SheafDistributionInputs *inputs,
                                            const char              *code);

/* Adds a measure, and reads it; 0 where there is none. */
void   sheaf_distribution_inputs_measure (SheafDistributionInputs *inputs,
                                          const char              *name,
                                          gint64                   value);
gint64 sheaf_distribution_inputs_measured (const SheafDistributionInputs *inputs,
                                           const char                    *name);

/* A line of the calculation: "result", "loss-cover", "earmark:NAME", "common-fund", "reserve:NAME",
 * "fund:NAME", "brought-forward", "carry-forward", "to-share", "cap:NAME" (what a cap on the return
 * on capital leaves undistributed or gives to a reserve), "pool:use" … "pool:equal",
 * "undistributed". Amounts taken are positive; loss-cover is what was added. */
typedef struct
{
  char      *name;
  SheafMoney amounts[SHEAF_SIDES];
} SheafDistributionStep;

/* Both bases of the common fund, so that the paper can show the law's floor on either. */
typedef struct
{
  SheafMoney profit;       /* left after losses and earmarks */
  SheafMoney income;       /* before tax and loss cover, not below 0 */
  SheafMoney profit_floor; /* the law's least amount on each base */
  SheafMoney income_floor;
  SheafMoney amount; /* what the plan takes */
} SheafCommonFund;

/* A pool of one side. amount = units × rounding unit + undistributed. */
typedef struct
{
  SheafMoney  amount;
  SheafMoney  undistributed;
  gint64      units;
  gint64      spare_units; /* units that went by largest remainder */
  SheafWeight weight;      /* of all who share */
  guint       sharers;     /* with weight above 0 */
} SheafPoolResult;

/* One person's money in one pool: units = whole (the quotient rounded down) + 1 when extra. */
typedef struct
{
  const char *code; /* owned by the result */
  SheafSide   side;
  SheafPool   pool;
  SheafWeight weight;
  gint64      whole;     /* pool units × weight ÷ pool weight, rounded down */
  SheafWeight remainder; /* of that division, in parts of the pool weight */
  guint       rank;      /* 1 for the largest remainder; equal ones by code */
  gboolean    extra;     /* rank is among the spare units */
  SheafMoney  amount;
} SheafShare;

/* A part of a share that is paid in one form. */
typedef struct
{
  const char  *code; /* owned by the result */
  SheafSide    side;
  SheafPool    pool;
  SheafPayForm form;
  SheafMoney   amount;
} SheafSharePart;

typedef struct
{
  GPtrArray      *steps; /* of SheafDistributionStep, in the order of the calculation */
  SheafCommonFund common_fund[SHEAF_SIDES];
  SheafMoney      taken_over[SHEAF_SIDES]; /* given to meet the other side's loss */
  SheafPoolResult pools[SHEAF_SIDES][SHEAF_POOLS];
  GArray         *shares;   /* of SheafShare: by code in byte order, then side, then pool */
  GArray         *parts;    /* of SheafSharePart, in the order of the shares: of the pools that
                             * the plan pays in forms */
  gint64     rounding_unit; /* of the plan */
  GPtrArray *codes;         /* strings the shares point to */
} SheafDistribution;

/* Calculates by the rules of the plan. Warnings and the reason of a refusal are added to problems;
 * NULL when refused. Rules: losses are met before anything else (Law 17/2023/QH15 Art. 86), then
 * earmarks, common fund (Art. 84), funds, pools (Art. 86.3). The plan must have passed
 * sheaf_plan_parse without errors. */
SheafDistribution *sheaf_distribution_compute (const SheafPlan               *plan,
                                               const SheafLaw                *law,
                                               const SheafDistributionInputs *inputs,
                                               SheafProblems                 *problems);
void               sheaf_distribution_free (SheafDistribution *distribution);

/* The step by its name, or NULL. */
const SheafDistributionStep *sheaf_distribution_step (const SheafDistribution *distribution,
                                                      const char              *name);

/* Index of the first share of a person, or of where it would stand. */
guint sheaf_distribution_first_share (const SheafDistribution *distribution,
                                      const char              *code);

/* All that one person is given. */
SheafMoney sheaf_distribution_member_total (const SheafDistribution *distribution,
                                            const char              *code);

/* The same by form: what is paid in money, kept as capital, given as notices. Adds up to the
 * total. */
void sheaf_distribution_member_forms (const SheafDistribution *distribution,
                                      const char              *code,
                                      SheafMoney               ret_forms[SHEAF_PAY_FORMS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDistributionInputs, sheaf_distribution_inputs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDistribution, sheaf_distribution_free)
