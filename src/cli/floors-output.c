/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floors and ceilings of the law beside the choices of a plan. */
#include "cli/floors-output.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/percent.h"
#include "book/setting.h"
#include "cli/output.h"
#include "distribution/draft.h"
#include "distribution/inputs.h"
#include "distribution/limits.h"

#include <string.h>

enum
{
  LIMIT_AMOUNT = 7,
  CHOSEN_AMOUNT,
};

static const SheafOutputColumn columns[] = {
  { "group", N_ ("Group of the plan"), SHEAF_OUTPUT_TEXT },
  { "key", N_ ("Key"), SHEAF_OUTPUT_TEXT },
  { "rule", N_ ("Rule"), SHEAF_OUTPUT_TEXT },
  { "article", N_ ("Article"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "limit", N_ ("The law"), SHEAF_OUTPUT_NUMBER },
  { "chosen", N_ ("Chosen"), SHEAF_OUTPUT_NUMBER },
  { "limit_amount", NULL, SHEAF_OUTPUT_AMOUNT }, /* headed with the book's currency */
  { "chosen_amount", NULL, SHEAF_OUTPUT_AMOUNT },
  { "broken", N_ ("Broken"), SHEAF_OUTPUT_TEXT },
};

static const struct
{
  const char *word;
  const char *title;
} kinds[] = {
  [SHEAF_LIMIT_NONE] = { "free", N_ ("as the plan says") },
  [SHEAF_LIMIT_FLOOR] = { "least", N_ ("at least") },
  [SHEAF_LIMIT_CEILING] = { "most", N_ ("at most") },
  [SHEAF_LIMIT_WHOLE] = { "exactly", N_ ("exactly") },
};

static void
output_rate (SheafOutput *output,
             SheafRate    rate,
             gboolean     given)
{
  g_autofree char *text = NULL;

  if (given && sheaf_output_is_for_people (output))
    text = sheaf_percent_format (rate, sheaf_language_current ());
  else if (given)
    text = sheaf_rate_to_text (rate);
  sheaf_output_text (output, text);
}

/* Empty where nothing was computed: 0 would be an answer. */
static void
output_amount (SheafOutput *output,
               SheafMoney   amount,
               const char  *currency,
               gboolean     given)
{
  if (given)
    sheaf_output_units (output, amount.units, currency);
  else
    sheaf_output_text (output, NULL);
}

static void
output_limit (SheafOutput          *output,
              const SheafPlanLimit *limit,
              const char           *currency)
{
  gboolean people = sheaf_output_is_for_people (output);
  gboolean limited = limit->kind != SHEAF_LIMIT_NONE;

  sheaf_output_text (output, limit->group);
  sheaf_output_text (output, limit->key);
  sheaf_output_text (output, limit->rule);
  sheaf_output_text (output, limit->article);
  sheaf_output_text (output, people ? _ (kinds[limit->kind].title) : kinds[limit->kind].word);
  output_rate (output, limit->limit, limited);
  output_rate (output, limit->chosen, TRUE);
  output_amount (output, limit->limit_amount, currency, limit->has_amounts && limited);
  output_amount (output, limit->chosen_amount, currency, limit->has_amounts);
  if (people)
    sheaf_output_text (output, limit->broken ? _ ("broken") : "");
  else
    sheaf_output_text (output, limit->broken ? "yes" : "no");
}

gboolean
sheaf_floors_output (const SheafCommandLine *line,
                     SheafBook              *book,
                     int                     year,
                     GError                **error)
{
  SheafOutputColumn headed[G_N_ELEMENTS (columns)];
  g_autofree char  *currency = sheaf_setting_find (book, "currency");
  g_autofree char  *the_law = g_strdup_printf (_ ("The law (%s)"), currency);
  g_autofree char  *chosen = g_strdup_printf (_ ("Chosen (%s)"), currency);
  g_autoptr (SheafOutput) output = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, year, error);
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  g_autoptr (SheafDistribution) result = NULL;
  g_autoptr (GPtrArray) limits = NULL;

  plan = law != NULL ? sheaf_plan_load (book, law, year, NULL, error) : NULL;
  if (plan == NULL)
    return FALSE;
  inputs = sheaf_distribution_inputs_load (book, year, plan, law, error);
  if (inputs == NULL)
    return FALSE;
  result = sheaf_distribution_compute (plan, law, inputs, problems);
  sheaf_command_print_problems (problems);
  limits = sheaf_plan_limits (plan, law, inputs, result);
  memcpy (headed, columns, sizeof columns);
  headed[LIMIT_AMOUNT].title = the_law;
  headed[CHOSEN_AMOUNT].title = chosen;
  output = sheaf_output_new (line, headed, G_N_ELEMENTS (headed));
  for (guint i = 0; i < limits->len; i++)
    output_limit (output, limits->pdata[i], currency);
  return sheaf_output_write (output, line, error);
}
