/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the day and the reason of a reversal. */
#pragma once

#include "base/date.h"

#include <adwaita.h>

#define SHEAF_TYPE_REVERSE_DIALOG (sheaf_reverse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    SheafReverseDialog, sheaf_reverse_dialog, SHEAF, REVERSE_DIALOG, AdwMessageDialog)

/* The response "reverse" can be given once day and reason are there. */
GtkWidget  *sheaf_reverse_dialog_new (GtkWindow  *parent,
                                      const char *number,
                                      SheafDate   day);
SheafDate   sheaf_reverse_dialog_get_date (SheafReverseDialog *dialog);
const char *sheaf_reverse_dialog_get_reason (SheafReverseDialog *dialog);
