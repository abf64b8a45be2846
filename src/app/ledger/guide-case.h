/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One official case: what is to be chosen and typed, and the rows that come of it. */
#pragma once

#include "app/ledger/guide-jobs.h"
#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_GUIDE_CASE (sheaf_guide_case_get_type ())
G_DECLARE_FINAL_TYPE (SheafGuideCaseView, sheaf_guide_case, SHEAF, GUIDE_CASE, AdwBin)

/* Shows a case of the guide for a voucher of that day. "ready" comes when Enter is pressed past the
 * last cell. */
void sheaf_guide_case_show (SheafGuideCaseView   *view,
                            SheafSession         *session,
                            const SheafGuide     *guide,
                            const SheafGuideCase *entry,
                            SheafDate             date);

/* The first thing to be chosen or typed. */
void sheaf_guide_case_focus (SheafGuideCaseView *view);

/* TRUE when the rows hold everything that is typed; else they are being worked out, and "worked"
 * comes when they are there. */
gboolean sheaf_guide_case_is_worked (SheafGuideCaseView *view);

/* The rows as they stand, and the paragraph they follow; NULL while nothing can be filled. What is
 * missing is no hindrance: it is typed in the voucher then. */
const SheafDraft *sheaf_guide_case_get_cells (SheafGuideCaseView *view);
const char       *sheaf_guide_case_get_source (SheafGuideCaseView *view);
