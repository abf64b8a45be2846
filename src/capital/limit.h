/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits on who may hold how much of the charter capital (Law 17/2023/QH15 Art. 74 and 30.7), from
 * the law pack as it stands on the day, and the charter's minimum. What ends a breach is in
 * remedy.h. */
#pragma once

#include "base/problem.h"
#include "base/rate.h"
#include "book/book.h"

typedef enum
{
  SHEAF_CAPITAL_LIMIT_MEMBER,        /* one official member, at most */
  SHEAF_CAPITAL_LIMIT_ASSOCIATES,    /* all contributing associates together, at most */
  SHEAF_CAPITAL_LIMIT_FOREIGN,       /* all foreign members together, at most */
  SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS, /* foreign members of the number of official ones: fewer */
  SHEAF_CAPITAL_LIMIT_MINIMUM,       /* one contributing member, at least (charter) */
  SHEAF_CAPITAL_LIMITS,
} SheafCapitalLimit;

typedef struct
{
  SheafCapitalLimit limit;
  gint64            party_id;  /* of one member; else 0 */
  char             *code;      /* likewise; else NULL */
  SheafMoney        committed; /* by the member or all concerned; zero by heads */
  SheafMoney        paid;      /* of it */
  SheafMoney        charter;   /* charter capital: what all together committed */
  SheafRate         rate;      /* the highest part of it that the law allows; zero of the minimum */
  SheafMoney        minimum;   /* of the minimum; else zero */
  guint             heads;     /* by heads: foreign members, and how many of them are official */
  guint             official_heads;
  guint             of_heads; /* by heads: official members */
  char             *text;     /* one sentence with the remedies of Art. 78.4 */
} SheafCapitalBreach;

/* The words of files: "member", "associates", "foreign", "foreign-heads", "minimum". */
const char *sheaf_capital_limit_to_word (SheafCapitalLimit limit);

/* What is beyond a limit at the end of the day, judged on commitments; for the health list. By
 * member codes, then those of all together; of SheafCapitalBreach. The cost is that of reading
 * register and events once. */
GPtrArray *sheaf_capital_breaches (SheafBook *book,
                                   SheafDate  on,
                                   GError   **error);
