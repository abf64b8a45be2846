/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things stand in a plan's text: GKeyFile knows no lines and keeps the last of two equal
 * keys. */
#include "distribution/plan-private.h"

#include "base/i18n.h"

static void
note_place (const char    *file,
            guint          line,
            const char    *group,
            const char    *key,
            GHashTable    *lines,
            SheafProblems *problems)
{
  g_autofree char *place = g_strconcat (group, "\n", key, NULL);
  guint            before = GPOINTER_TO_UINT (g_hash_table_lookup (lines, place));

  if (before != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, key != NULL ? key : group,
                        _ ("this stands on line %u already: keep one of the two"), before);
  else
    g_hash_table_insert (lines, g_steal_pointer (&place), GUINT_TO_POINTER (line));
}

static gboolean
scan_line (const char    *text,
           const char    *file,
           guint          line,
           char         **group,
           GHashTable    *lines,
           SheafProblems *problems)
{
  const char *sign = strchr (text, '=');

  if (*text == '\0' || *text == '#')
    return TRUE;
  if (*text == '[' && g_str_has_suffix (text, "]"))
    {
      g_free (*group);
      *group = g_strndup (text + 1, strlen (text) - 2);
      note_place (file, line, *group, NULL, lines, problems);
      return TRUE;
    }
  if (*group != NULL && sign != NULL && sign != text)
    {
      g_autofree char *key = g_strchomp (g_strndup (text, (gsize) (sign - text)));

      note_place (file, line, *group, key, lines, problems);
      return TRUE;
    }
  sheaf_problems_add (
      problems, SHEAF_PROBLEM_ERROR, file, line, NULL,
      _ ("this line is neither [group], key=value nor a # comment: mend or remove it"));
  return FALSE;
}

gboolean
sheaf_plan_scan (const char    *text,
                 gsize          length,
                 const char    *file,
                 GHashTable    *lines,
                 SheafProblems *problems)
{
  g_autofree char *copy = NULL;
  g_autofree char *group = NULL;
  g_auto (GStrv) rows = NULL;
  gboolean ok = TRUE;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, 1, NULL,
                          _ ("the plan is not UTF-8 text: save it as UTF-8"));
      return FALSE;
    }
  copy = g_strndup (text, length);
  rows = g_strsplit (copy, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    ok &= scan_line (g_strstrip (rows[i]), file, i + 1, &group, lines, problems);
  return ok;
}

guint
sheaf_plan_line (const SheafPlan *plan,
                 const char      *group,
                 const char      *key)
{
  g_autofree char *place = g_strconcat (group, "\n", key, NULL);
  guint            line = GPOINTER_TO_UINT (g_hash_table_lookup (plan->lines, place));

  if (line != 0)
    return line;
  g_free (place);
  place = g_strconcat (group, "\n", NULL);
  return GPOINTER_TO_UINT (g_hash_table_lookup (plan->lines, place));
}
