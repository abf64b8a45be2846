/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a draft on foreign money. */
#include "base/i18n.h"
#include "ledger/draft-private.h"

void
sheaf_draft_take_currency (SheafDraftReader    *reader,
                           const SheafDraftRow *cells,
                           SheafVoucherRow     *row)
{
  (void) row;
  if (*cells->cells[SHEAF_DRAFT_CURRENCY] != '\0' ||
      *cells->cells[SHEAF_DRAFT_DEBIT_FOREIGN] != '\0' ||
      *cells->cells[SHEAF_DRAFT_CREDIT_FOREIGN] != '\0')
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "currency",
                      _ ("foreign currency is not in this version, post the amount in the "
                         "book's own currency and leave this empty"));
}
