/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of the program as a whole, its look, and its command line. */
#include "app/application.h"

#include "app/format.h"
#include "app/preferences-dialog.h"
#include "app/resources.h"
#include "app/settings.h"
#include "app/shortcuts.h"
#include "app/window.h"
#include "base/config.h"
#include "base/i18n.h"

struct _SheafApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SheafApplication, sheaf_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  (void) action;
  (void) parameter;
  adw_show_about_window (
      window, "application-name", "Sheaf", "application-icon", "coop.sheaf.Sheaf", "version",
      SHEAF_VERSION, "developer-name", _ ("The Sheaf authors"), "license-type", GTK_LICENSE_GPL_3_0,
      "comments", _ ("Keeps a cooperative’s books, shares its income, prints its papers."), NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  (void) action;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (sheaf_preferences_dialog_new (window)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList)
      windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  (void) action;
  (void) parameter;
  /* Closing, not g_application_quit: each window remembers its size and lets its book go. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
sheaf_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (sheaf_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_window_set_default_icon_name ("coop.sheaf.Sheaf");
  sheaf_shortcuts_install (GTK_APPLICATION (application));
  sheaf_application_apply_settings ();
}

static SheafWindow *
find_empty_window (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (SHEAF_IS_WINDOW (link->data) &&
        g_strcmp0 (sheaf_window_get_state (link->data), "start") == 0)
      return link->data;
  return NULL;
}

static void
sheaf_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (sheaf_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
sheaf_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  (void) hint;
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      SheafWindow     *window = find_empty_window (GTK_APPLICATION (application));

      if (window == NULL)
        window = sheaf_window_new (GTK_APPLICATION (application));
      if (path != NULL)
        sheaf_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static int
sheaf_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  g_autoptr (GError) error = NULL;
  const char *text;
  SheafDate   today;

  (void) application;
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Sheaf %s\n", SHEAF_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "today", "&s", &text))
    return -1;
  if (!sheaf_date_parse (text, &today, &error))
    {
      g_printerr ("--today: %s\n", error->message);
      return 1;
    }
  sheaf_format_set_today (today);
  return -1;
}

static void
sheaf_application_class_init (SheafApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sheaf_application_startup;
  application_class->activate = sheaf_application_activate;
  application_class->open = sheaf_application_open;
  application_class->handle_local_options = sheaf_application_handle_local_options;
}

static void
sheaf_application_init (SheafApplication *application)
{
  const GOptionEntry options[] = {
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("The day to work on, instead of the computer’s"), "YYYY-MM-DD" },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Tell the version"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (application), options);
}

SheafApplication *
sheaf_application_new (GApplicationFlags flags)
{
  /* In a static library the resources are linked only when they are named. */
  g_resources_register (sheaf_get_resource ());
  return g_object_new (SHEAF_TYPE_APPLICATION,
                       "application-id", "coop.sheaf.Sheaf",
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       "resource-base-path", "/coop/sheaf/Sheaf",
                       NULL);
}

void
sheaf_application_apply_settings (void)
{
  static int       normal_dpi;
  g_autofree char *scheme = g_settings_get_string (sheaf_settings (), "colour-scheme");
  int              percent = g_settings_get_int (sheaf_settings (), "text-size");
  GtkSettings     *look = gtk_settings_get_default ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_strcmp0 (scheme, "dark") == 0 ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_strcmp0 (scheme, "light") == 0
                                          ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                          : ADW_COLOR_SCHEME_DEFAULT);
  if (look == NULL)
    return;
  if (normal_dpi == 0)
    g_object_get (look, "gtk-xft-dpi", &normal_dpi, NULL);
  if (normal_dpi <= 0)
    normal_dpi = 96 * 1024;
  g_object_set (look, "gtk-xft-dpi", normal_dpi * percent / 100, NULL);
}
