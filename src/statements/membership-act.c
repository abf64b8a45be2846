/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital, trade and labour lie above members: what they know of a person is asked here. */
#include "statements/membership-act.h"

#include "book/act.h"
#include "capital/verify.h"
#include "labour/verify.h"
#include "members/error.h"
#include "trade/verify.h"

/* What the folders that keep members' acts find wrong with the register. */
static SheafProblems *
find_strays (SheafBook *book,
             GError   **error)
{
  static const SheafCheck *const tables[] = { sheaf_capital_checks, sheaf_trade_checks,
                                              sheaf_labour_checks };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      if (g_str_has_suffix (check->name, "-members") && !check->run (book, problems, error))
        return NULL;
  return g_steal_pointer (&problems);
}

static gboolean
is_known (const SheafProblems *problems,
          const SheafProblem  *problem)
{
  for (guint i = 0; i < problems->items->len; i++)
    if (g_str_equal (((SheafProblem *) problems->items->pdata[i])->text, problem->text))
      return TRUE;
  return FALSE;
}

/* Seals the act unless it made strays. */
static gboolean
finish (SheafBook           *book,
        SheafAct            *act,
        const SheafProblems *before,
        GError             **error)
{
  g_autoptr (SheafProblems) after = find_strays (book, error);

  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < after->items->len; i++)
    {
      const SheafProblem *problem = after->items->pdata[i];

      if (problem->kind != SHEAF_PROBLEM_ERROR || is_known (before, problem))
        continue;
      g_set_error_literal (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED, problem->text);
      return FALSE;
    }
  return sheaf_act_commit (act, error);
}

gboolean
sheaf_membership_enter (SheafBook       *book,
                        const GPtrArray *events,
                        GError         **error)
{
  g_autoptr (SheafProblems) before = find_strays (book, error);
  g_autoptr (SheafAct) act = NULL;

  act = before == NULL ? NULL : sheaf_act_begin (book, "membership", "", error);
  return act != NULL && sheaf_membership_insert (book, events, error) &&
         finish (book, act, before, error);
}

gboolean
sheaf_membership_take_back (SheafBook  *book,
                            gint64      id,
                            const char *reason,
                            GError    **error)
{
  g_autoptr (SheafProblems) before = find_strays (book, error);
  g_autoptr (SheafAct) act = NULL;

  act = before == NULL ? NULL : sheaf_act_begin (book, "membership-reverse", reason, error);
  return act != NULL && sheaf_membership_reverse (book, id, reason, error) &&
         finish (book, act, before, error);
}
