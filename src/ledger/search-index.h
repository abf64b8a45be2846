/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the search indices of vouchers and parties. */
#pragma once

#include "book/act.h"

/* At the end of an act (SheafActStep): takes in the vouchers, parties and their changes that came
 * since the last time, also those of a second program. */
gboolean sheaf_search_index (SheafBook *book,
                             GError   **error);
