/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is tried a moment later, in an act that is undone; saving is the same act kept. */
#include "app/grid/grid-dialog.h"

#include "app/format.h"
#include "app/grid/grid-jobs.h"
#include "app/grid/grid-view.h"
#include "app/messages.h"
#include "base/i18n.h"

/* After the last key, before the rows are tried. */
#define PAUSE_MS 500

struct _SheafGridDialog
{
  AdwWindow       parent_instance;
  SheafPage      *page;
  SheafGridTable *table;
  guint           pause; /* a source, or 0 */
  guint           asked; /* the version of the table that is being tried */
  gboolean        busy;
  gboolean        save_after; /* once what is being tried is known */
  gboolean        leave;      /* without asking */

  AdwWindowTitle   *title;
  SheafGridView    *grid;
  GtkLabel         *help;
  GtkLabel         *hint;
  GtkLabel         *state;
  SheafProblemList *general;
};

G_DEFINE_FINAL_TYPE (SheafGridDialog, sheaf_grid_dialog, ADW_TYPE_WINDOW)

static void try_rows (SheafGridDialog *dialog);

/* "12 rows · 2 errors · 1 warning", and whether it is known yet. */
static void
show_state (SheafGridDialog *dialog)
{
  guint    rows = sheaf_grid_table_count (dialog->table);
  guint    errors = sheaf_grid_table_count_problems (dialog->table, SHEAF_PROBLEM_ERROR);
  guint    warnings = sheaf_grid_table_count_problems (dialog->table,
                                                       SHEAF_PROBLEM_WARNING);
  gboolean known = dialog->asked == sheaf_grid_table_get_version (dialog->table) &&
                   !dialog->busy;
  GString         *text = g_string_new (NULL);
  g_autofree char *shown = NULL;

  g_string_printf (text, ngettext ("%u row", "%u rows", rows), rows);
  if (rows > 0 && !known)
    g_string_append_printf (text, " · %s", _ ("being looked through…"));
  else if (rows > 0 && errors + warnings == 0)
    g_string_append_printf (text, " · %s", _ ("✓ nothing found wrong"));
  if (errors > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u error", "%u errors", errors), errors);
    }
  if (warnings > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u warning", "%u warnings", warnings), warnings);
    }
  shown = g_string_free (text, FALSE);
  gtk_label_set_text (dialog->state, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "grid.save", rows > 0 && !dialog->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "grid.next-problem", errors + warnings > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "grid.undo",
                                 sheaf_grid_table_can_undo (dialog->table));
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "grid.redo",
                                 sheaf_grid_table_can_redo (dialog->table));
}

/* What is wrong with the cell, else what may be typed in it. */
static void
show_hint (SheafGridDialog *dialog)
{
  const SheafProblem *problem;
  g_autofree char    *hint = NULL;
  guint               row, column;

  sheaf_grid_view_get_place (dialog->grid, &row, &column);
  problem = sheaf_grid_table_get_problem (dialog->table, row, column);
  hint = sheaf_grid_column_hint (&sheaf_grid_table_get_kind (dialog->table)->columns[column]);
  gtk_label_set_text (dialog->hint, problem != NULL ? problem->text : hint != NULL ? hint
                                                                                   : "");
}

static void
show_general (SheafGridDialog *dialog)
{
  const GPtrArray *general = sheaf_grid_table_get_general (dialog->table);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (guint i = 0; i < general->len; i++)
    {
      const SheafProblem *problem = general->pdata[i];

      sheaf_problems_add (problems, problem->kind, NULL, 0, NULL, "%s", problem->text);
    }
  sheaf_problem_list_show (dialog->general, problems);
}

static void
problems_cb (SheafGridDialog *dialog)
{
  show_state (dialog);
  show_hint (dialog);
}

static void
run_job (SheafGridDialog    *dialog,
         gboolean            only_try,
         GAsyncReadyCallback done)
{
  SheafSession        *session = sheaf_page_get_session (dialog->page);
  const SheafGridKind *kind = sheaf_grid_table_get_kind (dialog->table);

  if (session == NULL)
    return;
  dialog->busy = TRUE;
  dialog->asked = sheaf_grid_table_get_version (dialog->table);
  show_state (dialog);
  sheaf_jobs_write (
      sheaf_session_get_jobs (session), sheaf_grid_job,
      sheaf_grid_act_new (kind->name,
                          sheaf_grid_table_to_csv (dialog->table),
                          only_try),
      (GDestroyNotify) sheaf_grid_act_free, (GDestroyNotify) sheaf_problems_free, dialog, NULL,
      done, NULL);
}

/* FALSE when the job itself failed, which is told. */
static gboolean
take_findings (SheafGridDialog *dialog,
               GAsyncResult    *result,
               guint           *ret_errors)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_jobs_finish (result, &error);

  dialog->busy = FALSE;
  if (problems == NULL)
    {
      sheaf_messages_show_refusal (dialog->general, error);
      show_state (dialog);
      return FALSE;
    }
  *ret_errors = problems->errors;
  if (dialog->asked == sheaf_grid_table_get_version (dialog->table))
    sheaf_grid_table_set_problems (dialog->table, problems);
  show_general (dialog);
  return TRUE;
}

static void
go_to_problem (SheafGridDialog *dialog,
               guint            row,
               guint            column)
{
  if (sheaf_grid_table_next_problem (dialog->table, &row, &column))
    sheaf_grid_view_focus (dialog->grid, row, column);
}

static void
go_to_first_problem (SheafGridDialog *dialog)
{
  if (sheaf_grid_table_get_problem (dialog->table, 0, 0) != NULL)
    sheaf_grid_view_focus (dialog->grid, 0, 0);
  else
    go_to_problem (dialog, 0, 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (source);
  SheafSession    *session = sheaf_page_get_session (dialog->page);
  guint            rows = sheaf_grid_table_count (dialog->table);
  guint            errors;
  g_autofree char *told = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->grid), TRUE);
  if (!take_findings (dialog, result, &errors))
    return;
  if (errors > 0)
    {
      go_to_first_problem (dialog);
      return;
    }
  if (session != NULL)
    {
      told = g_strdup_printf (ngettext ("%u row entered", "%u rows entered", rows), rows);
      sheaf_messages_toast (GTK_WIDGET (dialog->page), told);
      sheaf_session_changed (session);
    }
  dialog->leave = TRUE;
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
save_rows (gpointer widget)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (widget);

  gtk_widget_set_sensitive (GTK_WIDGET (dialog->grid), FALSE);
  run_job (dialog, FALSE, saved_cb);
}

/* Nothing is wrong with the rows as they stand; what should be known is asked. */
static void
ask_and_save (SheafGridDialog *dialog)
{
  guint            warnings = sheaf_grid_table_count_problems (dialog->table,
                                                               SHEAF_PROBLEM_WARNING);
  g_autofree char *text = NULL;

  if (warnings == 0)
    {
      save_rows (dialog);
      return;
    }
  text = g_strdup_printf (ngettext ("There is %u warning. Saved all the same, the rows stand in "
                                    "the book as they are.",
                                    "There are %u warnings. Saved all the same, the rows stand in "
                                    "the book as they are.",
                                    warnings),
                          warnings);
  sheaf_messages_ask (GTK_WIDGET (dialog), _ ("Save with warnings?"), text, _ ("_Save"),
                      save_rows);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (source);
  gboolean         save = dialog->save_after;
  guint            errors;

  (void) user_data;
  dialog->save_after = FALSE;
  if (!take_findings (dialog, result, &errors))
    return;
  if (dialog->asked != sheaf_grid_table_get_version (dialog->table))
    {
      dialog->save_after = save;
      try_rows (dialog);
    }
  else if (save && errors == 0)
    ask_and_save (dialog);
  else if (save)
    go_to_first_problem (dialog);
}

static void
try_rows (SheafGridDialog *dialog)
{
  if (!dialog->busy && sheaf_grid_table_count (dialog->table) > 0)
    run_job (dialog, TRUE, tried_cb);
}

static gboolean
paused_cb (gpointer user_data)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (user_data);

  dialog->pause = 0;
  try_rows (dialog);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SheafGridDialog *dialog)
{
  g_clear_handle_id (&dialog->pause, g_source_remove);
  dialog->pause = g_timeout_add (PAUSE_MS, paused_cb, dialog);
  show_state (dialog);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (widget);

  (void) name;
  (void) parameter;
  /* The cell typed in is written out before. */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  g_clear_handle_id (&dialog->pause, g_source_remove);
  dialog->save_after = TRUE;
  try_rows (dialog);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (widget);

  (void) parameter;
  (void) (g_str_equal (name, "grid.undo") ? sheaf_grid_table_undo (dialog->table)
                                          : sheaf_grid_table_redo (dialog->table));
}

static void
problem_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (widget);
  guint            row, column;

  (void) name;
  (void) parameter;
  sheaf_grid_view_get_place (dialog->grid, &row, &column);
  go_to_problem (dialog, row, column);
}

static void
close_cb (gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;

  gtk_window_close (window);
}

/* The question is answered first: GTK 4.8 cannot lose its parent while it answers. */
static void
discard (gpointer widget)
{
  SHEAF_GRID_DIALOG (widget)->leave = TRUE;
  (void) g_idle_add_once (close_cb, g_object_ref (widget));
}

static gboolean
sheaf_grid_dialog_close_request (GtkWindow *window)
{
  SheafGridDialog *dialog = SHEAF_GRID_DIALOG (window);
  guint            rows = sheaf_grid_table_count (dialog->table);
  g_autofree char *heading = NULL;

  if (dialog->leave || rows == 0)
    return GTK_WINDOW_CLASS (sheaf_grid_dialog_parent_class)->close_request (window);
  heading = g_strdup_printf (ngettext ("Throw %u row away?", "Throw %u rows away?", rows), rows);
  sheaf_messages_ask (GTK_WIDGET (dialog), heading, _ ("Nothing of it was saved."),
                      _ ("_Throw Away"), discard);
  return TRUE;
}

static void
sheaf_grid_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&SHEAF_GRID_DIALOG (object)->pause, g_source_remove);
  G_OBJECT_CLASS (sheaf_grid_dialog_parent_class)->dispose (object);
}

static void
sheaf_grid_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_GRID_DIALOG (object)->page);
  g_clear_object (&SHEAF_GRID_DIALOG (object)->table);
  G_OBJECT_CLASS (sheaf_grid_dialog_parent_class)->finalize (object);
}

static void
sheaf_grid_dialog_class_init (SheafGridDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_grid_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_grid_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sheaf_grid_dialog_close_request;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_GRID_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/grid/grid-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, help);
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, state);
  gtk_widget_class_bind_template_child (widget_class, SheafGridDialog, general);
  gtk_widget_class_install_action (widget_class, "grid.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "grid.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "grid.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "grid.next-problem", NULL, problem_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "grid.next-problem", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "grid.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "grid.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "grid.save",
                                       NULL);
}

static void
sheaf_grid_dialog_init (SheafGridDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWidget *
sheaf_grid_dialog_new (SheafPage  *page,
                       const char *kind)
{
  const SheafGridKind *found = sheaf_grid_kind_find (kind);
  SheafGridDialog     *dialog;

  g_return_val_if_fail (found != NULL, NULL);
  dialog = g_object_new (
      SHEAF_TYPE_GRID_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), "title",
      _ (found->title), NULL);
  dialog->page = g_object_ref (page);
  dialog->table = sheaf_grid_table_new (found, sheaf_format_today ());
  adw_window_title_set_title (dialog->title, _ (found->title));
  gtk_label_set_text (dialog->help, _ (found->help));
  sheaf_grid_view_set_table (dialog->grid, dialog->table);
  g_signal_connect_object (dialog->table, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->table, "problems-changed", G_CALLBACK (problems_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->grid, "cell", G_CALLBACK (show_hint), dialog,
                           G_CONNECT_SWAPPED);
  show_state (dialog);
  sheaf_grid_view_focus (dialog->grid, 0, 0);
  return GTK_WIDGET (dialog);
}
