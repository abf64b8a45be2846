/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a party answered to a letter: the balance it says, the day, a remark. */
#pragma once

#include "app/control/confirmation-jobs.h"
#include "app/page.h"

#define SHEAF_TYPE_ANSWER_DIALOG (sheaf_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafAnswerDialog, sheaf_answer_dialog, SHEAF, ANSWER_DIALOG, AdwWindow)

/* Takes the act, which names account, party and day of the balance. */
GtkWidget *sheaf_answer_dialog_new (SheafPage                  *page,
                                    const SheafConfirmationRow *row,
                                    SheafConfirmationAct       *act);
