/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a plan by the book that it is for: its accounts, products and sector. */
#include "base/i18n.h"
#include "book/setting.h"
#include "distribution/draft.h"
#include "distribution/plan-private.h"
#include "ledger/chart.h"
#include "notices/law.h"
#include "notices/retain.h"
#include "trade/product.h"

/* Money can be put to a fund or a liability that asks for no party; profit itself is no fund. */
static void
check_account (SheafBook        *book,
               const SheafPlan  *plan,
               const SheafChart *chart,
               const char       *group,
               const char       *code,
               SheafProblems    *problems)
{
  const SheafAccount *account = code != NULL ? sheaf_chart_by_code (chart, code) : NULL;
  g_autofree char    *field = g_strdup_printf ("[%s] account", group);
  guint               line = sheaf_plan_line (plan, group, "account");
  g_autofree char    *text = NULL;

  if (code == NULL)
    return;
  if (account == NULL)
    text = sheaf_chart_hint (book, code);
  if (account == NULL && text == NULL)
    text = g_strdup_printf (
        _ ("there is no account %s: choose one of the chart, for example a fund"), code);
  else if (account != NULL && !account->postable)
    text = g_strdup_printf (_ ("%s is a group: choose one of the accounts under it"), code);
  else if (account != NULL && account->type != SHEAF_ACCOUNT_EQUITY &&
           account->type != SHEAF_ACCOUNT_LIABILITY)
    text = g_strdup_printf (
        _ ("%s is neither a fund nor a liability: choose an account of equity or liabilities"),
        code);
  else if (account != NULL && account->needs > SHEAF_NEEDS_OPTIONAL)
    text = g_strdup_printf (
        _ ("%s asks for a party or an item, which a fund has not: choose another account"), code);
  else if (account != NULL && account->scope != SHEAF_ACCOUNT_SCOPE_NONE)
    text = g_strdup_printf (_ ("%s is undistributed profit itself: choose the account of a fund"),
                            code);
  if (text != NULL)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file, line, field, "%s", text);
}

static void
check_product (SheafBook       *book,
               const SheafPlan *plan,
               const char      *group,
               const char      *key,
               const char      *product,
               SheafProblems   *problems)
{
  g_autofree char *field = g_strdup_printf ("[%s] %s", group, key);

  if (sheaf_product_find (book, product) == 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, plan->file,
                        sheaf_plan_line (plan, group, key), field,
                        _ ("there is no product %s: correct the code or remove the line"),
                        product);
}

/* A weight or a retain that meets nothing is most likely a slip of the pen. */
static void
check_products (SheafBook       *book,
                const SheafPlan *plan,
                SheafProblems   *problems)
{
  for (guint i = 0; i < plan->product_weights->len; i++)
    {
      const SheafPlanProductWeight *item = plan->product_weights->pdata[i];
      g_autofree char              *key = g_strconcat ("product.", item->product, NULL);

      check_product (book, plan, "weights", key, item->product, problems);
    }
  for (guint i = 0; i < plan->retains->len; i++)
    {
      const SheafRetainRule *rule = plan->retains->pdata[i];
      g_autofree char       *group = g_strconcat ("retain ", rule->name, NULL);

      for (guint n = 0; rule->products != NULL && rule->products[n] != NULL; n++)
        check_product (book, plan, group, "products", rule->products[n], problems);
    }
}

/* A reserve without an account of its own goes to the one that the law names in the chart. */
static void
check_role (const SheafPlan        *plan,
            const SheafLaw         *law,
            const SheafChart       *chart,
            const SheafPlanReserve *reserve,
            SheafProblems          *problems)
{
  const SheafLawReserve *rule = sheaf_law_rules_reserve (law->rules, reserve->name);
  g_autofree char       *group = g_strconcat ("reserve ", reserve->name, NULL);

  if (reserve->account == NULL && rule->role != NULL && reserve->rate.millionths > 0 &&
      sheaf_chart_posting_account (chart, rule->role, NULL) == NULL)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, NULL), group,
                        _ ("an account to credit is needed: give its code as account=CODE"));
}

/* TRUE for accounts whose balances by member are those of capital or of shares in money: notices
 * among them could not be told apart. */
static gboolean
is_taken (const SheafChart   *chart,
          const SheafAccount *account)
{
  static const char *const roles[] = { "member-capital", "member-payable" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const SheafAccount *group = sheaf_chart_by_role (chart, roles[i], NULL);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

/* Notices and retains are owed to a member by name, so their account keeps parties. code NULL:
 * nothing is given so. */
static void
check_keeping (const SheafPlan  *plan,
               const SheafChart *chart,
               const char       *group,
               const char       *key,
               const char       *code,
               SheafProblems    *problems)
{
  const SheafAccount *account = code != NULL ? sheaf_chart_by_code (chart, code) : NULL;

  if (code == NULL ||
      (account != NULL && sheaf_notice_account_fits (account) && !is_taken (chart, account)))
    return;
  if (account != NULL && is_taken (chart, account))
    {
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                          sheaf_plan_line (plan, group, key), group,
                          _ ("%s keeps the members' capital or what is paid to them: open an "
                             "account of its own for notices"),
                          code);
      return;
    }
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                      sheaf_plan_line (plan, group, key), group,
                      _ ("%s is no account of equity or liabilities that asks for a party: choose "
                         "one that keeps notices by member"),
                      code);
}

static void
check_forms (const SheafPlan  *plan,
             const SheafChart *chart,
             SheafProblems    *problems)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    for (guint form = SHEAF_PAY_FORM_QUALIFIED; form < SHEAF_PAY_FORMS; form++)
      {
        g_autofree char *group = g_strconcat ("payment ", sheaf_pool_to_text (pool), NULL);
        g_autofree char *key = g_strconcat (sheaf_pay_form_to_text (form), "-account", NULL);

        check_keeping (plan, chart, group, key, plan->payments[pool].accounts[form], problems);
      }
}

static gboolean
check_accounts (SheafBook       *book,
                const SheafPlan *plan,
                const SheafLaw  *law,
                SheafProblems   *problems,
                GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];
      g_autofree char     *group = g_strconcat ("fund ", fund->name, NULL);

      check_account (book, plan, chart, group, fund->account, problems);
    }
  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];
      g_autofree char        *group = g_strconcat ("earmark ", earmark->name, NULL);

      check_account (book, plan, chart, group, earmark->account, problems);
    }
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];
      g_autofree char        *group = g_strconcat ("reserve ", reserve->name, NULL);

      check_account (book, plan, chart, group, reserve->account, problems);
      check_role (plan, law, chart, reserve, problems);
    }
  check_forms (plan, chart, problems);
  return TRUE;
}

/* What the law does not know or no account keeps could be planned, but never be entered. */
static gboolean
check_retains (SheafBook       *book,
               int              year,
               const SheafPlan *plan,
               SheafProblems   *problems,
               GError         **error)
{
  g_autoptr (SheafNoticeLaw) law = sheaf_notice_law_load (book, sheaf_book_year_end (book, year),
                                                          error);
  const SheafChart *chart = law == NULL ? NULL : sheaf_chart_get (book, error);

  for (guint i = 0; chart != NULL && i < plan->retains->len; i++)
    {
      const SheafRetainRule *rule = plan->retains->pdata[i];
      g_autofree char       *group = g_strconcat ("retain ", rule->name, NULL);
      g_autoptr (GError) refusal = NULL;

      if (!sheaf_notice_law_allows (law, rule->kind, &refusal))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                            sheaf_plan_line (plan, group, "kind"), group, "%s", refusal->message);
      check_keeping (plan, chart, group, "account", rule->account, problems);
    }
  return chart != NULL;
}

gboolean
sheaf_plan_check_book (SheafBook       *book,
                       int              year,
                       const SheafPlan *plan,
                       const SheafLaw  *law,
                       SheafProblems   *problems,
                       GError         **error)
{
  g_autofree char *sector = NULL;

  g_return_val_if_fail (book != NULL && plan != NULL && law != NULL && problems != NULL, FALSE);
  if (!check_accounts (book, plan, law, problems, error) ||
      !check_retains (book, year, plan, problems, error))
    return FALSE;
  check_products (book, plan, problems);
  sector = sheaf_setting_find (book, "sector");
  sheaf_plan_check_sector (plan, law, sector, problems);
  sheaf_plan_warn_sector (plan, law, sector, problems);
  return TRUE;
}
