/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening balances at the start of the book's first year. */
#pragma once

#include "base/problem.h"
#include "ledger/voucher.h"

/* One balance; exactly one of debit and credit is above 0. */
typedef struct
{
  gint64        account_id;
  SheafMoney    debit;
  SheafMoney    credit;
  gint64        party_id;
  gint64        item_id;
  SheafScope    scope;
  SheafDate     due;
  char         *product;
  SheafQuantity quantity;
  char         *document;
  char         *currency; /* ISO 4217; NULL or "": home money */
  gint64        foreign;  /* the same in the currency's smallest unit, above 0 */
  guint         line;
} SheafOpeningBalance;

/* Judges balances together with those entered before: debits equal credits, off-balance accounts
 * apart; parties and items where needed. */
gboolean sheaf_opening_check (SheafBook     *book,
                              const GArray  *balances, /* of SheafOpeningBalance */
                              const char    *file,
                              SheafProblems *problems,
                              GError       **error);

/* Writes them as one voucher in the opening layer; the first problem is the error. */
gboolean sheaf_opening_post (SheafBook    *book,
                             const GArray *balances,
                             GError      **error);
