/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What events make of balances, for who has read them already. */
#pragma once

#include "capital/balance.h"
#include "capital/event.h"

/* FALSE for an event that was taken back and for the one that did so: neither ever counts. */
gboolean sheaf_capital_event_counts (const SheafCapitalEvent *event);

/* What the event does to the person, who gives or receives; both may be negative. */
SheafCapitalBalance sheaf_capital_event_change (const SheafCapitalEvent *event,
                                                gint64                   party_id);

/* The events that count, by person: gint64 id to GPtrArray of borrowed events in the given order;
 * a transfer is with both. */
GHashTable *sheaf_capital_by_person (const GPtrArray *events);

/* Of one person's events (NULL: none) in the order of their days, at the end of the day. */
SheafCapitalBalance sheaf_capital_sum (const GPtrArray *events,
                                       gint64           party_id,
                                       SheafDate        on);

/* Of everyone. */
SheafCapitalBalance sheaf_capital_sum_all (const GPtrArray *events,
                                           SheafDate        on);
