/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of findings. */
#include "base/problem.h"

#include "base/i18n.h"

static void
problem_free (gpointer data)
{
  SheafProblem *problem = data;

  g_free (problem->file);
  g_free (problem->column);
  g_free (problem->text);
  g_free (problem);
}

SheafProblems *
sheaf_problems_new (void)
{
  SheafProblems *problems = g_new0 (SheafProblems, 1);

  problems->items = g_ptr_array_new_with_free_func (problem_free);
  return problems;
}

void
sheaf_problems_free (SheafProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->items);
  g_free (problems);
}

#define LOOKED_BACK 16 /* findings on a row stand together */

/* Several judges of a row may find the same: of a file's row each finding is told once. */
static gboolean
is_told (const SheafProblems *problems,
         const SheafProblem  *problem)
{
  guint len = problems->items->len;

  if (problem->file == NULL || problem->line == 0)
    return FALSE;
  for (guint i = len; i-- > 0 && len - i <= LOOKED_BACK;)
    {
      const SheafProblem *other = problems->items->pdata[i];

      if (other->kind == problem->kind && other->line == problem->line &&
          g_strcmp0 (other->file, problem->file) == 0 &&
          g_strcmp0 (other->column, problem->column) == 0 &&
          g_strcmp0 (other->text, problem->text) == 0)
        return TRUE;
    }
  return FALSE;
}

void
sheaf_problems_add (SheafProblems   *problems,
                    SheafProblemKind kind,
                    const char      *file,
                    guint            line,
                    const char      *column,
                    const char      *format,
                    ...)
{
  SheafProblem *problem = g_new0 (SheafProblem, 1);
  va_list       args;

  problem->kind = kind;
  problem->file = g_strdup (file);
  problem->line = line;
  problem->column = g_strdup (column);
  va_start (args, format);
  problem->text = g_strdup_vprintf (format, args);
  va_end (args);
  if (is_told (problems, problem))
    {
      problem_free (problem);
      return;
    }
  if (kind == SHEAF_PROBLEM_ERROR)
    problems->errors++;
  else
    problems->warnings++;
  g_ptr_array_add (problems->items, problem);
}

char *
sheaf_problem_to_text (const SheafProblem *problem)
{
  GString *text = g_string_new (NULL);

  if (problem->file != NULL)
    g_string_append_printf (text, "%s:%u: ", problem->file, MAX (problem->line, 1));
  if (problem->kind == SHEAF_PROBLEM_WARNING)
    g_string_append_printf (text, "%s: ", _ ("warning"));
  if (problem->column != NULL)
    g_string_append_printf (text, "%s: ", problem->column);
  g_string_append (text, problem->text);
  return g_string_free (text, FALSE);
}

gboolean
sheaf_problems_pass (const SheafProblems *problems,
                     GQuark               domain,
                     int                  code,
                     GError             **error)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      if (problem->kind == SHEAF_PROBLEM_ERROR)
        {
          g_set_error_literal (error, domain, code, problem->text);
          return FALSE;
        }
    }
  return TRUE;
}
