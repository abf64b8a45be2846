/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments that a form looks through: they count against what the debt came from, not against the
 * account by way of which it was settled. */
#pragma once

#include "ledger/settled.h"
#include "statements/form.h"

/* The group [through] of a form's words: money=CODES, then SETTLING=ORIGINS, codes of accounts or
 * groups parted by |. In the totals each payment of a debt that came from an origin is moved from
 * the pair of the settling account to the pair of the origin, so sums over money stay what they
 * are; balances of settling accounts and origins are then no longer those of the book, and a form
 * with that group asks for none of them. Gives the pieces (of SheafSettledPart, none for a form
 * without the group), or NULL with the error of reading. */
GArray *sheaf_through_apply (SheafBook       *book,
                             const SheafForm *form,
                             SheafTotals     *totals,
                             GError         **error);
