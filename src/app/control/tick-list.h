/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a bank account, ticked with Space, Enter or a click, and what is left to explain. */
#pragma once

#include "app/control/reconciliation-jobs.h"

#include <adwaita.h>

#define SHEAF_TYPE_TICK_LIST (sheaf_tick_list_get_type ())
G_DECLARE_FINAL_TYPE (SheafTickList, sheaf_tick_list, SHEAF, TICK_LIST, AdwBin)

/* The signal "changed" comes after each tick. */

/* Shows a sheet, which must outlive the list or be replaced by NULL. */
void sheaf_tick_list_show (SheafTickList  *list,
                           SheafBankSheet *sheet);

/* The statement's balance less what is ticked now. */
gint64 sheaf_tick_list_difference (SheafTickList *list);

/* What has been ticked, or unticked, since the sheet was read; rows of the sheet. */
GPtrArray *sheaf_tick_list_changes (SheafTickList *list,
                                    gboolean       ticked);

/* Turns the tick of the selected row, and goes on to the next one. */
void sheaf_tick_list_toggle (SheafTickList *list);
