/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes and coins to fetch for a list in cash, and what each member is handed. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_CASH_DRAW_DIALOG (sheaf_cash_draw_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    SheafCashDrawDialog, sheaf_cash_draw_dialog, SHEAF, CASH_DRAW_DIALOG, AdwWindow)

GtkWidget *sheaf_cash_draw_dialog_new (SheafPage *page,
                                       gint64     batch_id);
