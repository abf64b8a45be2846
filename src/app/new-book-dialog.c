/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book is made on a thread of its own; until then the dialog stays, so that nothing typed is
 * lost. With an older book there is a second step: what its balances become. */
#include "app/new-book-dialog.h"

#include "app/home-currency.h"
#include "app/carry-page.h"
#include "app/format.h"
#include "app/new-book-jobs.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "ledger/chart-list.h"

#include <string.h>

struct _SheafNewBookDialog
{
  AdwWindow         parent_instance;
  GPtrArray        *charts;   /* of SheafChartEntry */
  char             *old_path; /* of the older book; NULL: none */
  SheafCarry       *carry;
  GtkStack         *stack;
  GtkButton        *create_button;
  SheafProblemList *problems;
  GtkWidget        *name_row;
  GtkWidget        *address_row;
  GtkWidget        *tax_code_row;
  GtkSwitch        *union_switch;
  GtkSpinButton    *year_spin;
  AdwComboRow      *chart_row;
  AdwActionRow     *law_row;
  AdwActionRow     *old_row;
  GtkWidget        *forget_button;
  GtkWidget        *back_button;
  SheafCarryPage   *carry_page;
};

G_DEFINE_FINAL_TYPE (SheafNewBookDialog, sheaf_new_book_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static gboolean
is_carrying (SheafNewBookDialog *dialog)
{
  return strcmp (gtk_stack_get_visible_child_name (dialog->stack), "carry") == 0;
}

/* NULL when the list of charts could not be read. */
static const SheafChartEntry *
get_chart (SheafNewBookDialog *dialog)
{
  guint selected = adw_combo_row_get_selected (dialog->chart_row);

  return dialog->charts != NULL && selected < dialog->charts->len
             ? dialog->charts->pdata[selected]
             : NULL;
}

static void
update_buttons (SheafNewBookDialog *dialog)
{
  gboolean more = dialog->old_path != NULL && !is_carrying (dialog);

  gtk_button_set_label (dialog->create_button, more ? _ ("_Next") : _ ("_Make the Book…"));
  gtk_widget_set_visible (dialog->back_button, is_carrying (dialog));
  gtk_widget_set_visible (dialog->forget_button, dialog->old_path != NULL);
}

static void
show_step (SheafNewBookDialog *dialog,
           const char         *step)
{
  gtk_stack_set_visible_child_name (dialog->stack, step);
  update_buttons (dialog);
}

/* The law follows the chart. */
static void
chart_chosen_cb (SheafNewBookDialog *dialog)
{
  const SheafChartEntry *entry = get_chart (dialog);

  if (entry == NULL)
    return;
  adw_action_row_set_subtitle (dialog->law_row, entry->law_title);
}

/* The chart of the year, unless the one chosen is meant for it too. */
static void
year_chosen_cb (SheafNewBookDialog *dialog)
{
  int                    year = gtk_spin_button_get_value_as_int (dialog->year_spin);
  const SheafChartEntry *chosen = get_chart (dialog);

  if (chosen == NULL || sheaf_chart_entry_fits (chosen, year))
    return;
  for (guint i = 0; i < dialog->charts->len; i++)
    if (sheaf_chart_entry_fits (dialog->charts->pdata[i], year))
      {
        adw_combo_row_set_selected (dialog->chart_row, i);
        return;
      }
}

static void
fill_charts (SheafNewBookDialog *dialog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  dialog->charts = sheaf_chart_list (&error);
  if (dialog->charts == NULL)
    {
      sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  for (guint i = 0; i < dialog->charts->len; i++)
    gtk_string_list_append (names, sheaf_chart_entry_name (dialog->charts->pdata[i],
                                                           sheaf_language_current ()));
  adw_combo_row_set_model (dialog->chart_row, G_LIST_MODEL (names));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafNewBookDialog *dialog = SHEAF_NEW_BOOK_DIALOG (source);
  GtkWindow          *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autofree char    *path = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (!sheaf_new_book_make_finish (result, &error))
    {
      if (dialog->stack == NULL) /* closed meanwhile */
        return;
      show_step (dialog, "facts");
      sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  if (parent != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-path", "s", path);
  gtk_window_close (GTK_WINDOW (dialog));
}

static SheafNewBook *
read_wish (SheafNewBookDialog *dialog,
           const char         *path)
{
  const SheafChartEntry *entry = get_chart (dialog);
  SheafNewBook          *wish = g_new0 (SheafNewBook, 1);

  wish->path = g_strdup (path);
  wish->name = read_row (dialog->name_row);
  wish->address = read_row (dialog->address_row);
  wish->tax_code = read_row (dialog->tax_code_row);
  wish->chart = g_strdup (entry->id);
  wish->law = g_strdup (entry->law);
  wish->currency = g_strdup (SHEAF_HOME_CURRENCY);
  wish->year = gtk_spin_button_get_value_as_int (dialog->year_spin);
  wish->is_union = gtk_switch_get_active (dialog->union_switch);
  return wish;
}

void
sheaf_new_book_dialog_make (SheafNewBookDialog *dialog,
                            const char         *path)
{
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  sheaf_new_book_make_async (read_wish (dialog, path), dialog->carry, dialog, created_cb,
                             g_strdup (path));
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

      sheaf_new_book_dialog_make (dialog, path);
    }
  g_object_unref (chooser);
}

static void
ask_place (SheafNewBookDialog *dialog)
{
  GtkFileChooserNative *chooser;
  g_autofree char      *coop = read_row (dialog->name_row);
  g_autofree char      *plain = sheaf_text_unaccent (coop);
  g_autofree char      *proposal = NULL;

  proposal = g_strdup_printf ("%s.sheaf",
                              *plain != '\0' ? g_strdelimit (plain, "/.", '-') : "book");
  chooser = gtk_file_chooser_native_new (_ ("Where shall the book lie?"), GTK_WINDOW (dialog),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposal);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* What is missing before anything else is asked. */
static gboolean
check_facts (SheafNewBookDialog *dialog)
{
  g_autofree char *coop = read_row (dialog->name_row);

  if (*coop == '\0')
    {
      sheaf_problem_list_show_text (dialog->problems,
                                    _ ("The cooperative has no name yet: type it below."));
      (void) gtk_widget_grab_focus (dialog->name_row);
      return FALSE;
    }
  sheaf_problem_list_show_text (dialog->problems, NULL);
  return get_chart (dialog) != NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafNewBookDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  SheafCarry *carry = sheaf_carry_load_finish (result, &error);

  (void) source;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (carry == NULL || dialog->stack == NULL) /* closed meanwhile */
    {
      g_clear_pointer (&carry, sheaf_carry_free);
      if (dialog->stack != NULL)
        sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  sheaf_carry_page_show (dialog->carry_page, carry->map);
  g_clear_pointer (&dialog->carry, sheaf_carry_free);
  dialog->carry = carry;
  gtk_spin_button_set_value (dialog->year_spin, carry->map->year + 1);
  show_step (dialog, "carry");
}

/* On with what stands in the dialog: the next step, or the book itself. */
static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafNewBookDialog *dialog = SHEAF_NEW_BOOK_DIALOG (widget);

  (void) name;
  (void) parameter;
  if (is_carrying (dialog))
    {
      if (sheaf_carry_page_answer (dialog->carry_page))
        ask_place (dialog);
    }
  else if (check_facts (dialog) && dialog->old_path == NULL)
    ask_place (dialog);
  else if (dialog->old_path != NULL && check_facts (dialog))
    {
      gtk_widget_set_sensitive (widget, FALSE);
      sheaf_carry_load_async (dialog->old_path, get_chart (dialog)->id, loaded_cb,
                              g_object_ref (dialog));
    }
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  show_step (SHEAF_NEW_BOOK_DIALOG (widget), "facts");
}

static void
fill_row (GtkWidget  *row,
          const char *text)
{
  if (text != NULL && *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
facts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (SheafNewBookDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafOldFacts) facts = sheaf_old_facts_read_finish (result, &error);
  g_autofree char *name = NULL;

  (void) source;
  if (dialog->stack == NULL) /* closed meanwhile */
    return;
  if (facts == NULL)
    {
      g_clear_pointer (&dialog->old_path, g_free);
      sheaf_problem_list_show_text (dialog->problems, error->message);
    }
  else
    {
      name = g_markup_escape_text (facts->name, -1);
      adw_action_row_set_subtitle (dialog->old_row, name);
      fill_row (dialog->name_row, facts->name);
      fill_row (dialog->address_row, facts->address);
      fill_row (dialog->tax_code_row, facts->tax_code);
      gtk_switch_set_active (dialog->union_switch, facts->is_union);
    }
  update_buttons (dialog);
}

void
sheaf_new_book_dialog_take_old (SheafNewBookDialog *dialog,
                                const char         *path)
{
  g_free (dialog->old_path);
  dialog->old_path = g_strdup (path);
  sheaf_old_facts_read_async (path, facts_read_cb, g_object_ref (dialog));
}

static void
old_chosen_cb (GtkNativeDialog    *chooser,
               int                 response,
               SheafNewBookDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      sheaf_new_book_dialog_take_old (dialog, path);
    }
  g_object_unref (chooser);
}

static void
choose_old_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GtkFileChooserNative *chooser;

  (void) name;
  (void) parameter;
  chooser = gtk_file_chooser_native_new (_ ("Which older book?"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (old_chosen_cb), widget);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
forget_old_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SheafNewBookDialog *dialog = SHEAF_NEW_BOOK_DIALOG (widget);

  (void) name;
  (void) parameter;
  g_clear_pointer (&dialog->old_path, g_free);
  sheaf_carry_page_show (dialog->carry_page, NULL);
  g_clear_pointer (&dialog->carry, sheaf_carry_free);
  adw_action_row_set_subtitle (dialog->old_row, _ ("None: the book begins empty"));
  update_buttons (dialog);
}

static void
sheaf_new_book_dialog_finalize (GObject *object)
{
  SheafNewBookDialog *dialog = SHEAF_NEW_BOOK_DIALOG (object);

  g_clear_pointer (&dialog->charts, g_ptr_array_unref);
  g_clear_pointer (&dialog->carry, sheaf_carry_free);
  g_free (dialog->old_path);
  G_OBJECT_CLASS (sheaf_new_book_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, union_switch);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, year_spin);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, chart_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, law_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, SheafNewBookDialog, carry_page);
}

static void
sheaf_new_book_dialog_class_init (SheafNewBookDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_new_book_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CARRY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/new-book-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "new-book.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "new-book.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "new-book.choose-old", NULL, choose_old_action);
  gtk_widget_class_install_action (widget_class, "new-book.forget-old", NULL, forget_old_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_new_book_dialog_init (SheafNewBookDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  /* Typing begins with the name; the first button would take the focus and the first space. */
  gtk_window_set_focus (GTK_WINDOW (dialog),
                        GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (dialog->name_row))));
  g_signal_connect_swapped (dialog->chart_row, "notify::selected", G_CALLBACK (chart_chosen_cb),
                            dialog);
  g_signal_connect_swapped (dialog->year_spin, "value-changed", G_CALLBACK (year_chosen_cb),
                            dialog);
  fill_charts (dialog);
  gtk_spin_button_set_adjustment (dialog->year_spin, gtk_adjustment_new (0, 1990, 2999, 1, 1, 0));
  gtk_spin_button_set_value (dialog->year_spin, sheaf_date_year (sheaf_format_today ()));
  chart_chosen_cb (dialog);
  update_buttons (dialog);
}

GtkWidget *
sheaf_new_book_dialog_new (GtkWindow *parent)
{
  return g_object_new (SHEAF_TYPE_NEW_BOOK_DIALOG, "transient-for", parent, NULL);
}
