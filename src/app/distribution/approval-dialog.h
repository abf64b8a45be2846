/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general meeting's approval of a plan: what it resolved, who was there, how it voted; judged
 * by the law while it is typed. */
#pragma once

#include "app/distribution/distribution-acts.h"

#define SHEAF_TYPE_APPROVAL_DIALOG (sheaf_approval_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    SheafApprovalDialog, sheaf_approval_dialog, SHEAF, APPROVAL_DIALOG, AdwMessageDialog)

/* Asks over the page; the plan must be one that can be approved. Copies what it needs. */
void sheaf_approval_dialog_ask (SheafPage           *page,
                                const SheafYearPlan *year_plan,
                                SheafActDone         done);
