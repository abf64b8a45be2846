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

/* By which day a part comes to its turn: the day it falls due, else the day it arose. */
SheafDate sheaf_due_turn (const SheafDuePart *part);

/* Lets parts that name no item settle those of the same account and party that name one and stand
 * on the other side, the first by turn first; then keeps those of the item (0: all). */
void sheaf_due_settle_across (GArray *parts,
                              gint64  item_id);
