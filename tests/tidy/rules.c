/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules on a single file's text, but for the includes, which layers.c judges. */

#include "rules.h"

#include "source-tree.h"

#include <string.h>

#define MAX_COLUMNS 100
#define MAX_LINES 500

static void G_GNUC_PRINTF (4, 5)
    add_finding (GPtrArray *findings, const char *path, guint line, const char *format, ...)
{
  va_list          args;
  g_autofree char *what = NULL;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, g_strdup_printf ("%s:%u: %s", path, line, what));
}

/* Every line that PATTERN matches is a finding; WHAT says why. */
static void
find_pattern (const char *path,
              const char *text,
              const char *pattern,
              const char *what,
              GPtrArray  *findings)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *found = NULL;

      if (!g_regex_match (regex, lines[i], 0, &match))
        continue;
      found = g_match_info_fetch (match, 0);
      add_finding (findings, path, i + 1, "%s (%s)", what, found);
    }
}

/* Whether the lines of LIST (POTFILES: one path a line) have PATH. */
static gboolean
has_line (const char *list, const char *path)
{
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  return g_strv_contains ((const char *const *) lines, path);
}

void
tidy_check_line_length (const char *path, const char *text, GPtrArray *findings)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > MAX_COLUMNS)
      add_finding (findings, path, i + 1, "more than %d columns", MAX_COLUMNS);
}

void
tidy_check_file_length (const char *path, const char *text, GPtrArray *findings)
{
  guint lines = 0;

  for (const char *c = text; *c != '\0'; c++)
    lines += *c == '\n';
  if (lines > MAX_LINES)
    add_finding (findings, path, lines, "%u lines; look for the second noun, %d is the limit",
                 lines, MAX_LINES);
}

void
tidy_check_head (const char *path, const char *text, GPtrArray *findings)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);

  if (g_strcmp0 (lines[0], "/* SPDX-License-Identifier: "
                           "GPL-3.0-or-later */") != 0)
    add_finding (findings, path, 1, "the first line must name the licence");
  else if (lines[1] == NULL || !g_str_has_prefix (lines[1], "/* "))
    add_finding (findings, path, 2, "the second line must say what the file is for");
}

void
tidy_check_no_floats (const char *path, const char *text, GPtrArray *findings)
{
  g_autofree char *code = NULL;

  if (g_str_has_prefix (path, "src/app/") || g_str_has_prefix (path, "src/documents/") ||
      g_str_equal (path, "src/exchange/sheet-number.c")) /* spreadsheets hold nothing else */
    return;
  code = tidy_blank_comments_and_strings (text);
  find_pattern (path, code, "\\b(g?double|g?float|G_TYPE_DOUBLE|G_TYPE_FLOAT)\\b",
                "floating point has no place where figures are kept", findings);
}

void
tidy_check_no_account_numbers (const char *path, const char *text, GPtrArray *findings)
{
  find_pattern (path, text, "\"(0\\d{2}|[1-9]\\d{2,4})\"",
                "an account is named by its role, not by its number", findings);
}

void
tidy_check_stays_inside (const char *path, const char *text, GPtrArray *findings)
{
  find_pattern (path, text, "\\.\\./"
                            "shared\\b",
                "names a folder outside the tree", findings);
}

void
tidy_check_in_potfiles (const char *path,
                        const char *text,
                        const char *potfiles,
                        GPtrArray  *findings)
{
  g_autoptr (GRegex) message = NULL;
  g_autofree char *code = NULL;

  if (g_str_has_suffix (path, ".ui"))
    message = g_regex_new ("translatable=\"yes\"", 0, 0, NULL);
  else
    message = g_regex_new ("(?<!define )\\b(_|N_|C_|NC_|n?gettext) ?\\(", 0, 0, NULL);
  code = g_str_has_suffix (path, ".ui") ? g_strdup (text) : tidy_blank_comments_and_strings (text);
  if (g_regex_match (message, code, 0, NULL) && !has_line (potfiles, path))
    add_finding (findings, path, 1, "has messages for people, but is not in po/POTFILES");
}

void
tidy_check_messages_are_whole (const char *path, const char *text, GPtrArray *findings)
{
  g_autoptr (GRegex) message = NULL;
  g_autofree char *code = tidy_blank_comments_and_strings (text);

  message = g_regex_new ("\\b(_|N_|C_|NC_|n?gettext) ?\\([^(),;]*\\bG_[A-Z0-9]+_FORMAT", 0, 0,
                         NULL);
  if (g_regex_match (message, code, 0, NULL))
    add_finding (findings, path, 1, "cuts a message at a G_…_FORMAT: use PRId64 or PRIu64");
}

void
tidy_check_template (const char *path,
                     const char *text,
                     const char *resources,
                     gboolean (*exists) (const char *path),
                     GPtrArray *findings)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".ui"));
  const char      *below_ui = path + strlen ("ui/");

  if (strstr (resources, below_ui) == NULL)
    add_finding (findings, path, 1, "is in no resource list below resources/");
  if (strstr (text, "<template ") == NULL ||
      strstr (text, "<template class=\"GtkListItem\"") != NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *twin = g_strdup_printf ("src/app/%s%s", stem + strlen ("ui/"),
                                               i == 0 ? ".c" : ".h");

      if (!exists (twin))
        add_finding (findings, path, 1, "its class must be in %s, which is not there", twin);
    }
}
