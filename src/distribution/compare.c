/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares versions of a plan. */
#include "distribution/compare.h"

#include "base/i18n.h"
#include "distribution/error.h"

#include <string.h>

static GHashTable *
sum_members (const SheafDistribution *result)
{
  GHashTable *totals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, i);
      SheafMoney       *total = g_hash_table_lookup (totals, share->code);

      if (total == NULL)
        {
          total = g_new0 (SheafMoney, 1);
          g_hash_table_insert (totals, (char *) share->code, total);
        }
      *total = sheaf_money_add (*total, share->amount);
    }
  return totals;
}

/* A step that the versions before do not know comes behind the one that it follows here. */
static void
add_steps (SheafPlanComparison     *comparison,
           const SheafDistribution *result)
{
  guint at = 0;

  for (guint i = 0; i < result->steps->len; i++)
    {
      const SheafDistributionStep *step = result->steps->pdata[i];
      guint                        found;

      if (g_ptr_array_find_with_equal_func (comparison->steps, step->name, g_str_equal, &found))
        at = found + 1;
      else
        g_ptr_array_insert (comparison->steps, (int) at++, g_strdup (step->name));
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
list_codes (SheafPlanComparison *comparison)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < comparison->n; i++)
    {
      GHashTableIter iter;
      gpointer       code;

      g_hash_table_iter_init (&iter, comparison->totals[i]);
      while (g_hash_table_iter_next (&iter, &code, NULL))
        if (g_hash_table_add (known, code))
          g_ptr_array_add (comparison->codes, g_strdup (code));
    }
  g_ptr_array_sort (comparison->codes, compare_codes);
}

SheafPlanComparison *
sheaf_plan_compare (SheafBook         *book,
                    int                year,
                    const char *const *versions,
                    SheafProblems     *problems,
                    GError           **error)
{
  g_autoptr (SheafPlanComparison) comparison = g_new0 (SheafPlanComparison, 1);
  guint n = g_strv_length ((char **) versions);

  g_return_val_if_fail (book != NULL && problems != NULL, NULL);
  comparison->steps = g_ptr_array_new_with_free_func (g_free);
  comparison->codes = g_ptr_array_new_with_free_func (g_free);
  if (n == 0 || n > SHEAF_COMPARE_MAX)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                   _ ("one to %d versions can stand beside each other: name fewer"),
                   SHEAF_COMPARE_MAX);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      SheafDistribution *result = sheaf_distribution_simulate_version (book, year, versions[i],
                                                                       problems, error);

      if (result == NULL)
        {
          g_prefix_error (error, "%s: ", versions[i]);
          return NULL;
        }
      comparison->n = i + 1;
      comparison->names[i] = g_strdup (versions[i]);
      comparison->results[i] = result;
      comparison->totals[i] = sum_members (result);
      add_steps (comparison, result);
    }
  list_codes (comparison);
  return g_steal_pointer (&comparison);
}

void
sheaf_plan_comparison_free (SheafPlanComparison *comparison)
{
  if (comparison == NULL)
    return;
  for (guint i = 0; i < comparison->n; i++)
    {
      g_free (comparison->names[i]);
      g_hash_table_unref (comparison->totals[i]);
      sheaf_distribution_free (comparison->results[i]);
    }
  g_ptr_array_unref (comparison->steps);
  g_ptr_array_unref (comparison->codes);
  g_free (comparison);
}

SheafMoney
sheaf_plan_comparison_step (const SheafPlanComparison *comparison,
                            guint                      version,
                            const char                *step)
{
  const SheafDistributionStep *found = sheaf_distribution_step (comparison->results[version], step);

  return found != NULL ? sheaf_money_add (found->amounts[0], found->amounts[1]) : SHEAF_MONEY_ZERO;
}

SheafMoney
sheaf_plan_comparison_member (const SheafPlanComparison *comparison,
                              guint                      version,
                              const char                *code)
{
  const SheafMoney *total = g_hash_table_lookup (comparison->totals[version], code);

  return total != NULL ? *total : SHEAF_MONEY_ZERO;
}

SheafMoney
sheaf_plan_comparison_total (const SheafPlanComparison *comparison,
                             guint                      version)
{
  const GArray *shares = comparison->results[version]->shares;
  SheafMoney    total = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < shares->len; i++)
    total = sheaf_money_add (total, g_array_index (shares, SheafShare, i).amount);
  return total;
}
