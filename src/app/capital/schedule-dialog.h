/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a member pays what is promised, or gets back what is refunded: agreed instalments. */
#pragma once

#include "app/page.h"
#include "capital/schedule.h"

#define SHEAF_TYPE_SCHEDULE_DIALOG (sheaf_schedule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafScheduleDialog, sheaf_schedule_dialog, SHEAF, SCHEDULE_DIALOG, AdwWindow)

/* For the member (0: to be chosen); amount is proposed for one instalment, zero: none. */
GtkWidget *sheaf_schedule_dialog_new (SheafPage        *page,
                                      gint64            party_id,
                                      SheafScheduleKind kind,
                                      SheafMoney        amount);
