/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the search indices of vouchers, parties and items. */
#pragma once

#include "base/problem.h"
#include "book/act.h"

/* At the end of an act (SheafActStep): takes in the vouchers, parties, items and their changes that
 * came since the last time, also those of a second program. */
gboolean sheaf_search_index (SheafBook *book,
                             GError   **error);

/* Empties the indices and fills them from what is written, in a transaction of its own; not inside
 * an act. SHEAF_BOOK_ERROR_READ_ONLY where the book is open for reading. */
gboolean sheaf_search_rebuild (SheafBook *book,
                               GError   **error);

/* The check "search": nothing came after what the indices hold, and vouchers (a thousand spread
 * over the whole book, and the last ones) are found by their numbers. */
gboolean sheaf_search_check (SheafBook     *book,
                             SheafProblems *problems,
                             GError       **error);
