/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits on who may hold how much of the charter capital (Law 17/2023 Art. 74), from the law
 * pack. */
#pragma once

#include "base/problem.h"
#include "base/rate.h"
#include "book/book.h"

typedef enum
{
  SHEAF_CAPITAL_LIMIT_MEMBER,     /* one official member */
  SHEAF_CAPITAL_LIMIT_ASSOCIATES, /* all contributing associates together */
  SHEAF_CAPITAL_LIMIT_FOREIGN,    /* all foreign members together */
} SheafCapitalLimit;

typedef struct
{
  SheafCapitalLimit limit;
  gint64            party_id; /* of one member; else 0 */
  SheafMoney        committed;
  SheafMoney        charter;
  SheafRate         rate; /* the highest part of charter that the law allows */
  char             *text; /* one sentence with the remedies of Art. 78.4 */
} SheafCapitalBreach;

/* What is above a limit at the end of the day, judged on commitments; for the health list. Of
 * SheafCapitalBreach. */
GPtrArray *sheaf_capital_breaches (SheafBook *book,
                                   SheafDate  on,
                                   GError   **error);
