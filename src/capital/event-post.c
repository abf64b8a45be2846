/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering capital events and taking them back. */
#include "capital/event-private.h"

#include "base/i18n.h"
#include "book/act.h"
#include "capital/error.h"
#include "capital/event-sql.h"
#include "capital/settle.h"
#include "capital/tax.h"
#include "capital/timeline.h"
#include "ledger/period.h"
#include "ledger/template.h"

/* The event's name in the posting templates, in cash and by bank; NULL: it moves no money. */
static const char *const templates[][2] = {
  [SHEAF_CAPITAL_COMMIT] = { NULL, NULL },
  [SHEAF_CAPITAL_REDUCE] = { NULL, NULL },
  [SHEAF_CAPITAL_PAY] = { "capital-pay-cash", "capital-pay-bank" },
  [SHEAF_CAPITAL_PAY_IN_KIND] = { "capital-pay-in-kind", "capital-pay-in-kind" },
  [SHEAF_CAPITAL_TRANSFER_OUT] = { "capital-transfer", "capital-transfer" },
  [SHEAF_CAPITAL_REFUND] = { "capital-refund-cash", "capital-refund-bank" },
  [SHEAF_CAPITAL_CAPITALISE] = { "capital-capitalise", "capital-capitalise" },
};

static const char *
find_template (const SheafCapitalEvent *event)
{
  return event->event < G_N_ELEMENTS (templates) && event->form <= SHEAF_CAPITAL_BANK
             ? templates[event->event][event->form]
             : NULL;
}

gboolean
sheaf_capital_event_posts (SheafBook               *book,
                           const SheafCapitalEvent *event,
                           gboolean                 post)
{
  return post && find_template (event) != NULL &&
         sheaf_date_cmp (event->date, sheaf_book_first_day (book)) >= 0;
}

SheafVoucher *
sheaf_capital_event_voucher (SheafBook               *book,
                             const SheafCapitalEvent *event,
                             GError                 **error)
{
  const SheafPostingFacts facts = { .event = find_template (event),
                                    .date = event->date,
                                    .party_id = event->party_id,
                                    .to_party_id = event->to_party_id,
                                    .amount = event->amount,
                                    .account_id = event->account_id,
                                    .description = event->description,
                                    .line = event->line };

  SheafVoucher *voucher = sheaf_template_fill (book, &facts, error);

  if (voucher == NULL || ((!sheaf_capital_is_settled (event) ||
                           sheaf_capital_settle_voucher (book, event, voucher, error)) &&
                          sheaf_capital_tax_keep (book, event, voucher, error)))
    return voucher;
  sheaf_voucher_free (voucher);
  return NULL;
}

gboolean
sheaf_capital_event_write (SheafBook               *book,
                           const SheafCapitalEvent *event,
                           gint64                   reverses_id,
                           gint64                   voucher_id,
                           gint64                   act_id,
                           gint64                  *ret_id,
                           GError                 **error)
{
  return sheaf_store_insert (
      sheaf_book_store (book), CAPITAL_INSERT,
      SHEAF_ARGS (SHEAF_INT (event->party_id), SHEAF_DAY (event->date), SHEAF_INT (event->event),
                  SHEAF_UNITS (event->amount), SHEAF_ID (event->to_party_id),
                  SHEAF_INT (event->form), SHEAF_ID (event->account_id),
                  SHEAF_OPTIONAL (event->description), SHEAF_ID (reverses_id),
                  SHEAF_ID (voucher_id), SHEAF_OPTIONAL (event->cause),
                  SHEAF_OPTIONAL (event->document), SHEAF_OPTIONAL (event->asset),
                  SHEAF_ID (event->quantity.thousandths), SHEAF_OPTIONAL (event->unit),
                  SHEAF_DAY (event->until), SHEAF_ID (event->price.units), SHEAF_INT (act_id)),
      ret_id, error);
}

static gboolean
post_event (SheafBook               *book,
            const SheafCapitalEvent *event,
            gboolean                 post,
            gint64                   act_id,
            GError                 **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafCapitalTax) tax = sheaf_capital_tax_of (book, event, NULL, error);
  gint64 voucher_id = event->voucher_id, id;

  if (tax == NULL)
    return FALSE;
  if (sheaf_capital_event_posts (book, event, post))
    {
      voucher = sheaf_capital_event_voucher (book, event, error);
      if (voucher == NULL || !sheaf_voucher_post (book, voucher, &voucher_id, error))
        return FALSE;
    }
  return sheaf_capital_event_write (book, event, 0, voucher_id, act_id, &id, error) &&
         (voucher_id == 0 || sheaf_capital_tax_write (book, event, tax, id, act_id, error));
}

gboolean
sheaf_capital_enter (SheafBook       *book,
                     const GPtrArray *events,
                     gboolean         post,
                     SheafProblems   *problems,
                     GError         **error)
{
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && events != NULL && problems != NULL, FALSE);
  if (!sheaf_capital_check (book, events, post, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "capital", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!post_event (book, g_ptr_array_index (events, i), post, sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
}

gboolean
sheaf_capital_post (SheafBook       *book,
                    const GPtrArray *events,
                    gboolean         post,
                    GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  return sheaf_capital_enter (book, events, post, problems, error);
}

static SheafCapitalEvent *
find_event (const GPtrArray *events,
            gint64           id)
{
  for (guint i = 0; i < events->len; i++)
    {
      SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (event->id == id)
        return event;
    }
  return NULL;
}

/* TRUE when the other events of the person hold without this one. */
static gboolean
holds_without (const GPtrArray   *events,
               SheafCapitalEvent *event,
               gint64             party_id,
               GError           **error)
{
  g_autoptr (GHashTable) persons = NULL;
  const GPtrArray  *own;
  SheafCapitalBreak where;
  g_autofree char  *day = NULL;

  event->reversed_by = -1; /* as if taken back already; the list is ours */
  persons = sheaf_capital_by_person (events);
  own = g_hash_table_lookup (persons, &party_id);
  if (own == NULL || !sheaf_capital_find_break (own, party_id, &where))
    return TRUE;
  day = sheaf_date_to_text (where.day);
  g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
               _ ("without this event the later ones do not hold on %s: take those back first"),
               day);
  return FALSE;
}

/* An event that may be taken back, or NULL. */
static SheafCapitalEvent *
find_reversible (const GPtrArray *events,
                 gint64           id,
                 GError         **error)
{
  SheafCapitalEvent *event = find_event (events, id);

  if (event == NULL)
    g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND,
                 _ ("there is no such capital event: choose one from the member's list"));
  else if (!sheaf_capital_event_counts (event))
    g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
                 _ ("this capital event was taken back already: enter a new one instead"));
  else if (holds_without (events, event, event->party_id, error) &&
           (event->to_party_id == 0 ||
            holds_without (events, event, event->to_party_id, error)))
    return event;
  return NULL;
}

/* A commitment has no voucher that the ledger would hold fast in a locked period. */
static gboolean
check_reversal (SheafBook               *book,
                const SheafCapitalEvent *event,
                SheafDate                date,
                const char              *reason,
                GError                 **error)
{
  g_autofree char *day = sheaf_date_to_text (event->date);
  SheafDate        locked;

  if (!sheaf_period_locked_until (book, &locked, error))
    return FALSE;
  if (reason == NULL || *reason == '\0')
    g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
                 _ ("say why the event is taken back: the book keeps both"));
  else if (sheaf_date_cmp (date, event->date) < 0)
    g_set_error (
        error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
        _ ("the day lies before the event itself (%s): choose the same day or a later one"), day);
  else if (event->voucher_id == 0 && !sheaf_date_is_none (locked) &&
           sheaf_date_cmp (event->date, locked) <= 0)
    g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
                 _ ("the event of %s lies in a locked period: enter what sets it right on a later "
                    "day, or unlock the period"),
                 day);
  else
    return TRUE;
  return FALSE;
}

gboolean
sheaf_capital_reverse (SheafBook  *book,
                       gint64      id,
                       SheafDate   date,
                       const char *reason,
                       GError    **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);
  g_autoptr (SheafAct) act = NULL;
  SheafCapitalEvent *event;
  gint64             voucher_id = 0, reversal_id;

  event = events == NULL ? NULL : find_reversible (events, id, error);
  if (event == NULL || !check_reversal (book, event, date, reason, error))
    return FALSE;
  act = sheaf_act_begin (book, "capital-reverse", reason, error);
  if (act == NULL ||
      (event->voucher_id != 0 &&
       !sheaf_voucher_reverse (book, event->voucher_id, date, reason, &voucher_id, error)))
    return FALSE;
  event->date = date;
  g_free (event->description);
  event->description = g_strdup (reason);
  return sheaf_capital_event_write (book, event, id, voucher_id, sheaf_act_id (act), &reversal_id,
                                    error) &&
         sheaf_act_commit (act, error);
}
