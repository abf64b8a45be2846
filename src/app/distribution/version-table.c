/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on a thread: nothing here may touch a widget. */
#include "app/distribution/version-table.h"

#include "base/i18n.h"
#include "distribution/step-words.h"
#include "ledger/party.h"

void
sheaf_version_question_free (SheafVersionQuestion *question)
{
  if (question == NULL)
    return;
  g_strfreev (question->versions);
  g_free (question);
}

static void
free_row (gpointer data)
{
  SheafVersionRow *row = data;

  g_free (row->code);
  g_free (row->title);
  g_free (row);
}

void
sheaf_version_table_free (SheafVersionTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n; i++)
    g_free (table->names[i]);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table->refused);
  g_free (table);
}

static SheafVersionRow *
add_row (SheafVersionTable *table,
         char              *title)
{
  SheafVersionRow *row = g_new0 (SheafVersionRow, 1);

  row->title = title;
  g_ptr_array_add (table->rows, row);
  return row;
}

/* A fund's title is the first one that any of the plans gives it. */
static char *
find_title (GPtrArray  *plans,
            const char *step)
{
  const char *title = NULL;

  for (guint i = 0; title == NULL && i < plans->len; i++)
    title = sheaf_plan_step_title (plans->pdata[i], step);
  return sheaf_distribution_step_title (step, title);
}

/* Steps where nothing happens in any version are left out, but for the totals. */
static void
add_steps (const SheafPlanComparison *comparison,
           GPtrArray                 *plans,
           SheafVersionTable         *table)
{
  for (guint i = 0; i < comparison->steps->len; i++)
    {
      const char *step = comparison->steps->pdata[i];
      gboolean    is_total = g_str_equal (step, "result") || g_str_equal (step, "to-share");
      gboolean    any = is_total;

      for (guint k = 0; k < comparison->n; k++)
        any = any || sheaf_plan_comparison_step (comparison, k, step).units != 0;
      if (any)
        {
          SheafVersionRow *row = add_row (table, find_title (plans, step));

          row->is_total = is_total;
          for (guint k = 0; k < comparison->n; k++)
            row->amounts[k] = sheaf_plan_comparison_step (comparison, k, step);
        }
    }
}

static gboolean
add_members (SheafBook                 *book,
             const SheafPlanComparison *comparison,
             SheafVersionTable         *table,
             GError                   **error)
{
  g_autoptr (GHashTable) names = sheaf_party_names (book, error);
  SheafVersionRow *total;

  if (names == NULL)
    return FALSE;
  total = add_row (table, g_strdup (_ ("All members together")));
  total->is_total = TRUE;
  for (guint k = 0; k < comparison->n; k++)
    total->amounts[k] = sheaf_plan_comparison_total (comparison, k);
  for (guint i = 0; i < comparison->codes->len; i++)
    {
      const char      *code = comparison->codes->pdata[i];
      const char      *name = g_hash_table_lookup (names, code);
      SheafVersionRow *row = add_row (
          table, g_strdup_printf ("%s  %s", code, name != NULL ? name : ""));

      row->code = g_strdup (code);
      for (guint k = 0; k < comparison->n; k++)
        row->amounts[k] = sheaf_plan_comparison_member (comparison, k, code);
    }
  return TRUE;
}

static GPtrArray *
load_plans (SheafBook                 *book,
            int                        year,
            const SheafPlanComparison *comparison,
            GError                   **error)
{
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, year, error);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_plan_free);

  for (guint i = 0; law != NULL && i < comparison->n; i++)
    {
      SheafPlan *plan = sheaf_plan_load_version (book, law, year, comparison->names[i], NULL,
                                                 error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return law != NULL ? g_steal_pointer (&plans) : NULL;
}

gpointer
sheaf_version_table_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  const SheafVersionQuestion *question = data;
  SheafVersionTable          *table = g_new0 (SheafVersionTable, 1);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlanComparison) comparison = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) refusal = NULL;

  table->year = question->year;
  table->rows = g_ptr_array_new_with_free_func (free_row);
  comparison = sheaf_plan_compare (connection, question->year,
                                   (const char *const *) question->versions, problems, &refusal);
  if (comparison == NULL)
    {
      table->refused = g_strdup (refusal->message);
      return table;
    }
  plans = load_plans (connection, question->year, comparison, error);
  if (plans == NULL)
    {
      sheaf_version_table_free (table);
      return NULL;
    }
  add_steps (comparison, plans, table);
  if (!add_members (connection, comparison, table, error))
    {
      sheaf_version_table_free (table);
      return NULL;
    }
  for (table->n = 0; table->n < comparison->n; table->n++)
    table->names[table->n] = g_strdup (comparison->names[table->n]);
  return table;
}
