/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds how much of the charter capital on a day, beside what the law allows (Law 17/2023/QH15
 * Art. 74). */
#pragma once

#include "base/rate.h"
#include "capital/balance.h"
#include "members/types.h"

/* One member, or those whom a limit takes together. */
typedef struct
{
  gint64              party_id; /* 0: several together */
  char               *code;     /* likewise NULL */
  char               *name;     /* of several: who they are, in the person's language */
  SheafMemberKind     kind;     /* of one on the day; of several NONE */
  gboolean            foreign;
  SheafCapitalBalance balance;
  gint64              percent; /* commitment of the charter capital, hundredths of a percent, half
                                  up */
  gboolean   limited;
  SheafRate  limit;  /* the highest part that the law allows; only when limited */
  SheafMoney excess; /* what is above it; zero: within */
} SheafCapitalShare;

typedef struct
{
  SheafMoney charter;
  GPtrArray *shares; /* of SheafCapitalShare: contributing associates together, foreign members
                        together, then each member with capital, the largest first, then by code */
} SheafCapitalOwnership;

/* At the end of the day. Who left with capital not yet refunded is listed, without a limit. */
SheafCapitalOwnership *sheaf_capital_ownership (SheafBook *book,
                                                SheafDate  on,
                                                GError   **error);
void                   sheaf_capital_ownership_free (SheafCapitalOwnership *ownership);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalOwnership, sheaf_capital_ownership_free)
