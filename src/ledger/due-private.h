/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows behind one open balance. */
#pragma once

#include "ledger/due.h"

/* Adds what is left of the rows that make up a balance (debit positive, not 0) of one account,
 * party and item at the end of a day, the earliest due first. */
gboolean sheaf_due_read_parts (SheafBook *book,
                               gint64     account_id,
                               gint64     party_id,
                               gint64     item_id,
                               SheafMoney balance,
                               SheafDate  on,
                               GArray    *parts,
                               GError   **error);
