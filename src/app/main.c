/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The GTK program: language first, then the application. */
#include "app/application.h"
#include "app/settings.h"
#include "base/language.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (SheafApplication) application = NULL;
  g_autofree char *language = g_settings_get_string (sheaf_settings (), "language");

  sheaf_language_init (*language != '\0' ? language : NULL);
  /* The locale is chosen; GTK would choose again and end in "C" where it is not installed. */
  gtk_disable_setlocale ();
  application = sheaf_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
