/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the register, judged also by what members did meanwhile: nobody is left with capital,
 * deliveries or supplies on days on which the register knows no member. */
#pragma once

#include "members/membership.h"

/* As sheaf_membership_insert and _reverse. Refused too (SHEAF_MEMBERS_ERROR_REFUSED) when one of
 * the checks of capital, trade or labour finds more strays than before; the first one new is the
 * message. */
gboolean sheaf_membership_enter (SheafBook       *book,
                                 const GPtrArray *events,
                                 GError         **error);
gboolean sheaf_membership_take_back (SheafBook  *book,
                                     gint64      id,
                                     const char *reason,
                                     GError    **error);
