/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The QR code by which one payment of a list is transferred: when there is one, and its text. */
#pragma once

#include "distribution/law.h"
#include "payouts/batch.h"
#include "payouts/vietqr.h"

/* The text of a payment's code, with the sum of the payment: of all its years, not of a line. Only
 * what is ordered and waits for the bank has one, as a code of what was paid, in cash or by the
 * bank's word, would pay it again; and only in a Vietnamese co-op's book in đồng, as VietQR carries
 * nothing else. *ret_text is NULL without. Errors: those of sheaf_vietqr_to_text. Free with
 * g_free. */
gboolean sheaf_transfer_code (SheafBook         *book,
                              const SheafLaw    *law,
                              SheafPayoutState   state,
                              const SheafVietqr *transfer,
                              char             **ret_text,
                              GError           **error);
