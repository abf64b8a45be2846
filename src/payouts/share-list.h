/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share, as figures: the paper and the table are drawn
 * from the same ones. */
#pragma once

#include "book/book.h"
#include "distribution/compute.h"

/* What a member was paid of a year's share by the lists so far. */
typedef struct
{
  SheafMoney amount;  /* in money that did not come back */
  SheafDate  last;    /* the day of the last of it; SHEAF_DATE_NONE: none */
  SheafMoney tax;     /* kept back; stays where the money came back, as set_off does */
  SheafMoney set_off; /* against the member's own debts */
  gboolean   cash;    /* paid so, in part at least */
  gboolean   bank;
} SheafYearPaid;

/* The payments of a year that were not reversed: code of the member to SheafYearPaid. */
GHashTable *sheaf_year_paid_load (SheafBook *book,
                                  int        year,
                                  GError   **error);

/* Who has a share, in the order of the list. */
typedef struct
{
  gint64      party_id;
  const char *code;
  const char *name;
  const char *kind;    /* at the year's end: a word of SheafMemberKind; NULL: not told */
  SheafMoney  tax;     /* kept back by the payments so far */
  SheafMoney  set_off; /* against the member's debts, likewise */
  gboolean    cash;    /* paid so, in part at least */
  gboolean    bank;
} SheafPayoutRow;

/* Everyone who has a share of the result, by code; paid as sheaf_year_paid_load gives it. Of
 * SheafPayoutRow; their names are added to strings and live with it, their codes with the result.
 * NULL on an error. */
GArray *sheaf_payout_rows (SheafBook               *book,
                           int                      year,
                           const SheafDistribution *result,
                           GHashTable              *paid,
                           GPtrArray               *strings,
                           GError                 **error);

/* Columns of money. Those of the pools come first, side by side: SHEAF_SHARE_POOL + side ×
 * SHEAF_POOLS + pool. */
typedef enum
{
  SHEAF_SHARE_POOL,
  /* of all pools */
  SHEAF_SHARE_TOTAL = SHEAF_SHARE_POOL + SHEAF_SIDES * SHEAF_POOLS,
  /* what of the total is kept as capital, no money; likewise what is given as notices */
  SHEAF_SHARE_CAPITAL,
  SHEAF_SHARE_NOTICE,
  SHEAF_SHARE_TAX,
  SHEAF_SHARE_SET_OFF,
  /* total − capital − notices − tax − set-offs: what is signed for */
  SHEAF_SHARE_NET,
  SHEAF_SHARE_AMOUNTS,
} SheafShareAmount;

/* What the list says of one member; a weight of 0: the member has none, and its parts are not
 * told. */
typedef struct
{
  SheafWeight weights[SHEAF_POOLS];
  SheafWeight totals[SHEAF_POOLS]; /* of all who share */
  SheafWeight worths[SHEAF_POOLS]; /* the weight in money: capital is the average of the year */
  SheafMoney  amounts[SHEAF_SHARE_AMOUNTS];
} SheafShareLine;

/* Fills the line of a row; FALSE for one who has no share. year_end is that of the plan's year. */
gboolean sheaf_share_line_fill (const SheafDistribution *result,
                                const SheafPlan         *plan,
                                SheafDate                year_end,
                                const SheafPayoutRow    *row,
                                SheafShareLine          *ret_line);

/* Adds a line to a sum: amounts, and what was put in. */
void sheaf_share_line_add (SheafShareLine       *sum,
                           const SheafShareLine *line);

/* What rounding left over in all pools and nobody is given. */
SheafMoney sheaf_share_left_over (const SheafDistribution *result);
