/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A distribution as two lists: the steps of the calculation, and what each member gets. */
#pragma once

#include "app/distribution/distribution-jobs.h"

#include <gtk/gtk.h>

/* Sets up the columns of a view; once. */
void sheaf_share_lists_set_up_steps (GtkColumnView *view);
void sheaf_share_lists_set_up_shares (GtkColumnView *view);

/* Fills the views; an empty result empties them. */
void sheaf_share_lists_show_steps (GtkColumnView       *view,
                                   const SheafYearPlan *year_plan);
void sheaf_share_lists_show_shares (GtkColumnView       *view,
                                    const SheafYearPlan *year_plan);

/* The line that proves the shares: what is to be shared, what is shared, the difference. Free with
 * g_free. */
char *sheaf_share_lists_proof (const SheafYearPlan *year_plan);

/* The code of the member selected; NULL when none is. */
const char *sheaf_share_lists_selected (GtkColumnView *shares_view);
