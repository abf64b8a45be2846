/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters what happened to a member: another kind, an agreement, leaving, death, joining again. */
#pragma once

#include "app/members/member-jobs.h"
#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_MEMBERSHIP_DIALOG (sheaf_membership_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafMembershipDialog,
                      sheaf_membership_dialog,
                      SHEAF,
                      MEMBERSHIP_DIALOG,
                      AdwWindow)

/* Takes the sheet of the member as on the day, which is proposed. The signal "saved" (gint64 party
 * id) comes when the book has taken it. */
GtkWidget *sheaf_membership_dialog_new (GtkWindow        *parent,
                                        SheafSession     *session,
                                        SheafMemberSheet *sheet,
                                        SheafDate         day);
