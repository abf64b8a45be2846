/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What vouchers were posted for by the program: a revaluation, income tax, shared input VAT, a
 * difference that was found. Posting writes it; here all are read, and those of another book are
 * taken over with their vouchers. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "book/book.h"

typedef enum
{
  SHEAF_ORIGIN_REVALUATION,
  SHEAF_ORIGIN_TAX,
  SHEAF_ORIGIN_VAT_SHARE,
  SHEAF_ORIGIN_DIFFERENCE,
} SheafVoucherOriginKind;

typedef struct
{
  SheafVoucherOriginKind kind;
  gint64                 voucher_id;
  SheafDate              date;     /* of a revaluation */
  int                    year;     /* of tax and VAT */
  guint                  period;   /* a quarter (tax-entry.h), a part of the year (vat-share.h) */
  SheafMoney             amount;   /* of tax and VAT */
  gint64                 count_id; /* of a difference: one of the two */
  gint64                 confirmation_id;
} SheafVoucherOrigin;

/* All of a kind as they were written, those of reversed vouchers too; of SheafVoucherOrigin. */
GArray *sheaf_voucher_origin_list (SheafBook             *book,
                                   SheafVoucherOriginKind kind,
                                   GError               **error);

/* Tells what a voucher that is there was posted for, as an act or inside the one under way. Refused
 * with SHEAF_LEDGER_ERROR_ORIGIN: a voucher of which it is told already, a year, period or day that
 * is not the voucher's, an amount that its rows do not make, a period told twice. */
gboolean sheaf_voucher_origin_insert (SheafBook                *book,
                                      const SheafVoucherOrigin *origin,
                                      GError                  **error);
