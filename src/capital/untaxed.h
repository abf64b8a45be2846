/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income that became capital and was not taxed yet: nothing is due when it is capitalised; a refund
 * or transfer takes it first, and is taxed on that part (Decree 253/2026/NĐ-CP Art. 52.5). */
#pragma once

#include "capital/event.h"

/* What is left of it at the end of the day. */
gboolean sheaf_capital_untaxed_on (SheafBook  *book,
                                   gint64      party_id,
                                   SheafDate   day,
                                   SheafMoney *ret_balance,
                                   GError    **error);

/* The same of one person's events in the order of their days (NULL: none). */
SheafMoney sheaf_capital_untaxed (const GPtrArray *events,
                                  gint64           party_id,
                                  SheafDate        day);

/* What of it a refund or transfer of the person takes; zero of any other event. events as above,
 * event among them. */
SheafMoney sheaf_capital_untaxed_taken (const GPtrArray         *events,
                                        const SheafCapitalEvent *event);
