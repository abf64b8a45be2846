/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a capital event would do: balances before and after, the entry, debts and solvency of a
 * refund. */
#pragma once

#include "app/capital/event-jobs.h"

#include <adwaita.h>

#define SHEAF_TYPE_EVENT_LOOK (sheaf_event_look_get_type ())
G_DECLARE_FINAL_TYPE (SheafEventLook, sheaf_event_look, SHEAF, EVENT_LOOK, AdwBin)

void sheaf_event_look_show (SheafEventLook          *view,
                            const SheafCapitalLook  *look,
                            const SheafCapitalEvent *event);
