/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule written out down to its accounts, then turned into accounts whose rows are to be read. */
#include "statements/rows-private.h"

#include "statements/movement.h"

guint
sheaf_rows_key_hash (gconstpointer key)
{
  const SheafRowsKey *pair = key;

  return (guint) (pair->first * 1009 + pair->second);
}

gboolean
sheaf_rows_key_equal (gconstpointer a,
                      gconstpointer b)
{
  const SheafRowsKey *x = a;
  const SheafRowsKey *y = b;

  return x->first == y->first && x->second == y->second;
}

void
sheaf_rows_step_free (gpointer data)
{
  SheafRowsStep *step = data;

  g_clear_pointer (&step->details, g_hash_table_unref);
  g_free (step);
}

static SheafRowsStep *
add_step (SheafRowsPlan    *plan,
          SheafRowsStepKind kind,
          gint64            account_id,
          int               sign)
{
  SheafRowsStep *step = g_new0 (SheafRowsStep, 1);

  step->kind = kind;
  step->account_id = account_id;
  step->sign = sign;
  g_ptr_array_add (plan->steps, step);
  return step;
}

/* How near an account is to equity when results are closed. */
static int
rank_of (const SheafChart *chart,
         gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  if (account == NULL)
    return 4;
  switch (account->type)
    {
    case SHEAF_ACCOUNT_CONTRA_REVENUE:
    case SHEAF_ACCOUNT_EXPENSE:
      return 0;
    case SHEAF_ACCOUNT_REVENUE:
      return 1;
    case SHEAF_ACCOUNT_CLEARING:
      return 2;
    case SHEAF_ACCOUNT_ASSET:
    case SHEAF_ACCOUNT_CONTRA_ASSET:
    case SHEAF_ACCOUNT_LIABILITY:
    case SHEAF_ACCOUNT_EQUITY:
    case SHEAF_ACCOUNT_OFF_BALANCE:
    default:
      return 3;
    }
}

gint64
sheaf_rows_source (const SheafChart *chart,
                   gint64            debit_id,
                   gint64            credit_id)
{
  return rank_of (chart, debit_id) < rank_of (chart, credit_id) ? debit_id : credit_id;
}

/* What the chosen details of an account held before the period; debit positive. */
static SheafMoney
find_opening (const SheafRowsPlan *plan,
              const SheafRowsStep *step)
{
  const GArray       *details = sheaf_figures_totals (plan->figures)->details;
  const SheafAccount *account = sheaf_chart_by_id (plan->chart, step->account_id);
  SheafMoney          whole;
  SheafMoney          sum = SHEAF_MONEY_ZERO, named = SHEAF_MONEY_ZERO;
  SheafRowsKey        nobody = { 0, 0 };

  whole = sheaf_figures_balance (plan->figures, account, SHEAF_FIGURES_AT_START);
  if (step->details == NULL)
    return whole;
  for (guint i = 0; i < details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (details, SheafDetailTotal, i);
      SheafRowsKey            key = { detail->party_id, detail->item_id };

      if (detail->account_id != step->account_id || sheaf_rows_key_equal (&key, &nobody))
        continue;
      named = sheaf_money_add (named, detail->before);
      if (g_hash_table_contains (step->details, &key))
        sum = sheaf_money_add (sum, detail->before);
    }
  if (g_hash_table_contains (step->details, &nobody))
    sum = sheaf_money_add (sum, sheaf_money_sub (whole, named));
  return sum;
}

static SheafRowsStep *
find_balance_step (SheafRowsPlan *plan,
                   guint          from,
                   gint64         account_id)
{
  for (guint i = from; i < plan->steps->len; i++)
    {
      SheafRowsStep *step = plan->steps->pdata[i];

      if (step->kind == SHEAF_ROWS_BALANCE && step->account_id == account_id)
        return step;
    }
  return NULL;
}

/* The accounts of a balance, each with the details that count; sign is that of debit amounts. */
static void
plan_balance (SheafRowsPlan *plan,
              const GArray  *parts,
              gboolean       by_detail,
              int            sign)
{
  guint first = plan->steps->len;

  for (guint i = 0; i < parts->len; i++)
    {
      const SheafFiguresPart *part = &g_array_index (parts, SheafFiguresPart, i);
      const SheafAccount     *account = sheaf_chart_by_id (plan->chart, part->account_id);
      SheafRowsStep          *step = find_balance_step (plan, first, part->account_id);
      SheafRowsKey            key = { part->party_id, part->item_id };

      if (step == NULL)
        step = add_step (plan, SHEAF_ROWS_BALANCE, part->account_id, sign);
      if (!by_detail || account->needs == SHEAF_NEEDS_NOTHING)
        continue; /* rows that name somebody all the same belong to the account */
      if (step->details == NULL)
        step->details =
            g_hash_table_new_full (sheaf_rows_key_hash, sheaf_rows_key_equal, g_free, NULL);
      g_hash_table_add (step->details, g_memdup2 (&key, sizeof key));
    }
  for (guint i = first; i < plan->steps->len; i++)
    {
      SheafRowsStep *step = plan->steps->pdata[i];
      SheafMoney     opening = find_opening (plan, step);

      step->opening = sign > 0 ? opening : sheaf_money_neg (opening);
    }
}

/* Notes the pairs of a turnover; one that two terms take with opposite signs drops out later. */
static void
plan_turnover (SheafRowsPlan *plan,
               const GArray  *parts,
               int            sign)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (sheaf_rows_key_hash, sheaf_rows_key_equal, g_free, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const SheafFiguresPart *part = &g_array_index (parts, SheafFiguresPart, i);
      SheafRowsKey            key = { part->account_id, part->contra_id };
      gpointer                place, value;

      if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        continue; /* the same pair in another scope */
      if (g_hash_table_lookup_extended (plan->pairs, &key, &place, &value))
        {
          g_hash_table_insert (plan->pairs, g_memdup2 (&key, sizeof key),
                               GINT_TO_POINTER (GPOINTER_TO_INT (value) + sign));
          continue;
        }
      place = g_memdup2 (&key, sizeof key);
      g_hash_table_insert (plan->pairs, place, GINT_TO_POINTER (sign));
      g_ptr_array_add (plan->order, place);
    }
}

static void
plan_term (SheafRowsPlan       *plan,
           const SheafRuleTerm *term,
           int                  sign)
{
  gboolean debit = term->function == SHEAF_RULE_DEBIT_BALANCE ||
                   term->function == SHEAF_RULE_DEBIT_DETAILS;
  gboolean credit = term->function == SHEAF_RULE_CREDIT_BALANCE ||
                    term->function == SHEAF_RULE_CREDIT_DETAILS;
  gboolean by_detail = term->function == SHEAF_RULE_DEBIT_DETAILS ||
                       term->function == SHEAF_RULE_CREDIT_DETAILS;
  gboolean movement = plan->statement->form->kind == SHEAF_FORM_MOVEMENT;
  g_autoptr (GArray) parts = NULL;
  guint first = plan->steps->len;

  if (movement && plan->column == SHEAF_STATEMENT_INCREASE)
    parts = sheaf_movement_parts (plan->figures, term, SHEAF_MOVEMENT_INCREASE);
  else if (movement && plan->column == SHEAF_STATEMENT_DECREASE)
    parts = sheaf_movement_parts (plan->figures, term, SHEAF_MOVEMENT_DECREASE);
  else if (movement)
    parts = sheaf_movement_parts (plan->figures, term,
                                  plan->moment == SHEAF_FIGURES_AT_START ? SHEAF_MOVEMENT_OPENING
                                                                         : SHEAF_MOVEMENT_CLOSING);
  else
    parts = sheaf_figures_parts (plan->figures, term, plan->moment);
  if ((debit || credit) && plan->column != SHEAF_STATEMENT_INCREASE &&
      plan->column != SHEAF_STATEMENT_DECREASE)
    plan_balance (plan, parts, by_detail, debit ? sign : -sign);
  else if (term->function == SHEAF_RULE_DEBIT_OPENING)
    plan_balance (plan, parts, FALSE, sign);
  else
    plan_turnover (plan, parts, sign);
  for (guint i = first; term->function == SHEAF_RULE_DEBIT_OPENING && i < plan->steps->len; i++)
    ((SheafRowsStep *) plan->steps->pdata[i])->opening_only = TRUE;
}

static void
plan_rule (SheafRowsPlan   *plan,
           const SheafRule *rule,
           int              sign)
{
  for (guint i = 0; i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];

      if (term->function == SHEAF_RULE_LINE)
        plan_rule (plan, sheaf_form_find_line (plan->statement->form, term->line, NULL)->rule,
                   sign * term->sign);
      else
        plan_term (plan, term, sign * term->sign);
    }
}

/* The rows of pairs are read at the account that is closed later, one step an account. */
static void
plan_pairs (SheafRowsPlan *plan)
{
  guint first = plan->steps->len;

  for (guint i = 0; i < plan->order->len; i++)
    {
      const SheafRowsKey *key = plan->order->pdata[i];
      gint64              source = sheaf_rows_source (plan->chart, key->first, key->second);
      gboolean            there = FALSE;

      for (guint j = first; j < plan->steps->len; j++)
        there |= ((const SheafRowsStep *) plan->steps->pdata[j])->account_id == source;
      if (!there && GPOINTER_TO_INT (g_hash_table_lookup (plan->pairs, key)) != 0)
        add_step (plan, SHEAF_ROWS_TURNOVER, source, 1);
    }
}

static guint
count_closings (const SheafRowsPlan *plan,
                gint64               source)
{
  guint count = 0;

  for (guint i = 0; i < plan->closing->rows->len; i++)
    {
      const SheafVoucherRow *row = plan->closing->rows->pdata[i];

      count += sheaf_rows_source (plan->chart, row->debit_id, row->credit_id) == source;
    }
  return count;
}

static void
plan_closings (SheafRowsPlan *plan)
{
  for (guint i = 0; i < plan->closing->rows->len; i++)
    {
      const SheafVoucherRow *row = plan->closing->rows->pdata[i];
      SheafRowsKey           key = { row->debit_id, row->credit_id };
      int                    sign = GPOINTER_TO_INT (g_hash_table_lookup (plan->pairs, &key));
      gint64                 source;
      SheafRowsStep         *step;

      if (sign == 0)
        continue;
      source = sheaf_rows_source (plan->chart, row->debit_id, row->credit_id);
      step = add_step (plan, SHEAF_ROWS_CLOSED, source, sign);
      step->closing = row;
      step->split = count_closings (plan, source) > 1;
    }
}

static void
plan_account (SheafRowsPlan *plan,
              const char    *code)
{
  const SheafAccount *group = sheaf_chart_by_code (plan->chart, code);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafFiguresPart));

  for (guint i = 0; group != NULL && i < sheaf_chart_count (plan->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (plan->chart, i);
      SheafFiguresPart    part = { .account_id = account->id };

      if (account->postable && sheaf_chart_is_under (plan->chart, account, group))
        g_array_append_val (parts, part);
    }
  plan_balance (plan, parts, FALSE, 1);
}

void
sheaf_rows_plan_line (SheafRowsPlan   *plan,
                      const SheafRule *rule,
                      const char      *code)
{
  if (rule == NULL)
    {
      plan_account (plan, code);
      return;
    }
  plan_rule (plan, rule, 1);
  plan_pairs (plan);
  if (plan->moment == SHEAF_FIGURES_AT_END)
    plan_closings (plan);
}
