/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, creating and closing books; what happens inside a book is its view's. */
#include "app/window.h"

#include "app/book-actions.h"
#include "app/commands-dialog.h"
#include "app/messages.h"
#include "app/new-book-dialog.h"
#include "app/sample.h"
#include "app/settings.h"
#include "app/start-page.h"
#include "app/widgets/tab-out.h"
#include "base/i18n.h"

struct _SheafWindow
{
  AdwApplicationWindow parent_instance;
  GCancellable        *opening;
  GtkStack            *stack;
  SheafStartPage      *start;
  AdwStatusPage       *wait;
  GtkSpinner          *spinner;
  SheafBookView       *book;
};

G_DEFINE_FINAL_TYPE (SheafWindow, sheaf_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_state (SheafWindow *window,
            const char  *state)
{
  gboolean in_book = g_strcmp0 (state, "book") == 0;

  gtk_stack_set_visible_child_name (window->stack, state);
  gtk_spinner_set_spinning (window->spinner, g_strcmp0 (state, "wait") == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.close-book", in_book);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.go", in_book);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.new-voucher", in_book);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.toggle-sidebar", in_book);
  sheaf_book_actions_set_enabled (GTK_WIDGET (window), in_book);
  if (!in_book)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.back", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.forward", FALSE);
      gtk_window_set_title (GTK_WINDOW (window), "Sheaf");
    }
}

static void
show_start (SheafWindow *window)
{
  sheaf_start_page_reload (window->start);
  show_state (window, "start");
}

static void
remember_book (SheafSession *session)
{
  g_autofree char *years = NULL;
  int              first = sheaf_session_get_first_year (session);
  int              last = sheaf_session_get_last_year (session);

  years = first == last ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d–%d", first, last);
  sheaf_settings_add_recent (sheaf_session_get_path (session), sheaf_session_get_name (session),
                             years);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafSession) session = sheaf_session_open_finish (result, &error);
  g_autofree char *title = NULL;

  (void) source;
  if (session == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      show_start (window);
      sheaf_messages_show_error (GTK_WIDGET (window), _ ("The book could not be opened"), error);
      return;
    }
  remember_book (session);
  show_state (window, "book");
  sheaf_book_view_set_session (window->book, session);
  title = g_strdup_printf ("%s – Sheaf", sheaf_session_get_name (session));
  gtk_window_set_title (GTK_WINDOW (window), title);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SheafWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sheaf_sample_make_finish (result, &error);

  (void) source;
  if (path != NULL)
    {
      sheaf_window_open (window, path);
      return;
    }
  show_start (window);
  sheaf_messages_show_error (GTK_WIDGET (window), _ ("The book could not be made"), error);
}

static void
close_book_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SheafWindow *window = SHEAF_WINDOW (widget);

  (void) name;
  (void) parameter;
  show_start (window);
  sheaf_book_view_set_session (window->book, NULL);
}

static void
new_book_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  GtkWidget *dialog = sheaf_new_book_dialog_new (GTK_WINDOW (widget));

  (void) name;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SheafWindow *window = SHEAF_WINDOW (widget);

  (void) name;
  (void) parameter;
  sheaf_book_view_set_session (window->book, NULL);
  adw_status_page_set_title (window->wait, _ ("Keeping the sample’s books"));
  adw_status_page_set_description (window->wait, _ ("A year of vouchers takes some seconds."));
  show_state (window, "wait");
  sheaf_sample_make_async (NULL, created_cb, g_object_ref (window));
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           SheafWindow     *window)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        sheaf_window_open (window, path);
      else
        sheaf_messages_show_text (GTK_WIDGET (window), _ ("The book could not be opened"),
                                  _ ("Copy the book into a folder of this computer first."));
    }
  g_object_unref (dialog);
}

static void
open_book_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  (void) name;
  (void) parameter;
  dialog = gtk_file_chooser_native_new (_ ("Open Book"), GTK_WINDOW (widget),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_add_pattern (filter, "*.sheaf");
  gtk_file_filter_set_name (filter, _ ("Books"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), widget);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_path_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  (void) name;
  sheaf_window_open (SHEAF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  const char *page;
  const char *detail;

  (void) name;
  g_variant_get (parameter, "(&s&s)", &page, &detail);
  sheaf_book_view_go (SHEAF_WINDOW (widget)->book, page, detail);
}

static void
new_voucher_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  sheaf_book_view_go (SHEAF_WINDOW (widget)->book, "vouchers", "new");
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) parameter;
  sheaf_book_view_step (SHEAF_WINDOW (widget)->book, g_strcmp0 (name, "win.back") == 0 ? -1 : 1);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  sheaf_book_view_toggle_sidebar (SHEAF_WINDOW (widget)->book);
}

static void
commands_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (sheaf_commands_dialog_new (GTK_WINDOW (widget))));
}

static gboolean
sheaf_window_close_request (GtkWindow *gtk_window)
{
  SheafWindow *window = SHEAF_WINDOW (gtk_window);
  GSettings   *settings = sheaf_settings ();
  int          width;
  int          height;

  gtk_window_get_default_size (gtk_window, &width, &height);
  (void) g_settings_set_int (settings, "window-width", width);
  (void) g_settings_set_int (settings, "window-height", height);
  (void) g_settings_set_boolean (settings, "window-maximized",
                                 gtk_window_is_maximized (gtk_window));
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  sheaf_book_view_set_session (window->book, NULL);
  return GTK_WINDOW_CLASS (sheaf_window_parent_class)->close_request (gtk_window);
}

static void
sheaf_window_dispose (GObject *object)
{
  SheafWindow *window = SHEAF_WINDOW (object);

  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  G_OBJECT_CLASS (sheaf_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-book", NULL, new_book_action);
  gtk_widget_class_install_action (klass, "win.open-book", NULL, open_book_action);
  gtk_widget_class_install_action (klass, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (klass, "win.close-book", NULL, close_book_action);
  gtk_widget_class_install_action (klass, "win.go", "(ss)", go_action);
  gtk_widget_class_install_action (klass, "win.new-voucher", NULL, new_voucher_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, step_action);
  gtk_widget_class_install_action (klass, "win.forward", NULL, step_action);
  gtk_widget_class_install_action (klass, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (klass, "win.commands", NULL, commands_action);
}

static void
sheaf_window_class_init (SheafWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sheaf_window_close_request;
  g_type_ensure (SHEAF_TYPE_START_PAGE);
  g_type_ensure (SHEAF_TYPE_BOOK_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/sheaf/Sheaf/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafWindow, start);
  gtk_widget_class_bind_template_child (widget_class, SheafWindow, wait);
  gtk_widget_class_bind_template_child (widget_class, SheafWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SheafWindow, book);
  install_actions (widget_class);
  sheaf_book_actions_install (widget_class);
}

static void
sheaf_window_init (SheafWindow *window)
{
  GSettings *settings = sheaf_settings ();

  gtk_widget_init_template (GTK_WIDGET (window));
  sheaf_tab_out_add (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  show_state (window, "start");
}

SheafWindow *
sheaf_window_new (GtkApplication *application)
{
  return g_object_new (SHEAF_TYPE_WINDOW, "application", application, NULL);
}

void
sheaf_window_open (SheafWindow *window,
                   const char  *path)
{
  g_return_if_fail (SHEAF_IS_WINDOW (window));

  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  g_clear_object (&window->opening);
  window->opening = g_cancellable_new ();
  sheaf_book_view_set_session (window->book, NULL);
  adw_status_page_set_title (window->wait, _ ("Opening the book"));
  adw_status_page_set_description (window->wait, NULL);
  show_state (window, "wait");
  sheaf_session_open_async (path, window->opening, opened_cb, g_object_ref (window));
}

const char *
sheaf_window_get_state (SheafWindow *window)
{
  g_return_val_if_fail (SHEAF_IS_WINDOW (window), NULL);

  return gtk_stack_get_visible_child_name (window->stack);
}

SheafBookView *
sheaf_window_get_book_view (SheafWindow *window)
{
  g_return_val_if_fail (SHEAF_IS_WINDOW (window), NULL);

  return window->book;
}
