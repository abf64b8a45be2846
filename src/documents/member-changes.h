/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed in a member's standing during a year, in the words of the papers. */
#pragma once

#include "documents/paper-texts.h"
#include "members/membership.h"

/* "từ ngày … là thành viên chính thức; …": each change of kind, of agreement and each leaving from
 * the day after the first to the last day; "" when nothing changed. spans is of SheafMemberSpan.
 * Free with g_free. */
char *sheaf_member_changes (const GArray    *spans,
                            SheafDate        first,
                            SheafDate        last,
                            SheafPaperTexts *texts);
