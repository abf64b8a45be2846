/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member beside the list: how the share stands, a code to pay it by, what was paid before. */
#pragma once

#include "app/page.h"
#include "app/payouts/payouts-table.h"

#define SHEAF_TYPE_PAYEE_CARD (sheaf_payee_card_get_type ())
G_DECLARE_FINAL_TYPE (SheafPayeeCard, sheaf_payee_card, SHEAF, PAYEE_CARD, AdwBin)

/* Shows how a member stands; what was paid by the day, and the code of a transfer of slip (0:
 * none), are read by the page's session. */
void sheaf_payee_card_show (SheafPayeeCard            *card,
                            SheafPage                 *page,
                            const SheafPayoutStanding *standing,
                            SheafDate                  on,
                            SheafMoney                 slip);

/* What a code on the card may transfer: what is ordered, or is open and was taxed before. What is
 * open otherwise has its tax kept back once it is put on a list: it has no code yet, and 0
 * comes. */
SheafMoney sheaf_payee_card_slip (const SheafPayoutStanding *standing);

/* The same card in a window, for pages without room beside the list; closed by Escape. */
GtkWidget *sheaf_payee_window_new (SheafPage                 *page,
                                   const SheafPayoutStanding *standing,
                                   SheafDate                  on,
                                   SheafMoney                 slip);
