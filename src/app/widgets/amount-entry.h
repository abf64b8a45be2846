/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry for an amount of money: takes 1.500.000, 1,5tr, =250*6000 and shows the figure when
 * left. */
#pragma once

#include "base/money.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_AMOUNT_ENTRY (sheaf_amount_entry_get_type ())
G_DECLARE_FINAL_TYPE (SheafAmountEntry, sheaf_amount_entry, SHEAF, AMOUNT_ENTRY, GtkEntry)

GtkWidget *sheaf_amount_entry_new (void);

/* The amount typed; 0 with no error when empty. FALSE with a message for the person when it cannot
 * be read. */
gboolean sheaf_amount_entry_get (SheafAmountEntry *entry,
                                 SheafMoney       *ret_amount,
                                 GError          **error);

/* Shows an amount; 0 empties. */
void sheaf_amount_entry_set (SheafAmountEntry *entry,
                             SheafMoney        amount);
