/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One capital event: typed, looked at (balances, entry, what law and books say), entered. */
#pragma once

#include "app/page.h"
#include "capital/event.h"

#define SHEAF_TYPE_EVENT_DIALOG (sheaf_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafEventDialog, sheaf_event_dialog, SHEAF, EVENT_DIALOG, AdwWindow)

/* Shows what is there of the proposal, see sheaf_event_form_begin. */
GtkWidget *sheaf_event_dialog_new (SheafPage               *page,
                                   const SheafCapitalEvent *proposal);
