/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open with whom: balances per account, party and item, with the day they fall due. */
#pragma once

#include "book/book.h"

typedef struct
{
  gint64     account_id;
  gint64     party_id; /* who stands for merged ones; 0: none; likewise item_id */
  gint64     item_id;
  SheafMoney balance; /* at the end of the day; debit positive */
  SheafDate  due;     /* the earliest of what is left of its rows (ledger/due.h), else the item's;
                         SHEAF_DATE_NONE: none */
} SheafOpenItem;

typedef struct
{
  SheafDate on;         /* the end of this day */
  gint64    account_id; /* one account or all under a group; 0: all that keep details */
  gint64    party_id;   /* with those merged into it; 0: any */
  gint64    item_id;    /* 0: any */
  gboolean  open_only;  /* leaves out balances of 0 */
  SheafDate due_until;  /* only what falls due up to this day; SHEAF_DATE_NONE: all */
  gboolean  no_dues;    /* due is not asked for: quicker for many */
} SheafOpenItemFilter;

/* In the order of account codes, then party codes, then item codes; of SheafOpenItem. */
GArray *sheaf_open_item_list (SheafBook                 *book,
                              const SheafOpenItemFilter *filter,
                              GError                   **error);
