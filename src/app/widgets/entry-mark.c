/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colour is never the only sign. */
#include "app/widgets/entry-mark.h"

/* GTK 4.8 keeps the room of an icon that was taken away. */
static void
show_icon (GtkWidget *entry,
           gboolean   shown)
{
  GtkWidget *icon = gtk_widget_get_last_child (entry);

  if (GTK_IS_IMAGE (icon))
    gtk_widget_set_visible (icon, shown);
}

void
sheaf_entry_mark (GtkWidget  *entry,
                  const char *message)
{
  if (message == NULL && !sheaf_entry_is_marked (entry))
    return;
  if (message != NULL)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
  gtk_widget_set_tooltip_text (entry, message);
  if (GTK_IS_ENTRY (entry))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                         message != NULL ? "dialog-warning-symbolic" : NULL);
      if (message != NULL)
        {
          gtk_entry_set_icon_activatable (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, FALSE);
          gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, message);
        }
      show_icon (entry, message != NULL);
    }
}

gboolean
sheaf_entry_is_marked (GtkWidget *entry)
{
  return gtk_widget_has_css_class (entry, "error");
}
