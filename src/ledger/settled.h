/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money paid to settle a debt, by what the debt came from: an asset bought on credit is paid for by
 * way of a supplier, profit shared out is paid by way of a payable. */
#pragma once

#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/totals.h"

/* Ids of accounts that are posted to, as sets (GHashTable of gint64). */
typedef struct
{
  const SheafAccount *settling; /* the debt's account */
  GHashTable         *origins;  /* what a debt must have come from */
  GHashTable         *money;    /* what it is paid with */
} SheafSettledQuestion;

/* A piece of one payment; negative where a payment was taken back. */
typedef struct
{
  gint64     row_id; /* of the payment */
  gint64     settling_id;
  gint64     money_id;
  gint64     origin_id; /* the account that the debt was posted against */
  SheafScope scope;     /* the payment's */
  SheafMoney amount;
} SheafSettledPart;

/* The payments within the days of the totals that settled debts from one of the origins; of
 * SheafSettledPart. Of one party (merged ones are one) what came first is settled first, that of
 * the same item before what names none; one that names an item never settles another item. A
 * payment that came before the debt counts for it once that is posted within the same days. Opening
 * balances come from nowhere known. Where the totals hold no debt from an origin or no payment,
 * nothing is read; else the entries of the parties that have such debts, and no others. */
GArray *sheaf_settled_parts (SheafBook                  *book,
                             const SheafTotals          *totals,
                             const SheafSettledQuestion *question,
                             GError                    **error);
