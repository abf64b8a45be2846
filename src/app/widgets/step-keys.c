/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that is open has the keys itself: it is a window of its own. */
#include "app/widgets/step-keys.h"

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkDropDown           *list)
{
  GListModel *choices = gtk_drop_down_get_model (list);
  guint       n = choices != NULL ? g_list_model_get_n_items (choices) : 0;
  guint       selected = gtk_drop_down_get_selected (list);

  (void) controller;
  (void) keycode;
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Up && selected > 0 && selected < n)
    gtk_drop_down_set_selected (list, selected - 1);
  else if (keyval == GDK_KEY_Down && selected + 1 < n)
    gtk_drop_down_set_selected (list, selected + 1);
  return GDK_EVENT_STOP;
}

void
sheaf_step_keys_add (GtkDropDown *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_TARGET);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), list);
  gtk_widget_add_controller (gtk_widget_get_first_child (GTK_WIDGET (list)), keys);
}
