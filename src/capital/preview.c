/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same functions that enter the event, without writing. */
#include "capital/preview.h"

#include "capital/event-private.h"
#include "capital/tax.h"
#include "capital/timeline.h"

static SheafCapitalBalance
add_change (SheafCapitalBalance balance,
            SheafCapitalBalance change)
{
  return (SheafCapitalBalance){ sheaf_money_add (balance.committed, change.committed),
                                sheaf_money_add (balance.paid, change.paid) };
}

static gboolean
fill_balances (SheafBook               *book,
               const SheafCapitalEvent *event,
               SheafCapitalPreview     *preview,
               GError                 **error)
{
  gint64 to = event->to_party_id;

  if (!sheaf_capital_on (book, event->party_id, event->date, &preview->before, error))
    return FALSE;
  preview->after = add_change (preview->before,
                               sheaf_capital_event_change (event, event->party_id));
  if (to == 0 || to == event->party_id)
    return TRUE;
  if (!sheaf_capital_on (book, to, event->date, &preview->to_before, error))
    return FALSE;
  preview->to_after = add_change (preview->to_before, sheaf_capital_event_change (event, to));
  return TRUE;
}

/* A refund or transfer takes untaxed income first (Decree 253/2026/NĐ-CP Art. 52.5). */
static gboolean
fill_untaxed (SheafBook               *book,
              const SheafCapitalEvent *event,
              SheafCapitalPreview     *preview,
              GError                 **error)
{
  g_autoptr (SheafCapitalTax) tax = sheaf_capital_tax_of (book, event, NULL, error);

  if (tax == NULL)
    return FALSE;
  preview->untaxed = tax->base;
  preview->tax = tax->amount;
  return TRUE;
}

static gboolean
is_complete (const SheafCapitalEvent *event)
{
  return event->amount.units > 0 &&
         (event->event != SHEAF_CAPITAL_PAY_IN_KIND || event->account_id != 0) &&
         (event->event != SHEAF_CAPITAL_TRANSFER_OUT ||
          (event->to_party_id != 0 && event->to_party_id != event->party_id));
}

SheafCapitalPreview *
sheaf_capital_preview (SheafBook               *book,
                       const SheafCapitalEvent *event,
                       GError                 **error)
{
  g_autoptr (SheafCapitalPreview) preview = NULL;

  g_return_val_if_fail (book != NULL && event != NULL && event->party_id != 0, NULL);
  g_return_val_if_fail (!sheaf_date_is_none (event->date), NULL);

  preview = g_new0 (SheafCapitalPreview, 1);
  if (!fill_balances (book, event, preview, error) || !fill_untaxed (book, event, preview, error))
    return NULL;
  if (!is_complete (event) || !sheaf_capital_event_posts (book, event, TRUE))
    return g_steal_pointer (&preview);
  preview->voucher = sheaf_capital_event_voucher (book, event, error);
  return preview->voucher != NULL ? g_steal_pointer (&preview) : NULL;
}

void
sheaf_capital_preview_free (SheafCapitalPreview *preview)
{
  if (preview == NULL)
    return;
  sheaf_voucher_free (preview->voucher);
  g_free (preview);
}
