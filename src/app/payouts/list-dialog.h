/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new list of payments: how, when, whom; beside it what will be paid and who is left open. */
#pragma once

#include "app/page.h"
#include "app/payouts/list-jobs.h"

#define SHEAF_TYPE_LIST_DIALOG (sheaf_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafListDialog, sheaf_list_dialog, SHEAF, LIST_DIALOG, AdwWindow)

/* Called once the list is made. */
typedef void (*SheafListDone) (SheafPage           *page,
                               const SheafListWish *wish,
                               const SheafListMade *made);

/* proposal: what the fields begin with. */
GtkWidget *sheaf_list_dialog_new (SheafPage           *page,
                                  const SheafListWish *proposal,
                                  SheafListDone        done);
