/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shares become besides money: notices that are redeemed later, members' capital. Only
 * distribution includes this. */
#pragma once

#include "distribution/approval.h"

/* Within the act that posted the approval: a notice for each part of a share that is paid by one,
 * standing on the voucher of its profit; one event of kind capitalise for each member who leaves a
 * part in, with a commitment of what that is above the member's. Limits of holding that are passed
 * by it are told as warnings of the act. Refused where a member with a part to be left in is none
 * on the day. */
gboolean sheaf_posting_forms (SheafBook           *book,
                              const SheafApproval *approval,
                              const gint64         vouchers[SHEAF_SIDES],
                              SheafDate            date,
                              gint64               act_id,
                              GError             **error);

/* Within the act that takes the posting back, before its vouchers are reversed: capital that came
 * of it goes back. Refused while a notice of it is redeemed. */
gboolean sheaf_posting_forms_take_back (SheafBook       *book,
                                        const GPtrArray *vouchers, /* of SheafPlanVoucher */
                                        SheafDate        date,
                                        const char      *reason,
                                        GError         **error);
