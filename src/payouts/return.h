/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of a list that came back: the bank returned it, or the member did not come for it. */
#pragma once

#include "payouts/batch.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_PAYOUT_RETURN_BOUNCED = 1,
  SHEAF_PAYOUT_RETURN_UNCLAIMED = 2,
} SheafPayoutReturnKind;

/* Puts back on its own day what the member's payment on the list came to (Dr cash or bank, Cr
 * member-payable), as one act. It is no reversal: the payment stands, tax stays withheld and
 * set-offs stay; the member has the amount open again, taxed already, and a later list pays it.
 * Refused (SHEAF_PAYOUTS_ERROR_STATE) where no money of the member stands on the list, for a day
 * before it, and without a reason; _NOT_FOUND for a member who is not on it. Bounced is for bank
 * lists, unclaimed for cash. ret_voucher_id may be NULL. */
gboolean sheaf_payout_return (SheafBook            *book,
                              gint64                batch_id,
                              gint64                party_id,
                              SheafPayoutReturnKind kind,
                              SheafDate             date,
                              const char           *reason,
                              gint64               *ret_voucher_id,
                              GError              **error);

/* Takes a return back by reversing its voucher: the money is with the member after all. Refused
 * when it was paid again meanwhile: that would pay the member twice. */
gboolean sheaf_payout_return_take_back (SheafBook  *book,
                                        gint64      batch_id,
                                        gint64      party_id,
                                        SheafDate   date,
                                        const char *reason,
                                        GError    **error);

/* The same within an act, with the list as it was read in it. */
gboolean sheaf_payout_return_of (SheafBook              *book,
                                 const SheafPayoutBatch *batch,
                                 gint64                  party_id,
                                 SheafPayoutReturnKind   kind,
                                 SheafDate               date,
                                 const char             *reason,
                                 gint64                 *ret_voucher_id,
                                 GError                **error);

/* What a voucher is to payment lists. */
typedef enum
{
  SHEAF_PAYOUT_VOUCHER_NONE,
  SHEAF_PAYOUT_VOUCHER_PAYMENT, /* of money, taxes or set-offs */
  SHEAF_PAYOUT_VOUCHER_RETURN,
} SheafPayoutVoucher;

/* The list and member that a voucher belongs to; 0 for none. */
gboolean sheaf_payout_of_voucher (SheafBook          *book,
                                  gint64              voucher_id,
                                  SheafPayoutVoucher *ret_kind,
                                  gint64             *ret_batch_id,
                                  gint64             *ret_party_id,
                                  GError            **error);

/* Reverses what a member was paid on a list: money, taxes and set-offs, as one act; all is open
 * again as if it had never been paid. Refused while money of it is returned, and once the bank has
 * confirmed it: such money comes back by a return. */
gboolean sheaf_payout_take_back (SheafBook  *book,
                                 gint64      batch_id,
                                 gint64      party_id,
                                 SheafDate   date,
                                 const char *reason,
                                 GError    **error);
