/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only people can answer on the sheet of income tax. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_TAX_DIALOG (sheaf_tax_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafTaxDialog, sheaf_tax_dialog, SHEAF, TAX_DIALOG, AdwWindow)

GtkWidget *sheaf_tax_dialog_new (SheafPage *page);

/* Asks quarter and day, then enters what the sheet says is left to enter. */
void sheaf_tax_ask_entry (SheafPage *page);
