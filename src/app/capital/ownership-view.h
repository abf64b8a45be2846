/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds how much: each share as a bar with the law's line, figures beside; above them what is
 * beyond a limit, with the ways out. */
#pragma once

#include "app/capital/capital-jobs.h"

#include <adwaita.h>

#define SHEAF_TYPE_OWNERSHIP_VIEW (sheaf_ownership_view_get_type ())
G_DECLARE_FINAL_TYPE (SheafOwnershipView, sheaf_ownership_view, SHEAF, OWNERSHIP_VIEW, AdwBin)

/* The table must stay until another, or NULL, is shown. */
void sheaf_ownership_view_show (SheafOwnershipView      *view,
                                const SheafCapitalTable *table);

/* The member of the selected row; 0: none. */
gint64 sheaf_ownership_view_get_member (SheafOwnershipView *view);
