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

/* What a party has on an account that may leave it on a day (see sheaf_party_credits). Each account
 * is read once for one day: accounts keeps what was read, from sheaf_notice_accounts_new. */
gboolean    sheaf_notice_held (SheafBook  *book,
                               GHashTable *accounts,
                               gint64      account_id,
                               gint64      party_id,
                               SheafDate   on,
                               SheafMoney *ret_held,
                               GError    **error);
GHashTable *sheaf_notice_accounts_new (void);
