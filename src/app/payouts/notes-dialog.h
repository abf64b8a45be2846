/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes and coins to fetch for a list in cash, and what each member is handed. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_NOTES_DIALOG (sheaf_notes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafNotesDialog, sheaf_notes_dialog, SHEAF, NOTES_DIALOG, AdwWindow)

GtkWidget *sheaf_notes_dialog_new (SheafPage *page,
                                   gint64     batch_id);
