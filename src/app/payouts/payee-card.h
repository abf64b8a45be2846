/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member beside the list: how the share stands, a code to pay it by, what was paid before. */
#pragma once

#include "app/page.h"
#include "app/payouts/payouts-table.h"

#define SHEAF_TYPE_PAYEE_CARD (sheaf_payee_card_get_type ())
G_DECLARE_FINAL_TYPE (SheafPayeeCard, sheaf_payee_card, SHEAF, PAYEE_CARD, AdwBin)

/* A payment that waits for the bank, as its slip says it. */
typedef struct
{
  int        year;   /* of the list */
  SheafMoney amount; /* of all the years it pays; 0: nothing waits */
} SheafPayeeSlip;

/* Shows how a member stands; what was paid by the day, and the code of the transfer that waits, are
 * read by the page's session. */
void sheaf_payee_card_show (SheafPayeeCard            *card,
                            SheafPage                 *page,
                            const SheafPayoutStanding *standing,
                            SheafDate                  on,
                            SheafPayeeSlip             slip);

/* The same card in a window, for pages without room beside the list; closed by Escape. */
GtkWidget *sheaf_payee_window_new (SheafPage                 *page,
                                   const SheafPayoutStanding *standing,
                                   SheafDate                  on,
                                   SheafPayeeSlip             slip);
