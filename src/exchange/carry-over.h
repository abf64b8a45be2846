/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginning a new book with what an old one holds. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "ledger/opening-map.h"

/* Brings the detail accounts, parties, items, members, their capital and the balances of the old
 * book into a new one, as one act. The map must have passed sheaf_opening_map_check. Findings are
 * added to problems; with an error among them nothing is written. Refused when the new book does
 * not begin with the year after the map's. */
gboolean sheaf_carry_over (SheafBook             *old,
                           const SheafOpeningMap *map,
                           SheafBook             *book,
                           SheafProblems         *problems,
                           GError               **error);
