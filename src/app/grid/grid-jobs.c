/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import judges; nothing is known here of members or capital. */
#include "app/grid/grid-jobs.h"

#include "exchange/csv-import.h"
#include "exchange/error.h"

SheafGridAct *
sheaf_grid_act_new (const char *kind,
                    char       *text_taken,
                    gboolean    only_try)
{
  SheafGridAct *act = g_new0 (SheafGridAct, 1);

  act->kind = g_strdup (kind);
  act->text = text_taken;
  act->only_try = only_try;
  return act;
}

void
sheaf_grid_act_free (SheafGridAct *act)
{
  g_free (act->kind);
  g_free (act->text);
  g_free (act);
}

gpointer
sheaf_grid_job (gpointer connection,
                gpointer data,
                GError **error)
{
  const SheafGridAct *act = data;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) refusal = NULL;

  if (sheaf_import_table (connection, act->kind, act->text, NULL, act->only_try, problems,
                          &refusal) ||
      g_error_matches (refusal, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED))
    return g_steal_pointer (&problems);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}
