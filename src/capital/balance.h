/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a member has promised and paid in, day by day, and what that weighs in sharing income. */
#pragma once

#include "book/book.h"

typedef struct
{
  SheafMoney committed;
  SheafMoney paid;
} SheafCapitalBalance;

/* At the end of the day. */
gboolean sheaf_capital_on (SheafBook           *book,
                           gint64               party_id,
                           SheafDate            day,
                           SheafCapitalBalance *ret_balance,
                           GError             **error);

/* A stretch of days with one amount that counts. */
typedef struct
{
  SheafDate  from;
  SheafDate  to; /* last day */
  SheafMoney amount;
} SheafCapitalSpan;

/* How capital counts in a year (architecture: capital-basis and capital-weight). */
typedef struct
{
  gboolean year_end;      /* the balance of the last day only; FALSE: money × days */
  guint    commit_months; /* 0: paid-in counts; else the commitment counts for so many months after
                             joining (Art. 74.4), then paid-in */
} SheafCapitalBasis;

/* What counts of a person from the first to the last day: the balance at the end of each day on
 * which the person was an official or contributing associate member. Stretches with amount 0 are
 * left out. Of SheafCapitalSpan. */
GArray *sheaf_capital_spans (SheafBook               *book,
                             gint64                   party_id,
                             SheafDate                from,
                             SheafDate                to,
                             const SheafCapitalBasis *basis,
                             GError                 **error);

/* The sum of amount × days of the stretches; with year_end of the last day alone. */
SheafWeight sheaf_capital_spans_weight (const GArray *spans);

typedef struct
{
  gint64      party_id;
  SheafWeight weight; /* đồng × days; đồng when year_end */
} SheafCapitalWeight;

/* Everyone who ever was a member, those with weight 0 left out; everyone: the
 * stretches that were read (sheaf_member_spans_all). Of SheafCapitalWeight. */
GArray *sheaf_capital_weights_by (SheafBook               *book,
                                  GHashTable              *everyone,
                                  SheafDate                from,
                                  SheafDate                to,
                                  const SheafCapitalBasis *basis,
                                  GError                 **error);
