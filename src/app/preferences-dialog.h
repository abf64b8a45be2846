/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language, light or dark, size of text. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_PREFERENCES_DIALOG (sheaf_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafPreferencesDialog,
                      sheaf_preferences_dialog,
                      SHEAF,
                      PREFERENCES_DIALOG,
                      AdwPreferencesWindow)

GtkWidget *sheaf_preferences_dialog_new (GtkWindow *parent);
