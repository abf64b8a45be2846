/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedules stand beside each other; of each member and kind the latest decided counts. */
#include "capital/schedule.h"

#include "base/i18n.h"
#include "book/act.h"
#include "capital/balance.h"
#include "capital/error.h"
#include "capital/schedule-sql.h"
#include "ledger/party.h"
#include "members/membership.h"
#include "store/query.h"

#include <string.h>

static const char *const words[] = { "", "pay", "refund" };

const char *
sheaf_schedule_kind_to_word (SheafScheduleKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

gboolean
sheaf_schedule_kind_from_word (const char        *word,
                               SheafScheduleKind *ret_kind)
{
  for (guint i = 1; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_kind = (SheafScheduleKind) i;
        return TRUE;
      }
  return FALSE;
}

SheafSchedule *
sheaf_schedule_new (void)
{
  SheafSchedule *schedule = g_new0 (SheafSchedule, 1);

  schedule->decided = SHEAF_DATE_NONE;
  schedule->instalments = g_array_new (FALSE, FALSE, sizeof (SheafInstalment));
  return schedule;
}

void
sheaf_schedule_free (SheafSchedule *schedule)
{
  if (schedule == NULL)
    return;
  g_free (schedule->document);
  g_array_unref (schedule->instalments);
  g_free (schedule);
}

static void
add_error (const SheafSchedule *schedule,
           const char          *file,
           SheafProblems       *problems,
           const char          *column,
           const char          *text)
{
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, schedule->line, column, "%s", text);
}

/* The sum of the instalments; each is judged alone. */
static SheafMoney
check_instalments (const SheafSchedule *schedule,
                   const char          *file,
                   SheafProblems       *problems)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < schedule->instalments->len; i++)
    {
      const SheafInstalment *part = &g_array_index (schedule->instalments, SheafInstalment, i);

      if (part->amount.units <= 0 || part->amount.units > SHEAF_MONEY_MAX - sum.units)
        {
          add_error (schedule, file, problems, "amount",
                     _ ("the amount must be above 0: correct it"));
          return SHEAF_MONEY_ZERO;
        }
      if (sheaf_date_is_none (part->due) || sheaf_date_cmp (part->due, schedule->decided) < 0)
        add_error (schedule, file, problems, "due",
                   _ ("an instalment falls due before it was decided: correct one of the days"));
      else if (i > 0 && sheaf_date_cmp (part[-1].due, part->due) >= 0)
        add_error (schedule, file, problems, "due",
                   _ ("instalments come in the order of their days, each day once: put them in "
                      "order"));
      sum = sheaf_money_add (sum, part->amount);
    }
  return sum;
}

static gboolean
check_sum (SheafBook           *book,
           const SheafSchedule *schedule,
           SheafMoney           sum,
           const char          *file,
           SheafProblems       *problems,
           GError             **error)
{
  SheafCapitalBalance balance;
  SheafMoney          most;
  g_autofree char    *text = NULL;

  if (!sheaf_capital_on (book, schedule->party_id, schedule->decided, &balance, error))
    return FALSE;
  most = schedule->kind == SHEAF_SCHEDULE_PAY ? sheaf_money_sub (balance.committed, balance.paid)
                                              : balance.paid;
  if (sheaf_money_cmp (sum, most) <= 0)
    return TRUE;
  text = schedule->kind == SHEAF_SCHEDULE_PAY
             ? g_strdup_printf (_ ("the instalments are %s together but %s"
                                   " is promised and not paid in: correct them, or enter the "
                                   "commitment first"),
                                sheaf_money_word (sum).text, sheaf_money_word (most).text)
             : g_strdup_printf (_ ("the instalments are %s together but %s"
                                   " is paid in: correct them"),
                                sheaf_money_word (sum).text, sheaf_money_word (most).text);
  add_error (schedule, file, problems, "amount", text);
  return TRUE;
}

gboolean
sheaf_schedule_check (SheafBook           *book,
                      const SheafSchedule *schedule,
                      const char          *file,
                      SheafProblems       *problems,
                      GError             **error)
{
  guint            before = problems->errors;
  SheafMemberState state;
  SheafMoney       sum;

  if (schedule->kind != SHEAF_SCHEDULE_PAY && schedule->kind != SHEAF_SCHEDULE_REFUND)
    add_error (schedule, file, problems, "kind",
               _ ("the kind is missing: use pay for what the member pays in, refund for what the "
                  "co-op pays back"));
  if (sheaf_date_is_none (schedule->decided))
    add_error (schedule, file, problems, "decided",
               _ ("the day is missing: give one as YYYY-MM-DD"));
  if (schedule->party_id == 0)
    add_error (schedule, file, problems, "member",
               _ ("no member is named: give the code of one"));
  sum = check_instalments (schedule, file, problems);
  if (problems->errors > before)
    return TRUE;
  if (!sheaf_member_on (book, schedule->party_id, schedule->decided, &state, error))
    return FALSE;
  if (sheaf_date_is_none (state.joined))
    add_error (schedule, file, problems, "member",
               _ ("the person had not joined by this day: enter the joining first"));
  else
    return check_sum (book, schedule, sum, file, problems, error);
  return TRUE;
}

static gboolean
write_schedule (SheafBook           *book,
                const SheafSchedule *schedule,
                gint64               act_id,
                GError             **error)
{
  gint64 id;

  if (!sheaf_store_get_int (sheaf_book_store (book), SCHEDULE_INSERT,
                            SHEAF_ARGS (SHEAF_INT (schedule->party_id), SHEAF_INT (schedule->kind),
                                        SHEAF_DAY (schedule->decided),
                                        SHEAF_OPTIONAL (schedule->document), SHEAF_INT (act_id)),
                            &id, error))
    return FALSE;
  for (guint i = 0; i < schedule->instalments->len; i++)
    {
      const SheafInstalment *part = &g_array_index (schedule->instalments, SheafInstalment, i);

      if (!sheaf_store_run (sheaf_book_store (book), INSTALMENT_INSERT,
                            SHEAF_ARGS (SHEAF_INT (id), SHEAF_DAY (part->due),
                                        SHEAF_UNITS (part->amount), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_schedule_set (SheafBook           *book,
                    const SheafSchedule *schedule,
                    GError             **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && schedule != NULL, FALSE);
  if (!sheaf_schedule_check (book, schedule, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "capital-schedule", "", error);
  return act != NULL && write_schedule (book, schedule, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}

/* Reads a query's schedules; empty: those without instalments too, which only took one back. */
static GPtrArray *
read_list (SheafQuery *query,
           gboolean    empty,
           GError    **error)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_schedule_free);
  SheafSchedule *schedule = NULL;
  gint64         id = 0;

  while (sheaf_query_next (query, NULL))
    {
      gboolean        none = sheaf_query_is_null (query, 5);
      SheafInstalment part = { sheaf_query_date (query, 5), sheaf_query_money (query, 6) };

      if (none && !empty)
        continue;
      if (schedule == NULL || sheaf_query_int (query, 0) != id)
        {
          id = sheaf_query_int (query, 0);
          schedule = sheaf_schedule_new ();
          schedule->party_id = sheaf_query_int (query, 1);
          schedule->kind = (SheafScheduleKind) sheaf_query_int (query, 2);
          schedule->decided = sheaf_query_date (query, 3);
          schedule->document = sheaf_query_dup_text (query, 4);
          g_ptr_array_add (list, schedule);
        }
      if (!none)
        g_array_append_val (schedule->instalments, part);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
sheaf_schedule_list (SheafBook *book,
                     gint64     party_id,
                     SheafDate  on,
                     GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), SCHEDULE_LIST,
                               SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (on)), error);

  return query == NULL ? NULL : read_list (query, FALSE, error);
}

GPtrArray *
sheaf_schedule_history (SheafBook *book,
                        GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), SCHEDULE_ALL, SHEAF_NO_ARGS, error);

  return query == NULL ? NULL : read_list (query, TRUE, error);
}
