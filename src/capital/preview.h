/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event would do, before it is entered. */
#pragma once

#include "capital/balance.h"
#include "capital/event.h"
#include "ledger/voucher.h"

typedef struct
{
  SheafVoucher *voucher;      /* that entering it would post; NULL: it moves no money, or its facts
                                 are not complete */
  SheafCapitalBalance before; /* of the member at the end of the event's day */
  SheafCapitalBalance after;
  SheafCapitalBalance to_before; /* of the receiver of a transfer; else zero */
  SheafCapitalBalance to_after;
  SheafMoney          untaxed; /* what of a refund or transfer is income that became capital and was
                                  not taxed yet */
  SheafMoney tax;              /* kept back of it, or claimed of the giver of a transfer */
} SheafCapitalPreview;

/* Judges nothing: that is sheaf_capital_check. Member and day must be there. */
SheafCapitalPreview *sheaf_capital_preview (SheafBook               *book,
                                            const SheafCapitalEvent *event,
                                            GError                 **error);
void                 sheaf_capital_preview_free (SheafCapitalPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalPreview, sheaf_capital_preview_free)
