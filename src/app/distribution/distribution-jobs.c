/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/distribution/distribution-jobs.h"

#include "base/i18n.h"
#include "base/language.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "distribution/posting.h"
#include "ledger/party.h"
#include "ledger/verify.h"
#include "payouts/batch.h"
#include "payouts/payable.h"

/* After every voucher there may be. */
#define LAST_YEAR 2999

void
sheaf_year_plan_free (SheafYearPlan *year_plan)
{
  if (year_plan == NULL)
    return;
  g_free (year_plan->resolution);
  sheaf_law_free (year_plan->law);
  sheaf_plan_free (year_plan->plan);
  sheaf_distribution_free (year_plan->result);
  sheaf_problems_free (year_plan->problems);
  g_hash_table_unref (year_plan->names);
  g_clear_pointer (&year_plan->fund_accounts, sheaf_choices_unref);
  g_free (year_plan);
}

void
sheaf_year_plan_question_free (SheafYearPlanQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->text);
  g_free (question);
}

void
sheaf_year_act_free (SheafYearAct *act)
{
  if (act == NULL)
    return;
  g_free (act->text);
  g_free (act);
}

void
sheaf_closing_preview_free (SheafClosingPreview *preview)
{
  if (preview == NULL)
    return;
  sheaf_problems_free (preview->problems);
  g_free (preview);
}

/* The accounts with the roles of funds, in the chart's words; a chart may lack some. */
static gboolean
read_fund_accounts (SheafBook     *book,
                    SheafYearPlan *year_plan,
                    GError       **error)
{
  static const char *const roles[] = { "equity-fund", "welfare-fund", "bonus-fund" };
  const SheafChart        *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  year_plan->fund_accounts = sheaf_choices_new ();
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const SheafAccount *account = sheaf_chart_posting_account (chart, roles[i], NULL);

      if (account != NULL)
        sheaf_choices_add (year_plan->fund_accounts, account->id, account->code,
                           sheaf_account_name (account, sheaf_language_current ()));
    }
  return TRUE;
}

gboolean
sheaf_year_plan_count_unpaid (SheafBook *book,
                              int        year,
                              guint     *ret_members,
                              GError   **error)
{
  g_autoptr (GPtrArray)
      payables = sheaf_payable_list (book, year, sheaf_date_new (LAST_YEAR, 12, 31), error);

  *ret_members = 0;
  if (payables == NULL)
    return FALSE;
  for (guint i = 0; i < payables->len; i++)
    if (((const SheafPayable *) g_ptr_array_index (payables, i))->open.units > 0)
      (*ret_members)++;
  return TRUE;
}

static gboolean
read_state (SheafBook     *book,
            SheafYearPlan *year_plan,
            GError       **error)
{
  g_autoptr (SheafApproval) approval = NULL;

  if (!sheaf_closing_is_closed (book, year_plan->year, &year_plan->closed, error) ||
      !sheaf_plan_state (book, year_plan->year, &year_plan->state, error))
    return FALSE;
  if (year_plan->state == SHEAF_PLAN_POSTED &&
      !sheaf_year_plan_count_unpaid (book, year_plan->year, &year_plan->unpaid, error))
    return FALSE;
  year_plan->law = sheaf_law_of_book (book, error);
  if (year_plan->law == NULL)
    return FALSE;
  if (year_plan->state == SHEAF_PLAN_APPROVED || year_plan->state == SHEAF_PLAN_POSTED)
    approval = sheaf_approval_find (book, year_plan->year, NULL);
  year_plan->resolution = approval != NULL ? g_strdup (approval->resolution) : NULL;
  return TRUE;
}

/* The text given, the stored draft, or the law's defaults. */
static gboolean
read_plan (SheafBook     *book,
           const char    *text,
           SheafYearPlan *year_plan,
           GError       **error)
{
  g_autofree char *defaults = NULL;

  if (text == NULL && year_plan->state != SHEAF_PLAN_NONE)
    {
      year_plan->plan = sheaf_plan_load (book, year_plan->law, year_plan->year, NULL, error);
      return year_plan->plan != NULL;
    }
  defaults = g_strdup_printf ("[plan]\nlaw=%s\n", year_plan->law->id);
  year_plan->edited = text != NULL;
  year_plan->plan = sheaf_plan_parse (text != NULL ? text : defaults, -1, NULL, year_plan->law,
                                      year_plan->problems);
  if (year_plan->plan == NULL)
    g_set_error_literal (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                         _ ("The plan cannot be read."));
  return year_plan->plan != NULL;
}

/* A refusal is a finding, not a failure: the page shows why there is nothing to share. */
static gboolean
compute_result (SheafBook     *book,
                SheafYearPlan *year_plan,
                GError       **error)
{
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  g_autoptr (GError) refusal = NULL;

  if (year_plan->problems->errors > 0)
    return TRUE;
  if (!year_plan->edited && year_plan->state >= SHEAF_PLAN_APPROVED)
    {
      year_plan->result = sheaf_distribution_load (book, year_plan->year, year_plan->problems,
                                                   &refusal);
      if (year_plan->result == NULL && year_plan->problems->errors == 0)
        sheaf_problems_add (year_plan->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                            refusal->message);
      return TRUE;
    }
  inputs = sheaf_distribution_inputs_load (book, year_plan->year, year_plan->plan, year_plan->law,
                                           error);
  if (inputs == NULL)
    return FALSE;
  year_plan->result =
      sheaf_distribution_compute (year_plan->plan, year_plan->law, inputs, year_plan->problems);
  return TRUE;
}

static void
read_names (SheafBook     *book,
            SheafYearPlan *year_plan)
{
  for (guint i = 0; year_plan->result != NULL && i < year_plan->result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (year_plan->result->shares, SheafShare, i);
      gint64            id;
      g_autoptr (SheafParty) party = NULL;

      if (g_hash_table_contains (year_plan->names, share->code))
        continue;
      id = sheaf_party_find (book, share->code);
      party = id != 0 ? sheaf_party_load (book, id, NULL) : NULL;
      g_hash_table_insert (year_plan->names, g_strdup (share->code),
                           g_strdup (party != NULL ? party->name : ""));
    }
}

gpointer
sheaf_year_plan_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafYearPlanQuestion *question = data;
  SheafYearPlan               *year_plan = g_new0 (SheafYearPlan, 1);

  year_plan->year = question->year;
  year_plan->problems = sheaf_problems_new ();
  year_plan->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_state (connection, year_plan, error) ||
      !read_fund_accounts (connection, year_plan, error) ||
      !read_plan (connection, question->text, year_plan, error) ||
      !compute_result (connection, year_plan, error))
    {
      sheaf_year_plan_free (year_plan);
      return NULL;
    }
  read_names (connection, year_plan);
  return year_plan;
}

static gboolean
close_year (SheafBook          *book,
            const SheafYearAct *act,
            GError            **error)
{
  SheafClosingKeys keys = { .key = (SheafClosingKey) act->choice };

  return sheaf_closing_post (book, act->year, &keys, NULL, error);
}

static gboolean
pay_members (SheafBook          *book,
             const SheafYearAct *act,
             SheafProblems      *problems,
             GError            **error)
{
  SheafPayoutSpec spec = { .year = act->year,
                           .method = act->choice == 0 ? SHEAF_PAYOUT_CASH : SHEAF_PAYOUT_BANK,
                           .date = act->date,
                           .minimum = SHEAF_MONEY (-1) };

  return sheaf_payout_make (book, &spec, problems, NULL, error);
}

static gboolean
do_act (SheafBook          *book,
        const SheafYearAct *act,
        SheafProblems      *problems,
        GError            **error)
{
  SheafMeeting meeting = { .resolution = act->text, .date = act->date };

  switch (act->kind)
    {
    case SHEAF_YEAR_CLOSE:
      return close_year (book, act, error);
    case SHEAF_YEAR_REOPEN:
      return sheaf_closing_reopen (book, act->year, act->text, error);
    case SHEAF_YEAR_STORE_PLAN:
      return sheaf_plan_store (book, act->year, act->text, -1, NULL, problems, error);
    case SHEAF_YEAR_APPROVE:
      return sheaf_plan_approve (book, act->year, &meeting, problems, error);
    case SHEAF_YEAR_POST:
      return sheaf_plan_post (book, act->year, act->date, NULL, error);
    case SHEAF_YEAR_UNPOST:
      return sheaf_plan_unpost (book, act->year, act->date, act->text, error);
    case SHEAF_YEAR_PAY:
      return pay_members (book, act, problems, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gpointer
sheaf_year_act_job (gpointer connection,
                    gpointer data,
                    GError **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (!do_act (connection, data, problems, error))
    return NULL;
  return g_steal_pointer (&problems);
}

static void
add_result (const SheafVoucher  *closing,
            const SheafAccount **profit,
            SheafClosingPreview *preview)
{
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = g_ptr_array_index (closing->rows, i);

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          if (row->credit_id == profit[side]->id)
            preview->result[side] = sheaf_money_add (preview->result[side], row->amount);
          if (row->debit_id == profit[side]->id)
            preview->result[side] = sheaf_money_sub (preview->result[side], row->amount);
        }
    }
}

static gboolean
compute_closing (SheafBook           *book,
                 int                  year,
                 SheafClosingPreview *preview,
                 GError             **error)
{
  const SheafAccount *profit[SHEAF_SIDES];
  SheafClosingKeys    keys;
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (SheafVoucher) closing = NULL;
  g_autoptr (GError) refusal = NULL;

  if (!sheaf_distribution_profit_accounts (book, profit, error) ||
      !sheaf_closing_keys_load (book, year, &keys, error))
    return FALSE;
  totals = sheaf_totals_load (book, sheaf_book_year_start (book, year),
                              sheaf_book_year_end (book, year), error);
  if (totals == NULL)
    return FALSE;
  closing = sheaf_closing_compute (book, totals, &keys, &refusal);
  if (closing == NULL)
    {
      sheaf_problems_add (preview->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                          refusal->message);
      return TRUE;
    }
  preview->rows = closing->rows->len;
  add_result (closing, profit, preview);
  return TRUE;
}

gpointer
sheaf_closing_preview_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  SheafClosingPreview *preview = g_new0 (SheafClosingPreview, 1);
  gboolean             good;

  preview->problems = sheaf_problems_new ();
  good = compute_closing (connection, *(const int *) data, preview, error);
  for (const SheafCheck *check = sheaf_ledger_checks; good && check->name != NULL; check++)
    good = check->run (connection, preview->problems, error);
  if (good)
    return preview;
  sheaf_closing_preview_free (preview);
  return NULL;
}
