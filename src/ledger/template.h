/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posting templates: which accounts an event of the capital, trade or labour books touches, kept as
 * data (data/postings). */
#pragma once

#include "ledger/voucher.h"

/* What fills a template; unset fields are 0, NULL. */
typedef struct
{
  const char   *event; /* "capital-pay-cash", "delivery", "supply", "supply-cost", "labour", … */
  SheafDate     date;
  gint64        party_id;
  gint64        to_party_id;
  SheafMoney    amount;
  SheafMoney    vat;        /* rows that speak of it are left out when 0 */
  SheafMoney    cost;       /* likewise */
  SheafMoney    tax;        /* likewise */
  SheafMoney    insurance;  /* likewise */
  gint64        account_id; /* "account" in the template: the row's own (labour, pay in kind) */
  gint64        stock_account_id;
  gint64        revenue_account_id;
  gint64        cost_account_id;
  SheafScope    scope; /* NONE: derived */
  const char   *description;
  const char   *product;
  const char   *product_name; /* for the description; NULL: product */
  SheafQuantity quantity;
  guint         line;
} SheafPostingFacts;

/* Makes the voucher of an event (not yet posted). An error names an event or an account role that
 * the data lacks. */
SheafVoucher *sheaf_template_fill (SheafBook               *book,
                                   const SheafPostingFacts *facts,
                                   GError                 **error);
