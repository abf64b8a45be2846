/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters a member, or corrects what is known of one. */
#pragma once

#include "app/members/member-jobs.h"
#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_MEMBER_DIALOG (sheaf_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafMemberDialog, sheaf_member_dialog, SHEAF, MEMBER_DIALOG, AdwWindow)

/* Takes the sheet of the member to be corrected; NULL: a new one, proposed to join on the day. The
 * signal "saved" (gint64 party id) comes when the book has taken it. */
GtkWidget *sheaf_member_dialog_new (GtkWindow        *parent,
                                    SheafSession     *session,
                                    SheafMemberSheet *sheet,
                                    SheafDate         day);
