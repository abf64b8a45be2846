/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts go to the nearest AdwToastOverlay above the widget. */
#include "app/messages.h"

#include "base/i18n.h"

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  if (GTK_IS_WINDOW (root))
    return GTK_WINDOW (root);
  return GTK_IS_APPLICATION (g_application_get_default ())
             ? gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ()))
             : NULL;
}

void
sheaf_messages_show_text (GtkWidget  *widget,
                          const char *heading,
                          const char *text)
{
  GtkWindow *window = find_window (widget);
  GtkWidget *dialog;

  if (window == NULL) /* the last one has been closed: nobody is there to be told */
    return;
  dialog = adw_message_dialog_new (window, heading, text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_messages_show_error (GtkWidget    *widget,
                           const char   *heading,
                           const GError *error)
{
  sheaf_messages_show_text (widget, heading, error->message);
}

/* A job keeps the dialog that asked for it, closed or not: what tells is its window. */
static gboolean
is_in_sight (SheafProblemList *problems)
{
  GtkRoot *root = problems != NULL ? gtk_widget_get_root (GTK_WIDGET (problems)) : NULL;

  return root != NULL && gtk_widget_get_realized (GTK_WIDGET (root));
}

void
sheaf_messages_show_refusal (SheafProblemList *problems,
                             const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (is_in_sight (problems))
    sheaf_problem_list_show_text (problems, error->message);
  else
    sheaf_messages_show_error (NULL, _ ("That was refused"), error);
}

char *
sheaf_messages_join (const SheafProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", problem->text);
    }
  return g_string_free (text, FALSE);
}

void
sheaf_messages_show_problems (GtkWidget           *widget,
                              const char          *heading,
                              const SheafProblems *problems)
{
  g_autofree char *text = sheaf_messages_join (problems);

  sheaf_messages_show_text (widget, heading, text);
}

static void
answer_cb (GtkWidget        *widget,
           const char       *response,
           AdwMessageDialog *dialog)
{
  void (*accepted) (gpointer) = g_object_get_data (G_OBJECT (dialog), "accepted");

  if (g_strcmp0 (response, "accept") == 0)
    accepted (widget);
}

void
sheaf_messages_ask (GtkWidget  *widget,
                    const char *heading,
                    const char *text,
                    const char *accept_label,
                    void (*accepted) (gpointer widget))
{
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _ ("_Back"), "accept",
                                    accept_label, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_object_set_data (G_OBJECT (dialog), "accepted", accepted);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answer_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_toast (GtkWidget *widget,
           AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  AdwToast *last = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), "last-toast") : NULL;

  /* What is said last counts: thirty vouchers in a row would queue for minutes. */
  if (last != NULL)
    adw_toast_dismiss (last);
  if (overlay != NULL)
    g_object_set_data_full (G_OBJECT (overlay), "last-toast", g_object_ref (toast),
                            g_object_unref);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
sheaf_messages_toast (GtkWidget  *widget,
                      const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  add_toast (widget, adw_toast_new (escaped));
}

void
sheaf_messages_toast_with_action (GtkWidget  *widget,
                                  const char *text,
                                  const char *button,
                                  const char *action,
                                  GVariant   *target)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  if (target != NULL)
    adw_toast_set_action_target_value (toast, target);
  add_toast (widget, toast);
}
