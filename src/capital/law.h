/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What law and charter say of members' capital on a day: the book's law pack and settings. Only
 * capital includes this. */
#pragma once

#include "capital/limit.h"
#include "members/member.h"

typedef struct
{
  gboolean  known; /* FALSE: the law says nothing on the day */
  SheafRate rate;
  char     *article;
} SheafCapitalCeiling;

typedef struct
{
  SheafCapitalCeiling ceilings[SHEAF_CAPITAL_LIMITS];
  char               *country;       /* the law's own: its nationals are no foreigners */
  guint               months;        /* in which capital is paid; 0: no term */
  guint               register_days; /* after that to register the lower capital; 0: not asked */
  SheafMoney          minimum;       /* of a member, by the charter; 0: none */
} SheafCapitalLaw;

/* The charter's term (setting "capital-deadline-months") counts where it is shorter than the law's
 * (Law 17/2023/QH15 Art. 74.4), the charter's minimum is the setting "capital-minimum". An error
 * names a law pack that cannot be read. */
SheafCapitalLaw *sheaf_capital_law_load (SheafBook *book,
                                         SheafDate  on,
                                         GError   **error);
void             sheaf_capital_law_free (SheafCapitalLaw *law);

/* Who names no nationality is at home; the law's own country may be named by code or in words. */
gboolean sheaf_capital_is_foreign (const SheafCapitalLaw *law,
                                   const SheafMember     *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalLaw, sheaf_capital_law_free)
