/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While the list cannot have the focus, GTK's own order of widgets passes over it. */
#include "app/widgets/tab-out.h"

/* The table or list around the focus. */
static GtkWidget *
find_list (GtkWidget *focus)
{
  GtkWidget *list = focus == NULL || GTK_IS_EDITABLE (focus)
                        ? NULL
                        : gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW);

  if (list == NULL && focus != NULL && !GTK_IS_EDITABLE (focus))
    list = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW);
  return list;
}

gboolean
sheaf_tab_out (GtkWindow       *window,
               GtkDirectionType direction)
{
  GtkWidget *list = find_list (gtk_window_get_focus (window));

  if (list == NULL)
    return FALSE;
  gtk_widget_set_can_focus (list, FALSE);
  if (!gtk_widget_child_focus (GTK_WIDGET (window), direction))
    {
      /* The last of the window: from its other end again. */
      gtk_window_set_focus (window, NULL);
      (void) gtk_widget_child_focus (GTK_WIDGET (window), direction);
    }
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkWindow             *window)
{
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  (void) controller;
  (void) keycode;
  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return sheaf_tab_out (window, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

void
sheaf_tab_out_add (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
