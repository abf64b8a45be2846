/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the book says of the co-op, its officers and the limits of posting. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_BOOK_SETTINGS_DIALOG (sheaf_book_settings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafBookSettingsDialog,
                      sheaf_book_settings_dialog,
                      SHEAF,
                      BOOK_SETTINGS_DIALOG,
                      AdwWindow)

GtkWidget *sheaf_book_settings_dialog_new (SheafPage *page);
