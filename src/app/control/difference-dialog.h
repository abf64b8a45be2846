/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry that puts a confirmed difference on the books: shown, then posted. */
#pragma once

#include "app/control/confirmation-jobs.h"
#include "app/page.h"

#define SHEAF_TYPE_DIFFERENCE_DIALOG (sheaf_difference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafDifferenceDialog,
                      sheaf_difference_dialog,
                      SHEAF,
                      DIFFERENCE_DIALOG,
                      AdwWindow)

/* Takes the act, which names account, party, day of the balance and the voucher's proposed day. */
GtkWidget *sheaf_difference_dialog_new (SheafPage                  *page,
                                        const SheafConfirmationRow *row,
                                        SheafConfirmationAct       *act);
