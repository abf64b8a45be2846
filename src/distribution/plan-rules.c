/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan answers to the law's lists of rules: reserves, forms of payment, published rates. */
#include "base/i18n.h"
#include "base/text.h"
#include "distribution/plan-private.h"

#include <string.h>

#define WHOLE 1000000

void
sheaf_plan_rules_default (SheafPlan      *plan,
                          const SheafLaw *law)
{
  for (guint i = 0; i < law->rules->reserves->len; i++)
    {
      const SheafLawReserve *rule = law->rules->reserves->pdata[i];
      SheafPlanReserve      *reserve = g_new0 (SheafPlanReserve, 1);

      reserve->name = g_strdup (rule->name);
      reserve->title = g_strdup (rule->title);
      reserve->rate = rule->rate;
      g_ptr_array_add (plan->reserves, reserve);
    }
}

static SheafPlanReserve *
find_reserve (const SheafPlan *plan,
              const char      *name)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      SheafPlanReserve *reserve = plan->reserves->pdata[i];

      if (g_str_equal (reserve->name, name))
        return reserve;
    }
  return NULL;
}

static void
read_reserve (const SheafPlanReading *reading,
              const char             *name)
{
  static const char *const known[] = { "account", "title", "rate", "stop", NULL };
  static const char *const stops[] = { "law", "never", NULL };
  SheafPlanReserve        *reserve = find_reserve (reading->plan, name);
  char                    *title;
  int                      stop = 0;

  if (reserve == NULL)
    {
      sheaf_reading_complain (
          reading, NULL,
          _ ("%s knows no reserve “%s”: make it a fund, with [fund %s], or take the name of one "
             "that the law asks for"),
          reading->law->title, name, name);
      return;
    }
  sheaf_reading_keys (reading, known);
  sheaf_reading_rate (reading, "rate", &reserve->rate);
  sheaf_reading_word (reading, "stop", stops, &stop);
  reserve->beyond = stop == 1;
  title = sheaf_reading_title (reading);
  if (title != NULL)
    {
      g_free (reserve->title);
      reserve->title = title;
    }
  if (g_key_file_has_key (reading->file, reading->place, "account", NULL))
    sheaf_reading_account (reading, &reserve->account);
}

static void
read_payment (const SheafPlanReading *reading,
              SheafPool               pool)
{
  static const char *const known[] = {
    "money", "capital", "qualified", "nonqualified", "qualified-account", "nonqualified-account",
    NULL
  };
  SheafPlanPayment *payment = &reading->plan->payments[pool];

  payment->given = TRUE;
  sheaf_reading_keys (reading, known);
  for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
    {
      g_autofree char *key = g_strconcat (sheaf_pay_form_to_text (form), "-account", NULL);

      sheaf_reading_rate (reading, sheaf_pay_form_to_text (form), &payment->rates[form]);
      if (form >= SHEAF_PAY_FORM_QUALIFIED)
        payment->accounts[form] = sheaf_reading_text (reading, key);
    }
}

static void
read_index (const SheafPlanReading *reading,
            const char             *name)
{
  static const char *const known[] = { "rate", "source", NULL };
  SheafPlanIndex          *index = g_new0 (SheafPlanIndex, 1);

  index->name = g_strdup (name);
  g_ptr_array_add (reading->plan->indices, index);
  sheaf_reading_keys (reading, known);
  sheaf_reading_rate (reading, "rate", &index->rate);
  index->source = sheaf_reading_text (reading, "source");
  if (sheaf_law_rules_index (reading->law->rules, name) == NULL)
    sheaf_reading_complain (reading, NULL,
                            _ ("%s asks for no published rate “%s”: remove this group"),
                            reading->law->title, name);
  if (!g_key_file_has_key (reading->file, reading->place, "rate", NULL) || index->source == NULL)
    sheaf_reading_complain (
        reading, NULL,
        _ ("a published rate needs rate= and source= (where it was published): add what is "
           "missing"));
}

gboolean
sheaf_plan_rules_read (const SheafPlanReading *reading)
{
  const char *name = strchr (reading->group, ' ');

  if (name == NULL || !sheaf_text_is_code (name + 1))
    return FALSE;
  if (g_str_has_prefix (reading->group, "reserve "))
    read_reserve (reading, name + 1);
  else if (g_str_has_prefix (reading->group, "index "))
    read_index (reading, name + 1);
  else if (g_str_has_prefix (reading->group, "payment "))
    {
      for (guint pool = 0; pool < SHEAF_POOLS; pool++)
        if (g_str_equal (name + 1, sheaf_pool_to_text (pool)))
          {
            read_payment (reading, pool);
            return TRUE;
          }
      return FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

static void
check_reserve (const SheafPlan        *plan,
               const SheafLaw         *law,
               const SheafPlanReserve *reserve,
               SheafProblems          *problems)
{
  const SheafLawReserve *rule = sheaf_law_rules_reserve (law->rules, reserve->name);
  g_autofree char       *chosen = sheaf_rate_to_text (reserve->rate);
  g_autofree char       *least = sheaf_rate_to_text (rule->floor.rate);
  g_autofree char       *group = g_strconcat ("reserve ", reserve->name, NULL);
  g_autofree char       *field = g_strdup_printf ("[%s] rate", group);

  if (reserve->rate.millionths < rule->floor.rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, "rate"), field,
                        _ ("%s is below the floor of %s in Art. %s (%s): choose %s or more"),
                        chosen, least, rule->floor.article, law->title, least);
  if (reserve->account == NULL && rule->role == NULL && reserve->rate.millionths > 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, NULL), group,
                        _ ("an account to credit is needed: give its code as account=CODE"));
}

static void
check_money (const SheafPlan *plan,
             const SheafLaw  *law,
             SheafPool        pool,
             const char      *group,
             SheafProblems   *problems)
{
  const SheafPlanPayment *payment = &plan->payments[pool];
  const SheafLawRate     *floor = &law->rules->payments[pool].money_floor;
  g_autofree char        *chosen = sheaf_rate_to_text (payment->rates[SHEAF_PAY_FORM_MONEY]);
  g_autofree char        *least = sheaf_rate_to_text (floor->rate);
  g_autofree char        *field = g_strdup_printf ("[%s] money", group);

  if (payment->rates[SHEAF_PAY_FORM_QUALIFIED].millionths > 0 &&
      payment->rates[SHEAF_PAY_FORM_MONEY].millionths < floor->rate.millionths)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, "money"), field,
                        _ ("%s in money is below the floor of %s in Art. %s (%s) that a qualified "
                           "notice asks for: choose %s or more, or a nonqualified notice"),
                        chosen, least, floor->article, law->title, least);
}

static void
check_payment (const SheafPlan *plan,
               const SheafLaw  *law,
               SheafPool        pool,
               SheafProblems   *problems)
{
  const SheafPlanPayment *payment = &plan->payments[pool];
  g_autofree char        *group = g_strconcat ("payment ", sheaf_pool_to_text (pool), NULL);
  g_autofree char        *text = NULL;
  SheafRate               sum = { 0 };

  for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
    {
      const char *name = sheaf_pay_form_to_text (form);

      sum.millionths += payment->rates[form].millionths;
      if (payment->rates[form].millionths == 0)
        continue;
      if (!law->rules->payments[pool].forms[form])
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                            sheaf_plan_line (plan, group, name), group,
                            _ ("%s knows no payment of this pool by “%s”: leave it out"),
                            law->title, name);
      if (form >= SHEAF_PAY_FORM_QUALIFIED && payment->accounts[form] == NULL)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                            sheaf_plan_line (plan, group, name), group,
                            _ ("a notice needs an account that keeps it by member: give its code "
                               "as %s-account=CODE"),
                            name);
    }
  text = sheaf_rate_to_text (sum);
  if (sum.millionths != WHOLE)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, plan->file,
                        sheaf_plan_line (plan, group, NULL), group,
                        _ ("the parts money, capital, qualified and nonqualified add up to %s, "
                           "they must add up to exactly 1"),
                        text);
  check_money (plan, law, pool, group, problems);
}

void
sheaf_plan_rules_check (const SheafPlan *plan,
                        const SheafLaw  *law,
                        SheafProblems   *problems)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    check_reserve (plan, law, plan->reserves->pdata[i], problems);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (plan->payments[pool].given)
      check_payment (plan, law, pool, problems);
}

static void
write_payment (const SheafPlanPayment *payment,
               GString                *text)
{
  for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
    {
      const char      *name = sheaf_pay_form_to_text (form);
      g_autofree char *rate = sheaf_rate_to_text (payment->rates[form]);

      if (payment->rates[form].millionths > 0)
        g_string_append_printf (text, "%s=%s\n", name, rate);
      if (payment->accounts[form] != NULL)
        g_string_append_printf (text, "%s-account=%s\n", name, payment->accounts[form]);
    }
}

void
sheaf_plan_rules_write (const SheafPlan *plan,
                        GString         *text)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];
      g_autofree char        *rate = sheaf_rate_to_text (reserve->rate);

      g_string_append_printf (text, "\n[reserve %s]\n", reserve->name);
      if (reserve->account != NULL)
        g_string_append_printf (text, "account=%s\n", reserve->account);
      g_string_append_printf (text, "title=%s\nrate=%s\nstop=%s\n", reserve->title, rate,
                              reserve->beyond ? "never" : "law");
    }
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (plan->payments[pool].given)
      {
        g_string_append_printf (text, "\n[payment %s]\n", sheaf_pool_to_text (pool));
        write_payment (&plan->payments[pool], text);
      }
  for (guint i = 0; i < plan->indices->len; i++)
    {
      const SheafPlanIndex *index = plan->indices->pdata[i];
      g_autofree char      *rate = sheaf_rate_to_text (index->rate);

      g_string_append_printf (text, "\n[index %s]\nrate=%s\nsource=%s\n", index->name, rate,
                              index->source);
    }
}

void
sheaf_plan_rules_clear (SheafPlan *plan)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      SheafPlanReserve *reserve = plan->reserves->pdata[i];

      g_free (reserve->name);
      g_free (reserve->title);
      g_free (reserve->account);
      g_free (reserve);
    }
  g_ptr_array_unref (plan->reserves);
  for (guint i = 0; i < plan->indices->len; i++)
    {
      SheafPlanIndex *index = plan->indices->pdata[i];

      g_free (index->name);
      g_free (index->source);
      g_free (index);
    }
  g_ptr_array_unref (plan->indices);
  g_ptr_array_unref (plan->retains);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
      g_free (plan->payments[pool].accounts[form]);
}
