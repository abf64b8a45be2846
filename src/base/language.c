/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gettext ignores LANGUAGE in the locale "C", and small machines have no other: so C.UTF-8 is taken
 * there. */
#include "base/language.h"

#include "base/i18n.h"
#include "base/paths.h"

#include <locale.h>
#include <string.h>

static char language_in_use[3] = "en";

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
  return language_in_use;
}
