/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan takes the shares of each pool for, so that taxes can be kept back when they are
 * paid: laws leave open what a share by use or by labour is. */
#include "base/i18n.h"
#include "distribution/plan-private.h"

/* "capital-income, exempt-agricultural": what the plan may choose for the pool. */
static char *
list_names (const SheafLaw *law,
            SheafPool       pool)
{
  g_autoptr (GPtrArray) fitting = sheaf_law_rules_treatments (law->rules, pool);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < fitting->len; i++)
    g_ptr_array_add (list, ((const SheafLawTreatment *) fitting->pdata[i])->name);
  g_ptr_array_add (list, NULL);
  return g_strjoinv (", ", (char **) list->pdata);
}

static void
read_pool (const SheafPlanReading *reading,
           SheafPool               pool)
{
  const char              *key = sheaf_pool_to_text (pool);
  g_autofree char         *word = sheaf_reading_text (reading, key);
  const SheafLawTreatment *treatment = sheaf_law_rules_treatment (reading->law->rules, word);
  g_autofree char         *all = NULL;

  if (word == NULL)
    return;
  if (treatment != NULL && treatment->pools[pool])
    {
      g_free (reading->plan->treatments[pool]);
      reading->plan->treatments[pool] = g_steal_pointer (&word);
      return;
    }
  all = list_names (reading->law, pool);
  sheaf_reading_complain (
      reading, key,
      _ ("%s does not know such shares as “%s” when it comes to taxes: choose one of: %s"),
      reading->law->title, word, all);
}

void
sheaf_plan_tax_read (const SheafPlanReading *reading)
{
  if (reading->law->rules->treatments->len == 0)
    {
      sheaf_reading_complain (reading, NULL,
                              _ ("%s says nothing of taxes on shares: remove this group"),
                              reading->law->title);
      return;
    }
  sheaf_reading_keys (reading, sheaf_pool_words);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    read_pool (reading, pool);
}

void
sheaf_plan_check_sector (const SheafPlan *plan,
                         const SheafLaw  *law,
                         const char      *sector,
                         SheafProblems   *problems)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const char              *key = sheaf_pool_to_text (pool);
      const SheafLawTreatment *treatment = sheaf_law_rules_treatment (law->rules,
                                                                      plan->treatments[pool]);
      g_autofree char         *field = g_strconcat ("[tax] ", key, NULL);
      g_autofree char         *all = NULL;

      if (treatment == NULL || sheaf_law_treatment_fits (treatment, sector))
        continue;
      all = g_strjoinv (", ", treatment->sectors);
      sheaf_problems_add (
          problems, SHEAF_PROBLEM_ERROR, plan->file, sheaf_plan_line (plan, "tax", key), field,
          _ ("“%s” is for co-ops of certain sectors only (Art. %s): choose another treatment, or "
             "set the book’s sector to one of: %s"),
          treatment->name, treatment->rule.article, all);
    }
}

/* A tax that asks for the sector cannot be judged where nobody said it. */
static gboolean
asks_for_sector (const SheafPlan *plan,
                 const SheafLaw  *law)
{
  for (guint i = 0; i < law->rules->taxes->len; i++)
    {
      const SheafLawTax *tax = law->rules->taxes->pdata[i];

      for (guint pool = 0; tax->sectors != NULL && pool < SHEAF_POOLS; pool++)
        if (tax->pools[pool] && plan->treatments[pool] != NULL &&
            (tax->treatments == NULL ||
             g_strv_contains ((const char *const *) tax->treatments, plan->treatments[pool])))
          return TRUE;
    }
  return FALSE;
}

void
sheaf_plan_warn_sector (const SheafPlan *plan,
                        const SheafLaw  *law,
                        const char      *sector,
                        SheafProblems   *problems)
{
  if ((sector == NULL || *sector == '\0') && asks_for_sector (plan, law))
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_WARNING, plan->file, sheaf_plan_line (plan, "tax", NULL), "[tax]",
        _ ("the book does not say in which sector the co-op works, so that nobody is exempt: set "
           "“sector”, for example to agriculture, before shares are paid"));
}

void
sheaf_plan_tax_write (const SheafPlan *plan,
                      GString         *text)
{
  gboolean any = FALSE;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      if (plan->treatments[pool] == NULL)
        continue;
      g_string_append_printf (text, "%s%s=%s\n", any ? "" : "\n[tax]\n",
                              sheaf_pool_to_text (pool), plan->treatments[pool]);
      any = TRUE;
    }
}

void
sheaf_plan_tax_clear (SheafPlan *plan)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    g_free (plan->treatments[pool]);
}
