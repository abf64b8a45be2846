/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book is made on a thread of its own; until then the dialog stays, so that nothing typed is
 * lost. */
#include "app/new-book-dialog.h"

#include "app/actor.h"
#include "app/format.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"
#include "book/setting.h"
#include "ledger/chart.h"

struct _SheafNewBookDialog
{
  AdwWindow         parent_instance;
  SheafProblemList *problems;
  GtkWidget        *name_row;
  GtkWidget        *address_row;
  GtkWidget        *tax_code_row;
  GtkSwitch        *union_switch;
  GtkSpinButton    *year_spin;
};

typedef struct
{
  char    *path;
  char    *name;
  char    *address;
  char    *tax_code;
  int      year;
  gboolean is_union;
} Wish;

G_DEFINE_FINAL_TYPE (SheafNewBookDialog, sheaf_new_book_dialog, ADW_TYPE_WINDOW)

static void
free_wish (Wish *wish)
{
  g_free (wish->path);
  g_free (wish->name);
  g_free (wish->address);
  g_free (wish->tax_code);
  g_free (wish);
}

static char *
read_row (GtkWidget *row)
{
  return sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static gboolean
write_fact (SheafBook  *book,
            const char *key,
            const char *value,
            GError    **error)
{
  return *value == '\0' || sheaf_setting_write (book, key, value, error);
}

static void
create_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Wish   *wish = data;
  SheafActor    actor = sheaf_actor_now ();
  SheafBookSpec spec = { .name = wish->name,
                         .year = wish->year,
                         .chart = "vn-tt71",
                         .law = "vn-2023",
                         .sector = "agriculture",
                         .is_union = wish->is_union };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;

  (void) source;
  (void) cancellable;
  book = sheaf_book_create (wish->path, &spec, &actor, sheaf_ledger_set_up, &error);
  if (book == NULL || !write_fact (book, "address", wish->address, &error) ||
      !write_fact (book, "tax-code", wish->tax_code, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafNewBookDialog *dialog = SHEAF_NEW_BOOK_DIALOG (source);
  const Wish         *wish = g_task_get_task_data (G_TASK (result));
  GtkWindow          *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  if (parent != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-path", "s", wish->path);
  gtk_window_close (GTK_WINDOW (dialog));
}

static Wish *
read_wish (SheafNewBookDialog *dialog,
           const char         *path)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->path = g_strdup (path);
  wish->name = read_row (dialog->name_row);
  wish->address = read_row (dialog->address_row);
  wish->tax_code = read_row (dialog->tax_code_row);
  wish->year = gtk_spin_button_get_value_as_int (dialog->year_spin);
  wish->is_union = gtk_switch_get_active (dialog->union_switch);
  return wish;
}

static void
chosen_cb (GtkNativeDialog    *chooser,
           int                 response,
           SheafNewBookDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GTask) task = g_task_new (dialog, NULL, created_cb, NULL);

      gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
      g_task_set_task_data (task, read_wish (dialog, path), (GDestroyNotify) free_wish);
      g_task_run_in_thread (task, create_job);
    }
  g_object_unref (chooser);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafNewBookDialog   *dialog = SHEAF_NEW_BOOK_DIALOG (widget);
  GtkFileChooserNative *chooser;
  g_autofree char      *coop = read_row (dialog->name_row);
  g_autofree char      *plain = sheaf_text_unaccent (coop);
  g_autofree char      *proposal = NULL;

  (void) name;
  (void) parameter;
  if (*coop == '\0')
    {
      sheaf_problem_list_show_text (dialog->problems,
                                    _ ("The cooperative has no name yet: type it below."));
      (void) gtk_widget_grab_focus (dialog->name_row);
      return;
    }
  sheaf_problem_list_show_text (dialog->problems, NULL);
  proposal = g_strdup_printf ("%s.sheaf",
                              *plain != '\0' ? g_strdelimit (plain, "/.", '-') : "book");
  chooser = gtk_file_chooser_native_new (_ ("Where shall the book lie?"), GTK_WINDOW (dialog),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposal);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
sheaf_new_book_dialog_class_init (SheafNewBookDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/new-book-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, union_switch);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, year_spin);
  gtk_widget_class_install_action (widget_class, "new-book.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_new_book_dialog_init (SheafNewBookDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  /* Typing begins with the name; the first button would take the focus and the first space. */
  gtk_window_set_focus (GTK_WINDOW (dialog),
                        GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (dialog->name_row))));
  gtk_spin_button_set_adjustment (dialog->year_spin, gtk_adjustment_new (0, 1990, 2999, 1, 1, 0));
  gtk_spin_button_set_value (dialog->year_spin, sheaf_date_year (sheaf_format_today ()));
}

GtkWidget *
sheaf_new_book_dialog_new (GtkWindow *parent)
{
  return g_object_new (SHEAF_TYPE_NEW_BOOK_DIALOG, "transient-for", parent, NULL);
}
