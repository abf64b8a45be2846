/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ends a breach of a limit, with the least amount that does (Law 17/2023/QH15 Art. 78.4):
 * offered, never applied. */
#pragma once

#include "capital/limit.h"

typedef enum
{
  SHEAF_CAPITAL_REMEDY_REFUND, /* the excess is given back, or lowered where not paid in */
  SHEAF_CAPITAL_REMEDY_RAISE,  /* others who are members contribute more; of the minimum: the
                                * member */
  SHEAF_CAPITAL_REMEDY_ADMIT,  /* new members bring it */
} SheafCapitalRemedyKind;

typedef struct
{
  SheafCapitalRemedyKind kind;
  SheafMoney             amount;   /* the least that ends the breach; by heads 0 */
  SheafMoney             unpaid;   /* of a refund: not paid in, to be lowered instead */
  guint                  heads;    /* of new members: the fewest that keep their own limit */
  gboolean               possible; /* of others who raise: they keep their own limits with it */
  char                  *text;     /* one sentence with the amounts */
} SheafCapitalRemedy;

/* "refund", "raise", "admit" */
const char *sheaf_capital_remedy_to_word (SheafCapitalRemedyKind kind);

/* The ways out of a breach found on the day, in the order of the article; of SheafCapitalRemedy. A
 * way that cannot end it is left out. */
GPtrArray *sheaf_capital_remedies (SheafBook                *book,
                                   SheafDate                 on,
                                   const SheafCapitalBreach *breach,
                                   GError                  **error);
