/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gettext ignores LANGUAGE in the locale "C", and small machines have no other: so C.UTF-8 is taken
 * there. */
#include "base/language.h"

#include "base/catalog.h"
#include "base/i18n.h"
#include "base/paths.h"

#include <locale.h>
#include <string.h>

static char language_in_use[3] = "en";

static const char *const spoken_names[] = { "vi", "fr", "en" };

static _Thread_local const char *spoken; /* of spoken_names; NULL: the program's */

static void
choose_language (const char *language)
{
  const char *const *names;

  if (language != NULL && *language != '\0')
    {
      g_setenv ("LANGUAGE", language, TRUE);
      g_strlcpy (language_in_use, language, sizeof language_in_use);
      return;
    }
  names = g_get_language_names ();
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (strncmp (names[i], "vi", 2) == 0 || strncmp (names[i], "fr", 2) == 0 ||
          strncmp (names[i], "en", 2) == 0)
        {
          g_setenv ("LANGUAGE", names[i], TRUE);
          g_strlcpy (language_in_use, names[i], sizeof language_in_use);
          return;
        }
    }
}

void
sheaf_language_init (const char *language)
{
  const char      *got;
  g_autofree char *directory = sheaf_paths_locale ();

  choose_language (language);
  got = setlocale (LC_ALL, "");
  if (got == NULL || strcmp (got, "C") == 0 || strcmp (got, "POSIX") == 0)
    (void) setlocale (LC_ALL,
                      "C.UTF-8"); /* where even that is missing the program speaks English */
  bindtextdomain (GETTEXT_PACKAGE, directory);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
sheaf_language_current (void)
{
  return spoken != NULL ? spoken : language_in_use;
}

const char *
sheaf_language_speak (const char *language)
{
  const char *before = spoken;

  spoken = NULL;
  for (gsize i = 0; language != NULL && i < G_N_ELEMENTS (spoken_names); i++)
    if (strncmp (language, spoken_names[i], 2) == 0)
      spoken = spoken_names[i];
  return before;
}

/* A language's catalog is read when the first text is asked for; one without is not translated. */
static const SheafCatalog *
load_catalog (const char *language)
{
  static GMutex                   lock;
  static GHashTable              *catalogs; /* of spoken_names */
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);
  g_autofree char                *folder = NULL;
  g_autofree char                *path = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SheafCatalog *catalog = NULL;

  if (catalogs == NULL)
    catalogs = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_contains (catalogs, language))
    return g_hash_table_lookup (catalogs, language);
  folder = sheaf_paths_locale ();
  path = g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  file = g_mapped_file_new (path, FALSE, NULL); /* English has none */
  bytes = file == NULL ? NULL : g_mapped_file_get_bytes (file);
  catalog = bytes == NULL ? NULL : sheaf_catalog_new (bytes);
  g_hash_table_insert (catalogs, (gpointer) language,
                       catalog); /* for as long as the program runs */
  return catalog;
}

const char *
sheaf_i18n_text (const char *text)
{
  const SheafCatalog *catalog;
  const char         *found;

  if (spoken == NULL || strcmp (spoken, language_in_use) == 0)
    return g_dgettext (GETTEXT_PACKAGE, text);
  catalog = load_catalog (spoken);
  found = catalog == NULL ? NULL : sheaf_catalog_find (catalog, text);
  return found != NULL ? found : text;
}
