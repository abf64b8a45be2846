/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of members' capital. */
#include "capital/verify.h"

#include "base/i18n.h"
#include "capital/certificate-private.h"
#include "capital/due.h"
#include "capital/event-private.h"
#include "capital/limit.h"
#include "capital/timeline.h"
#include "ledger/party.h"
#include "members/membership.h"

static char *
load_code (SheafBook *book,
           gint64     party_id)
{
  g_autoptr (SheafParty) party = sheaf_party_load (book, party_id, NULL);

  return party == NULL ? g_strdup ("?") : g_steal_pointer (&party->code);
}

/* Only what is paid in is booked, for each member. */
static gboolean
check_ledger (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);

  return events != NULL &&
         sheaf_capital_compare_ledger (book, events, SHEAF_DATE_LAST, FALSE, SHEAF_PROBLEM_ERROR,
                                       NULL, problems, error);
}

static gboolean
check_balances (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);
  g_autoptr (GHashTable) persons = NULL;
  GHashTableIter iter;
  gpointer       id;
  gpointer       own;

  if (events == NULL)
    return FALSE;
  persons = sheaf_capital_by_person (events);
  g_hash_table_iter_init (&iter, persons);
  while (g_hash_table_iter_next (&iter, &id, &own))
    {
      SheafCapitalBreak where;
      g_autofree char  *code = NULL;
      g_autofree char  *day = NULL;

      if (!sheaf_capital_find_break (own, *(const gint64 *) id, &where))
        continue;
      code = load_code (book, *(const gint64 *) id);
      day = sheaf_date_to_text (where.day);
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                          _ ("%s: on %s paid-in (%s"
                             ") and commitment (%s"
                             ") do not go together: enter the missing event"),
                          code, day, sheaf_money_word (where.paid).text,
                          sheaf_money_word (where.committed).text);
    }
  return TRUE;
}

/* Events were judged when they were entered; the register may have been changed since. */
static void
check_event (SheafBook               *book,
             const SheafCapitalEvent *event,
             gint64                   party_id,
             GHashTable              *spans,
             SheafProblems           *problems)
{
  SheafMemberState state = sheaf_member_spans_on (g_hash_table_lookup (spans, &party_id),
                                                  event->date);
  g_autofree char *code = NULL;
  g_autofree char *day = NULL;
  gboolean         left;

  left = state.last_kind != SHEAF_MEMBER_NONE &&
         (event->event == SHEAF_CAPITAL_REFUND || event->event == SHEAF_CAPITAL_REDUCE ||
          (event->event == SHEAF_CAPITAL_TRANSFER_OUT && party_id == event->party_id));
  if (state.kind != SHEAF_MEMBER_NONE || left)
    return;
  code = load_code (book, party_id);
  day = sheaf_date_to_text (event->date);
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("%s has a capital event on %s but was no member then: correct the "
                         "register"),
                      code, day);
}

static gboolean
check_events (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);
  g_autoptr (GHashTable) spans = events == NULL ? NULL : sheaf_member_spans_all (book, error);

  if (spans == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (!sheaf_capital_event_counts (event))
        continue;
      check_event (book, event, event->party_id, spans, problems);
      if (event->to_party_id != 0)
        check_event (book, event, event->to_party_id, spans, problems);
    }
  return TRUE;
}

/* A limit that is passed stays to be mended, with the remedies of the law; it is no error in the
 * books. */
static gboolean
check_limits (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (book, sheaf_book_today (book), error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = g_ptr_array_index (breaches, i);

      sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s", breach->text);
    }
  return breaches != NULL;
}

/* Instalments were judged when they were agreed; what they part may have been taken back since. */
static gboolean
check_schedules (SheafBook     *book,
                 SheafProblems *problems,
                 GError       **error)
{
  g_autoptr (GPtrArray) schedules = sheaf_schedule_list (book, 0, SHEAF_DATE_LAST, error);

  for (guint i = 0; schedules != NULL && i < schedules->len; i++)
    {
      const SheafSchedule *schedule = schedules->pdata[i];
      g_autoptr (SheafProblems) found = sheaf_problems_new ();
      g_autofree char *code = load_code (book, schedule->party_id);

      if (!sheaf_schedule_check (book, schedule, NULL, found, error))
        return FALSE;
      for (guint n = 0; n < found->items->len; n++)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s: %s", code,
                            ((SheafProblem *) found->items->pdata[n])->text);
    }
  return schedules != NULL;
}

/* What is overdue stays to be collected, paid back or lowered; it is no error in the books. */
static gboolean
check_dues (SheafBook     *book,
            SheafProblems *problems,
            GError       **error)
{
  g_autoptr (GPtrArray) dues = sheaf_capital_dues (book, sheaf_book_today (book), error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCapitalDue *due = dues->pdata[i];
      g_autofree char       *day = NULL;

      if (due->overdue == 0)
        continue;
      day = sheaf_date_to_text (due->due);
      if (due->kind == SHEAF_SCHEDULE_REFUND)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("%s"
                               " of capital was to be refunded to %s by %s: pay it, or agree new "
                               "instalments"),
                            sheaf_money_word (due->amount).text, due->code, day);
      else if (due->outcome == SHEAF_CAPITAL_IN_TIME)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("%s was to pay in %s"
                               " by %s: collect it, or agree new instalments"),
                            due->code, sheaf_money_word (due->amount).text, day);
      else
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            due->outcome == SHEAF_CAPITAL_ENDS
                                ? _ ("%s did not pay in %s"
                                     " by %s and has less than the minimum: enter the end of the "
                                     "membership and lower the commitment (Law 17/2023/QH15 Art. "
                                     "74.6, 74.7)")
                                : _ ("%s did not pay in %s"
                                     " by %s: lower the commitment and register the charter "
                                     "capital (Law 17/2023/QH15 Art. 74.6, 74.7)"),
                            due->code, sheaf_money_word (due->amount).text, day);
    }
  return dues != NULL;
}

const SheafCheck sheaf_capital_checks[] = {
  { "capital-ledger", check_ledger, N_ ("Capital in the register is capital in the ledger"),
    N_ ("The register's paid-in sums are the members' balances on the capital "
        "account. Post what is missing, or reverse what is too much.") },
  { "capital-balances", check_balances, N_ ("No member's capital is below zero"),
    N_ ("A register day by day never shows less than nothing paid in.") },
  { "capital-members", check_events, N_ ("Capital events belong to members"),
    N_ ("Each event lies in a time in which the party was a member.") },
  { "capital-limits", check_limits, N_ ("Shares of capital keep the law's limits"),
    N_ ("No member holds more of the charter capital than law and charter allow.") },
  { "capital-schedules", check_schedules, N_ ("Instalments part what is promised or paid in"),
    N_ ("Instalments of a member are together no more than was open when they were agreed. Agree "
        "them anew where events were taken back since.") },
  { "capital-dues", check_dues, N_ ("What is promised is paid in time"),
    N_ ("No contribution and no agreed refund is overdue. Collect it, pay it, or lower the "
        "commitment.") },
  { "certificate-order", sheaf_certificate_verify_order,
    N_ ("Certificates of a member follow on one another"),
    N_ ("A member holds one certificate at a time; each new one replaces the one before.") },
  { "certificate-numbers", sheaf_certificate_verify_numbers,
    N_ ("No number is on two certificates"),
    N_ ("A number that was printed once is never given again, or nobody knows which paper "
        "holds.") },
  { "certificate-content", sheaf_certificate_verify_content,
    N_ ("Certificates in force say what the register says"),
    N_ ("Who holds one contributes what it says. Withdraw it when the membership ended, exchange "
        "it when the contribution changed.") },
  { NULL, NULL, NULL, NULL },
};
