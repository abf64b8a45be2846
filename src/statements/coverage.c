/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's first check is written out down to its accounts; what the accounts hold and the written
 * out check does not take, or takes twice, is told with the account's number. */
#include "statements/coverage.h"

#include "base/i18n.h"
#include "statements/words.h"

/* A term of the written-out check, with the sign it has there. */
typedef struct
{
  const SheafRuleTerm *term;
  int                  sign;
  SheafMoney           value;
} Use;

typedef struct
{
  const SheafFigures *figures;
  const SheafForm    *form;
  SheafFiguresMoment  moment;
  GArray             *uses; /* of Use */
  SheafProblems      *problems;
} Coverage;

static void
write_out (Coverage        *coverage,
           const SheafRule *rule,
           int              sign)
{
  for (guint i = 0; i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];
      Use                  use = { term, sign * term->sign, SHEAF_MONEY_ZERO };

      if (term->function == SHEAF_RULE_LINE)
        {
          write_out (coverage, sheaf_form_find_line (coverage->form, term->line, NULL)->rule,
                     use.sign);
          continue;
        }
      use.value = sheaf_figures_term (coverage->figures, term, coverage->moment);
      g_array_append_val (coverage->uses, use);
    }
}

static gboolean
names_under (const SheafChart   *chart,
             char              **codes,
             const SheafAccount *group)
{
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const SheafAccount *account = sheaf_chart_by_code (chart, codes[i]);

      if (account != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

static char *
amount_text (SheafMoney amount)
{
  return sheaf_words_figure (amount.units < 0 ? sheaf_money_neg (amount) : amount);
}

static void
tell_balance (Coverage           *coverage,
              const SheafAccount *account,
              SheafMoney          missing)
{
  g_autofree char *amount = amount_text (missing);
  gboolean         debit = missing.units > 0;

  if (coverage->moment == SHEAF_FIGURES_AT_START)
    sheaf_problems_add (coverage->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        debit ? _ ("account %s: %s of its debit balance at the start of the year "
                                   "has no line in %s; correct its entries of earlier days")
                              : _ ("account %s: %s of its credit balance at the start of the year "
                                   "has no line in %s; correct its entries of earlier days"),
                        account->code, amount, coverage->form->code);
  else
    sheaf_problems_add (coverage->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        debit ? _ ("account %s: %s of its debit balance has no line in %s; correct "
                                   "its entries or move it to an account that has one")
                              : _ ("account %s: %s of its credit balance has no line in %s; "
                                   "correct its entries or move it to an account that has one"),
                        account->code, amount, coverage->form->code);
}

/* What the uses of these accounts and all under them do not take of their balance; debit positive.
 * ret_own says whether a use names exactly this account or one together with others. */
static SheafMoney
missing_under (const Coverage     *coverage,
               const SheafAccount *group,
               gboolean           *ret_own)
{
  const SheafChart *chart = sheaf_figures_chart (coverage->figures);
  SheafMoney        missing = sheaf_figures_balance (coverage->figures, group, coverage->moment);

  *ret_own = FALSE;
  for (guint i = 0; i < coverage->uses->len; i++)
    {
      const Use *use = &g_array_index (coverage->uses, Use, i);

      if (!names_under (chart, use->term->accounts, group))
        continue;
      if (use->term->accounts[1] != NULL || g_str_equal (use->term->accounts[0], group->code))
        *ret_own = TRUE;
      missing = use->sign > 0 ? sheaf_money_sub (missing, use->value)
                              : sheaf_money_add (missing, use->value);
    }
  return missing;
}

/* Goes down to the account that a line should name. */
static void
check_balance (Coverage           *coverage,
               const SheafAccount *group)
{
  const SheafChart *chart = sheaf_figures_chart (coverage->figures);
  gboolean          own, told = FALSE;
  SheafMoney        missing = missing_under (coverage, group, &own);

  if (!own && !group->postable)
    {
      for (guint i = 0; i < sheaf_chart_count (chart); i++)
        if (sheaf_chart_at (chart, i)->parent_id == group->id)
          check_balance (coverage, sheaf_chart_at (chart, i));
      told = TRUE;
    }
  if (!told && missing.units != 0)
    tell_balance (coverage, group, missing);
}

/* Accounts that are set off against each other are judged together: the first of a term stands for
 * the others. */
static gboolean
is_judged_with_another (const Coverage     *coverage,
                        const SheafAccount *root)
{
  const SheafChart *chart = sheaf_figures_chart (coverage->figures);

  for (guint i = 0; i < coverage->uses->len; i++)
    {
      char **codes = g_array_index (coverage->uses, Use, i).term->accounts;

      if (codes[1] != NULL && names_under (chart, codes, root))
        return TRUE;
    }
  return FALSE;
}

/* All accounts of the terms that name several: together they must be taken as a whole. */
static void
check_joined_balances (Coverage *coverage)
{
  const SheafChart   *chart = sheaf_figures_chart (coverage->figures);
  const SheafAccount *first = NULL;
  SheafMoney          missing = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *root = sheaf_chart_at (chart, i);

      if (root->parent_id != 0 || !is_judged_with_another (coverage, root))
        continue;
      first = first == NULL ? root : first;
      missing = sheaf_money_add (missing,
                                 sheaf_figures_balance (coverage->figures, root, coverage->moment));
    }
  for (guint i = 0; i < coverage->uses->len; i++)
    {
      const Use *use = &g_array_index (coverage->uses, Use, i);

      if (use->term->accounts[1] != NULL)
        missing = use->sign > 0 ? sheaf_money_sub (missing, use->value)
                                : sheaf_money_add (missing, use->value);
    }
  if (first != NULL && missing.units != 0)
    tell_balance (coverage, first, missing);
}

static void
check_balances (Coverage *coverage)
{
  const SheafChart *chart = sheaf_figures_chart (coverage->figures);

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *root = sheaf_chart_at (chart, i);

      if (root->parent_id == 0 && root->type != SHEAF_ACCOUNT_OFF_BALANCE &&
          !is_judged_with_another (coverage, root))
        check_balance (coverage, root);
    }
  check_joined_balances (coverage);
}

static gboolean
is_result (const SheafAccount *account)
{
  return account->type == SHEAF_ACCOUNT_REVENUE || account->type == SHEAF_ACCOUNT_CONTRA_REVENUE ||
         account->type == SHEAF_ACCOUNT_EXPENSE;
}

static gboolean
is_named (const Coverage *coverage,
          char          **codes,
          gint64          account_id)
{
  const SheafChart   *chart = sheaf_figures_chart (coverage->figures);
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  for (gsize i = 0; account != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

/* How often the check takes the turnover between two accounts. */
static int
count_pair (const Coverage *coverage,
            gint64          debit_id,
            gint64          credit_id)
{
  int count = 0;

  for (guint i = 0; i < coverage->uses->len; i++)
    {
      const Use           *use = &g_array_index (coverage->uses, Use, i);
      const SheafRuleTerm *term = use->term;
      gboolean             taken = FALSE;

      if (term->function == SHEAF_RULE_DEBIT_TURNOVER)
        taken = is_named (coverage, term->accounts, debit_id);
      else if (term->function == SHEAF_RULE_CREDIT_TURNOVER)
        taken = is_named (coverage, term->accounts, credit_id);
      else if (term->function == SHEAF_RULE_CROSS_TURNOVER)
        taken = is_named (coverage, term->accounts, debit_id) &&
                is_named (coverage, term->credits, credit_id);
      count += taken ? use->sign : 0;
    }
  return count;
}

/* 1 for accounts whose amounts the statement has counted once they stand there: the clearing
 * account, and those whose whole credit turnover is a line. Others count only when they are closed
 * to it. */
static int
counted_on (const Coverage     *coverage,
            const SheafAccount *account)
{
  int count = 0;

  if (account->type == SHEAF_ACCOUNT_CLEARING)
    return 1;
  for (guint i = 0; i < coverage->uses->len; i++)
    {
      const Use *use = &g_array_index (coverage->uses, Use, i);

      if (use->term->function == SHEAF_RULE_CREDIT_TURNOVER &&
          is_named (coverage, use->term->accounts, account->id))
        count += use->sign;
    }
  return count;
}

/* A row moves an amount from its credit to its debit account. The statement must count it exactly
 * as often as the amount comes nearer to, or leaves, the result: then, once all is closed, the last
 * line is the result that went to equity, whatever rows there were. */
static void
check_pair (Coverage             *coverage,
            const SheafPairTotal *pair)
{
  const SheafChart   *chart = sheaf_figures_chart (coverage->figures);
  const SheafAccount *debit = sheaf_chart_by_id (chart, pair->debit_id);
  const SheafAccount *credit = sheaf_chart_by_id (chart, pair->credit_id);
  gboolean            from_clearing = debit->type == SHEAF_ACCOUNT_CLEARING;
  gboolean            to_clearing = credit->type == SHEAF_ACCOUNT_CLEARING;
  int                 expected = counted_on (coverage, credit) - counted_on (coverage, debit);
  g_autofree char    *amount = amount_text (pair->period);

  if (from_clearing && !to_clearing && !is_result (credit))
    expected++;
  if (to_clearing && !from_clearing && !is_result (debit))
    expected--;
  if (count_pair (coverage, pair->debit_id, pair->credit_id) != expected)
    sheaf_problems_add (coverage->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("debit %s credit %s: %s has no line in %s; reverse these entries "
                           "instead of posting them the other way round, or use an account "
                           "that has a line"),
                        debit->code, credit->code, amount, coverage->form->code);
}

/* Money that came in or went out must stand in one line, once; what moved between two money
 * accounts in none. */
static void
check_money_pair (Coverage             *coverage,
                  const SheafPairTotal *pair)
{
  const SheafChart   *chart = sheaf_figures_chart (coverage->figures);
  const SheafAccount *debit = sheaf_chart_by_id (chart, pair->debit_id);
  const SheafAccount *credit = sheaf_chart_by_id (chart, pair->credit_id);
  int                 expected = (debit->money ? 1 : 0) - (credit->money ? 1 : 0);
  g_autofree char    *amount = amount_text (pair->period);

  if (count_pair (coverage, pair->debit_id, pair->credit_id) != expected)
    sheaf_problems_add (coverage->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                        _ ("debit %s credit %s: %s of money has no line in %s; post it against an "
                           "account that has one"),
                        debit->code, credit->code, amount, coverage->form->code);
}

static void
check_results (Coverage *coverage)
{
  const GArray     *pairs = sheaf_figures_totals (coverage->figures)->pairs;
  const SheafChart *chart = sheaf_figures_chart (coverage->figures);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);

      if (pair->period.units != 0 && debit != NULL && credit != NULL && !debit->hidden &&
          !credit->hidden)
        (coverage->form->coverage == SHEAF_FORM_COVERS_MONEY ? check_money_pair
                                                             : check_pair) (coverage, pair);
    }
}

static void
check_equalities (const SheafFigures *figures,
                  const SheafForm    *form,
                  const SheafMoney   *lines,
                  SheafFiguresMoment  moment,
                  SheafProblems      *problems)
{
  for (guint i = 0; i < form->checks->len; i++)
    {
      const SheafFormCheck *check = form->checks->pdata[i];
      SheafMoney            left = sheaf_figures_rule (figures, form, check->left, lines, moment);
      SheafMoney            right = sheaf_figures_rule (figures, form, check->right, lines, moment);
      g_autofree char      *left_text = sheaf_words_figure (left);
      g_autofree char      *right_text = sheaf_words_figure (right);

      if (sheaf_money_cmp (left, right) != 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("%s: %s does not hold, the sides are %s and %s"), form->code,
                            check->text, left_text, right_text);
    }
}

void
sheaf_coverage_check (const SheafFigures *figures,
                      const SheafForm    *form,
                      const SheafMoney   *lines,
                      SheafFiguresMoment  moment,
                      SheafProblems      *problems)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  Coverage              coverage = { figures, form, moment, uses, problems };
  const SheafFormCheck *check;

  check_equalities (figures, form, lines, moment, problems);
  if (form->checks->len == 0 || form->coverage == SHEAF_FORM_COVERS_NOTHING)
    return;
  check = form->checks->pdata[0];
  write_out (&coverage, check->left, 1);
  if (form->coverage == SHEAF_FORM_COVERS_RESULTS || form->coverage == SHEAF_FORM_COVERS_MONEY)
    {
      if (moment == SHEAF_FIGURES_AT_END)
        check_results (&coverage);
      return;
    }
  write_out (&coverage, check->right, -1);
  check_balances (&coverage);
}
