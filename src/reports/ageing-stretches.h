/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stretches of days overdue that an ageing tells apart, and where a part of a balance
 * belongs. */
#pragma once

#include "ledger/due.h"

#define SHEAF_AGEING_LIMITS_MAX 12

/* Where the stretches end when nothing else is asked. */
#define SHEAF_AGEING_LIMITS "30,60,90,180,365"

typedef struct
{
  SheafDate on;                              /* the end of this day */
  int       limits[SHEAF_AGEING_LIMITS_MAX]; /* days; one stretch more lies behind the last */
  guint     n_limits;
} SheafAgeingStretches;

/* Places of a balance's parts; the stretches follow, counted from 0. */
typedef enum
{
  SHEAF_AGEING_BALANCE, /* all of them */
  SHEAF_AGEING_ADVANCE, /* on the other side than the account's */
  SHEAF_AGEING_CURRENT, /* not due yet */
  SHEAF_AGEING_UNDATED,
  SHEAF_AGEING_OVERDUE,
} SheafAgeingPlace;

#define SHEAF_AGEING_PLACES_MAX (SHEAF_AGEING_OVERDUE + SHEAF_AGEING_LIMITS_MAX + 1)

/* Reads "30,60,90" (NULL: the usual ones). SHEAF_REPORTS_ERROR_QUESTION: not numbers of days that
 * rise, or too many. */
gboolean sheaf_ageing_stretches_parse (const char           *text,
                                       SheafDate             on,
                                       SheafAgeingStretches *ret_stretches,
                                       GError              **error);

/* Where a part belongs: SHEAF_AGEING_OVERDUE + i for the stretch i. debit: claims, else debts. */
guint sheaf_ageing_stretches_place (const SheafAgeingStretches *stretches,
                                    const SheafDuePart         *part,
                                    gboolean                    debit);

/* The column's key: "balance", "advance", "current", "undated", "overdue_1_30", "overdue_over_90".
 * Free with g_free. */
char *sheaf_ageing_stretches_key (const SheafAgeingStretches *stretches,
                                  guint                       place);

/* The place of a key; SHEAF_REPORTS_ERROR_QUESTION names those there are. */
gboolean sheaf_ageing_stretches_find (const SheafAgeingStretches *stretches,
                                      const char                 *key,
                                      guint                      *ret_place,
                                      GError                    **error);

/* The heading of a place, from the words of the list. Free with g_free. */
char *sheaf_ageing_stretches_heading (const SheafAgeingStretches *stretches,
                                      guint                       place,
                                      GKeyFile                   *words,
                                      const char                 *language);
