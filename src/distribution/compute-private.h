/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calculation under way, handed from step to step. */
#pragma once

#include "distribution/compute.h"

typedef struct
{
  const SheafPlan               *plan;
  const SheafLaw                *law;
  const SheafDistributionInputs *inputs;
  SheafProblems                 *problems;
  SheafMoney                     left[SHEAF_SIDES];    /* year's profit; not below 0 after losses */
  SheafMoney                     brought[SHEAF_SIDES]; /* earlier profit; the same */
  SheafMoney                     surplus[SHEAF_SIDES]; /* left after losses and earmarks */
  gboolean                       only_brought;         /* no profit of the year is left */
  SheafDistribution             *result;
} SheafComputation;

/* A result with nothing in it yet. */
SheafDistribution *sheaf_distribution_new (gint64 rounding_unit);
void               sheaf_distribution_add_step (SheafDistribution *distribution,
                                                const char        *name,
                                                SheafMoney         internal,
                                                SheafMoney         external);

/* Adds a line to the result. */
void sheaf_computation_step (SheafComputation *computation,
                             const char       *name,
                             SheafMoney        internal,
                             SheafMoney        external);

/* Adds the reason of a refusal and gives FALSE. */
gboolean sheaf_computation_refuse (SheafComputation *computation,
                                   const char       *field,
                                   const char       *format,
                                   ...) G_GNUC_PRINTF (3, 4);

/* FALSE, with a refusal, when amount is more than what side has left; else takes it off. */
gboolean sheaf_computation_take (SheafComputation *computation,
                                 const char       *field,
                                 SheafSide         side,
                                 SheafMoney        amount);

/* Steps 2; 3; 4 to 6; 7; 8 of the rules. Reserves come between common fund and funds, caps and
 * rules of the surplus behind the pools, forms of payment last. */
gboolean sheaf_computation_cover_losses (SheafComputation *computation);
gboolean sheaf_computation_take_earmarks (SheafComputation *computation);
gboolean sheaf_computation_take_funds (SheafComputation *computation);
gboolean sheaf_computation_take_reserves (SheafComputation *computation);
gboolean sheaf_computation_split_pools (SheafComputation *computation);
void     sheaf_computation_cap_pools (SheafComputation *computation);
gboolean sheaf_computation_check_surplus_rules (SheafComputation *computation);
void     sheaf_computation_share_out (SheafComputation *computation);
void     sheaf_computation_part_shares (SheafComputation *computation);

/* A warning where rounding takes the law's floor from what is paid. */
void sheaf_computation_warn_rounded (SheafComputation *computation);

/* What the reserve still has room for; SHEAF_MONEY_MAX where it never is full. */
SheafMoney sheaf_computation_reserve_room (const SheafComputation *computation,
                                           const SheafLawReserve  *rule);

/* The most that the cap lets capital have of the pools as they are. */
SheafMoney sheaf_computation_cap_most (const SheafComputation *computation,
                                       const SheafLawCap      *cap);

/* Splits an amount over the two sides by largest remainder on what each has; FALSE when they have
 * nothing. */
gboolean sheaf_computation_split (SheafMoney        amount,
                                  const SheafMoney *bases,
                                  SheafMoney       *ret_parts);
