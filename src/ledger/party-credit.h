/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account owes each party, and may give out on a day. */
#pragma once

#include "book/book.h"

/* What each party has to its credit on the account (with those under it) that may leave it on a
 * day: the lesser of what is there at the end of the day and after everything that is posted for
 * later days, so that no later entry is left without. gint64 party to SheafMoney, credit positive;
 * for sheaf_party_credit. Free with g_hash_table_unref. */
GHashTable *sheaf_party_credits (SheafBook *book,
                                 gint64     account_id,
                                 SheafDate  on,
                                 GError   **error);

/* 0 for a party that is not there. */
SheafMoney sheaf_party_credit (GHashTable *credits,
                               gint64      party_id);
