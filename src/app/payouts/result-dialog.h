/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank's answer to a list: file and form chosen, looked at, applied as one act. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_RESULT_DIALOG (sheaf_result_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafResultDialog, sheaf_result_dialog, SHEAF, RESULT_DIALOG, AdwWindow)

/* The list's number and its day, before which the bank cannot have answered. */
GtkWidget *sheaf_result_dialog_new (SheafPage *page,
                                    gint64     batch_id,
                                    SheafDate  day);

/* Looks at the file; the person chooses it by the dialog's button. */
void sheaf_result_dialog_set_path (SheafResultDialog *dialog,
                                   const char        *path);
