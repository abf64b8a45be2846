/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened?": everyday words lead to the entries that the law prescribes and to the co-op's
 * own templates. */
#pragma once

#include "app/session.h"
#include "ledger/draft.h"

#include <adwaita.h>

#define SHEAF_TYPE_GUIDE_DIALOG (sheaf_guide_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafGuideDialog, sheaf_guide_dialog, SHEAF, GUIDE_DIALOG, AdwWindow)

/* words may be what was typed already. "filled" (gpointer const SheafDraft *, const char *source)
 * comes when a case was worked out, "template" (const char *name) when one was chosen; the dialog
 * closes then. */
GtkWidget *sheaf_guide_dialog_new (GtkWindow    *parent,
                                   SheafSession *session,
                                   SheafDate     date,
                                   const char   *words);

/* TRUE when this was among the words that led to the case. */
gboolean sheaf_guide_dialog_searched (SheafGuideDialog *dialog,
                                      const char       *words);
