/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share about writing members. */
#pragma once

#include "members/member.h"
#include "members/membership.h"
#include "store/query.h"

gboolean sheaf_member_exists (SheafBook *book,
                              gint64     party_id,
                              gboolean  *ret_exists,
                              GError   **error);

/* Makes a party that is there already a member of whom nothing more is known. */
gboolean sheaf_member_write_plain (SheafBook *book,
                                   gint64     party_id,
                                   gint64     act_id,
                                   GError   **error);

/* Writes an event inside an act, without judging it. */
gboolean sheaf_membership_write (SheafBook                  *book,
                                 const SheafMembershipEvent *event,
                                 gint64                      act_id,
                                 GError                    **error);
gboolean sheaf_membership_tell_ledger (SheafBook *book,
                                       gint64     party_id,
                                       GError   **error);

/* What the party of the member says is from now on as in the record, inside an act. */
gboolean sheaf_member_change_party (SheafBook         *book,
                                    const SheafMember *member,
                                    GError           **error);

/* From the columns of member_load. */
SheafMember *sheaf_member_read (const SheafQuery *query);

/* A version of what the member's own tables hold, inside an act. */
gboolean sheaf_member_write_facts (SheafBook         *book,
                                   const SheafMember *member,
                                   gint64             party_id,
                                   const char        *reason,
                                   gint64             act_id,
                                   GError           **error);
