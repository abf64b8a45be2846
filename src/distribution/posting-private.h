/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers of a distribution under way, handed from step to step. */
#pragma once

#include "distribution/posting-voucher.h"
#include "distribution/result.h"

typedef struct
{
  SheafBook           *book;
  SheafLaw            *law;
  SheafPlan           *plan;
  const SheafApproval *approval;
  SheafDistribution   *distribution;
  const SheafChart    *chart;
  const SheafAccount  *profits[SHEAF_SIDES];
  const SheafAccount  *payable;
  GArray              *provisionals;
  SheafDate            date;
  GPtrArray           *vouchers; /* of SheafStepVoucher */
  SheafVoucher        *voucher;  /* the last of them: of the step at hand */
  char                *code;
  char                *title; /* all descriptions begin with it */

  /* of rows, as they come to be */
  char *texts[SHEAF_SIDES][1 << SHEAF_POOLS];
} SheafPosting;

/* Rows belong to the step begun last; a step without rows is dropped in the end. text may be
 * NULL. */
void sheaf_posting_begin (SheafPosting *posting,
                          const char   *name,
                          const char   *text);

/* From profit to an account; a negative amount goes back, 0 writes nothing. party_id may be 0. */
void sheaf_posting_row (SheafPosting       *posting,
                        SheafSide           side,
                        const SheafAccount *account,
                        gint64              party_id,
                        SheafMoney          amount,
                        const char         *text);

/* An account that the plan names. */
gboolean sheaf_posting_account (const SheafPosting  *posting,
                                const char          *code,
                                const SheafAccount **ret_account,
                                GError             **error);

/* Earmarks, common fund, reserves, funds: a step each. */
gboolean sheaf_posting_funds (SheafPosting *posting,
                              GError      **error);

/* What members get: a step for each profit. */
gboolean sheaf_posting_shares (SheafPosting *posting,
                               GError      **error);
