/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change of the words asks the reading thread; only the answer to the last question is
 * shown. */
#include "app/search/search-dialog.h"

#include "app/format.h"
#include "app/ledger/voucher-words.h"
#include "app/search/search-kinds.h"
#include "base/i18n.h"

#define FEW 6    /* hits of a kind at first */
#define MANY 100 /* after “Show more” */

struct _SheafSearchDialog
{
  AdwWindow       parent_instance;
  SheafSession   *session;
  GCancellable   *question; /* the last one */
  guint           limit;
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkListBox     *list;
  AdwStatusPage  *nothing;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafSearchDialog, sheaf_search_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *text;
  guint limit;
} Question;

static void
free_question (Question *question)
{
  g_free (question->text);
  g_free (question);
}

/* One more than is shown, to know whether there are more. */
static gpointer
search_job (gpointer connection,
            gpointer data,
            GError **error)
{
  const Question *question = data;

  return sheaf_search (connection, question->text, question->limit + 1, error);
}

static GtkWidget *
make_label (const char *text,
            const char *style,
            gboolean    stretch)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, stretch);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* In a column with the same of other rows. */
static void
append_wide (GtkBox     *box,
             const char *text,
             int         chars,
             float       xalign)
{
  GtkWidget *label = make_label (text, "numeric", FALSE);

  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_box_append (box, label);
}

/* Code, text and, of vouchers and drafts, day and amount. */
static GtkWidget *
make_row (const SheafSearchHit *hit)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *code = make_label (hit->title, "numeric", FALSE);
  GtkWidget       *text = make_label (hit->detail, NULL, TRUE);
  g_autofree char *day = sheaf_format_date (hit->day);
  g_autofree char *amount = hit->amount.units == 0 ? g_strdup ("")
                                                   : sheaf_format_money_unit (hit->amount);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s %s",
                                             sheaf_search_kind_title (hit->kind), hit->title,
                                             hit->detail, day, amount);
  const char      *page;
  g_autofree char *detail = NULL;

  gtk_label_set_width_chars (GTK_LABEL (code), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (code), 24);
  gtk_widget_set_tooltip_text (text, hit->detail);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), text);
  if (hit->kind == SHEAF_SEARCH_VOUCHER || hit->kind == SHEAF_SEARCH_DRAFT)
    {
      append_wide (GTK_BOX (box), sheaf_voucher_words_kind (hit->voucher_kind), 14, 0.0f);
      append_wide (GTK_BOX (box), day, 10, 0.0f);
      append_wide (GTK_BOX (box), amount, 16, 1.0f);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (hit->kind));
  if (sheaf_search_hit_place (hit, &page, &detail))
    {
      g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
      g_object_set_data_full (G_OBJECT (row), "detail", g_steal_pointer (&detail), g_free);
    }
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
make_more_row (SheafSearchKind kind)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              make_label (_ ("Show more…"), "dim-label", TRUE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show more…"), -1);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  return row;
}

static void
add_header_cb (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  gpointer   kind = g_object_get_data (G_OBJECT (row), "kind");
  GtkWidget *label;

  (void) user_data;
  if (before != NULL && g_object_get_data (G_OBJECT (before), "kind") == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = make_label (sheaf_search_kind_title (GPOINTER_TO_UINT (kind)), "sidebar-heading", FALSE);
  gtk_list_box_row_set_header (row, label);
}

static void
clear_list (SheafSearchDialog *dialog)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (dialog->list, 0)) != NULL)
    gtk_list_box_remove (dialog->list, GTK_WIDGET (row));
}

static guint
add_kind (SheafSearchDialog *dialog,
          const GPtrArray   *hits,
          SheafSearchKind    kind)
{
  guint shown = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const SheafSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind != kind)
        continue;
      if (shown == dialog->limit)
        {
          if (dialog->limit < MANY)
            gtk_list_box_append (dialog->list, make_more_row (kind));
          break;
        }
      gtk_list_box_append (dialog->list, make_row (hit));
      shown++;
    }
  return shown;
}

static void
show_hits (SheafSearchDialog *dialog,
           const GPtrArray   *hits)
{
  guint            shown = 0;
  g_autofree char *foot = NULL;

  clear_list (dialog);
  for (guint i = 0; i < sheaf_search_kinds (); i++)
    shown += add_kind (dialog, hits, sheaf_search_kind_at (i));
  adw_status_page_set_title (dialog->nothing, _ ("Nothing found"));
  adw_status_page_set_description (dialog->nothing, _ ("Nothing in the book has all these words."));
  gtk_stack_set_visible_child_name (dialog->stack, shown > 0 ? "list" : "nothing");
  gtk_list_box_select_row (dialog->list, gtk_list_box_get_row_at_index (dialog->list, 0));
  foot = shown == 0 ? g_strdup ("")
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hit", "%u hits", shown),
                                       shown);
  gtk_label_set_text (dialog->foot, foot);
  gtk_widget_set_visible (GTK_WIDGET (dialog->foot), *foot != '\0');
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafSearchDialog *dialog = SHEAF_SEARCH_DIALOG (source);
  g_autoptr (GCancellable) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sheaf_jobs_finish (result, &error);

  if (question != dialog->question || dialog->list == NULL)
    return;
  if (hits != NULL)
    show_hits (dialog, hits);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_title (dialog->nothing, _ ("The search did not work"));
      adw_status_page_set_description (dialog->nothing, error->message);
      gtk_stack_set_visible_child_name (dialog->stack, "nothing");
    }
}

static void
ask (SheafSearchDialog *dialog,
     guint              limit)
{
  Question *question = g_new0 (Question, 1);

  dialog->limit = limit;
  question->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->search)));
  question->limit = limit;
  if (dialog->question != NULL)
    g_cancellable_cancel (dialog->question);
  g_clear_object (&dialog->question);
  dialog->question = g_cancellable_new ();
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), search_job, question,
                   (GDestroyNotify) free_question, (GDestroyNotify) g_ptr_array_unref, dialog,
                   dialog->question, found_cb, g_object_ref (dialog->question));
}

static void
search_changed_cb (SheafSearchDialog *dialog)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (dialog->search)) != '\0')
    {
      ask (dialog, FEW);
      return;
    }
  if (dialog->question != NULL)
    g_cancellable_cancel (dialog->question);
  g_clear_object (&dialog->question);
  gtk_widget_set_visible (GTK_WIDGET (dialog->foot), FALSE);
  gtk_stack_set_visible_child_name (dialog->stack, "hint");
}

static void
go_to_row (SheafSearchDialog *dialog,
           GtkListBoxRow     *row)
{
  const char *page = row != NULL ? g_object_get_data (G_OBJECT (row), "page") : NULL;
  GtkWindow  *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (row == NULL || !gtk_list_box_row_get_activatable (row))
    return;
  if (page == NULL)
    {
      ask (dialog, MANY);
      return;
    }
  if (parent != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (parent), "win.go", "(ss)", page,
                                       g_object_get_data (G_OBJECT (row), "detail"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
row_activated_cb (SheafSearchDialog *dialog,
                  GtkListBoxRow     *row)
{
  go_to_row (dialog, row);
}

/* Enter goes where the selection is, also while the words have the focus. */
static void
search_activated_cb (SheafSearchDialog *dialog)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (dialog->stack), "list") == 0)
    go_to_row (dialog, gtk_list_box_get_selected_row (dialog->list));
}

/* Down from the words leads to the hit after the first, which Enter takes already. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        SheafSearchDialog     *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (dialog->list);
  GtkListBoxRow *next;

  (void) controller;
  (void) keycode;
  (void) state;
  if (keyval != GDK_KEY_Down || row == NULL)
    return FALSE;
  next = gtk_list_box_get_row_at_index (dialog->list, gtk_list_box_row_get_index (row) + 1);
  (void) gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : row));
  return TRUE;
}

static void
stop_search_cb (SheafSearchDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
sheaf_search_dialog_dispose (GObject *object)
{
  SheafSearchDialog *dialog = SHEAF_SEARCH_DIALOG (object);

  if (dialog->question != NULL)
    g_cancellable_cancel (dialog->question);
  g_clear_object (&dialog->question);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (sheaf_search_dialog_parent_class)->dispose (object);
}

static void
sheaf_search_dialog_class_init (SheafSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_search_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/search/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafSearchDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SheafSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SheafSearchDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, SheafSearchDialog, foot);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_search_dialog_init (SheafSearchDialog *dialog)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_list_box_set_header_func (dialog->list, add_header_cb, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (dialog->search, GTK_WIDGET (dialog));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (GTK_WIDGET (dialog->search), keys);
  g_signal_connect_swapped (dialog->search, "search-changed", G_CALLBACK (search_changed_cb),
                            dialog);
  g_signal_connect_swapped (dialog->search, "activate", G_CALLBACK (search_activated_cb), dialog);
  g_signal_connect_swapped (dialog->search, "stop-search", G_CALLBACK (stop_search_cb), dialog);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (row_activated_cb), dialog);
}

GtkWidget *
sheaf_search_dialog_new (GtkWindow    *parent,
                         SheafSession *session)
{
  SheafSearchDialog *dialog = g_object_new (SHEAF_TYPE_SEARCH_DIALOG, "transient-for", parent,
                                            NULL);

  dialog->session = g_object_ref (session);
  return GTK_WIDGET (dialog);
}
