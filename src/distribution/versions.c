/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a plan: found by name, told apart. */
#include "base/i18n.h"
#include "book/act.h"
#include "distribution/approval.h"
#include "distribution/draft-sql.h"
#include "distribution/draft.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "store/query.h"

#include <string.h>

GPtrArray *
sheaf_plan_version_list (SheafBook *book,
                         int        year,
                         GError   **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), DRAFT_VERSIONS, SHEAF_ARGS (SHEAF_INT (year)),
                           error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (names, sheaf_query_dup_text (query, 0));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&names) : NULL;
}

SheafPlan *
sheaf_plan_load_version (SheafBook      *book,
                         const SheafLaw *law,
                         int             year,
                         const char     *name,
                         gint64         *ret_id,
                         GError        **error)
{
  gint64 id = 0;

  g_return_val_if_fail (book != NULL && law != NULL, NULL);
  if (name == NULL)
    id = sheaf_plan_find (book, year);
  else if (!sheaf_store_find_int (
               sheaf_book_store (book), DRAFT_VERSION,
               SHEAF_ARGS (SHEAF_INT (year), SHEAF_OPTIONAL (g_str_equal (name, SHEAF_PLAN_ITSELF)
                                                                 ? NULL
                                                                 : name)),
               NULL, &id, error))
    return NULL;
  if (id == 0 && name == NULL)
    g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                 _ ("there is no distribution plan for %d: store one with “plan” first"), year);
  else if (id == 0)
    g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                 _ ("there is no version “%s” of the plan for %d: store one with “plan” first"),
                 name, year);
  if (id == 0)
    return NULL;
  if (ret_id != NULL)
    *ret_id = id;
  return sheaf_plan_load_id (book, law, id, error);
}

gboolean
sheaf_plan_counting_version (SheafBook *book,
                             int        year,
                             char     **ret_name,
                             GError   **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  approval = sheaf_approval_find (book, year, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *ret_name = approval != NULL ? g_strdup (approval->version) : NULL;
  return TRUE;
}

/* Why a version may not go; NULL: it may. Free with g_free. */
static char *
find_reason_to_keep (int         year,
                     const char *name,
                     const char *counting,
                     gboolean    known)
{
  if (g_str_equal (name, SHEAF_PLAN_ITSELF))
    return g_strdup (_ ("the plan itself cannot be forgotten: change it, or forget a version"));
  if (g_strcmp0 (name, counting) == 0)
    return g_strdup_printf (
        _ ("version “%s” is the one that was approved: approve another before it is forgotten"),
        name);
  return known ? NULL
               : g_strdup_printf (_ ("there is no version “%s” of the plan for %d: choose one that "
                                     "is listed"),
                                  name, year);
}

gboolean
sheaf_plan_forget_version (SheafBook  *book,
                           int         year,
                           const char *name,
                           GError    **error)
{
  g_autofree char *summary = g_strdup_printf ("%04d %s", year, name);
  g_autofree char *counting = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id = 0;

  g_return_val_if_fail (book != NULL && name != NULL, FALSE);
  if (!sheaf_store_find_int (sheaf_book_store (book), DRAFT_VERSION,
                             SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (name)), NULL, &id, error) ||
      !sheaf_plan_counting_version (book, year, &counting, error))
    return FALSE;
  reason = find_reason_to_keep (year, name, counting, id != 0);
  if (reason != NULL)
    {
      g_set_error_literal (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN, reason);
      return FALSE;
    }
  act = sheaf_act_begin (book, "plan-forget", summary, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), DRAFT_INSERT,
                          SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (""), SHEAF_TEXT (name),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

/* "group key<TAB>value" a line, as figures are compared. */
static char *
flatten (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = g_strdup ("");
  GString         *flat = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *sign = strchr (lines[i], '=');

      if (lines[i][0] == '[')
        {
          g_free (group);
          group = g_strndup (lines[i] + 1, strcspn (lines[i] + 1, "]"));
        }
      else if (sign != NULL)
        g_string_append_printf (flat, "%s %.*s\t%s\n", group, (int) (sign - lines[i]), lines[i],
                                sign + 1);
    }
  return g_string_free (flat, FALSE);
}

char *
sheaf_plan_difference (SheafBook *book,
                       gint64     approved_id,
                       gint64     now_id)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *flat_before = NULL;
  g_autofree char *flat_after = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), DRAFT_TEXT,
                             SHEAF_ARGS (SHEAF_INT (approved_id)), &before, NULL) ||
      !sheaf_store_get_text (sheaf_book_store (book), DRAFT_TEXT, SHEAF_ARGS (SHEAF_INT (now_id)),
                             &after, NULL))
    return NULL;
  flat_before = flatten (before);
  flat_after = flatten (after);
  return sheaf_distribution_inputs_difference (flat_before, flat_after, 5);
}
