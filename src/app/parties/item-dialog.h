/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item: entered, corrected, closed. The signal "saved" comes with its id. */
#pragma once

#include "app/session.h"
#include "ledger/item.h"

#include <adwaita.h>

#define SHEAF_TYPE_ITEM_DIALOG (sheaf_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafItemDialog, sheaf_item_dialog, SHEAF, ITEM_DIALOG, AdwWindow)

/* item NULL: a new one. party_code: whose it is; NULL: nobody's yet. */
GtkWidget *sheaf_item_dialog_new (GtkWindow       *parent,
                                  SheafSession    *session,
                                  const SheafItem *item,
                                  const char      *party_code);
