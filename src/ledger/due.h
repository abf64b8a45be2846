/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When what is open falls due: claims, debts and deposits by account, party and item, parted by
 * their days. */
#pragma once

#include "book/book.h"
#include "ledger/chart.h"

/* What days are asked for on an account: data/charts/CHART.dues.csv. */
typedef enum
{
  SHEAF_DUE_USE_SPLIT = 1 << 0,   /* told apart in current and non-current */
  SHEAF_DUE_USE_CLAIM = 1 << 1,   /* aged among what others owe the co-op */
  SHEAF_DUE_USE_DEBT = 1 << 2,    /* aged among what the co-op owes */
  SHEAF_DUE_USE_CONFIRM = 1 << 3, /* confirmed with the other side at the year's end */
} SheafDueUse;

/* Of the account or the nearest one above it that the data name; 0: none of them. An error names
 * the file that cannot be read. */
gboolean sheaf_due_use (SheafBook          *book,
                        const SheafAccount *account,
                        SheafDueUse        *ret_use,
                        GError            **error);

/* What is left of one row. */
typedef struct
{
  gint64     account_id;
  gint64     party_id; /* who stands for merged ones; 0: none; likewise item_id */
  gint64     item_id;
  SheafMoney amount;     /* what is left, debit positive; never 0 */
  SheafDate  arose;      /* the row's day; SHEAF_DATE_NONE where no row can be named */
  SheafDate  due;        /* the row's own day, else the item's; SHEAF_DATE_NONE: none */
  gint64     row_id;     /* 0 where none can be named */
  gint64     voucher_id; /* likewise */
} SheafDuePart;

typedef struct
{
  SheafDate   on;         /* the end of this day */
  SheafDueUse use;        /* accounts with any of these uses; 0: with any use at all */
  gint64      account_id; /* this account or all under it; 0: any */
  gint64      party_id;   /* with those merged into it; 0: any */
  gint64      item_id;    /* 0: any */
  gboolean    across;     /* what names no item settles what names one, see below */
} SheafDueFilter;

/* The rows, or rests of rows, that make up each balance. A payment settles within its account,
 * party and item, there what falls due first; a row without a day counts by the day on which it
 * arose. A row that took its item's day when it was posted follows the item when that is
 * prolonged. What was taken back is left out. Parts add up to the balance of each account, party
 * and item. In the order of account, party and item codes, then days; of SheafDuePart. Only what
 * has a balance is walked. With across, a payment that names no item settles what its party owes on
 * the account whichever item that names, again what falls due first: the parts then add up to the
 * balance of each account and party, which is what people ask when they ask what is overdue; the
 * statements keep items apart (Circular 71/2024, Appendix IV, B01-HTX). */
GArray *sheaf_due_parts (SheafBook            *book,
                         const SheafDueFilter *filter,
                         GError              **error);

/* A balance parted by days; all debit positive, so debts are negative; the four add up to it. */
typedef struct
{
  gint64     account_id;
  gint64     party_id;
  gint64     item_id;
  SheafMoney balance;
  SheafMoney overdue; /* due before the day */
  SheafMoney soon;    /* due on it or within twelve months after it */
  SheafMoney later;   /* due after that */
  SheafMoney undated; /* no day is known: treated as current by who asks for two classes */
} SheafDueSplit;

/* Every open balance on the accounts that are told apart in current and non-current; of
 * SheafDueSplit, in the order of codes. */
GArray *sheaf_due_split (SheafBook *book,
                         SheafDate  on,
                         GError   **error);

/* The last day of the twelve months after a day: the same day next year, 28 February after a 29. */
SheafDate sheaf_due_year_after (SheafDate on);
