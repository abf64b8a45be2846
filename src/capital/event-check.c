/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges new capital events together with those of the book. */
#include "capital/event-private.h"

#include "base/i18n.h"
#include "capital/timeline.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "members/membership.h"

typedef struct
{
  SheafBook       *book;
  const GPtrArray *events;
  gboolean         post;
  const char      *file;
  SheafProblems   *problems;
  SheafDate        locked; /* the last locked day; NONE: all is open */
} Check;

static void G_GNUC_PRINTF (4, 5)
    add_error (const Check             *check,
               const SheafCapitalEvent *event,
               const char              *column,
               const char              *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (check->problems, SHEAF_PROBLEM_ERROR, check->file, event->line, column, "%s",
                      text);
}

/* What only some kinds of event say. */
static void
check_more (const Check             *check,
            const SheafCapitalEvent *event)
{
  gboolean in_kind = event->event == SHEAF_CAPITAL_PAY_IN_KIND;

  if (event->cause != NULL && !g_strv_contains (sheaf_capital_causes, event->cause))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) sheaf_capital_causes);

      add_error (check, event, "cause", _ ("“%s” is no cause, take one of %s"), event->cause,
                 words);
    }
  if (!in_kind && (event->asset != NULL || event->quantity.thousandths != 0 ||
                   event->unit != NULL || !sheaf_date_is_none (event->until)))
    add_error (check, event, "asset",
               _ ("only what is paid in kind names an asset: leave this empty, or use "
                  "pay-in-kind"));
  if (event->quantity.thousandths < 0)
    add_error (check, event, "quantity", _ ("the quantity must be above 0: correct it"));
  if (in_kind && !sheaf_date_is_none (event->until) &&
      sheaf_date_cmp (event->until, event->date) < 0)
    add_error (check, event, "until",
               _ ("the right of use ends before it is contributed: correct one of the days"));
  if (event->price.units < 0 ||
      (event->price.units != 0 && event->event != SHEAF_CAPITAL_TRANSFER_OUT))
    add_error (check, event, "price",
               _ ("only a transfer has a price, of 0 or more: leave this empty"));
}

static gboolean
check_fields (const Check             *check,
              const SheafCapitalEvent *event)
{
  guint before = check->problems->errors;

  if (event->party_id == 0 && event->event == SHEAF_CAPITAL_CAPITALISE)
    add_error (check, event, "member",
               _ ("no member is named: give the code of one; what the general meeting adds to the "
                  "capital of all together is no member’s, post it as a voucher to other capital"));
  else if (event->party_id == 0)
    add_error (check, event, "member", _ ("no member is named: give the code of one"));
  if (sheaf_date_is_none (event->date))
    add_error (check, event, "date", _ ("the day is missing: give one as YYYY-MM-DD"));
  if (event->event < SHEAF_CAPITAL_COMMIT || event->event > SHEAF_CAPITAL_CAPITALISE)
    add_error (
        check, event, "event",
        _ ("the event is missing: use commit, reduce, pay, pay-in-kind, transfer-out, refund "
           "or capitalise"));
  if (event->amount.units <= 0 || event->amount.units > SHEAF_MONEY_MAX)
    add_error (check, event, "amount", _ ("the amount must be above 0: correct it"));
  if (event->event == SHEAF_CAPITAL_TRANSFER_OUT &&
      (event->to_party_id == 0 || event->to_party_id == event->party_id))
    add_error (check, event, "to_member",
               _ ("a transfer needs another member who receives: give that member's code"));
  if (event->event != SHEAF_CAPITAL_TRANSFER_OUT && event->to_party_id != 0)
    add_error (check, event, "to_member",
               _ ("only a transfer names a receiver: leave this empty, or use transfer-out"));
  if (event->event == SHEAF_CAPITAL_PAY_IN_KIND && event->account_id == 0 &&
      sheaf_capital_event_posts (check->book, event, check->post))
    add_error (check, event, "form",
               _ ("what is paid in kind needs the account that receives it: give one, for example "
                  "of fixed assets or materials"));
  if (event->account_id != 0 && event->event != SHEAF_CAPITAL_PAY_IN_KIND &&
      event->event != SHEAF_CAPITAL_REFUND)
    add_error (check, event, "form",
               _ ("only what is paid in kind and a refund that is set off name an account: take "
                  "cash or bank"));
  check_more (check, event);
  return check->problems->errors == before;
}

/* What leaves the co-op may go to one who left: it is then that a share is refunded (Art. 90). */
static gboolean
may_follow_leaving (const SheafCapitalEvent *event)
{
  return event->event == SHEAF_CAPITAL_REFUND || event->event == SHEAF_CAPITAL_TRANSFER_OUT ||
         event->event == SHEAF_CAPITAL_REDUCE;
}

static gboolean
check_person (const Check             *check,
              const SheafCapitalEvent *event,
              gint64                   party_id,
              gboolean                 gives,
              GError                 **error)
{
  const char      *column = gives ? "member" : "to_member";
  SheafMemberState state;
  g_autoptr (SheafParty) party = sheaf_party_load (check->book, party_id, error);
  g_autofree char *day = sheaf_date_to_text (event->date);

  if (party == NULL || !sheaf_member_on (check->book, party_id, event->date, &state, error))
    return FALSE;
  if (state.kind == SHEAF_MEMBER_NONE &&
      !(gives && may_follow_leaving (event) && state.last_kind != SHEAF_MEMBER_NONE))
    add_error (check, event, column,
               _ ("%s is no member on %s: correct the day or the code, or enter the joining first"),
               party->code, day);
  else if (state.kind == SHEAF_MEMBER_NON_CONTRIBUTING && !(gives && may_follow_leaving (event)))
    sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, event->line, column,
                        _ ("%s is on %s a member who contributes no capital (Law 17/2023/QH15 "
                           "Art. 32): enter the change of kind first"),
                        party->code, day);
  return TRUE;
}

/* What has no voucher is not held back by the ledger, yet changes what was printed of those
 * days. */
static void
check_period (const Check             *check,
              const SheafCapitalEvent *event)
{
  g_autofree char *day = NULL;

  if (event->voucher_id != 0 || sheaf_capital_event_posts (check->book, event, check->post))
    return;
  if (sheaf_date_cmp (event->date, sheaf_book_today (check->book)) > 0)
    sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, event->line, "date",
                        _ ("the day lies after today: check it"));
  if (sheaf_date_is_none (check->locked) || sheaf_date_cmp (event->date, check->locked) > 0)
    return;
  day = sheaf_date_to_text (check->locked);
  add_error (check, event, "date",
             _ ("the books are locked until %s: choose a later day or unlock the period"), day);
}

static gboolean
check_voucher (const Check             *check,
               const SheafCapitalEvent *event,
               GError                 **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_capital_event_posts (check->book, event, check->post))
    return TRUE;
  voucher = sheaf_capital_event_voucher (check->book, event, error);
  return voucher != NULL &&
         sheaf_voucher_check (check->book, voucher, check->file, check->problems, error);
}

/* Balances are 64 bits wide; with all amounts that count together below 18 digits none can
 * overflow. */
static gboolean
check_volume (const Check     *check,
              const GPtrArray *known)
{
  SheafWide volume = 0;

  for (guint i = 0; i < known->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (known, i);

      volume += sheaf_capital_event_counts (event) ? event->amount.units : 0;
    }
  for (guint i = 0; i < check->events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (check->events, i);

      volume += event->amount.units;
      if (volume > SHEAF_MONEY_MAX)
        {
          add_error (check, event, "amount",
                     _ ("with this all capital events together pass 18 digits: correct the "
                        "amount"));
          return FALSE;
        }
    }
  return TRUE;
}

/* An entry that is there already belongs to one event, and is not posted once more. */
static gboolean
check_entries (const Check     *check,
               const GPtrArray *known,
               GError         **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < known->len; i++)
    g_hash_table_add (taken, &((SheafCapitalEvent *) g_ptr_array_index (known, i))->voucher_id);
  for (guint i = 0; i < check->events->len; i++)
    {
      SheafCapitalEvent *event = g_ptr_array_index (check->events, i);

      if (event->voucher_id == 0)
        continue;
      if (sheaf_capital_event_posts (check->book, event, check->post))
        add_error (check, event, "voucher",
                   _ ("an event that has its voucher is entered without posting: leave this empty, "
                      "or say so"));
      else if (!g_hash_table_add (taken, &event->voucher_id))
        add_error (check, event, "voucher",
                   _ ("this voucher is that of another capital event: name the event’s own"));
      else if (!sheaf_capital_check_entry (check->book, event, check->file, check->problems, error))
        return FALSE;
    }
  return TRUE;
}

/* The new event to which the break is due: the last of the person up to the day. */
static const SheafCapitalEvent *
find_cause (const Check *check,
            gint64       party_id,
            SheafDate    day)
{
  const SheafCapitalEvent *cause = NULL;

  for (guint i = 0; i < check->events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (check->events, i);

      if ((event->party_id == party_id || event->to_party_id == party_id) &&
          sheaf_date_cmp (event->date, day) <= 0 &&
          (cause == NULL || sheaf_date_cmp (event->date, cause->date) >= 0))
        cause = event;
    }
  return cause;
}

static gboolean
check_balances_of (const Check     *check,
                   gint64           party_id,
                   const GPtrArray *events,
                   GError         **error)
{
  g_autoptr (SheafParty) party = NULL;
  g_autofree char         *day = NULL;
  const SheafCapitalEvent *cause;
  SheafCapitalBreak        where;

  if (!sheaf_capital_find_break (events, party_id, &where))
    return TRUE;
  cause = find_cause (check, party_id, where.day);
  party = sheaf_party_load (check->book, party_id, error);
  if (party == NULL)
    return FALSE;
  day = sheaf_date_to_text (where.day);
  if (cause == NULL)
    return TRUE; /* of the book itself: verify tells */
  if (where.paid.units < 0)
    add_error (check, cause, "amount",
               _ ("on %s %s would have taken out %s"
                  " more than is paid in: lower the amount"),
               day, party->code, sheaf_money_word (sheaf_money_neg (where.paid)).text);
  else if (where.committed.units < 0)
    add_error (check, cause, "amount",
               _ ("on %s the commitment of %s would be lowered by %s"
                  " more than there is: lower the amount"),
               day, party->code, sheaf_money_word (sheaf_money_neg (where.committed)).text);
  else
    add_error (check, cause, "amount",
               _ ("%s would have paid in %s"
                  " by %s, above the commitment of %s"
                  ": enter a further commitment first, or lower the amount"),
               party->code, sheaf_money_word (where.paid).text, day,
               sheaf_money_word (where.committed).text);
  return TRUE;
}

static gboolean
check_balances (const Check     *check,
                const GPtrArray *all,
                GError         **error)
{
  g_autoptr (GHashTable) persons = sheaf_capital_by_person (all);
  GHashTableIter iter;
  gpointer       party_id;
  gpointer       events;

  g_hash_table_iter_init (&iter, persons);
  while (g_hash_table_iter_next (&iter, &party_id, &events))
    if (!check_balances_of (check, *(const gint64 *) party_id, events, error))
      return FALSE;
  return TRUE;
}

static gboolean
warn_of_limits (const Check     *check,
                const GPtrArray *all,
                GError         **error)
{
  const SheafCapitalEvent *last = g_ptr_array_index (all, all->len - 1);
  const SheafDate          first = sheaf_book_first_day (check->book);
  g_autoptr (GPtrArray) breaches = NULL;

  /* What lies before the book is judged as it stands when the book begins. */
  breaches = sheaf_capital_breaches_of (
      check->book, all, sheaf_date_cmp (last->date, first) > 0 ? last->date : first, error);
  if (breaches == NULL)
    return FALSE;
  for (guint i = 0; i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = g_ptr_array_index (breaches, i);

      sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, 0, "amount", "%s",
                          breach->text);
    }
  return TRUE;
}

/* Openings of the ledger hold the capital of the time before; told only where openings are
 * there. */
static gboolean
warn_of_openings (const Check     *check,
                  const GPtrArray *all,
                  GError         **error)
{
  SheafDate first = sheaf_book_first_day (check->book);
  gboolean  concerned = FALSE;

  for (guint i = 0; i < check->events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (check->events, i);

      concerned |= sheaf_date_cmp (event->date, first) < 0;
    }
  return !concerned ||
         sheaf_capital_compare_ledger (check->book, all, sheaf_date_add_days (first, -1), TRUE,
                                       SHEAF_PROBLEM_WARNING, check->file, check->problems, error);
}

static gboolean
check_event (const Check             *check,
             const SheafCapitalEvent *event,
             GError                 **error)
{
  if (!check_fields (check, event))
    return TRUE;
  check_period (check, event);
  return check_person (check, event, event->party_id, TRUE, error) &&
         (event->to_party_id == 0 ||
          check_person (check, event, event->to_party_id, FALSE, error)) &&
         check_voucher (check, event, error);
}

gboolean
sheaf_capital_check (SheafBook       *book,
                     const GPtrArray *events,
                     gboolean         post,
                     const char      *file,
                     SheafProblems   *problems,
                     GError         **error)
{
  Check check = { book, events, post, file, problems, SHEAF_DATE_NONE };
  guint before;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (book != NULL && events != NULL && problems != NULL, FALSE);
  before = problems->errors;
  if (!sheaf_period_locked_until (book, &check.locked, error))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!check_event (&check, g_ptr_array_index (events, i), error))
      return FALSE;
  known = sheaf_capital_list (book, 0, error);
  if (known == NULL || !check_entries (&check, known, error))
    return FALSE;
  /* Sums are looked at only where each event is sound by itself. */
  if (events->len == 0 || problems->errors > before || !check_volume (&check, known))
    return TRUE;
  all = sheaf_capital_merge (known, events);
  if (!check_balances (&check, all, error))
    return FALSE;
  /* What cannot be says nothing of limits. */
  return problems->errors > before ||
         (sheaf_capital_check_money (book, events, all, post, file, problems, error) &&
          warn_of_limits (&check, all, error) &&
          warn_of_openings (&check, all, error));
}
