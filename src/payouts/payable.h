/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members are still owed of a posted distribution. */
#pragma once

#include "book/book.h"
#include "distribution/approval.h"

/* One member of the year's distribution. share = paid + open, but where the ledger owes less: then
 * open is what it owes (paid by hand or set off). */
typedef struct
{
  gint64     party_id;
  char      *code;
  char      *name;
  char      *bank_bin; /* may be NULL; likewise bank_account */
  char      *bank_account;
  SheafMoney share;   /* of the posting that stands; 0 when it was reversed */
  SheafMoney paid;    /* by lines that stand, tax and set-offs with them, less what came back */
  SheafMoney balance; /* what the ledger owes the member on the day, of any origin; not below 0 */
  SheafMoney open;    /* what may be paid now */
} SheafPayable;

/* Everyone with a share in the year, or paid from it, by code in byte order; of SheafPayable. on:
 * the day for the ledger's balance. */
GPtrArray *sheaf_payable_list (SheafBook *book,
                               int        year,
                               SheafDate  on,
                               GError   **error);
