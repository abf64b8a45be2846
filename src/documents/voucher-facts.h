/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers of vouchers say of one: whom it concerns, which accounts, which originals. */
#pragma once

#include "documents/source.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

typedef struct
{
  SheafBook        *book;
  const SheafChart *chart;
  SheafVoucher     *voucher;
  SheafParty       *party;  /* whom it concerns; NULL: nobody is named */
  char             *debit;  /* accounts, with amounts when there are several */
  char             *credit; /* likewise */
  char             *papers; /* numbers of the originals; "" when none is named */
  SheafMoney        total;  /* in home money, off-balance rows left out */
} SheafVoucherFacts;

/* NULL on an error. */
SheafVoucherFacts *sheaf_voucher_facts_load (SheafBook *book,
                                             gint64     id,
                                             GError   **error);
void               sheaf_voucher_facts_free (SheafVoucherFacts *facts);

/* The sum of the rows with an account of that book (cash, stock) on the side. */
SheafMoney sheaf_voucher_facts_sum (const SheafVoucherFacts *facts,
                                    SheafAccountBook         account_book,
                                    gboolean                 debit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVoucherFacts, sheaf_voucher_facts_free)
