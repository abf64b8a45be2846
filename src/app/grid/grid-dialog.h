/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many members or events at once: typed without the mouse or pasted, looked through before anything
 * is saved. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_GRID_DIALOG (sheaf_grid_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafGridDialog, sheaf_grid_dialog, SHEAF, GRID_DIALOG, AdwWindow)

/* kind as in app/grid/grid-kind.h. The book is told of what was entered. */
GtkWidget *sheaf_grid_dialog_new (SheafPage  *page,
                                  const char *kind);
