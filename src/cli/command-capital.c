/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital: its events with balances, what is due, agreed instalments, limits. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/due.h"
#include "capital/event.h"
#include "capital/remedy.h"
#include "capital/timeline.h"
#include "capital/untaxed.h"
#include "cli/book-argument.h"
#include "cli/capital-schedule.h"
#include "cli/capital-words.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "members/member.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("up to the end of this day; today when not given") },
  { "member", "CODE", N_ ("of this member only") },
  { "due", NULL, N_ ("what is to be paid in or refunded, and by when") },
  { "limits", NULL, N_ ("what is beyond a limit, with the remedies of the law") },
  { "schedule", NULL, N_ ("the instalments in force") },
  { "schedule-set", "DAY=AMOUNT,…",
    N_ ("agrees instalments with --member, “none” takes them back; then shows those in force") },
  { "kind", "KIND", N_ ("of --schedule-set: pay (the default) or refund") },
  { "decided", "DAY", N_ ("of --schedule-set: the day on which they were agreed") },
  { "document", "TEXT", N_ ("of --schedule-set: the resolution") },
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
  { "form", N_ ("Paid how"), SHEAF_OUTPUT_TEXT },
  { "voucher", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
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
  SheafBook  *book;
  SheafDate   on;
  gint64      party_id; /* 0: of everyone */
  GHashTable *codes;    /* of everyone who ever was a member: gint64 party id to code */
} Asked;

/* Only members have capital: one read names them all. */
static GHashTable *
load_codes (SheafBook *book,
            GError   **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  GHashTable *codes;

  if (members == NULL)
    return NULL;
  codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember *member = members->pdata[i];

      g_hash_table_insert (codes, g_memdup2 (&member->party_id, sizeof (gint64)),
                           g_strdup (member->code));
    }
  return codes;
}

static void
add_party (SheafOutput *output,
           const Asked *asked,
           gint64       party_id)
{
  sheaf_output_text (output, g_hash_table_lookup (asked->codes, &party_id));
}

/* "cash", "bank", or the account of what is paid in kind or settled otherwise; nothing where
 * neither moves. */
static const char *
form_of (const Asked             *asked,
         const SheafCapitalEvent *event)
{
  const SheafChart *chart = sheaf_chart_get (asked->book, NULL);

  if (event->account_id != 0 && chart != NULL)
    return sheaf_chart_by_id (chart, event->account_id)->code;
  if (event->event != SHEAF_CAPITAL_PAY && event->event != SHEAF_CAPITAL_REFUND)
    return NULL;
  return event->form == SHEAF_CAPITAL_BANK ? "bank" : "cash";
}

/* Balances are those of the one whose event it is, at the end of its day; own: that one's events,
 * NULL where none counts. */
static void
add_event (SheafOutput             *output,
           const Asked             *asked,
           const GPtrArray         *own,
           const SheafCapitalEvent *event)
{
  g_autofree char    *id = g_strdup_printf ("%" G_GINT64_FORMAT, event->id);
  SheafCapitalBalance balance = sheaf_capital_sum (own, event->party_id, event->date);

  sheaf_output_text (output, id);
  sheaf_output_day (output, event->date);
  add_party (output, asked, event->party_id);
  sheaf_capital_words_put (output, sheaf_capital_kind_to_word (event->event));
  sheaf_output_amount (output, event->amount);
  add_party (output, asked, event->to_party_id);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_capital_cause_title (event->cause)
                                 : event->cause);
  sheaf_output_text (output, event->document);
  sheaf_output_amount (output, balance.committed);
  sheaf_output_amount (output, balance.paid);
  sheaf_output_amount (output, sheaf_capital_untaxed (own, event->party_id, event->date));
  sheaf_capital_words_put (
      output, event->reversed_by != 0 || event->reverses_id != 0 ? "yes" : "no");
  sheaf_capital_words_put (output, form_of (asked, event));
  sheaf_output_text (output, event->voucher_number);
}

/* Everyone's events are read once: a transfer to the member shows the balances of who gave. */
static gboolean
add_events (SheafOutput *output,
            const Asked *asked,
            GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (asked->book, 0, error);
  g_autoptr (GHashTable) persons = events == NULL ? NULL : sheaf_capital_by_person (events);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];

      if (sheaf_date_cmp (event->date, asked->on) <= 0 &&
          (asked->party_id == 0 || event->party_id == asked->party_id ||
           event->to_party_id == asked->party_id))
        add_event (output, asked, g_hash_table_lookup (persons, &event->party_id), event);
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
  sheaf_capital_words_put (output, sheaf_schedule_kind_to_word (due->kind));
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

      sheaf_capital_words_put (output, sheaf_capital_limit_to_word (breach->limit));
      sheaf_output_text (output, breach->code);
      sheaf_output_amount (output, breach->committed);
      sheaf_output_amount (output, breach->charter);
      sheaf_capital_words_put (output, sheaf_capital_remedy_to_word (remedy->kind));
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
          sheaf_capital_words_put (output, sheaf_schedule_kind_to_word (schedule->kind));
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

/* The list that is asked for; FALSE where more than one is. */
static gboolean
find_view (const SheafCommandLine *line,
           guint                  *ret_view,
           GError                **error)
{
  guint flags = 0;
  guint view = 0;

  for (guint i = 0; views[i].flag != NULL; i++)
    flags += sheaf_command_flag (line, views[i].flag);
  if (flags > 1)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--due, --limits and --schedule are three lists: ask for one of them"));
      return FALSE;
    }
  while (views[view].flag != NULL &&
         !sheaf_command_flag (line, views[view].flag) &&
         (strcmp (views[view].flag, "schedule") != 0 || flags > 0 ||
          sheaf_command_option (line, "schedule-set") == NULL))
    view++;
  *ret_view = view;
  return TRUE;
}

/* Instalments are set before the list is written, which shows them then. */
static gboolean
set_schedule (const SheafCommandLine *line,
              Asked                  *asked,
              GError                **error)
{
  if (sheaf_command_option (line, "schedule-set") == NULL)
    return TRUE;
  if (asked->party_id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--schedule-set is for one member: name it with --member"));
      return FALSE;
    }
  return sheaf_command_set_schedule (line, asked->book, asked->party_id, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean sets = sheaf_command_option (line, "schedule-set") != NULL;
  Asked    asked = { 0 };
  guint    view = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafOutput) output = NULL;
  g_autoptr (GHashTable) codes = NULL;

  if (!find_view (line, &view, error))
    return FALSE;
  book = sheaf_command_open (line, sets ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  asked.book = book;
  if (book == NULL || !sheaf_command_on (line, book, &asked.on, error) ||
      !sheaf_command_find_party (book, sheaf_command_option (line, "member"), &asked.party_id,
                                 error) ||
      !set_schedule (line, &asked, error))
    return FALSE;
  asked.codes = codes = load_codes (book, error);
  if (codes == NULL)
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
