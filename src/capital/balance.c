/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances of a day and weights of a year. */
#include "capital/balance.h"

#include "capital/event-sql.h"
#include "capital/timeline.h"
#include "members/membership.h"
#include "store/query.h"

gboolean
sheaf_capital_on (SheafBook           *book,
                  gint64               party_id,
                  SheafDate            day,
                  SheafCapitalBalance *ret_balance,
                  GError             **error)
{
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (party_id != 0, FALSE);
  events = sheaf_capital_list (book, party_id, error);
  if (events == NULL)
    return FALSE;
  *ret_balance = sheaf_capital_sum (events, party_id, day);
  return TRUE;
}

/* One person's year. */
typedef struct
{
  gint64                   party_id;
  const GPtrArray         *events; /* NULL: none */
  const GArray            *spans;
  SheafDate                from;
  SheafDate                to;
  const SheafCapitalBasis *basis;
} Year;

static SheafMoney
amount_on (const Year *year,
           SheafDate   day)
{
  SheafMemberState    state = sheaf_member_spans_on (year->spans, day);
  SheafCapitalBalance balance;
  gboolean            promised;

  if (state.kind != SHEAF_MEMBER_OFFICIAL && state.kind != SHEAF_MEMBER_CONTRIBUTING)
    return SHEAF_MONEY_ZERO;
  balance = sheaf_capital_sum (year->events, year->party_id, day);
  promised = year->basis->commit_months > 0 &&
             sheaf_date_cmp (day,
                             sheaf_date_add_months (state.joined, year->basis->commit_months)) < 0;
  return promised ? balance.committed : balance.paid;
}

static void
add_day (GArray     *days,
         const Year *year,
         SheafDate   day)
{
  if (sheaf_date_cmp (day, year->from) > 0 && sheaf_date_cmp (day, year->to) <= 0)
    g_array_append_val (days, day);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return sheaf_date_cmp (*(const SheafDate *) a, *(const SheafDate *) b);
}

/* The days from which on another amount may count, in order. */
static GArray *
list_changes (const Year *year)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (SheafDate));

  g_array_append_val (days, year->from);
  for (guint i = 0; year->events != NULL && i < year->events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (year->events, i);

      add_day (days, year, event->date);
    }
  for (guint i = 0; i < year->spans->len; i++)
    {
      const SheafMemberSpan *span = &g_array_index (year->spans, SheafMemberSpan, i);

      add_day (days, year, span->from);
      if (year->basis->commit_months > 0 && !sheaf_date_is_none (span->state.joined))
        add_day (days, year,
                 sheaf_date_add_months (span->state.joined, year->basis->commit_months));
    }
  g_array_sort (days, compare_days);
  return days;
}

/* Adds the stretch to the last one where it goes on with the same amount. */
static void
add_span (GArray          *spans,
          SheafCapitalSpan span)
{
  SheafCapitalSpan *last = spans->len == 0
                               ? NULL
                               : &g_array_index (spans, SheafCapitalSpan, spans->len - 1);

  if (sheaf_date_cmp (span.from, span.to) > 0 || span.amount.units <= 0)
    return;
  if (last != NULL && last->to.days + 1 == span.from.days &&
      sheaf_money_cmp (last->amount, span.amount) == 0)
    last->to = span.to;
  else
    g_array_append_val (spans, span);
}

static GArray *
list_spans (const Year *year)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SheafCapitalSpan));
  g_autoptr (GArray) days = NULL;

  if (year->basis->year_end)
    {
      add_span (spans, (SheafCapitalSpan){ year->to, year->to, amount_on (year, year->to) });
      return spans;
    }
  days = list_changes (year);
  for (guint i = 0; i < days->len; i++)
    {
      SheafDate first = g_array_index (days, SheafDate, i);
      SheafDate last = i + 1 < days->len
                           ? sheaf_date_add_days (g_array_index (days, SheafDate, i + 1), -1)
                           : year->to;

      add_span (spans, (SheafCapitalSpan){ first, last, amount_on (year, first) });
    }
  return spans;
}

GArray *
sheaf_capital_spans (SheafBook               *book,
                     gint64                   party_id,
                     SheafDate                from,
                     SheafDate                to,
                     const SheafCapitalBasis *basis,
                     GError                 **error)
{
  Year year = { .party_id = party_id, .from = from, .to = to, .basis = basis };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (book != NULL && basis != NULL && party_id != 0, NULL);
  events = sheaf_capital_list (book, party_id, error);
  spans = events == NULL ? NULL : sheaf_member_spans (book, party_id, error);
  if (spans == NULL)
    return NULL;
  year.events = events;
  year.spans = spans;
  return list_spans (&year);
}

SheafWeight
sheaf_capital_spans_weight (const GArray *spans)
{
  SheafWeight weight = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const SheafCapitalSpan *span = &g_array_index (spans, SheafCapitalSpan, i);

      weight += (SheafWeight) span->amount.units *
                (SheafWeight) (span->to.days - span->from.days + 1);
    }
  return weight;
}

static void
add_weight (GArray     *weights,
            const Year *year)
{
  SheafCapitalWeight weight = { .party_id = year->party_id };
  g_autoptr (GArray) spans = NULL;

  if (year->spans == NULL || year->events->len == 0)
    return;
  spans = list_spans (year);
  weight.weight = sheaf_capital_spans_weight (spans);
  if (weight.weight > 0)
    g_array_append_val (weights, weight);
}

static SheafCapitalEvent *
read_change (const SheafQuery *query)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  event->id = sheaf_query_int (query, 1);
  event->party_id = sheaf_query_int (query, 2);
  event->date = sheaf_query_date (query, 3);
  event->event = (SheafCapitalKind) sheaf_query_int (query, 4);
  event->amount = sheaf_query_money (query, 5);
  event->to_party_id = sheaf_query_int (query, 6);
  return event;
}

/* Events come by person, so that only one person's are kept at a time. */
GArray *
sheaf_capital_weights_by (SheafBook               *book,
                          GHashTable              *everyone,
                          SheafDate                from,
                          SheafDate                to,
                          const SheafCapitalBasis *basis,
                          GError                 **error)
{
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (SheafCapitalWeight));
  g_autoptr (SheafQuery) query = NULL;
  Year year = { .events = events, .from = from, .to = to, .basis = basis };

  g_return_val_if_fail (book != NULL && everyone != NULL && basis != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), CAPITAL_OF_EACH, SHEAF_ARGS (SHEAF_DAY (to)),
                           error);
  while (query != NULL && sheaf_query_next (query, NULL))
    {
      gint64 person = sheaf_query_int (query, 0);

      if (person != year.party_id)
        {
          add_weight (weights, &year);
          g_ptr_array_set_size (events, 0);
          year.party_id = person;
          year.spans = g_hash_table_lookup (everyone, &person);
        }
      g_ptr_array_add (events, read_change (query));
    }
  add_weight (weights, &year);
  return query != NULL && sheaf_query_finish (query, error) ? g_steal_pointer (&weights) : NULL;
}
