/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list of payments would be: its sums, the money for it, its lines, who is left open. */
#pragma once

#include "app/payouts/list-jobs.h"
#include "app/widgets/problem-list.h"

#include <adwaita.h>

#define SHEAF_TYPE_LIST_PREVIEW (sheaf_list_preview_get_type ())
G_DECLARE_FINAL_TYPE (SheafListPreview, sheaf_list_preview, SHEAF, LIST_PREVIEW, AdwBin)

/* Shows the look; its lines are kept as long as they are shown. bank: the money comes from the
 * bank. TRUE when the list can be paid. */
gboolean sheaf_list_preview_show (SheafListPreview    *preview,
                                  const SheafListLook *look,
                                  gboolean             bank);

/* Where else the dialog may say what is wrong. */
SheafProblemList *sheaf_list_preview_get_problems (SheafListPreview *preview);
