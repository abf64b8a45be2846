/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What events make of a person's standing. Only members includes this. */
#pragma once

#include "members/membership.h"

/* Before any event. */
SheafMemberState sheaf_timeline_start (void);

/* Takes an event into account. Returns NULL, or why it cannot be (one sentence, translated; free
 * with g_free); then the state is as before. */
char *sheaf_timeline_apply (SheafMemberState           *state,
                            const SheafMembershipEvent *event);

/* The stretches that events in the order of their days make, those taken back left out; of
 * SheafMemberSpan. */
GArray *sheaf_timeline_spans (const GPtrArray *events);
