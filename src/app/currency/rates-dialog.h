/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange of a day: typed, and those there are, the newest first. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_RATES_DIALOG (sheaf_rates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafRatesDialog, sheaf_rates_dialog, SHEAF, RATES_DIALOG, AdwWindow)

GtkWidget *sheaf_rates_dialog_new (GtkWindow    *parent,
                                   SheafSession *session);
