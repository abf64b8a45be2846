/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the page of confirmations: each asks what it needs, then is done on the writing
 * thread. */
#pragma once

#include "app/control/confirmation-jobs.h"
#include "app/control/confirmation-page.h"

/* Installs the actions "confirm.make" and so on. */
void sheaf_confirmation_acts_install (GtkWidgetClass *widget_class);

/* What the acts ask of the page: the row selected (NULL: none), the day's balances as read (NULL:
 * not yet), the code of the account chosen (NULL: all). */
const SheafConfirmationRow   *sheaf_confirmation_page_get_row (SheafConfirmationPage *page);
const SheafConfirmationTable *sheaf_confirmation_page_get_table (SheafConfirmationPage *page);
const char                   *sheaf_confirmation_page_get_account (SheafConfirmationPage *page);
