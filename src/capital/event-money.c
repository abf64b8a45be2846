/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold beside the balances before capital moves: debts met, money there, the right
 * heir. */
#include "capital/event-private.h"

#include "base/i18n.h"
#include "capital/refund.h"
#include "capital/remedy.h"
#include "capital/settle.h"
#include "capital/timeline.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "members/membership.h"

#include <string.h>

typedef struct
{
  SheafBook       *book;
  const GPtrArray *events; /* the new ones */
  const GPtrArray *all;    /* with those of the book, by day */
  gboolean         post;
  const char      *file;
  SheafProblems   *problems;
  GHashTable      *persons; /* the new ones by person: sheaf_capital_by_person */
} Check;

static gboolean
has_cause (const SheafCapitalEvent *event,
           const char              *cause)
{
  return g_strcmp0 (event->cause, cause) == 0;
}

static char *
load_code (const Check *check,
           gint64       party_id)
{
  g_autoptr (SheafParty) party = sheaf_party_load (check->book, party_id, NULL);

  return party == NULL ? g_strdup ("?") : g_steal_pointer (&party->code);
}

static void G_GNUC_PRINTF (5, 6)
    tell (const Check             *check,
          SheafProblemKind         kind,
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
  sheaf_problems_add (check->problems, kind, check->file, event->line, column, "%s", text);
}

/* What the act sets off up to the event's day against what the member owes on the account. */
static SheafMoney
sum_settled (const Check             *check,
             const SheafCapitalEvent *event,
             gint64                   account_id)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < check->events->len; i++)
    {
      const SheafCapitalEvent *other = check->events->pdata[i];

      if (sheaf_capital_is_settled (other) && other->account_id == account_id &&
          other->party_id == event->party_id && sheaf_date_cmp (other->date, event->date) <= 0)
        sum = sheaf_money_add (sum, other->amount);
    }
  return sum;
}

/* Own debts are met first (Art. 90), or set off by the same act: each that is left is named with
 * its account. */
static gboolean
check_debts (const Check             *check,
             const SheafCapitalEvent *event,
             GError                 **error)
{
  g_autoptr (GPtrArray)
      debts = sheaf_capital_debts (check->book, event->party_id, event->date, error);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *code = load_code (check, event->party_id);

  if (debts == NULL)
    return FALSE;
  for (guint i = 0; i < debts->len; i++)
    {
      const SheafCapitalDebt *debt = debts->pdata[i];
      SheafMoney              settled = sum_settled (check, event, debt->account_id);

      if (sheaf_money_cmp (debt->amount, settled) > 0)
        g_string_append_printf (list, "%s%s %s", list->len == 0 ? "" : ", ", debt->account,
                                sheaf_money_word (sheaf_money_sub (debt->amount, settled)).text);
    }
  if (list->len > 0)
    tell (check, SHEAF_PROBLEM_ERROR, event, "amount",
          _ ("%s still owes the co-op (%s): let these debts be paid or set off before capital is "
             "refunded (Law 17/2023/QH15 Art. 90)"),
          code, list->str);
  return TRUE;
}

/* Nothing is set off that is not owed. */
static gboolean
check_set_off (const Check             *check,
               const SheafCapitalEvent *event,
               GError                 **error)
{
  g_autoptr (GPtrArray)
      debts = sheaf_capital_debts (check->book, event->party_id, event->date, error);
  const SheafChart *chart = sheaf_chart_get (check->book, error);
  SheafMoney        owed = SHEAF_MONEY_ZERO;
  SheafMoney        sum = sum_settled (check, event, event->account_id);

  if (debts == NULL || chart == NULL)
    return FALSE;
  for (guint i = 0; i < debts->len; i++)
    {
      const SheafCapitalDebt *debt = debts->pdata[i];

      if (debt->account_id == event->account_id)
        owed = debt->amount;
    }
  if (sheaf_money_cmp (sum, owed) > 0)
    {
      g_autofree char *code = load_code (check, event->party_id);

      tell (check, SHEAF_PROBLEM_ERROR, event, "form",
            _ ("%s owes %s on %s, not the %s"
               " that are set off: lower the amount, or refund the rest in money"),
            code, sheaf_money_word (owed).text, sheaf_chart_by_id (chart, event->account_id)->code,
            sheaf_money_word (sum).text);
    }
  return TRUE;
}

/* The most that a breach in which the member has a part allows to give back; zero without one. */
static gboolean
find_excess (const Check             *check,
             const SheafCapitalEvent *event,
             const GPtrArray         *breaches,
             SheafMoney              *ret_excess,
             GError                 **error)
{
  SheafMemberState state;

  *ret_excess = SHEAF_MONEY_ZERO;
  if (!sheaf_member_on (check->book, event->party_id, event->date, &state, error))
    return FALSE;
  for (guint i = 0; i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = breaches->pdata[i];
      g_autoptr (GPtrArray) remedies = NULL;
      const SheafCapitalRemedy *remedy;

      if (breach->party_id != event->party_id && breach->limit != SHEAF_CAPITAL_LIMIT_FOREIGN &&
          (breach->limit != SHEAF_CAPITAL_LIMIT_ASSOCIATES ||
           state.kind != SHEAF_MEMBER_CONTRIBUTING))
        continue;
      remedies = sheaf_capital_remedies (check->book, event->date, breach, error);
      if (remedies == NULL)
        return FALSE;
      remedy = remedies->len == 0 ? NULL : remedies->pdata[0];
      if (remedy != NULL && remedy->kind == SHEAF_CAPITAL_REMEDY_REFUND &&
          sheaf_money_cmp (remedy->amount, *ret_excess) > 0)
        *ret_excess = remedy->amount;
    }
  return TRUE;
}

/* Whether the event is one of those new refunds that bring a member down to the maximum. */
static gboolean
is_limit_refund (const Check             *check,
                 const SheafCapitalEvent *event)
{
  return event->event == SHEAF_CAPITAL_REFUND && has_cause (event, "limit") &&
         g_ptr_array_find ((GPtrArray *) check->events, event, NULL);
}

/* What all such refunds of the act give the member, and the events without any of them. */
static GPtrArray *
leave_limit_refunds (const Check *check,
                     gint64       party_id,
                     SheafMoney  *ret_sum)
{
  GPtrArray *others = g_ptr_array_new ();

  *ret_sum = SHEAF_MONEY_ZERO;
  for (guint i = 0; i < check->all->len; i++)
    {
      SheafCapitalEvent *event = check->all->pdata[i];

      if (!is_limit_refund (check, event))
        g_ptr_array_add (others, event);
      else if (event->party_id == party_id)
        *ret_sum = sheaf_money_add (*ret_sum, event->amount);
    }
  return others;
}

/* Of the part above the maximum only that part is refunded (Art. 90). */
static gboolean
check_limit_refund (const Check             *check,
                    const SheafCapitalEvent *event,
                    GError                 **error)
{
  SheafMoney sum, excess;
  g_autoptr (GPtrArray) others = leave_limit_refunds (check, event->party_id, &sum);
  g_autoptr (GPtrArray)
      breaches = sheaf_capital_breaches_of (check->book, others, event->date, error);
  g_autofree char *code = load_code (check, event->party_id);

  if (breaches == NULL || !find_excess (check, event, breaches, &excess, error))
    return FALSE;
  if (sheaf_money_cmp (sum, excess) > 0)
    tell (check, SHEAF_PROBLEM_ERROR, event, "amount",
          _ ("only %s of what %s contributes is above the maximum, not %s"
             ": lower the amount (Law 17/2023/QH15 Art. 90)"),
          sheaf_money_word (excess).text, code, sheaf_money_word (sum).text);
  return TRUE;
}

static gboolean
check_refund (const Check             *check,
              const SheafCapitalEvent *event,
              GError                 **error)
{
  SheafMemberState state;

  if (has_cause (event, "limit"))
    {
      if (!check_limit_refund (check, event, error))
        return FALSE;
    }
  else if (!sheaf_member_on (check->book, event->party_id, event->date, &state, error))
    return FALSE;
  else if (state.kind != SHEAF_MEMBER_NONE)
    {
      g_autofree char *code = load_code (check, event->party_id);

      tell (check, SHEAF_PROBLEM_WARNING, event, "event",
            _ ("%s is a member still: capital is refunded when the membership ended, or above the "
               "maximum (cause “limit”); see that the charter allows it (Law 17/2023/QH15 Art. "
               "90)"),
            code);
    }
  return sheaf_capital_is_settled (event) && !sheaf_capital_is_owed (check->book, event)
             ? check_set_off (check, event, error)
             : check_debts (check, event, error);
}

/* What all the new events make capital of the member's income by the day. */
static SheafMoney
sum_capitalised (const Check *check,
                 gint64       party_id,
                 SheafDate    on)
{
  const GPtrArray *own = g_hash_table_lookup (check->persons, &party_id);
  SheafMoney       sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const SheafCapitalEvent *event = own->pdata[i];

      if (event->event == SHEAF_CAPITAL_CAPITALISE && event->party_id == party_id &&
          sheaf_date_cmp (event->date, on) <= 0)
        sum = sheaf_money_add (sum, event->amount);
    }
  return sum;
}

/* What is turned into capital must be owed to the member on the day, and not paid out since. */
static gboolean
check_capitalise (const Check             *check,
                  const SheafCapitalEvent *event,
                  GError                 **error)
{
  const SheafDate     days[] = { event->date, SHEAF_DATE_LAST };
  const SheafChart   *chart = sheaf_chart_get (check->book, error);
  const SheafAccount *account = NULL;

  if (chart != NULL)
    account = sheaf_chart_by_role (chart, "member-payable", error);
  for (guint i = 0; account != NULL && i < G_N_ELEMENTS (days); i++)
    {
      SheafMoney       sum = sum_capitalised (check, event->party_id, days[i]);
      g_autofree char *code = NULL;
      SheafMoney       balance;

      if (!sheaf_totals_party_balance (check->book, account->id, event->party_id, days[i],
                                       &balance, error))
        return FALSE;
      if (sheaf_money_cmp (sum, sheaf_money_neg (balance)) <= 0)
        continue;
      code = load_code (check, event->party_id);
      tell (check, SHEAF_PROBLEM_ERROR, event, "amount",
            _ ("%s cannot become capital: %s has %s"
               " of declared income left on %s; lower the amount, or post the share first"),
            sheaf_money_word (sum).text, code,
            sheaf_money_word (SHEAF_MONEY (MAX (0, -balance.units))).text, account->code);
      return TRUE;
    }
  return account != NULL;
}

/* One who inherits is the heir that was named of one who died. */
static gboolean
check_heir (const Check             *check,
            const SheafCapitalEvent *event,
            GError                 **error)
{
  g_autoptr (GPtrArray) facts = sheaf_membership_list (check->book, event->party_id, error);
  g_autofree char *code = load_code (check, event->party_id);
  g_autofree char *heir = load_code (check, event->to_party_id);
  gboolean         died = FALSE;
  gboolean         named = FALSE;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const SheafMembershipEvent *fact = facts->pdata[i];

      if (!sheaf_membership_event_counts (fact) || sheaf_date_cmp (fact->date, event->date) > 0)
        continue;
      died |= fact->event == SHEAF_MEMBERSHIP_DEATH;
      named |= fact->event == SHEAF_MEMBERSHIP_HEIR && g_strcmp0 (fact->value, heir) == 0;
    }
  if (facts != NULL && !died)
    tell (check, SHEAF_PROBLEM_WARNING, event, "cause",
          _ ("%s did not die by the register: enter the death first, or take another cause"), code);
  else if (facts != NULL && !named)
    tell (check, SHEAF_PROBLEM_WARNING, event, "to_member",
          _ ("%s is not named as heir of %s: enter the heir in the register first (event heir)"),
          heir, code);
  return facts != NULL;
}

static gboolean
check_event (const Check             *check,
             const SheafCapitalEvent *event,
             GError                 **error)
{
  gboolean posts = sheaf_capital_event_posts (check->book, event, check->post);

  if (event->event == SHEAF_CAPITAL_REFUND && posts)
    return check_refund (check, event, error);
  if (event->event == SHEAF_CAPITAL_CAPITALISE && posts)
    return check_capitalise (check, event, error);
  if (event->event == SHEAF_CAPITAL_TRANSFER_OUT && has_cause (event, "inheritance"))
    return check_heir (check, event, error);
  return TRUE;
}

/* The question of Art. 78, once for all refunds of the act, as it stands after the last. */
static gboolean
ask_solvency (const Check *check,
              GError     **error)
{
  const SheafCapitalEvent *last = NULL;
  SheafMoney               sum = SHEAF_MONEY_ZERO;
  SheafCapitalSolvency     solvency;
  g_autofree char         *text = NULL;

  for (guint i = 0; i < check->events->len; i++)
    {
      const SheafCapitalEvent *event = check->events->pdata[i];

      /* A debt that is set off takes no money; what is owed instead of paid does, later. */
      if (event->event != SHEAF_CAPITAL_REFUND ||
          !sheaf_capital_event_posts (check->book, event, check->post) ||
          (sheaf_capital_is_settled (event) && !sheaf_capital_is_owed (check->book, event)))
        continue;
      sum = sheaf_money_add (sum, event->amount);
      if (last == NULL || sheaf_date_cmp (event->date, last->date) > 0)
        last = event;
    }
  if (last == NULL)
    return TRUE;
  if (!sheaf_capital_solvency (check->book, last->date, sum, &solvency, error))
    return FALSE;
  if (sheaf_capital_solvency_holds (&solvency))
    return TRUE;
  text = sheaf_capital_solvency_text (&solvency);
  tell (check, SHEAF_PROBLEM_WARNING, last, "amount", "%s", text);
  return TRUE;
}

gboolean
sheaf_capital_check_money (SheafBook       *book,
                           const GPtrArray *events,
                           const GPtrArray *all,
                           gboolean         post,
                           const char      *file,
                           SheafProblems   *problems,
                           GError         **error)
{
  g_autoptr (GHashTable) persons = sheaf_capital_by_person (events);
  const Check check = { book, events, all, post, file, problems, persons };

  for (guint i = 0; i < events->len; i++)
    if (!check_event (&check, events->pdata[i], error))
      return FALSE;
  return ask_solvency (&check, error);
}
