/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a plan, found by its code. */
#include "distribution/plan-given.h"

#include "distribution/draft.h"
#include "distribution/plan-given-sql.h"
#include "store/query.h"

static void
given_free (gpointer data)
{
  SheafPlanGiven *given = data;

  g_free (given->code);
  g_free (given);
}

GPtrArray *
sheaf_plan_given_load (SheafBook          *book,
                       int                 year,
                       const SheafAccount *profit,
                       SheafDate           to,
                       GError            **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (given_free);
  g_autofree char *plan = sheaf_plan_code (year);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL && profit != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), PLAN_GIVEN,
                           SHEAF_ARGS (SHEAF_TEXT (plan), SHEAF_INT (profit->id), SHEAF_DAY (to),
                                       SHEAF_INT (SHEAF_LAYER_DISTRIBUTION)),
                           error);
  while (query != NULL && sheaf_query_next (query, NULL))
    {
      SheafPlanGiven *given = g_new0 (SheafPlanGiven, 1);

      given->account_id = sheaf_query_int (query, 0);
      given->party_id = sheaf_query_int (query, 1);
      given->code = g_strdup (sheaf_query_text (query, 2));
      given->posted = sheaf_query_int (query, 3) != 0;
      given->amount = sheaf_query_money (query, 4);
      g_ptr_array_add (list, given);
    }
  return query != NULL && sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
