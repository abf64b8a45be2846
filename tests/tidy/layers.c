/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of who may include whom. */

#include "rules.h"

#include <string.h>

/* Each folder with those just below it; what these may include, it may include too. */
static const struct
{
  const char *folder;
  const char *below;
} layers[] = {
  { "base", "" },
  { "store", "base" },
  { "book", "store" },
  { "ledger", "book" },
  { "members", "ledger" },
  { "capital", "members" },
  { "trade", "members" },
  { "labour", "members" },
  { "assets", "ledger" },
  { "stock", "ledger" },
  { "notices", "trade" },
  { "distribution", "capital trade labour notices" },
  { "payouts", "distribution" },
  { "credit", "ledger" },
  { "statements", "payouts credit assets stock" },
  { "reports", "statements" },
  { "documents", "reports" },
  { "exchange", "reports" },
  { "yearend", "documents exchange" },
  { "app", "yearend" },
  { "cli", "yearend" },
};

/* Headers from outside, by how their name begins; the first line that fits counts. "*" is everyone.
 * A library that is not here is not used yet: add its line together with the part that needs it. */
static const struct
{
  const char *begin;
  const char *folders;
} libraries[] = {
  { "glib/gi18n", "base" }, /* base/i18n.h is what the others include */
  { "glib", "*" },
  { "gio/", "*" },
  { "sqlite3.h", "store" },
  { "libpq-fe.h", "store" },
  { "unicode/", "base documents" },
  { "hpdf", "documents" },
  { "fontconfig/", "documents" },
  { "qrencode.h", "documents" },
  { "json-glib/", "exchange cli" },
  { "xlsxwriter.h", "exchange" },
  { "archive", "exchange" },
  { "poppler.h", "app" },
  { "gtk/", "app" },
  { "adwaita.h", "app" },
  { "gdk/", "app" },
  { "gsk/", "app" },
  { "pango/", "app" },
  { "cairo", "app" },
  /* The core never asks the clock or the locale. */
  { "time.h", "cli app" },
  { "sys/time.h", "cli app" },
  { "locale.h", "base cli app" }, /* base/language.c chooses it for the programs */
  { "math.h", "documents app" },
  { "float.h", "documents app" },
  { "errno.h", "*" },
  { "fcntl.h", "*" },
  { "inttypes.h", "*" },
  { "limits.h", "*" },
  { "std", "*" }, /* stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h */
  { "string.h", "*" },
  { "sys/", "*" },
  { "unistd.h", "*" },
};

static gboolean
is_word_of (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static const char *
find_layer (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_equal (layers[i].folder, folder))
      return layers[i].below;
  return NULL;
}

static gboolean
may_include (const char *folder, const char *other)
{
  const char *below = find_layer (folder);
  g_auto (GStrv) list = NULL;

  if (g_str_equal (folder, other))
    return TRUE;
  if (below == NULL || *below == '\0')
    return FALSE;
  list = g_strsplit (below, " ", -1);
  for (guint i = 0; list[i] != NULL; i++)
    if (may_include (list[i], other))
      return TRUE;
  return FALSE;
}

static gboolean
may_use_library (const char *folder, const char *header, gboolean *ret_known)
{
  *ret_known = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    if (g_str_has_prefix (header, libraries[i].begin))
      return g_str_equal (libraries[i].folders, "*") || is_word_of (folder, libraries[i].folders);
  *ret_known = FALSE;
  return FALSE;
}

static void
check_own_header (const char *place, const char *folder, const char *header, GPtrArray *findings)
{
  const char      *slash = strchr (header, '/');
  g_autofree char *other = slash != NULL ? g_strndup (header, (gsize) (slash - header)) : NULL;

  if (other == NULL)
    g_ptr_array_add (findings, g_strdup_printf ("%s: \"%s\" must begin with its folder in src",
                                                place, header));
  else if (find_layer (other) == NULL)
    g_ptr_array_add (findings, g_strdup_printf ("%s: folder %s of \"%s\" is not in the table of "
                                                "layers",
                                                place, other, header));
  else if (!may_include (folder, other))
    g_ptr_array_add (findings, g_strdup_printf ("%s: %s may not include %s (\"%s\")",
                                                place, folder, other, header));
}

static void
check_library (const char *place, const char *folder, const char *header, GPtrArray *findings)
{
  gboolean known;

  if (may_use_library (folder, header, &known))
    return;
  g_ptr_array_add (findings,
                   known ? g_strdup_printf ("%s: %s may not use <%s>", place, folder, header)
                         : g_strdup_printf ("%s: <%s> is not in the table of libraries", place,
                                            header));
}

void
tidy_check_includes (const char *path, const char *text, GPtrArray *findings)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GRegex)
      include = g_regex_new ("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]", 0, 0, NULL);

  g_assert_cmpstr (parts[0], ==, "src");
  if (find_layer (parts[1]) == NULL)
    {
      g_ptr_array_add (findings, g_strdup_printf ("%s: folder %s is not in the table of layers",
                                                  path, parts[1]));
      return;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *place = g_strdup_printf ("%s:%u", path, i + 1);
      g_autofree char *quote = NULL;
      g_autofree char *header = NULL;

      if (!g_regex_match (include, lines[i], 0, &match))
        continue;
      quote = g_match_info_fetch (match, 1);
      header = g_match_info_fetch (match, 2);
      if (*quote == '"')
        check_own_header (place, parts[1], header, findings);
      else
        check_library (place, parts[1], header, findings);
    }
}
