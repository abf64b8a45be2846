/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slips and the program draw the same code: a member may hold both. */
#include "payouts/transfer-code.h"

#include "book/setting.h"

gboolean
sheaf_transfer_code (SheafBook         *book,
                     const SheafLaw    *law,
                     SheafPayoutState   state,
                     const SheafVietqr *transfer,
                     char             **ret_text,
                     GError           **error)
{
  g_autofree char *currency = NULL;

  g_return_val_if_fail (book != NULL && law != NULL && transfer != NULL, FALSE);

  *ret_text = NULL;
  if (state != SHEAF_PAYOUT_ORDERED || transfer->amount.units <= 0 ||
      !g_str_has_prefix (law->id, "vn-"))
    return TRUE;
  currency = sheaf_setting_find (book, "currency");
  if (g_strcmp0 (currency, "VND") != 0)
    return TRUE;
  *ret_text = sheaf_vietqr_to_text (transfer, error);
  return *ret_text != NULL;
}
