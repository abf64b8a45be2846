/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The login name stands in the audit trail. */
#include "app/actor.h"

#include "app/format.h"

SheafActor
sheaf_actor_now (void)
{
  return (SheafActor){ .user = g_get_user_name (),
                       .today = sheaf_format_today (),
                       .now = g_get_real_time () / G_USEC_PER_SEC };
}
