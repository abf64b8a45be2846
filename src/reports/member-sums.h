/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between the co-op and all of its members on a day, and what counts of their year when
 * income is shared: the register's figures, read for everyone at once. */
#pragma once

#include "book/book.h"

typedef struct
{
  SheafMoney owes; /* to the co-op; as on the member's card, without capital; likewise owed */
  SheafMoney owed; /* by the co-op */
  SheafMoney use;  /* deliveries and supplies of the year up to the day that count (trade/use.h) */
  SheafMoney pay;  /* work that counts, likewise (labour/labour.h) */
} SheafMemberSums;

/* By party id (gint64) a SheafMemberSums; who has nothing is not there. Free with
 * g_hash_table_unref. */
GHashTable *sheaf_member_sums_read (SheafBook *book,
                                    SheafDate  on,
                                    GError   **error);
