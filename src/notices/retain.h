/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Per-unit retains: a fixed amount of each unit that a member delivers, kept back without regard to
 * the year's profit (26 U.S.C. 1388(f)). */
#pragma once

#include "base/problem.h"
#include "base/rate.h"
#include "notices/notice.h"

/* As a plan says: [retain NAME]. */
typedef struct
{
  char           *name;
  char           *title;    /* NULL: the name */
  char          **products; /* codes; NULL: everything that is delivered */
  SheafRate       rate;     /* of one unit, in the book's smallest money */
  SheafNoticeKind kind;     /* RETAIN or RETAIN_NONQUALIFIED */
  char           *account;  /* that keeps it by member */
} SheafRetainRule;

void sheaf_retain_rule_free (SheafRetainRule *rule);

/* What a retain takes of one member by one rule: what is due of the year's deliveries up to the
 * day, less what was retained of them before. */
typedef struct
{
  const SheafRetainRule *rule;
  gint64                 party_id;
  char                  *code;
  SheafQuantity          quantity;
  SheafMoney             amount; /* quantity × rate, half up, over the whole year */
} SheafRetainLine;

/* By rule, then member's code. rules is of SheafRetainRule; of SheafRetainLine. problems: a member
 * of whom more was retained than deliveries now say (an error: take the retain back first). */
GPtrArray *sheaf_retain_preview (SheafBook       *book,
                                 const GPtrArray *rules,
                                 int              year,
                                 SheafDate        date,
                                 SheafProblems   *problems,
                                 GError         **error);

/* Enters it as one act with one voucher: from what is owed to members for their deliveries to the
 * account of each rule. Errors: SHEAF_NOTICES_ERROR_LAW for a kind that the law does not know,
 * _RULE for an account that cannot take it, _NOTHING, _AMOUNT where a member is owed less for
 * deliveries than is retained. What was entered is in ret_lines, as of the preview; it
 * and ret_voucher_id may be NULL. */
gboolean sheaf_retain_post (SheafBook       *book,
                            const GPtrArray *rules,
                            int              year,
                            SheafDate        date,
                            SheafProblems   *problems,
                            gint64          *ret_voucher_id,
                            GPtrArray      **ret_lines,
                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRetainRule, sheaf_retain_rule_free)
