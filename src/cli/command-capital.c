/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital: its events with balances, what is due, agreed instalments, limits. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/balance.h"
#include "capital/due.h"
#include "capital/event.h"
#include "capital/remedy.h"
#include "capital/untaxed.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/party.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("up to the end of this day; today when not given") },
  { "member", "CODE", N_ ("of this member only") },
  { "due", NULL, N_ ("what is to be paid in or refunded, and by when") },
  { "limits", NULL, N_ ("what is beyond a limit, with the remedies of the law") },
  { "schedule", NULL, N_ ("the instalments in force") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn event_columns[] = {
  { "id", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "event", N_ ("Event"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "to_member", N_ ("To member"), SHEAF_OUTPUT_TEXT },
  { "cause", N_ ("Cause"), SHEAF_OUTPUT_TEXT },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
  { "committed", N_ ("Committed"), SHEAF_OUTPUT_AMOUNT },
  { "paid", N_ ("Paid in"), SHEAF_OUTPUT_AMOUNT },
  { "untaxed", N_ ("Capitalised, not taxed"), SHEAF_OUTPUT_AMOUNT },
  { "reversed", N_ ("Taken back"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn due_columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "due", N_ ("Due"), SHEAF_OUTPUT_DAY },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "overdue_days", N_ ("Days overdue"), SHEAF_OUTPUT_NUMBER },
  { "deadline", N_ ("Deadline"), SHEAF_OUTPUT_DAY },
  { "outcome", N_ ("What follows"), SHEAF_OUTPUT_TEXT },
  { "register_by", N_ ("Register the lower capital by"), SHEAF_OUTPUT_DAY },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn limit_columns[] = {
  { "limit", N_ ("Limit"), SHEAF_OUTPUT_TEXT },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "committed", N_ ("Committed"), SHEAF_OUTPUT_AMOUNT },
  { "charter", N_ ("Charter capital"), SHEAF_OUTPUT_AMOUNT },
  { "remedy", N_ ("Remedy"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "text", N_ ("What to do"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn schedule_columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "decided", N_ ("Decided"), SHEAF_OUTPUT_DAY },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
  { "due", N_ ("Due"), SHEAF_OUTPUT_DAY },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
};

typedef struct
{
  SheafBook *book;
  SheafDate  on;
  gint64     party_id; /* 0: of everyone */
} Asked;

static void
add_party (SheafOutput *output,
           const Asked *asked,
           gint64       party_id)
{
  g_autoptr (SheafParty) party = party_id == 0 ? NULL
                                               : sheaf_party_load (asked->book, party_id, NULL);

  sheaf_output_text (output, party == NULL ? NULL : party->code);
}

/* Balances are those of the one whose event it is, after the day. */
static void
add_event (SheafOutput             *output,
           const Asked             *asked,
           const GPtrArray         *events,
           const SheafCapitalEvent *event,
           SheafCapitalBalance      balance)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, event->id);

  sheaf_output_text (output, id);
  sheaf_output_day (output, event->date);
  add_party (output, asked, event->party_id);
  sheaf_output_text (output, sheaf_capital_kind_to_word (event->event));
  sheaf_output_amount (output, event->amount);
  add_party (output, asked, event->to_party_id);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_capital_cause_title (event->cause)
                                 : event->cause);
  sheaf_output_text (output, event->document);
  sheaf_output_amount (output, balance.committed);
  sheaf_output_amount (output, balance.paid);
  sheaf_output_amount (output, sheaf_capital_untaxed (events, event->party_id, event->date));
  sheaf_output_text (output,
                     event->reversed_by != 0 || event->reverses_id != 0 ? "yes" : "no");
}

static gboolean
add_events (SheafOutput *output,
            const Asked *asked,
            GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (asked->book, asked->party_id, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];
      SheafCapitalBalance      balance;

      if (sheaf_date_cmp (event->date, asked->on) > 0)
        continue;
      if (!sheaf_capital_on (asked->book, event->party_id, event->date, &balance, error))
        return FALSE;
      add_event (output, asked, events, event, balance);
    }
  return events != NULL;
}

static void
add_due (SheafOutput           *output,
         const SheafCapitalDue *due)
{
  g_autofree char *overdue = g_strdup_printf ("%u", due->overdue);

  sheaf_output_text (output, due->code);
  sheaf_output_text (output, due->name);
  sheaf_output_text (output, sheaf_schedule_kind_to_word (due->kind));
  sheaf_output_day (output, due->due);
  sheaf_output_amount (output, due->amount);
  sheaf_output_text (output, overdue);
  sheaf_output_day (output, due->deadline);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_capital_outcome_title (due->outcome)
                                 : sheaf_capital_outcome_to_word (due->outcome));
  sheaf_output_day (output, due->register_by);
  sheaf_output_text (output, due->document);
}

static gboolean
add_dues (SheafOutput *output,
          const Asked *asked,
          GError     **error)
{
  g_autoptr (GPtrArray) dues = sheaf_capital_dues (asked->book, asked->on, error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCapitalDue *due = dues->pdata[i];

      if (asked->party_id == 0 || due->party_id == asked->party_id)
        add_due (output, due);
    }
  return dues != NULL;
}

static gboolean
add_remedies (SheafOutput              *output,
              const Asked              *asked,
              const SheafCapitalBreach *breach,
              GError                  **error)
{
  g_autoptr (GPtrArray) remedies = sheaf_capital_remedies (asked->book, asked->on, breach, error);

  for (guint i = 0; remedies != NULL && i < remedies->len; i++)
    {
      const SheafCapitalRemedy *remedy = remedies->pdata[i];

      sheaf_output_text (output, sheaf_capital_limit_to_word (breach->limit));
      sheaf_output_text (output, breach->code);
      sheaf_output_amount (output, breach->committed);
      sheaf_output_amount (output, breach->charter);
      sheaf_output_text (output, sheaf_capital_remedy_to_word (remedy->kind));
      sheaf_output_amount (output, remedy->amount);
      sheaf_output_text (output, remedy->text);
    }
  return remedies != NULL;
}

static gboolean
add_limits (SheafOutput *output,
            const Asked *asked,
            GError     **error)
{
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (asked->book, asked->on, error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = breaches->pdata[i];

      if ((asked->party_id == 0 || breach->party_id == asked->party_id) &&
          !add_remedies (output, asked, breach, error))
        return FALSE;
    }
  return breaches != NULL;
}

static gboolean
add_schedules (SheafOutput *output,
               const Asked *asked,
               GError     **error)
{
  g_autoptr (GPtrArray)
      schedules = sheaf_schedule_list (asked->book, asked->party_id, asked->on, error);

  for (guint i = 0; schedules != NULL && i < schedules->len; i++)
    {
      const SheafSchedule *schedule = schedules->pdata[i];

      for (guint n = 0; n < schedule->instalments->len; n++)
        {
          const SheafInstalment *part = &g_array_index (schedule->instalments, SheafInstalment, n);

          add_party (output, asked, schedule->party_id);
          sheaf_output_text (output, sheaf_schedule_kind_to_word (schedule->kind));
          sheaf_output_day (output, schedule->decided);
          sheaf_output_text (output, schedule->document);
          sheaf_output_day (output, part->due);
          sheaf_output_amount (output, part->amount);
        }
    }
  return schedules != NULL;
}

/* What may be asked for; the last one when no flag is given. */
static const struct
{
  const char              *flag;
  const SheafOutputColumn *columns;
  guint                    n_columns;
  gboolean (*add) (SheafOutput *output, const Asked *asked, GError **error);
} views[] = {
  { "due", due_columns, G_N_ELEMENTS (due_columns), add_dues },
  { "limits", limit_columns, G_N_ELEMENTS (limit_columns), add_limits },
  { "schedule", schedule_columns, G_N_ELEMENTS (schedule_columns), add_schedules },
  { NULL, event_columns, G_N_ELEMENTS (event_columns), add_events },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  Asked asked = { 0 };
  guint view = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafOutput) output = NULL;
  guint flags = 0;

  for (guint i = 0; views[i].flag != NULL; i++)
    flags += sheaf_command_flag (line, views[i].flag);
  if (flags > 1)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--due, --limits and --schedule are three lists: ask for one of them"));
      return FALSE;
    }
  while (views[view].flag != NULL && !sheaf_command_flag (line, views[view].flag))
    view++;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  asked.book = book;
  if (book == NULL || !sheaf_command_on (line, book, &asked.on, error) ||
      !sheaf_command_find_party (book, sheaf_command_option (line, "member"), &asked.party_id,
                                 error))
    return FALSE;
  output = sheaf_output_new (line, views[view].columns, views[view].n_columns);
  return views[view].add (output, &asked, error) && sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_capital = {
  .name = "capital",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("members’ capital: events, what is due, limits, instalments"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
