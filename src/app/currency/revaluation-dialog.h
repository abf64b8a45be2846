/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money, claims and debts at the rate of a day: first shown, then posted. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_REVALUATION_DIALOG (sheaf_revaluation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafRevaluationDialog,
                      sheaf_revaluation_dialog,
                      SHEAF,
                      REVALUATION_DIALOG,
                      AdwWindow)

GtkWidget *sheaf_revaluation_dialog_new (SheafPage *page);
