/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds anything in the book while typing, and goes there. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_SEARCH_DIALOG (sheaf_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafSearchDialog, sheaf_search_dialog, SHEAF, SEARCH_DIALOG, AdwWindow)

/* The parent has the action win.go. */
GtkWidget *sheaf_search_dialog_new (GtkWindow    *parent,
                                    SheafSession *session);
