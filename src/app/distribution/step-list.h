/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a distribution as a list, and what is written for them. */
#pragma once

#include "app/distribution/distribution-jobs.h"

#include <gtk/gtk.h>

/* Sets up the columns of a view; once. */
void sheaf_step_list_set_up (GtkColumnView *view);

/* Fills the view; a plan without a result empties it. */
void sheaf_step_list_show (GtkColumnView       *view,
                           const SheafYearPlan *year_plan);

/* The line that proves the shares: what is to be shared, what is shared, the difference, how
 * remainders go. Free with g_free. */
char *sheaf_step_list_proof (const SheafYearPlan *year_plan);

/* What posting writes, of SheafPlanStepSum: a SheafActDetail for each voucher, its step and its
 * sum. */
GPtrArray *sheaf_step_list_vouchers (const GPtrArray *sums);

/* The vouchers that the posting wrote: SheafActDetail, number and day. */
GPtrArray *sheaf_step_list_posted (const SheafYearPlan *year_plan);
