/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/distribution/distribution-jobs.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/order.h"
#include "base/text.h"
#include "book/setting.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "ledger/party.h"
#include "members/member.h"
#include "members/membership.h"
#include "payouts/standing.h"
#include "trade/product.h"

/* After every voucher there may be. */
#define LAST_YEAR 2999

void
sheaf_year_plan_free (SheafYearPlan *year_plan)
{
  if (year_plan == NULL)
    return;
  g_free (year_plan->resolution);
  g_free (year_plan->sector);
  sheaf_law_free (year_plan->law);
  sheaf_plan_free (year_plan->plan);
  sheaf_distribution_free (year_plan->result);
  sheaf_problems_free (year_plan->problems);
  g_clear_pointer (&year_plan->limits, g_ptr_array_unref);
  g_clear_pointer (&year_plan->members, g_ptr_array_unref);
  g_clear_pointer (&year_plan->versions, g_ptr_array_unref);
  g_clear_pointer (&year_plan->vouchers, g_ptr_array_unref);
  g_clear_pointer (&year_plan->proof, sheaf_proof_free);
  g_free (year_plan->changed);
  g_free (year_plan->counting);
  g_clear_pointer (&year_plan->fund_accounts, sheaf_choices_unref);
  g_clear_pointer (&year_plan->products, sheaf_choices_unref);
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

static gboolean
read_products (SheafBook     *book,
               SheafYearPlan *year_plan,
               GError       **error)
{
  g_autoptr (GPtrArray) products = sheaf_product_list (book, error);

  if (products == NULL)
    return FALSE;
  year_plan->products = sheaf_choices_new ();
  for (guint i = 0; i < products->len; i++)
    {
      const SheafProduct *product = products->pdata[i];

      sheaf_choices_add (year_plan->products, product->id, product->code, product->name);
    }
  return TRUE;
}

gboolean
sheaf_year_plan_count_unpaid (SheafBook *book,
                              int        year,
                              guint     *ret_members,
                              GError   **error)
{
  const SheafDate end = sheaf_date_new (LAST_YEAR, 12, 31);
  g_autoptr (GPtrArray) standings = sheaf_payout_standing_list (book, year, end, error);

  *ret_members = 0;
  if (standings == NULL)
    return FALSE;
  for (guint i = 0; i < standings->len; i++)
    if (((const SheafPayoutStanding *) g_ptr_array_index (standings, i))->open.units > 0)
      (*ret_members)++;
  return TRUE;
}

/* What is no longer as the meeting approved it, in a sentence that ends with the remedy. */
static char *
find_change (SheafBook           *book,
             const SheafApproval *approval,
             SheafPlanState       state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *difference = NULL;

  if (state == SHEAF_PLAN_APPROVED)
    return sheaf_approval_check_unchanged (book, approval, &error) ? NULL
                                                                   : g_strdup (error->message);
  if (state != SHEAF_PLAN_DRAFT)
    return NULL;
  difference = sheaf_plan_difference (book, approval->plan_id,
                                      sheaf_plan_find (book, approval->year));
  return difference == NULL
             ? NULL
             : g_strdup_printf (_ ("The plan was changed after its approval (%s): approve it anew "
                                   "before it is posted."),
                                difference);
}

/* Who has a vote in the general meeting, as of the year's last day. */
static gboolean
count_heads (SheafBook     *book,
             SheafYearPlan *year_plan,
             GError       **error)
{
  g_autoptr (GHashTable) spans = sheaf_member_spans_all (book, error);
  GHashTableIter iter;
  gpointer       of_member;

  if (spans == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, spans);
  while (g_hash_table_iter_next (&iter, NULL, &of_member))
    year_plan->heads += sheaf_member_spans_on (of_member, year_plan->year_end).kind ==
                        SHEAF_MEMBER_OFFICIAL;
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
  year_plan->year_end = sheaf_book_year_end (book, year_plan->year);
  year_plan->sector = sheaf_setting_find (book, "sector");
  if (year_plan->state == SHEAF_PLAN_POSTED)
    {
      year_plan->vouchers = sheaf_plan_voucher_list (book, year_plan->year, error);
      year_plan->proof = year_plan->vouchers != NULL
                             ? sheaf_distribution_proof (book, year_plan->year, error)
                             : NULL;
      if (year_plan->proof == NULL)
        return FALSE;
    }
  year_plan->law = sheaf_law_of_year (book, year_plan->year, error);
  year_plan->versions = sheaf_plan_version_list (book, year_plan->year, error);
  if (year_plan->law == NULL || year_plan->versions == NULL ||
      !count_heads (book, year_plan, error))
    return FALSE;
  approval = sheaf_approval_find (book, year_plan->year, NULL);
  if (approval == NULL)
    return TRUE;
  year_plan->counting = g_strdup (approval->version);
  year_plan->changed = find_change (book, approval, year_plan->state);
  if (year_plan->state >= SHEAF_PLAN_APPROVED)
    year_plan->resolution = g_strdup (approval->resolution);
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
  /* What storing would refuse is told while it is typed. */
  return year_plan->plan != NULL &&
         sheaf_plan_check_book (book, year_plan->year, year_plan->plan, year_plan->law,
                                year_plan->problems, error);
}

/* Frozen figures once the plan is approved, those of the book before. */
static SheafDistributionInputs *
read_inputs (SheafBook     *book,
             SheafYearPlan *year_plan,
             gboolean       frozen,
             GError       **error)
{
  g_autoptr (SheafApproval) approval = frozen ? sheaf_approval_find (book, year_plan->year, NULL)
                                              : NULL;
  SheafDistributionInputs *inputs = NULL;

  if (approval != NULL)
    inputs = sheaf_distribution_inputs_from_text (approval->inputs);
  return inputs != NULL ? inputs
                        : sheaf_distribution_inputs_load (book, year_plan->year, year_plan->plan,
                                                          year_plan->law, error);
}

/* A refusal is a finding, not a failure: the page shows why there is nothing to share, and what the
 * choices come to all the same. */
static gboolean
compute_result (SheafBook     *book,
                SheafYearPlan *year_plan,
                GError       **error)
{
  gboolean frozen = !year_plan->edited && year_plan->state >= SHEAF_PLAN_APPROVED;
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  g_autoptr (GError) refusal = NULL;

  inputs = read_inputs (book, year_plan, frozen, error);
  if (inputs == NULL)
    return FALSE;
  if (year_plan->problems->errors == 0 && frozen)
    {
      year_plan->result = sheaf_distribution_load (book, year_plan->year, year_plan->problems,
                                                   &refusal);
      if (year_plan->result == NULL && year_plan->problems->errors == 0)
        sheaf_problems_add (year_plan->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                            refusal->message);
    }
  else if (year_plan->problems->errors == 0)
    year_plan->result = sheaf_distribution_compute (year_plan->plan, year_plan->law, inputs,
                                                    year_plan->problems);
  year_plan->limits = sheaf_plan_limits (year_plan->plan, year_plan->law, inputs,
                                         year_plan->result);
  return TRUE;
}

static void
free_member (gpointer data)
{
  SheafMemberShare *member = data;

  g_free (member->code);
  g_free (member->name);
  g_free (member->name_key);
  g_free (member->folded);
  g_free (member);
}

static SheafMemberShare *
new_member (const char       *code,
            const char       *name,
            const SheafOrder *order)
{
  SheafMemberShare *member = g_new0 (SheafMemberShare, 1);
  g_autofree char  *words = g_strjoin (" ", code, name, NULL);

  member->code = g_strdup (code);
  member->name = g_strdup (name);
  member->name_key = sheaf_order_name_key (order, name, SHEAF_ORDER_BY_GIVEN);
  member->folded = sheaf_text_fold (words);
  return member;
}

/* The shares are in order of codes. */
static gboolean
sum_members (SheafBook     *book,
             SheafYearPlan *year_plan,
             GError       **error)
{
  g_autoptr (GHashTable) names = sheaf_party_names (book, error);
  g_autoptr (SheafOrder) order = NULL;
  SheafMemberShare *member = NULL;

  if (names == NULL)
    return FALSE;
  order = sheaf_order_new (sheaf_member_alphabet (book));
  for (guint i = 0; year_plan->result != NULL && i < year_plan->result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (year_plan->result->shares, SheafShare, i);
      const char       *name = g_hash_table_lookup (names, share->code);

      if (member == NULL || !g_str_equal (member->code, share->code))
        {
          member = new_member (share->code, name != NULL ? name : "", order);
          g_ptr_array_add (year_plan->members, member);
        }
      member->pools[share->pool] = sheaf_money_add (member->pools[share->pool], share->amount);
      member->total = sheaf_money_add (member->total, share->amount);
    }
  return TRUE;
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
  year_plan->members = g_ptr_array_new_with_free_func (free_member);
  if (!read_state (connection, year_plan, error) ||
      !read_fund_accounts (connection, year_plan, error) ||
      !read_plan (connection, question->text, year_plan, error) ||
      !read_products (connection, year_plan, error) ||
      !compute_result (connection, year_plan, error) ||
      !sum_members (connection, year_plan, error))
    {
      sheaf_year_plan_free (year_plan);
      return NULL;
    }
  return year_plan;
}
