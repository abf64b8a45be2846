/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Up to three versions of the plan beside each other: steps, what all get, what each member
 * gets. */
#pragma once

#include "app/distribution/distribution-jobs.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_VERSION_BOARD (sheaf_version_board_get_type ())
G_DECLARE_FINAL_TYPE (SheafVersionBoard, sheaf_version_board, SHEAF, VERSION_BOARD, GtkWidget)

/* The book has changed: what is shown is of before, and is read again when it is next shown what
 * the year has. */
void sheaf_version_board_expire (SheafVersionBoard *board);

/* Shows which versions there are and reads those that are ticked; none of them is computed before
 * it is in sight. */
void sheaf_version_board_show (SheafVersionBoard   *board,
                               const SheafYearPlan *year_plan);

/* The version that is to be taken over or forgotten; NULL: none is there. */
const char *sheaf_version_board_get_selected (SheafVersionBoard *board);
