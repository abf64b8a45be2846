/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made from the one table of keys, so that it cannot be out of date. */
#include "app/commands-dialog.h"

#include "app/shortcuts.h"
#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

struct _SheafCommandsDialog
{
  AdwWindow       parent_instance;
  GtkSearchEntry *search;
  GtkListBox     *list;
  char           *wanted; /* folded */
};

G_DEFINE_FINAL_TYPE (SheafCommandsDialog, sheaf_commands_dialog, ADW_TYPE_WINDOW)

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  SheafCommandsDialog *dialog = user_data;
  const char          *folded = g_object_get_data (G_OBJECT (row), "folded");
  g_auto (GStrv) words = NULL;

  if (dialog->wanted == NULL)
    return TRUE;
  words = g_strsplit (dialog->wanted, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The first row that the search leaves. */
static GtkListBoxRow *
find_first_row (SheafCommandsDialog *dialog)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (dialog->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
search_changed_cb (SheafCommandsDialog *dialog)
{
  g_free (dialog->wanted);
  dialog->wanted = sheaf_text_fold (gtk_editable_get_text (GTK_EDITABLE (dialog->search)));
  gtk_list_box_invalidate_filter (dialog->list);
  gtk_list_box_select_row (dialog->list, find_first_row (dialog));
}

static void
run_row (SheafCommandsDialog *dialog,
         GtkListBoxRow       *row)
{
  const SheafShortcut *shortcut = row != NULL ? g_object_get_data (G_OBJECT (row), "shortcut")
                                              : NULL;
  GtkWindow           *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  GtkWidget       *focus;

  if (shortcut == NULL || parent == NULL ||
      !g_action_parse_detailed_name (shortcut->action, &name, &target, NULL))
    return;
  gtk_window_close (GTK_WINDOW (dialog));
  focus = gtk_window_get_focus (parent);
  (void) gtk_widget_activate_action_variant (focus != NULL ? focus : GTK_WIDGET (parent), name,
                                             target);
}

static void
row_activated_cb (SheafCommandsDialog *dialog,
                  GtkListBoxRow       *row)
{
  run_row (dialog, row);
}

static void
search_activated_cb (SheafCommandsDialog *dialog)
{
  run_row (dialog, gtk_list_box_get_selected_row (dialog->list));
}

static void
stop_search_cb (SheafCommandsDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
make_row (const SheafShortcut *shortcut)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *group = gtk_label_new (_ (shortcut->group));
  GtkWidget       *title = gtk_label_new (_ (shortcut->title));
  g_autofree char *both = g_strdup_printf ("%s %s", _ (shortcut->group), _ (shortcut->title));

  gtk_widget_add_css_class (group, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (group), 0.0f);
  gtk_label_set_width_chars (GTK_LABEL (group), 12);
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), title);
  if (shortcut->keys != NULL)
    {
      g_auto (GStrv) keys = g_strsplit (shortcut->keys, "|", 2);

      gtk_box_append (GTK_BOX (box), gtk_shortcut_label_new (keys[0]));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "shortcut", (gpointer) shortcut);
  g_object_set_data_full (G_OBJECT (row), "folded", sheaf_text_fold (both), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (shortcut->title), -1);
  return row;
}

static void
sheaf_commands_dialog_finalize (GObject *object)
{
  g_free (SHEAF_COMMANDS_DIALOG (object)->wanted);
  G_OBJECT_CLASS (sheaf_commands_dialog_parent_class)->finalize (object);
}

static void
sheaf_commands_dialog_class_init (SheafCommandsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_commands_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/commands-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafCommandsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SheafCommandsDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_commands_dialog_init (SheafCommandsDialog *dialog)
{
  guint                n_shortcuts;
  const SheafShortcut *shortcuts = sheaf_shortcuts_list (&n_shortcuts);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (guint i = 0; i < n_shortcuts; i++)
    gtk_list_box_append (dialog->list, make_row (&shortcuts[i]));
  gtk_list_box_set_filter_func (dialog->list, filter_cb, dialog, NULL);
  gtk_list_box_select_row (dialog->list, gtk_list_box_get_row_at_index (dialog->list, 0));
  gtk_search_entry_set_key_capture_widget (dialog->search, GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->search, "search-changed", G_CALLBACK (search_changed_cb),
                            dialog);
  g_signal_connect_swapped (dialog->search, "activate", G_CALLBACK (search_activated_cb), dialog);
  g_signal_connect_swapped (dialog->search, "stop-search", G_CALLBACK (stop_search_cb), dialog);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (row_activated_cb), dialog);
}

GtkWidget *
sheaf_commands_dialog_new (GtkWindow *parent)
{
  return g_object_new (SHEAF_TYPE_COMMANDS_DIALOG, "transient-for", parent, NULL);
}
