/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters a party, or corrects what is known of one. */
#pragma once

#include "app/session.h"
#include "ledger/party.h"

#include <adwaita.h>

#define SHEAF_TYPE_PARTY_DIALOG (sheaf_party_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafPartyDialog, sheaf_party_dialog, SHEAF, PARTY_DIALOG, AdwWindow)

/* party NULL: a new one. The signal "saved" (gint64 id) comes when it is in the book. */
GtkWidget *sheaf_party_dialog_new (GtkWindow        *parent,
                                   SheafSession     *session,
                                   const SheafParty *party);
