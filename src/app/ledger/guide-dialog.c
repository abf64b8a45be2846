/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys stay with the words: the arrows move in the list, Enter goes on to the case. */
#include "app/ledger/guide-dialog.h"

#include "app/ledger/guide-case.h"
#include "app/ledger/guide-jobs.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/own-template.h"

struct _SheafGuideDialog
{
  AdwWindow           parent_instance;
  SheafSession       *session;
  SheafDate           date;
  SheafGuideHits     *hits;
  GtkSearchEntry     *search;
  GtkListBox         *list;
  GtkStack           *stack;
  SheafGuideCaseView *view;
  GtkLabel           *template_label;
  GtkWidget          *fill_button;
  gboolean            filling; /* once the rows hold what was typed last */
};

G_DEFINE_FINAL_TYPE (SheafGuideDialog, sheaf_guide_dialog, ADW_TYPE_WINDOW)

enum
{
  FILLED,
  TEMPLATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SheafGuideCase *
get_case (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "case") : NULL;
}

static const char *
get_template (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "template") : NULL;
}

static void
selected_cb (SheafGuideDialog *dialog)
{
  GtkListBoxRow        *row = gtk_list_box_get_selected_row (dialog->list);
  const SheafGuideCase *entry = get_case (row);
  const char           *name = get_template (row);

  dialog->filling = FALSE;
  gtk_widget_set_sensitive (dialog->fill_button, entry != NULL || name != NULL);
  if (entry != NULL)
    sheaf_guide_case_show (dialog->view, dialog->session, dialog->hits->guide, entry,
                           dialog->date);
  if (name != NULL)
    gtk_label_set_text (dialog->template_label, name);
  gtk_stack_set_visible_child_name (dialog->stack, entry != NULL  ? "case"
                                                   : name != NULL ? "template"
                                                                  : "empty");
}

static GtkWidget *
make_row (const char *title,
          const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (first), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (first), TRUE);
  gtk_label_set_lines (GTK_LABEL (first), 2);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (second), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_set_tooltip_text (row, title);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

/* "TK 131 3.1 · when the price is known": what parts one case from the next. */
static char *
describe_case (const SheafGuideCase *entry)
{
  const char *condition = sheaf_guide_text (&entry->condition, sheaf_language_current ());

  return *condition != '\0'
             ? g_strdup_printf ("%s %s · %s", entry->account, entry->paragraph, condition)
             : g_strdup_printf ("%s %s", entry->account, entry->paragraph);
}

static void
fill_list (SheafGuideDialog *dialog)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (dialog->list))) != NULL &&
         GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (dialog->list, child);
  for (guint i = 0; i < dialog->hits->templates->len; i++)
    {
      const SheafOwnTemplate *template = g_ptr_array_index (dialog->hits->templates, i);
      GtkWidget *row = make_row (template->name, _ ("Template of your own"));

      g_object_set_data_full (G_OBJECT (row), "template", g_strdup (template->name), g_free);
      gtk_list_box_append (dialog->list, row);
    }
  for (guint i = 0; i < dialog->hits->cases->len; i++)
    {
      const SheafGuideCase *entry = g_ptr_array_index (dialog->hits->cases, i);
      g_autofree char      *detail = describe_case (entry);
      GtkWidget            *row = make_row (
                     sheaf_guide_text (&entry->title, sheaf_language_current ()), detail);

      g_object_set_data (G_OBJECT (row), "case", (gpointer) entry);
      gtk_list_box_append (dialog->list, row);
    }
  gtk_list_box_select_row (dialog->list, gtk_list_box_get_row_at_index (dialog->list, 0));
  selected_cb (dialog);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SheafGuideDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  SheafGuideHits *hits = sheaf_jobs_finish (result, &error);

  (void) source;
  if (hits == NULL || dialog->session == NULL) /* closed meanwhile */
    {
      sheaf_guide_hits_free (hits);
      return;
    }
  sheaf_guide_hits_free (dialog->hits);
  dialog->hits = hits;
  fill_list (dialog);
}

static void
search_cb (SheafGuideDialog *dialog)
{
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), sheaf_guide_search_job,
                   g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->search))), g_free,
                   (GDestroyNotify) sheaf_guide_hits_free, dialog->session, NULL, found_cb,
                   g_object_ref (dialog));
}

/* Takes the rows that are there: what they lack is typed in the voucher. */
static void
fill (SheafGuideDialog *dialog)
{
  GtkListBoxRow    *row = gtk_list_box_get_selected_row (dialog->list);
  const SheafDraft *cells = sheaf_guide_case_get_cells (dialog->view);

  dialog->filling = FALSE;
  if (get_template (row) != NULL)
    g_signal_emit (dialog, signals[TEMPLATE], 0, get_template (row));
  else if (get_case (row) != NULL && cells != NULL && cells->rows->len > 0)
    g_signal_emit (dialog, signals[FILLED], 0, cells, sheaf_guide_case_get_source (dialog->view));
  else
    return;
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
worked_cb (SheafGuideDialog *dialog)
{
  if (dialog->filling)
    fill (dialog);
}

static void
fill_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafGuideDialog *dialog = SHEAF_GUIDE_DIALOG (widget);

  (void) name;
  (void) parameter;
  /* The keys are faster than the rows: the last figure typed belongs to them. */
  dialog->filling = get_case (gtk_list_box_get_selected_row (dialog->list)) != NULL &&
                    !sheaf_guide_case_is_worked (dialog->view);
  if (!dialog->filling)
    fill (dialog);
}

static void
enter_cb (SheafGuideDialog *dialog)
{
  if (get_template (gtk_list_box_get_selected_row (dialog->list)) != NULL)
    fill (dialog);
  else
    sheaf_guide_case_focus (dialog->view);
}

static void
ready_cb (SheafGuideDialog *dialog)
{
  (void) gtk_widget_grab_focus (dialog->fill_button);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        SheafGuideDialog      *dialog)
{
  GtkListBoxRow  *row = gtk_list_box_get_selected_row (dialog->list);
  int             step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1
                                                                           : 0;
  GtkListBoxRow  *next;
  GtkAdjustment  *adjustment = gtk_list_box_get_adjustment (dialog->list);
  GtkWidget      *shown;
  graphene_rect_t bounds;

  (void) controller;
  (void) keycode;
  (void) state;
  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (dialog->list, gtk_list_box_row_get_index (row) + step);
  if (next == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (dialog->list, next);
  shown = GTK_WIDGET (next);
  if (adjustment != NULL && gtk_widget_compute_bounds (shown, GTK_WIDGET (dialog->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return GDK_EVENT_STOP;
}

static void
sheaf_guide_dialog_dispose (GObject *object)
{
  SheafGuideDialog *dialog = SHEAF_GUIDE_DIALOG (object);

  /* The list still tells of its rows while the dialog goes. */
  if (dialog->session != NULL)
    g_signal_handlers_disconnect_by_func (dialog->list, selected_cb, dialog);
  g_clear_pointer (&dialog->hits, sheaf_guide_hits_free);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (sheaf_guide_dialog_parent_class)->dispose (object);
}

static void
sheaf_guide_dialog_class_init (SheafGuideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_guide_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_GUIDE_CASE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/guide-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, template_label);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideDialog, fill_button);
  gtk_widget_class_install_action (widget_class, "guide.fill", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "guide.fill", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "guide.fill", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[FILLED] = g_signal_new ("filled", SHEAF_TYPE_GUIDE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[TEMPLATE] = g_signal_new ("template", SHEAF_TYPE_GUIDE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sheaf_guide_dialog_init (SheafGuideDialog *dialog)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->search, "search-changed", G_CALLBACK (search_cb), dialog);
  g_signal_connect_swapped (dialog->search, "activate", G_CALLBACK (enter_cb), dialog);
  g_signal_connect_swapped (dialog->search, "stop-search", G_CALLBACK (gtk_window_close), dialog);
  g_signal_connect_swapped (dialog->list, "row-selected", G_CALLBACK (selected_cb), dialog);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (enter_cb), dialog);
  g_signal_connect_swapped (dialog->view, "ready", G_CALLBACK (ready_cb), dialog);
  g_signal_connect_swapped (dialog->view, "worked", G_CALLBACK (worked_cb), dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (GTK_WIDGET (dialog->search), keys);
}

GtkWidget *
sheaf_guide_dialog_new (GtkWindow    *parent,
                        SheafSession *session,
                        SheafDate     date,
                        const char   *words)
{
  SheafGuideDialog *dialog = g_object_new (SHEAF_TYPE_GUIDE_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  dialog->date = date;
  gtk_editable_set_text (GTK_EDITABLE (dialog->search), words);
  gtk_editable_set_position (GTK_EDITABLE (dialog->search), -1);
  search_cb (dialog);
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->search));
  return GTK_WIDGET (dialog);
}

gboolean
sheaf_guide_dialog_searched (SheafGuideDialog *dialog,
                             const char       *words)
{
  g_return_val_if_fail (SHEAF_IS_GUIDE_DIALOG (dialog), FALSE);

  return g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (dialog->search)), words);
}
