/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a list of payments was made: who is left open, and its papers at once. */
#pragma once

#include "app/page.h"
#include "app/payouts/list-jobs.h"

#define SHEAF_TYPE_MADE_DIALOG (sheaf_made_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafMadeDialog, sheaf_made_dialog, SHEAF, MADE_DIALOG, AdwWindow)

GtkWidget *sheaf_made_dialog_new (SheafPage           *page,
                                  const SheafListWish *wish,
                                  const SheafListMade *made);
