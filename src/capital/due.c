/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open promises and refunds, parted by the days on which they fall due. */
#include "capital/due.h"

#include "base/i18n.h"
#include "capital/error.h"
#include "capital/event.h"
#include "capital/law.h"
#include "capital/timeline.h"
#include "members/membership.h"

#include <string.h>

static const char *const words[] = { "in-time", "ends", "restrict" };

static const char *const titles[] = {
  N_ ("The term is not over"),
  N_ ("Membership ends (Art. 74.6)"),
  N_ ("Rights on the paid part (Art. 74.6)"),
};

const char *
sheaf_capital_outcome_to_word (SheafCapitalOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (words), "");
  return words[outcome];
}

const char *
sheaf_capital_outcome_title (SheafCapitalOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (titles), "");
  return _ (titles[outcome]);
}

/* An amount and the days on which it is to be paid: by agreement, by charter and law. */
typedef struct
{
  SheafDate   due;
  SheafDate   deadline;
  SheafMoney  amount;
  const char *document;
  gboolean    instalment;
} Part;

/* One member's reading. */
typedef struct
{
  const SheafMember     *member;
  const SheafCapitalLaw *law;
  const GPtrArray       *events; /* that count, by day; NULL: none */
  SheafMemberState       state;
  SheafDate              on;
  SheafCapitalBalance    balance;
  GPtrArray             *dues;
} Reading;

static SheafDate
find_deadline (const Reading *reading,
               SheafDate      promised)
{
  SheafDate from = sheaf_date_cmp (reading->state.joined, promised) > 0 ? reading->state.joined
                                                                        : promised;

  return reading->law->months == 0 ? SHEAF_DATE_NONE
                                   : sheaf_date_add_months (from, reading->law->months);
}

static SheafMoney
smaller (SheafMoney a,
         SheafMoney b)
{
  return sheaf_money_cmp (a, b) < 0 ? a : b;
}

/* What is left of a total goes to the last parts, as the first ones are settled first. */
static void
settle (GArray    *parts,
        SheafMoney open)
{
  for (guint i = parts->len; i > 0; i--)
    {
      Part *part = &g_array_index (parts, Part, i - 1);

      part->amount = smaller (part->amount, open);
      open = sheaf_money_sub (open, part->amount);
    }
}

/* Adds the promises made after one day and up to another. */
static void
add_promises (const Reading *reading,
              SheafDate      after,
              SheafDate      until,
              GArray        *parts)
{
  for (guint i = 0; reading->events != NULL && i < reading->events->len; i++)
    {
      const SheafCapitalEvent *event = reading->events->pdata[i];
      Part                     part = { .amount = event->amount };

      if (event->event != SHEAF_CAPITAL_COMMIT || sheaf_date_cmp (event->date, until) > 0 ||
          (!sheaf_date_is_none (after) && sheaf_date_cmp (event->date, after) <= 0))
        continue;
      part.due = part.deadline = find_deadline (reading, event->date);
      g_array_append_val (parts, part);
    }
}

/* What was open of each promise at the end of a day, the oldest first. */
static GArray *
list_promises (const Reading *reading,
               SheafDate      day)
{
  GArray             *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  SheafCapitalBalance balance = sheaf_capital_sum (reading->events, reading->member->party_id, day);

  add_promises (reading, SHEAF_DATE_NONE, day, parts);
  settle (parts, sheaf_money_sub (balance.committed, balance.paid));
  return parts;
}

/* Takes an instalment from the oldest promises; its term is that of the last one it touches. */
static SheafDate
take_from_promises (GArray    *promises,
                    SheafMoney amount)
{
  SheafDate deadline = SHEAF_DATE_NONE;

  for (guint i = 0; i < promises->len && amount.units > 0; i++)
    {
      Part      *promise = &g_array_index (promises, Part, i);
      SheafMoney taken = smaller (promise->amount, amount);

      if (taken.units == 0)
        continue;
      deadline = promise->deadline;
      promise->amount = sheaf_money_sub (promise->amount, taken);
      amount = sheaf_money_sub (amount, taken);
    }
  return deadline;
}

static int
compare_dates (SheafDate a,
               SheafDate b)
{
  if (sheaf_date_is_none (a) || sheaf_date_is_none (b))
    return sheaf_date_is_none (a) - sheaf_date_is_none (b);
  return sheaf_date_cmp (a, b);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  return compare_dates (((const Part *) a)->due, ((const Part *) b)->due);
}

/* Instalments, what they leave of the promises of their day, and what was promised since. */
static GArray *
list_by_schedule (const Reading       *reading,
                  const SheafSchedule *schedule)
{
  GArray *promises = list_promises (reading, schedule->decided);
  g_autoptr (GArray) instalments = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < schedule->instalments->len; i++)
    {
      const SheafInstalment *agreed = &g_array_index (schedule->instalments, SheafInstalment, i);
      Part                   part = { .due = agreed->due,
                                      .amount = agreed->amount,
                                      .document = schedule->document,
                                      .instalment = TRUE };

      part.deadline = take_from_promises (promises, agreed->amount);
      g_array_append_val (instalments, part);
    }
  add_promises (reading, schedule->decided, reading->on, promises);
  g_array_append_vals (promises, instalments->data, instalments->len);
  g_array_sort (promises, compare_parts);
  settle (promises, sheaf_money_sub (reading->balance.committed, reading->balance.paid));
  return promises;
}

static SheafCapitalOutcome
judge (const Reading *reading,
       SheafDate      deadline)
{
  if (sheaf_date_is_none (deadline) || sheaf_date_cmp (reading->on, deadline) <= 0)
    return SHEAF_CAPITAL_IN_TIME;
  return reading->balance.paid.units <= 0 ||
                 sheaf_money_cmp (reading->balance.paid, reading->law->minimum) < 0
             ? SHEAF_CAPITAL_ENDS
             : SHEAF_CAPITAL_RESTRICT;
}

static void
due_free (gpointer data)
{
  SheafCapitalDue *due = data;

  g_free (due->code);
  g_free (due->name);
  g_free (due->document);
  g_free (due);
}

static void
take_part (const Reading    *reading,
           SheafScheduleKind kind,
           const Part       *part)
{
  SheafCapitalDue *due;

  if (part->amount.units <= 0)
    return;
  due = g_new0 (SheafCapitalDue, 1);
  due->party_id = reading->member->party_id;
  due->code = g_strdup (reading->member->code);
  due->name = g_strdup (reading->member->name);
  due->kind = kind;
  due->due = part->due;
  due->amount = part->amount;
  due->instalment = part->instalment;
  due->document = g_strdup (part->document);
  due->overdue = sheaf_date_is_none (part->due) || sheaf_date_cmp (reading->on, part->due) <= 0
                     ? 0
                     : (guint) (reading->on.days - part->due.days);
  due->deadline = part->deadline;
  due->outcome = judge (reading, part->deadline);
  due->register_by = due->outcome == SHEAF_CAPITAL_IN_TIME || reading->law->register_days == 0
                         ? SHEAF_DATE_NONE
                         : sheaf_date_add_days (part->deadline, (int) reading->law->register_days);
  due->balance = reading->balance;
  g_ptr_array_add (reading->dues, due);
}

/* What is given back after the schedule was decided settles its first instalments. */
static void
read_refunds (const Reading       *reading,
              const SheafSchedule *schedule)
{
  SheafMoney open = SHEAF_MONEY_ZERO;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < schedule->instalments->len; i++)
    {
      const SheafInstalment *agreed = &g_array_index (schedule->instalments, SheafInstalment, i);
      Part                   part = { .due = agreed->due,
                                      .deadline = SHEAF_DATE_NONE,
                                      .amount = agreed->amount,
                                      .document = schedule->document,
                                      .instalment = TRUE };

      open = sheaf_money_add (open, agreed->amount);
      g_array_append_val (parts, part);
    }
  for (guint i = 0; reading->events != NULL && i < reading->events->len; i++)
    {
      const SheafCapitalEvent *event = reading->events->pdata[i];

      if (event->event == SHEAF_CAPITAL_REFUND &&
          sheaf_date_cmp (event->date, schedule->decided) > 0 &&
          sheaf_date_cmp (event->date, reading->on) <= 0)
        open = sheaf_money_sub (open, smaller (open, event->amount));
    }
  settle (parts, smaller (open, reading->balance.paid));
  for (guint i = 0; i < parts->len; i++)
    take_part (reading, SHEAF_SCHEDULE_REFUND, &g_array_index (parts, Part, i));
}

static const SheafSchedule *
find_schedule (const GPtrArray  *schedules,
               gint64            party_id,
               SheafScheduleKind kind)
{
  for (guint i = 0; i < schedules->len; i++)
    {
      const SheafSchedule *schedule = schedules->pdata[i];

      if (schedule->party_id == party_id && schedule->kind == kind)
        return schedule;
    }
  return NULL;
}

static void
read_member (const Reading   *reading,
             const GPtrArray *schedules)
{
  gint64               id = reading->member->party_id;
  const SheafSchedule *pay = find_schedule (schedules, id, SHEAF_SCHEDULE_PAY);
  const SheafSchedule *refund = find_schedule (schedules, id, SHEAF_SCHEDULE_REFUND);
  g_autoptr (GArray) parts = NULL;

  if (reading->state.kind != SHEAF_MEMBER_NONE &&
      sheaf_money_cmp (reading->balance.paid, reading->balance.committed) < 0)
    {
      parts = pay != NULL ? list_by_schedule (reading, pay) : list_promises (reading, reading->on);
      for (guint i = 0; i < parts->len; i++)
        take_part (reading, SHEAF_SCHEDULE_PAY, &g_array_index (parts, Part, i));
    }
  if (refund != NULL)
    read_refunds (reading, refund);
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const SheafCapitalDue *one = *(SheafCapitalDue *const *) a;
  const SheafCapitalDue *other = *(SheafCapitalDue *const *) b;
  int                    order = compare_dates (one->due, other->due);

  return order != 0 ? order : strcmp (one->code, other->code);
}

GPtrArray *
sheaf_capital_dues (SheafBook *book,
                    SheafDate  on,
                    GError   **error)
{
  g_autoptr (GPtrArray) dues = g_ptr_array_new_with_free_func (due_free);
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  g_autoptr (GPtrArray) events = members == NULL ? NULL : sheaf_capital_list (book, 0, error);
  g_autoptr (GHashTable) spans = events == NULL ? NULL : sheaf_member_spans_all (book, error);
  g_autoptr (GPtrArray) schedules = spans == NULL ? NULL
                                                  : sheaf_schedule_list (book, 0, on, error);
  g_autoptr (SheafCapitalLaw) law = schedules == NULL ? NULL
                                                      : sheaf_capital_law_load (book, on, error);
  g_autoptr (GHashTable) persons = NULL;

  if (law == NULL)
    return NULL;
  persons = sheaf_capital_by_person (events);
  for (guint i = 0; i < members->len; i++)
    {
      Reading reading = { .member = members->pdata[i], .law = law, .on = on, .dues = dues };

      reading.events = g_hash_table_lookup (persons, &reading.member->party_id);
      reading.state =
          sheaf_member_spans_on (g_hash_table_lookup (spans, &reading.member->party_id), on);
      reading.balance = sheaf_capital_sum (reading.events, reading.member->party_id, on);
      read_member (&reading, schedules);
    }
  g_ptr_array_sort (dues, compare_dues);
  return g_steal_pointer (&dues);
}

gboolean
sheaf_capital_lower (SheafBook  *book,
                     gint64      party_id,
                     SheafDate   on,
                     const char *document,
                     GError    **error)
{
  g_autoptr (GPtrArray) dues = sheaf_capital_dues (book, on, error);
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  g_ptr_array_add (events, event);
  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCapitalDue *due = dues->pdata[i];

      if (due->party_id == party_id && due->outcome != SHEAF_CAPITAL_IN_TIME)
        event->amount = sheaf_money_add (event->amount, due->amount);
    }
  if (dues == NULL)
    return FALSE;
  if (event->amount.units == 0)
    {
      g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
                   _ ("nothing that this member promised is over its term on the day: wait for it, "
                      "or enter a reduction that the general meeting decided"));
      return FALSE;
    }
  event->party_id = party_id;
  event->date = on;
  event->event = SHEAF_CAPITAL_REDUCE;
  event->cause = g_strdup ("deadline");
  event->document = g_strdup (document);
  return sheaf_capital_post (book, events, TRUE, error);
}
