/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances are the sum of the events up to the day. No sum here overflows: the amounts of all
 * events together have at most 18 digits, see event-check. */
#include "capital/timeline.h"

gboolean
sheaf_capital_event_counts (const SheafCapitalEvent *event)
{
  return event->reverses_id == 0 && event->reversed_by == 0;
}

SheafCapitalBalance
sheaf_capital_event_change (const SheafCapitalEvent *event,
                            gint64                   party_id)
{
  const SheafMoney zero = SHEAF_MONEY_ZERO;
  const SheafMoney more = event->amount;
  const SheafMoney less = sheaf_money_neg (event->amount);

  switch (event->event)
    {
    case SHEAF_CAPITAL_COMMIT:
      return (SheafCapitalBalance){ more, zero };
    case SHEAF_CAPITAL_REDUCE:
      return (SheafCapitalBalance){ less, zero };
    case SHEAF_CAPITAL_PAY:
    case SHEAF_CAPITAL_PAY_IN_KIND:
    case SHEAF_CAPITAL_CAPITALISE:
      return (SheafCapitalBalance){ zero, more };
    case SHEAF_CAPITAL_REFUND:
      return (SheafCapitalBalance){ less, less };
    case SHEAF_CAPITAL_TRANSFER_OUT:
      return event->party_id == party_id ? (SheafCapitalBalance){ less, less }
                                         : (SheafCapitalBalance){ more, more };
    default:
      return (SheafCapitalBalance){ zero, zero };
    }
}

static void
add_to_person (GHashTable        *persons,
               gint64             party_id,
               SheafCapitalEvent *event)
{
  GPtrArray *events = g_hash_table_lookup (persons, &party_id);

  if (events == NULL)
    {
      events = g_ptr_array_new ();
      g_hash_table_insert (persons, g_memdup2 (&party_id, sizeof party_id), events);
    }
  g_ptr_array_add (events, event);
}

GHashTable *
sheaf_capital_by_person (const GPtrArray *events)
{
  GHashTable *persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                               (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < events->len; i++)
    {
      SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (!sheaf_capital_event_counts (event))
        continue;
      add_to_person (persons, event->party_id, event);
      if (event->to_party_id != 0 && event->to_party_id != event->party_id)
        add_to_person (persons, event->to_party_id, event);
    }
  return persons;
}

static void
add_change (SheafCapitalBalance       *balance,
            const SheafCapitalBalance *change)
{
  balance->committed = sheaf_money_add (balance->committed, change->committed);
  balance->paid = sheaf_money_add (balance->paid, change->paid);
}

SheafCapitalBalance
sheaf_capital_sum (const GPtrArray *events,
                   gint64           party_id,
                   SheafDate        on)
{
  SheafCapitalBalance balance = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);
      SheafCapitalBalance      change = sheaf_capital_event_change (event, party_id);

      if (sheaf_capital_event_counts (event) && sheaf_date_cmp (event->date, on) <= 0)
        add_change (&balance, &change);
    }
  return balance;
}

SheafCapitalBalance
sheaf_capital_sum_all (const GPtrArray *events,
                       SheafDate        on)
{
  SheafCapitalBalance balance = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);
      SheafCapitalBalance      change = sheaf_capital_event_change (event, event->party_id);

      if (sheaf_capital_event_counts (event) && event->event != SHEAF_CAPITAL_TRANSFER_OUT &&
          sheaf_date_cmp (event->date, on) <= 0)
        add_change (&balance, &change);
    }
  return balance;
}
