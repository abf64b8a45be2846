/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each choice is kept at once; the language counts from the next start, as texts are made only
 * once. */
#include "app/preferences-dialog.h"

#include "app/application.h"
#include "app/settings.h"
#include "base/i18n.h"

struct _SheafPreferencesDialog
{
  AdwPreferencesWindow parent_instance;
  AdwComboRow         *language_row;
  AdwComboRow         *scheme_row;
  AdwComboRow         *text_row;
};

static const char *const languages[] = { "", "vi", "en", "fr" };
static const char *const schemes[] = { "system", "light", "dark" };
static const int         text_sizes[] = { 100, 115, 130 };

G_DEFINE_FINAL_TYPE (SheafPreferencesDialog, sheaf_preferences_dialog, ADW_TYPE_PREFERENCES_WINDOW)

static void
select_text (AdwComboRow       *row,
             const char        *key,
             const char *const *values,
             guint              n_values)
{
  g_autofree char *value = g_settings_get_string (sheaf_settings (), key);

  for (guint i = 0; i < n_values; i++)
    if (g_strcmp0 (value, values[i]) == 0)
      adw_combo_row_set_selected (row, i);
}

static void
language_cb (SheafPreferencesDialog *dialog)
{
  (void) g_settings_set_string (sheaf_settings (), "language",
                                languages[adw_combo_row_get_selected (dialog->language_row)]);
}

static void
scheme_cb (SheafPreferencesDialog *dialog)
{
  (void) g_settings_set_string (sheaf_settings (), "colour-scheme",
                                schemes[adw_combo_row_get_selected (dialog->scheme_row)]);
  sheaf_application_apply_settings ();
}

static void
text_cb (SheafPreferencesDialog *dialog)
{
  (void) g_settings_set_int (sheaf_settings (), "text-size",
                             text_sizes[adw_combo_row_get_selected (dialog->text_row)]);
  sheaf_application_apply_settings ();
}

static void
sheaf_preferences_dialog_class_init (SheafPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPreferencesDialog, text_row);
}

static void
sheaf_preferences_dialog_init (SheafPreferencesDialog *dialog)
{
  int text_size = g_settings_get_int (sheaf_settings (), "text-size");

  gtk_widget_init_template (GTK_WIDGET (dialog));
  select_text (dialog->language_row, "language", languages, G_N_ELEMENTS (languages));
  select_text (dialog->scheme_row, "colour-scheme", schemes, G_N_ELEMENTS (schemes));
  for (guint i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    if (text_sizes[i] == text_size)
      adw_combo_row_set_selected (dialog->text_row, i);
  g_signal_connect_swapped (dialog->language_row, "notify::selected", G_CALLBACK (language_cb),
                            dialog);
  g_signal_connect_swapped (dialog->scheme_row, "notify::selected", G_CALLBACK (scheme_cb), dialog);
  g_signal_connect_swapped (dialog->text_row, "notify::selected", G_CALLBACK (text_cb), dialog);
}

GtkWidget *
sheaf_preferences_dialog_new (GtkWindow *parent)
{
  return g_object_new (SHEAF_TYPE_PREFERENCES_DIALOG, "transient-for", parent, NULL);
}
