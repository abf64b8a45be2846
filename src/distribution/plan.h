/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A distribution plan: what the general meeting decides, read from a key file and judged by the law
 * pack. */
#pragma once

#include "base/problem.h"
#include "distribution/law.h"

/* What the common fund's rates are taken of: the profit left after losses and earmarks, or the
 * income before tax and loss cover. */
typedef enum
{
  SHEAF_COMMON_FUND_BASE_PROFIT,
  SHEAF_COMMON_FUND_BASE_INCOME,
} SheafCommonFundBase;

/* A fund by resolution: a rate of what is left after the common fund, or an amount. */
typedef struct
{
  char      *name;
  char      *title; /* what papers and the ledger call it; NULL: as its account */
  char      *account;
  gboolean   by_amount;
  SheafRate  rate;
  SheafMoney amount;
} SheafPlanFund;

/* Part of the result that may not be shared and goes to a fund as it is. */
typedef struct
{
  char      *name;
  char      *title; /* as of a fund */
  char      *account;
  SheafSide  side;
  SheafMoney amount;
} SheafPlanEarmark;

/* A reserve that the law asks for, in the law's order. */
typedef struct
{
  char     *name;
  char     *title;   /* the law's, or the plan's own */
  char     *account; /* NULL: the one that the law's role names in the chart */
  SheafRate rate;
  gboolean  beyond; /* goes on when the law's stop is reached */
} SheafPlanReserve;

/* What shares of a pool are paid in; not given: all in money. */
typedef struct
{
  gboolean  given;
  SheafRate rates[SHEAF_PAY_FORMS];    /* together 1 */
  char     *accounts[SHEAF_PAY_FORMS]; /* of notices */
} SheafPlanPayment;

/* A published rate that the law pack does not hold yet. */
typedef struct
{
  char     *name;
  SheafRate rate;
  char     *source;
} SheafPlanIndex;

typedef struct
{
  char  *product;
  gint64 weight;
} SheafPlanProductWeight;

typedef struct
{
  char               *law;
  gint64              rounding_unit; /* shares are multiples of it; 1 and more */
  SheafMoney          carry_forward;
  gboolean            brought_forward;
  gboolean            leavers;
  gboolean            capital_year_end;  /* the balance of a last day; else money × days */
  gboolean            capital_previous;  /* with the one before: of the year before */
  gboolean            capital_committed; /* committed capital weighs within the term of payment */
  SheafMoney          minimum_payout;
  SheafCommonFundBase common_fund_base;
  SheafRate           common_fund[SHEAF_SIDES];
  GPtrArray          *funds;    /* of SheafPlanFund, in the file's order */
  GPtrArray          *earmarks; /* of SheafPlanEarmark */
  GPtrArray          *reserves; /* of SheafPlanReserve */
  GPtrArray          *indices;  /* of SheafPlanIndex */
  GPtrArray          *retains;  /* of SheafRetainRule (notices/retain.h) */
  SheafPlanPayment    payments[SHEAF_POOLS];
  SheafRate           pools[SHEAF_SIDES][SHEAF_POOLS];
  char               *treatments[SHEAF_POOLS]; /* for taxes; NULL: the pack knows none */
  gint64              deliveries_weight;
  gint64              supplies_weight;
  GPtrArray          *product_weights; /* of SheafPlanProductWeight; instead of the two above */
  char               *file;            /* for problems; may be NULL */
  GHashTable         *lines;           /* "group\nkey" to the line it stands on */
} SheafPlan;

/* Reads the text of a plan and judges it by the law pack, whose defaults fill what the text does
 * not say. Everything that is wrong is added to problems; with errors among them the plan is not to
 * be used. file names the text in problems and may be NULL. NULL only when the text is no key file
 * at all. */
SheafPlan *sheaf_plan_parse (const char     *text,
                             gssize          length,
                             const char     *file,
                             const SheafLaw *law,
                             SheafProblems  *problems);
void       sheaf_plan_free (SheafPlan *plan);

/* The whole plan as a key file that reads back as the same plan; defaults are written out. Free
 * with g_free. */
char *sheaf_plan_to_text (const SheafPlan *plan);

/* Adds an error for each pool whose treatment is not for books of this sector (NULL: not known). */
void sheaf_plan_check_sector (const SheafPlan *plan,
                              const SheafLaw  *law,
                              const char      *sector,
                              SheafProblems   *problems);

/* Adds a warning where a tax depends on the sector and nobody said it. */
void sheaf_plan_warn_sector (const SheafPlan *plan,
                             const SheafLaw  *law,
                             const char      *sector,
                             SheafProblems   *problems);

/* The title of the fund, earmark or reserve of a step ("fund:welfare", "earmark:gift",
 * "reserve:legal"); NULL when it has none. */
const char *sheaf_plan_step_title (const SheafPlan *plan,
                                   const char      *step);

/* The weight of one product's deliveries or supplies: its own, or the general one. */
gint64 sheaf_plan_product_weight (const SheafPlan *plan,
                                  const char      *product,
                                  gboolean         is_supply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPlan, sheaf_plan_free)
