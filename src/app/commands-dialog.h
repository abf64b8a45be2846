/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All commands with their keys: to look up, and to run by typing part of the name. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_COMMANDS_DIALOG (sheaf_commands_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafCommandsDialog, sheaf_commands_dialog, SHEAF, COMMANDS_DIALOG, AdwWindow)

GtkWidget *sheaf_commands_dialog_new (GtkWindow *parent);
