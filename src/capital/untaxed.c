/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First in, first out of what goes: the capitalised part. */
#include "capital/untaxed.h"

#include "capital/timeline.h"

/* The balance after an event, or as before where it changes nothing. */
static SheafMoney
apply (SheafMoney               balance,
       const SheafCapitalEvent *event,
       gint64                   party_id)
{
  if (!sheaf_capital_event_counts (event) || event->party_id != party_id)
    return balance;
  switch (event->event)
    {
    case SHEAF_CAPITAL_CAPITALISE:
      return sheaf_money_add (balance, event->amount);
    case SHEAF_CAPITAL_REFUND:
    case SHEAF_CAPITAL_TRANSFER_OUT:
      return sheaf_money_cmp (event->amount, balance) >= 0 ? SHEAF_MONEY_ZERO
                                                           : sheaf_money_sub (balance,
                                                                              event->amount);
    default:
      return balance;
    }
}

SheafMoney
sheaf_capital_untaxed (const GPtrArray *events,
                       gint64           party_id,
                       SheafDate        day)
{
  SheafMoney balance = SHEAF_MONEY_ZERO;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];

      if (sheaf_date_cmp (event->date, day) <= 0)
        balance = apply (balance, event, party_id);
    }
  return balance;
}

SheafMoney
sheaf_capital_untaxed_taken (const GPtrArray         *events,
                             const SheafCapitalEvent *event)
{
  SheafMoney balance = SHEAF_MONEY_ZERO;

  if (event->event != SHEAF_CAPITAL_REFUND && event->event != SHEAF_CAPITAL_TRANSFER_OUT)
    return SHEAF_MONEY_ZERO;
  for (guint i = 0; i < events->len; i++)
    {
      SheafMoney after = apply (balance, events->pdata[i], event->party_id);

      if (events->pdata[i] == event)
        return sheaf_money_sub (balance, after);
      balance = after;
    }
  return SHEAF_MONEY_ZERO;
}

gboolean
sheaf_capital_untaxed_on (SheafBook  *book,
                          gint64      party_id,
                          SheafDate   day,
                          SheafMoney *ret_balance,
                          GError    **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, party_id, error);

  if (events == NULL)
    return FALSE;
  *ret_balance = sheaf_capital_untaxed (events, party_id, day);
  return TRUE;
}
