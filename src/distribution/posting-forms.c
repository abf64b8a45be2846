/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices and capital that come of a distribution. */
#include "distribution/posting-forms.h"

#include "base/i18n.h"
#include "book/act.h"
#include "capital/event.h"
#include "capital/timeline.h"
#include "distribution/approval-sql.h"
#include "distribution/error.h"
#include "distribution/posting.h"
#include "distribution/result.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "members/membership.h"
#include "notices/notice.h"

/* A posting's forms under way. */
typedef struct
{
  SheafBook               *book;
  const SheafApproval     *approval;
  const gint64            *vouchers;
  SheafDate                date;
  gint64                   act_id;
  const SheafPlan         *plan;
  const SheafDistribution *result;
} Forms;

static gboolean
has_forms (const SheafPlan *plan)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    for (guint form = SHEAF_PAY_FORM_CAPITAL; form < SHEAF_PAY_FORMS; form++)
      if (plan->payments[pool].given && plan->payments[pool].rates[form].millionths > 0)
        return TRUE;
  return FALSE;
}

static gboolean
insert_notice (const Forms          *forms,
               const SheafSharePart *part,
               GError              **error)
{
  const char         *code = forms->plan->payments[part->pool].accounts[part->form];
  const SheafChart   *chart = sheaf_chart_get (forms->book, error);
  const SheafAccount *account = chart == NULL ? NULL : sheaf_chart_by_code (chart, code);
  SheafNotice         notice = { .year = forms->approval->year, .amount = part->amount };

  if (account == NULL)
    return FALSE;
  notice.party_id = sheaf_party_find (forms->book, part->code);
  notice.kind = part->form == SHEAF_PAY_FORM_QUALIFIED ? SHEAF_NOTICE_QUALIFIED
                                                       : SHEAF_NOTICE_NONQUALIFIED;
  notice.account_id = account->id;
  notice.date = forms->date;
  notice.voucher_id = forms->vouchers[part->side];
  return sheaf_notice_insert (forms->book, &notice, forms->act_id, error);
}

static void
add_event (GPtrArray       *events,
           const Forms     *forms,
           SheafCapitalKind kind,
           gint64           party_id,
           SheafMoney       amount)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  event->event = kind;
  event->party_id = party_id;
  event->date = forms->date;
  event->amount = amount;
  event->cause = g_strdup ("meeting");
  event->document = g_strdup (forms->approval->resolution);
  g_ptr_array_add (events, event);
}

/* What a member leaves in counts as paying what was promised; above that the promise grows with
 * it. */
static gboolean
add_capital (GPtrArray   *events,
             const Forms *forms,
             GHashTable  *persons,
             const char  *code,
             SheafPool    pool,
             SheafMoney   amount,
             GError     **error)
{
  gint64              party_id = sheaf_party_find (forms->book, code);
  const GPtrArray    *own = g_hash_table_lookup (persons, &party_id);
  SheafCapitalBalance balance = { 0 };
  SheafMemberState    state;
  SheafMoney          missing;

  if (!sheaf_member_on (forms->book, party_id, forms->date, &state, error))
    return FALSE;
  if (state.kind == SHEAF_MEMBER_NONE)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("%s is no member any more and cannot leave a share in as capital: approve a "
                      "plan with money=1 in [payment %s], or one with leavers=no"),
                   code, sheaf_pool_to_text (pool));
      return FALSE;
    }
  if (own != NULL)
    balance = sheaf_capital_sum (own, party_id, forms->date);
  missing = sheaf_money_sub (sheaf_money_add (balance.paid, amount), balance.committed);
  if (missing.units > 0)
    add_event (events, forms, SHEAF_CAPITAL_COMMIT, party_id, missing);
  add_event (events, forms, SHEAF_CAPITAL_CAPITALISE, party_id, amount);
  return TRUE;
}

/* Warnings, such as a limit of holding that is passed, go with the act. */
static gboolean
post_capital (const Forms     *forms,
              const GPtrArray *events,
              GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (events->len == 0)
    return TRUE;
  if (!sheaf_capital_enter (forms->book, events, TRUE, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_WARNING)
        sheaf_act_warn (forms->book, problem->text);
    }
  return TRUE;
}

/* Parts stand by member: one event for all that a member leaves in. */
static gboolean
post_parts (const Forms *forms,
            GError     **error)
{
  g_autoptr (GPtrArray) known = sheaf_capital_list (forms->book, 0, error);
  g_autoptr (GHashTable) persons = known == NULL ? NULL : sheaf_capital_by_person (known);
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafMoney    kept = SHEAF_MONEY_ZERO;
  SheafPool     pool = SHEAF_POOL_USE; /* the last that is left in */
  const GArray *parts = forms->result->parts;

  for (guint i = 0; persons != NULL && i < parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (parts, SheafSharePart, i);
      const SheafSharePart *next = i + 1 < parts->len ? part + 1 : NULL;

      if (part->form == SHEAF_PAY_FORM_CAPITAL)
        {
          kept = sheaf_money_add (kept, part->amount);
          pool = part->pool;
        }
      else if (part->form >= SHEAF_PAY_FORM_QUALIFIED && !insert_notice (forms, part, error))
        return FALSE;
      if (kept.units == 0 || (next != NULL && g_str_equal (next->code, part->code)))
        continue;
      if (!add_capital (events, forms, persons, part->code, pool, kept, error))
        return FALSE;
      kept = SHEAF_MONEY_ZERO;
    }
  return persons != NULL && post_capital (forms, events, error);
}

gboolean
sheaf_posting_forms (SheafBook           *book,
                     const SheafApproval *approval,
                     const gint64         vouchers[SHEAF_SIDES],
                     SheafDate            date,
                     gint64               act_id,
                     GError             **error)
{
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, approval->year, error);
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafDistribution) result = NULL;
  Forms forms = { book, approval, vouchers, date, act_id, NULL, NULL };

  plan = law == NULL ? NULL : sheaf_plan_load_id (book, law, approval->plan_id, error);
  if (plan == NULL)
    return FALSE;
  if (!has_forms (plan))
    return TRUE;
  result = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
  forms.plan = plan;
  forms.result = result;
  return result != NULL && post_parts (&forms, error);
}

gboolean
sheaf_posting_forms_take_back (SheafBook       *book,
                               const GPtrArray *vouchers,
                               SheafDate        date,
                               const char      *reason,
                               GError         **error)
{
  gint64 act_id = 0;

  for (guint i = 0; i < vouchers->len; i++)
    {
      const SheafPlanVoucher *voucher = vouchers->pdata[i];

      if (!sheaf_notice_check_unredeemed (book, voucher->voucher_id, error) ||
          !sheaf_store_get_int (sheaf_book_store (book), POSTING_ACT,
                                SHEAF_ARGS (SHEAF_INT (voucher->posting_id)), &act_id, error))
        return FALSE;
    }
  return act_id == 0 || sheaf_capital_reverse_act (book, act_id, date, reason, error);
}
