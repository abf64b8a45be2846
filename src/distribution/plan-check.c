/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges a plan by the law: every refusal names the article, its floor and the value chosen. */
#include "distribution/plan-private.h"

#include "base/i18n.h"

static void
check_law (const SheafPlan *plan,
           const SheafLaw  *law,
           SheafProblems   *problems)
{
  g_autofree char *of_union = g_strconcat (plan->law, "-union", NULL);

  /* A union's plan may name the law itself: its own floors hold all the same. */
  if (!g_str_equal (plan->law, law->id) && !g_str_equal (of_union, law->id))
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, plan->file, sheaf_plan_line (plan, "plan", "law"),
        "[plan] law",
        _ ("the plan is made for the law “%s”, but the book follows “%s”: write law=%s"),
        plan->law, law->id, law->id);
}

static void
check_common_fund (const SheafPlan *plan,
                   const SheafLaw  *law,
                   SheafSide        side,
                   SheafProblems   *problems)
{
  const SheafLawRate *floor = &law->common_fund_floor[side];
  g_autofree char    *chosen = sheaf_rate_to_text (plan->common_fund[side]);
  g_autofree char    *least = sheaf_rate_to_text (floor->rate);
  g_autofree char    *key = g_strconcat (sheaf_side_to_text (side), "-rate", NULL);
  g_autofree char    *field = g_strconcat ("[common-fund] ", key, NULL);

  if (plan->common_fund[side].millionths < floor->rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, "common-fund", key), field,
                        _ ("%s is below the floor of %s in Art. %s (%s): choose %s or more"),
                        chosen, least, floor->article, law->title, least);
}

static void
check_sum (const SheafPlan *plan,
           SheafSide        side,
           SheafProblems   *problems)
{
  SheafRate        sum = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *field = g_strdup_printf ("[%s]", sheaf_side_to_text (side));

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    sum.millionths += plan->pools[side][pool].millionths;
  text = sheaf_rate_to_text (sum);
  if (sum.millionths != 1000000)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, plan->file,
        sheaf_plan_line (plan, sheaf_side_to_text (side), NULL), field,
        _ ("the rates use, labour, capital and equal add up to %s, they must add up to exactly 1"),
        text);
}

static void
check_internal (const SheafPlan *plan,
                const SheafLaw  *law,
                SheafProblems   *problems)
{
  const SheafRate *pools = plan->pools[SHEAF_SIDE_INTERNAL];
  SheafRate        both = SHEAF_RATE (pools[SHEAF_POOL_USE].millionths +
                                      pools[SHEAF_POOL_LABOUR].millionths);
  g_autofree char *chosen = sheaf_rate_to_text (both);
  g_autofree char *least = sheaf_rate_to_text (law->use_labour_floor.rate);
  g_autofree char *equal = sheaf_rate_to_text (pools[SHEAF_POOL_EQUAL]);
  g_autofree char *most = sheaf_rate_to_text (law->internal_equal_ceiling.rate);

  if (both.millionths < law->use_labour_floor.rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, "internal", NULL), "[internal]",
                        _ ("use and labour together are %s, below the floor of %s in Art. %s (%s), "
                           "give them %s or more"),
                        chosen, least, law->use_labour_floor.article, law->title, least);
  if (pools[SHEAF_POOL_EQUAL].millionths > law->internal_equal_ceiling.rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, "internal", "equal"), "[internal] equal",
                        _ ("%s is above the ceiling of %s in Art. %s (%s), which knows use, labour "
                           "and capital only: write equal=%s"),
                        equal, most, law->internal_equal_ceiling.article, law->title, most);
}

/* The pools a rule speaks of, as the plan writes them: "use + labour". */
static char *
pool_names (const SheafLawPoolRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (rule->pools[pool])
      g_ptr_array_add (names, (char *) sheaf_pool_to_text (pool));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" + ", (char **) names->pdata);
}

static void
check_pool_rule (const SheafPlan        *plan,
                 const SheafLaw         *law,
                 const SheafLawPoolRule *rule,
                 SheafSide               side,
                 SheafProblems          *problems)
{
  const char      *group = sheaf_side_to_text (side);
  g_autofree char *names = pool_names (rule);
  g_autofree char *field = g_strdup_printf ("[%s] %s", group, names);
  g_autofree char *limit = sheaf_rate_to_text (rule->rate.rate);
  g_autofree char *chosen = NULL;
  SheafRate        sum = { 0 };

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    sum.millionths += rule->pools[pool] ? plan->pools[side][pool].millionths : 0;
  chosen = sheaf_rate_to_text (sum);
  if (rule->is_floor && sum.millionths < rule->rate.rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, NULL), field,
                        _ ("%s is below the floor of %s in Art. %s (%s): choose %s or more"),
                        chosen, limit, rule->rate.article, law->title, limit);
  if (!rule->is_floor && sum.millionths > rule->rate.rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, NULL), field,
                        _ ("%s is above the ceiling of %s in Art. %s (%s): choose %s or less"),
                        chosen, limit, rule->rate.article, law->title, limit);
}

/* Rules of the surplus are judged by figures, in the calculation; the two that check_internal
 * judges have words of their own. */
static void
check_pool_rules (const SheafPlan *plan,
                  const SheafLaw  *law,
                  SheafProblems   *problems)
{
  for (guint i = 0; i < law->rules->pools->len; i++)
    {
      const SheafLawPoolRule *rule = law->rules->pools->pdata[i];

      if (rule->base != SHEAF_LAW_OF_SHARES || g_str_equal (rule->name, "internal-use-labour") ||
          g_str_equal (rule->name, "internal-equal"))
        continue;
      for (guint side = 0; side < SHEAF_SIDES; side++)
        if (rule->sides[side])
          check_pool_rule (plan, law, rule, side, problems);
    }
}

/* More than the whole can never be there, whatever the year's result. */
static void
check_funds (const SheafPlan *plan,
             SheafProblems   *problems)
{
  gint64           sum = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < plan->funds->len; i++)
    sum += ((const SheafPlanFund *) plan->funds->pdata[i])->rate.millionths;
  text = sheaf_rate_to_text (SHEAF_RATE (sum));
  if (sum > 1000000)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file, 0, "[fund]",
                        _ ("the rates of all funds add up to %s, more than there is: lower them to "
                           "1 or less together"),
                        text);
}

void
sheaf_plan_check (const SheafPlan *plan,
                  const SheafLaw  *law,
                  SheafProblems   *problems)
{
  check_law (plan, law, problems);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      check_common_fund (plan, law, side, problems);
      check_sum (plan, side, problems);
    }
  check_internal (plan, law, problems);
  check_pool_rules (plan, law, problems);
  sheaf_plan_rules_check (plan, law, problems);
  check_funds (plan, problems);
}
