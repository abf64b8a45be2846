/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Build tool: sql-embed FILE.sql OUT.h makes one macro of each "-- name: x" block, and X_SQL_ALL, a
 * list of all for tests. sql-embed --whole FILE.sql OUT.h makes SHEAF_SCHEMA_<NAME> of the whole
 * file. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

static char *
macro_name (const char *text)
{
  char *name = g_ascii_strup (text, -1);

  for (char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '_';
  return name;
}

static void
append_literal (GString    *out,
                const char *line)
{
  g_autofree char *escaped = g_strescape (line, NULL);

  g_string_append_printf (out, " \\\n  \"%s\\n\"", escaped);
}

static void
embed_whole (GString    *out,
             const char *name,
             char      **lines)
{
  g_autofree char *macro = macro_name (name);

  g_string_append_printf (out, "#define SHEAF_SCHEMA_%s", macro);
  for (gsize i = 0; lines[i] != NULL; i++)
    append_literal (out, lines[i]);
  g_string_append (out, "\n");
}

static void
embed_named (GString    *out,
             const char *name,
             char      **lines)
{
  g_autofree char *list = macro_name (name);
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean open = FALSE;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "-- name: "))
        {
          g_autofree char *macro = macro_name (g_strstrip (lines[i] + strlen ("-- name: ")));

          g_string_append_printf (out, "%s#define %s", open ? "\n" : "", macro);
          g_string_append_printf (all, " \\\n  { \"%s\", %s },", macro, macro);
          open = TRUE;
        }
      else if (open && *lines[i] != '\0' && !g_str_has_prefix (lines[i], "--"))
        append_literal (out, lines[i]);
    }
  g_string_append_printf (out, "\n#define %s_SQL_ALL%s\n", list, all->str);
}

int
main (int    argc,
      char **argv)
{
  gboolean         whole = argc == 4 && strcmp (argv[1], "--whole") == 0;
  const char      *in = argv[whole ? 2 : 1];
  const char      *to = argv[whole ? 3 : 2];
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString)
      out = g_string_new ("/* Made by sql-embed; do not edit. */\n#pragma once\n\n");
  g_autoptr (GError) error = NULL;

  if (argc != (whole ? 4 : 3))
    return 2;
  name = g_path_get_basename (in);
  *strrchr (name, '.') = '\0';
  if (!g_file_get_contents (in, &text, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  lines = g_strsplit (text, "\n", -1);
  if (whole)
    embed_whole (out, name, lines);
  else
    embed_named (out, name, lines);
  if (!g_file_set_contents (to, out->str, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
