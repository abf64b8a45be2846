/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog stays until the book has taken the item, so that nothing typed is lost. */
#include "app/parties/item-dialog.h"

#include "app/date-text.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/parties/item-jobs.h"
#include "app/percent-text.h"
#include "app/saved.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"

struct _SheafItemDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  gint64            item_id; /* corrected; 0: a new one */
  SheafProblemList *problems;
  GtkWidget        *code_row;
  GtkWidget        *name_row;
  AdwComboRow      *kind_row;
  AdwActionRow     *party_row;
  SheafCodePicker  *party_picker;
  GtkWidget        *due_row;
  GtkWidget        *document_row;
  GtkWidget        *closed_row;
  GtkWidget        *since_row;
  GtkWidget        *rate_row;
  GtkWidget        *frozen_row;
  GtkWidget        *place_row;
};

G_DEFINE_FINAL_TYPE (SheafItemDialog, sheaf_item_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

/* Empty: no day. */
static gboolean
read_day (SheafItemDialog *dialog,
          GtkWidget       *row,
          SheafDate       *ret_day,
          GError         **error)
{
  g_autofree char *text = read_row (row);

  *ret_day = SHEAF_DATE_NONE;
  if (*text == '\0' ||
      sheaf_date_text_parse (text, sheaf_session_get_working_day (dialog->session),
                             sheaf_format_today (), ret_day, error))
    return TRUE;
  (void) gtk_widget_grab_focus (row);
  return FALSE;
}

/* Empty: none. */
static gboolean
read_rate (SheafItemDialog *dialog,
           gint64          *ret_rate,
           GError         **error)
{
  g_autofree char *text = read_row (dialog->rate_row);
  SheafRate        rate;

  *ret_rate = -1;
  if (*text == '\0')
    return TRUE;
  if (!sheaf_percent_text_parse (text, &rate, error))
    {
      (void) gtk_widget_grab_focus (dialog->rate_row);
      return FALSE;
    }
  *ret_rate = rate.millionths;
  return TRUE;
}

static gboolean
read_party (SheafItemDialog *dialog,
            gint64          *ret_id,
            GError         **error)
{
  const SheafChoice *choice;
  const char        *code = NULL;

  *ret_id = 0;
  if (!sheaf_code_picker_get (dialog->party_picker, &code, error))
    {
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->party_picker));
      return FALSE;
    }
  choice = *code == '\0'
               ? NULL
               : sheaf_choices_find_code (sheaf_session_get_parties (dialog->session), code);
  *ret_id = choice != NULL ? choice->id : 0;
  return TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafItemDialog *dialog = SHEAF_ITEM_DIALOG (source);

  (void) user_data;
  sheaf_saved_finish (GTK_WINDOW (dialog), dialog->session, dialog->problems, result);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafItemDialog *dialog = SHEAF_ITEM_DIALOG (widget);
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (GError) error = NULL;

  (void) name;
  (void) parameter;
  if (!read_party (dialog, &item->party_id, &error) ||
      !read_day (dialog, dialog->due_row, &item->due, &error) ||
      !read_day (dialog, dialog->closed_row, &item->closed, &error) ||
      !read_day (dialog, dialog->since_row, &item->since, &error) ||
      !read_rate (dialog, &item->rate, &error) ||
      !read_day (dialog, dialog->frozen_row, &item->frozen, &error))
    {
      sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  item->id = dialog->item_id;
  item->code = read_row (dialog->code_row);
  item->name = read_row (dialog->name_row);
  g_free (item->kind);
  item->kind = g_strdup (sheaf_item_kinds ()[adw_combo_row_get_selected (dialog->kind_row)]);
  item->document = read_row (dialog->document_row);
  item->place = read_row (dialog->place_row);
  sheaf_problem_list_show_text (dialog->problems, NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), sheaf_item_save_job,
                    g_steal_pointer (&item), (GDestroyNotify) sheaf_item_free, g_free, dialog, NULL,
                    saved_cb, NULL);
}

/* The code says little: the name stands below. */
static void
picked_cb (SheafItemDialog *dialog)
{
  const char      *name = sheaf_code_picker_get_name (dialog->party_picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);

  adw_action_row_set_subtitle (dialog->party_row, escaped);
}

static void
show_text (GtkWidget  *row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_item (SheafItemDialog *dialog,
           const SheafItem *item)
{
  g_autofree char *due = sheaf_format_date (item->due);
  g_autofree char *closed = sheaf_format_date (item->closed);
  g_autofree char *since = sheaf_format_date (item->since);
  g_autofree char *frozen = sheaf_format_date (item->frozen);
  g_autofree char *rate = item->rate < 0 ? NULL
                                         : sheaf_percent_text_format (SHEAF_RATE (item->rate));

  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Correct an Item"));
  show_text (dialog->code_row, item->code);
  gtk_widget_set_sensitive (dialog->code_row, FALSE);
  show_text (dialog->name_row, item->name);
  show_text (dialog->due_row, due);
  show_text (dialog->document_row, item->document);
  show_text (dialog->closed_row, closed);
  show_text (dialog->since_row, since);
  show_text (dialog->rate_row, rate);
  show_text (dialog->frozen_row, frozen);
  show_text (dialog->place_row, item->place);
  for (guint i = 0; sheaf_item_kinds ()[i] != NULL; i++)
    if (g_strcmp0 (sheaf_item_kinds ()[i], item->kind) == 0)
      adw_combo_row_set_selected (dialog->kind_row, i);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->name_row);
}

static void
sheaf_item_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_ITEM_DIALOG (object)->session);
  G_OBJECT_CLASS (sheaf_item_dialog_parent_class)->finalize (object);
}

static void
sheaf_item_dialog_class_init (SheafItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_item_dialog_finalize;
  (void) g_signal_new ("saved", SHEAF_TYPE_ITEM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/parties/item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, party_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, party_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, closed_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, rate_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, frozen_row);
  gtk_widget_class_bind_template_child (widget_class, SheafItemDialog, place_row);
  gtk_widget_class_install_action (widget_class, "item.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_item_dialog_init (SheafItemDialog *dialog)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (guint i = 0; sheaf_item_kinds ()[i] != NULL; i++)
    gtk_string_list_append (titles, sheaf_item_kind_title (sheaf_item_kinds ()[i]));
  adw_combo_row_set_model (dialog->kind_row, G_LIST_MODEL (titles));
  sheaf_code_picker_set_missing (dialog->party_picker,
                                 N_ ("There is no party “%s”: type part of the name to find it."));
  g_signal_connect_swapped (dialog->party_picker, "picked", G_CALLBACK (picked_cb), dialog);
}

GtkWidget *
sheaf_item_dialog_new (GtkWindow       *parent,
                       SheafSession    *session,
                       const SheafItem *item,
                       const char      *party_code)
{
  SheafItemDialog *dialog = g_object_new (SHEAF_TYPE_ITEM_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  sheaf_code_picker_set_choices (dialog->party_picker, sheaf_session_get_parties (session));
  sheaf_code_picker_set (dialog->party_picker, party_code);
  picked_cb (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->code_row);
  if (item == NULL)
    return GTK_WIDGET (dialog);
  dialog->item_id = item->id;
  show_item (dialog, item);
  return GTK_WIDGET (dialog);
}
