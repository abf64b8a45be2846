/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each member gets: searched, sorted by any column, summed, and explained for the one that is
 * selected. */
#pragma once

#include "app/distribution/distribution-jobs.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_MEMBER_PANE (sheaf_member_pane_get_type ())
G_DECLARE_FINAL_TYPE (SheafMemberPane, sheaf_member_pane, SHEAF, MEMBER_PANE, GtkWidget)

/* Shows the members of the plan (of SheafMemberShare), who stay as long as the pane shows them. The
 * one that was selected stays selected. "selected" comes whenever another one is, and after each
 * showing. */
void sheaf_member_pane_show (SheafMemberPane *pane,
                             GPtrArray       *members);

/* The code of the member selected; NULL when none is. */
const char *sheaf_member_pane_get_selected (SheafMemberPane *pane);

/* Shows how the amounts came about; lines of SheafExplainLine, NULL: text is said instead. */
void sheaf_member_pane_explain (SheafMemberPane *pane,
                                const char      *text,
                                GPtrArray       *lines);

/* Puts the focus where a member is searched for. */
void sheaf_member_pane_search (SheafMemberPane *pane);
