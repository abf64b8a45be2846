/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tax on income that became capital: due when a refund or transfer takes it (Decree 253/2026/
 * NĐ-CP Art. 52.5), kept back or claimed by the co-op, which declares it (Art. 55.3). */
#pragma once

#include "base/rate.h"
#include "capital/event.h"
#include "ledger/voucher.h"

/* The chart's account of what was kept back; rows name the person. */
#define SHEAF_CAPITAL_TAX_ROLE "other-tax-payable"

/* Where the giver of a transfer owes the tax: a claim apart from what the co-op owes the person, so
 * that the next share is taxed and paid on its whole amount, and payments set the claim off with
 * the member's other debts. Charts of before lack the role: there trade-receivable stands in. */
#define SHEAF_CAPITAL_CLAIM_ROLE "other-receivable"

/* name NULL: no rule of the book's law meets the event. */
typedef struct
{
  char      *name;  /* of the tax in the law pack */
  char      *title; /* in the law's own language */
  char      *article;
  SheafMoney base; /* what of the amount is income not taxed yet */
  SheafRate  rate; /* 0: exempt */
  SheafMoney amount;
} SheafCapitalTax;

void sheaf_capital_tax_free (SheafCapitalTax *tax);

/* What a new refund or transfer meets: the rule for income from capital, by the law pack's default
 * for shares by capital, the book's sector and the day, of the untaxed part that the event takes;
 * half up to whole units. Organisations pay their own. earlier (NULL: none): other new events of
 * the same act, up to the event itself; what they take is not there any more. */
SheafCapitalTax *sheaf_capital_tax_of (SheafBook               *book,
                                       const SheafCapitalEvent *event,
                                       const GPtrArray         *earlier,
                                       GError                 **error);

/* Adds the tax to the voucher of an event: a refund hands over that much less, with a transfer the
 * giver owes it (SHEAF_CAPITAL_CLAIM_ROLE). */
gboolean sheaf_capital_tax_keep (SheafBook               *book,
                                 const SheafCapitalEvent *event,
                                 SheafVoucher            *voucher,
                                 GError                 **error);

/* Keeps with an event that was entered what it met; of an event that brought its entry (voucher_id)
 * what that entry keeps back. Inside an act. */
gboolean sheaf_capital_tax_write (SheafBook               *book,
                                  const SheafCapitalEvent *event,
                                  const SheafCapitalTax   *tax,
                                  gint64                   event_id,
                                  gint64                   act_id,
                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalTax, sheaf_capital_tax_free)
