/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of notices in the ledger, and what the ledger holds of them; within the folder. */
#pragma once

#include "ledger/voucher.h"

typedef struct
{
  gint64     party_id;
  gint64     account_id; /* of the notices */
  SheafMoney amount;
} SheafNoticeRow;

/* One voucher for all rows (of SheafNoticeRow), by the posting template of the event; not yet
 * posted. */
SheafVoucher *sheaf_notice_voucher (SheafBook    *book,
                                    const char   *event,
                                    SheafDate     date,
                                    const char   *description,
                                    const GArray *rows,
                                    GError      **error);

/* What the ledger holds by account and party at the end of a day, for sheaf_notice_held. */
GHashTable *sheaf_notice_ledger (SheafBook *book,
                                 SheafDate  on,
                                 GError   **error);

/* Credit positive. */
SheafMoney sheaf_notice_held (GHashTable *ledger,
                              gint64      account_id,
                              gint64      party_id);
