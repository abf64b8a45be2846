/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept back in tax when a member is paid: due at payment, by what the plan takes the shares
 * of each pool for (Decree 253/2026/NĐ-CP Art. 52 and 55.1). */
#pragma once

#include "distribution/plan.h"
#include "members/member.h"

/* The chart's account that holds what was kept back until it is paid to the State; rows name the
 * member. */
#define SHEAF_WITHHOLDING_ROLE "other-tax-payable"

/* What a payment pays of one pool of one year, before tax. */
typedef struct
{
  const SheafPlan *plan; /* that the year's shares were approved under: its treatments count */
  guint            line; /* the caller's, handed back */
  SheafSide        side;
  SheafPool        pool;
  SheafMoney       amount;
} SheafPaidPart;

/* A tax met by a part. amount is 0 where the rule exempts (rate 0) or the payment stays below its
 * threshold: kept all the same, because the year's list shows what was paid without tax, and
 * why. */
typedef struct
{
  const SheafLawTax *tax;  /* owned by the law */
  guint              line; /* of the part */
  SheafSide          side;
  SheafPool          pool;
  SheafMoney         base, amount;
} SheafWithheld;

/* Organisations pay their own tax; everyone else is a person, households included. */
SheafPayee sheaf_withholding_payee (const SheafMember *member);

/* The taxes met by one payment to one payee on a day, whatever years it pays; parts is of
 * SheafPaidPart, the result of
 * SheafWithheld in their order, without the parts that meet no tax and those of zero. Thresholds
 * are judged by what the whole payment holds for a tax; each amount is rounded half up to a whole
 * unit. sector is the book's (setting "sector") and may be NULL. Free with g_array_unref. */
GArray *sheaf_withholding_compute (const SheafLaw *law,
                                   SheafPayee      payee,
                                   const char     *sector,
                                   SheafDate       day,
                                   const GArray   *parts);
