/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of confirmations share. */
#pragma once

#include "ledger/confirmation.h"

/* FALSE, with the message as the error. */
gboolean sheaf_confirmation_refuse (GError    **error,
                                    const char *message);

/* Writes a new row, which stands from now on. */
gboolean sheaf_confirmation_write (SheafBook               *book,
                                   const SheafConfirmation *one,
                                   gint64                   act_id,
                                   GError                 **error);

/* Among those standing; NULL: none. */
const SheafConfirmation *sheaf_confirmation_find (const GPtrArray *standing,
                                                  gint64           account_id,
                                                  gint64           party_id);

/* What each party has on the account, or all accounts under it (0: any), its items together; of
 * SheafOpenItem, those without a party and balances of 0 left out, in the order of codes. Accounts
 * that the data do not name for confirming are left out too. */
GArray *sheaf_confirmation_balances (SheafBook *book,
                                     gint64     account_id,
                                     gint64     party_id,
                                     SheafDate  date,
                                     GError   **error);
