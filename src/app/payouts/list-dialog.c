/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change is looked at by the core; while one look is under way the next waits, so that typing
 * never piles them up. */
#include "app/payouts/list-dialog.h"

#include "app/amount-text.h"
#include "app/messages.h"
#include "app/payouts/list-preview.h"
#include "app/percent-text.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"
#include "base/language.h"
#include "payouts/error.h"

/* After the last key, before looking. */
#define PAUSE_MS 250

struct _SheafListDialog
{
  AdwWindow     parent_instance;
  SheafPage    *page;
  SheafListDone done;
  int           year;
  gboolean      looking;
  gboolean      changed; /* since the look under way began */
  gboolean      good;    /* what was looked at last can be paid */
  guint         timer;

  GtkWidget        *pay_button;
  GtkDropDown      *way_list;
  SheafDateEntry   *day_entry;
  GtkEditable      *part_entry;
  GtkEditable      *minimum_entry;
  GtkCheckButton   *earlier_check;
  GtkCheckButton   *set_off_check;
  GtkWidget        *keep_label;
  GtkEditable      *keep_entry;
  GtkEditable      *only_entry;
  SheafListPreview *preview;
};

G_DEFINE_FINAL_TYPE (SheafListDialog, sheaf_list_dialog, ADW_TYPE_WINDOW)

static void look_again (SheafListDialog *dialog);

/* A field that cannot be read says so itself. */
static gboolean
judge (GtkWidget    *entry,
       gboolean      readable,
       const GError *error)
{
  sheaf_entry_mark (entry, readable ? NULL : error->message);
  return readable;
}

/* The codes parted by blanks or commas; *ret_codes stays NULL for none. */
static gboolean
read_codes (SheafListDialog *dialog,
            GtkEditable     *entry,
            char          ***ret_codes)
{
  SheafChoices *parties = sheaf_session_get_parties (sheaf_page_get_session (dialog->page));
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (entry), " ,;", -1);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  guint found = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const SheafChoice *choice = sheaf_choices_find_code (parties, parts[i]);

      if (*parts[i] == '\0')
        continue;
      if (choice == NULL)
        {
          g_autofree char *text = g_strdup_printf (
              _ ("There is no member “%s”: type codes with a blank between them."), parts[i]);

          sheaf_entry_mark (GTK_WIDGET (entry), text);
          return FALSE;
        }
      g_strv_builder_add (codes, choice->code);
      found++;
    }
  sheaf_entry_mark (GTK_WIDGET (entry), NULL);
  if (found > 0)
    *ret_codes = g_strv_builder_end (codes);
  return TRUE;
}

/* Nothing typed is the plan's least amount; 0 is none at all, which amounts elsewhere never are. */
static gboolean
read_minimum (SheafListDialog *dialog,
              SheafMoney      *ret_minimum)
{
  const char *text = gtk_editable_get_text (dialog->minimum_entry);
  g_autoptr (GError) error = NULL;
  gboolean readable;

  if (g_str_equal (text, "0"))
    *ret_minimum = SHEAF_MONEY_ZERO;
  readable = *text == '\0' || g_str_equal (text, "0") ||
             sheaf_amount_text_parse (text, sheaf_language_current (), ret_minimum, &error);

  return judge (GTK_WIDGET (dialog->minimum_entry), readable, error);
}

/* To the core 0 is the whole share: typed, it can only be a mistake. */
static gboolean
read_part (SheafListDialog *dialog,
           SheafRate       *ret_part)
{
  const char *text = gtk_editable_get_text (dialog->part_entry);
  g_autoptr (GError) error = NULL;
  gboolean readable = *text == '\0' || sheaf_percent_text_parse (text, ret_part, &error);

  if (readable && *text != '\0' && ret_part->millionths <= 0)
    {
      sheaf_entry_mark (GTK_WIDGET (dialog->part_entry),
                        _ ("A part is above 0: leave the field empty to pay the whole share."));
      return FALSE;
    }
  return judge (GTK_WIDGET (dialog->part_entry), readable, error);
}

/* NULL where a field cannot be read; all such fields are marked. */
static SheafListWish *
read_wish (SheafListDialog *dialog)
{
  g_autoptr (SheafListWish) wish = g_new0 (SheafListWish, 1);
  gboolean good = TRUE;

  wish->year = dialog->year;
  wish->way = (SheafListWay) gtk_drop_down_get_selected (dialog->way_list);
  wish->minimum = SHEAF_MONEY (-1);
  wish->earlier = gtk_check_button_get_active (dialog->earlier_check);
  wish->set_off = gtk_check_button_get_active (dialog->set_off_check);
  good = sheaf_date_entry_get (dialog->day_entry, &wish->date, NULL) && good;
  good = read_minimum (dialog, &wish->minimum) && good;
  good = read_part (dialog, &wish->part) && good;
  if (wish->set_off)
    good = read_codes (dialog, dialog->keep_entry, &wish->keep_debts) && good;
  good = read_codes (dialog, dialog->only_entry, &wish->only) && good;
  return good ? g_steal_pointer (&wish) : NULL;
}

/* The refusal at the field that can change it; its words stand in the preview. */
static void
mark_refused (SheafListDialog *dialog,
              const GError    *refusal)
{
  GtkWidget *field = NULL;

  if (g_error_matches (refusal, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE))
    field = GTK_WIDGET (dialog->day_entry);
  else if (g_error_matches (refusal, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_FOUND))
    field = GTK_WIDGET (dialog->only_entry);
  if (field != NULL)
    sheaf_entry_mark (field, refusal->message);
}

/* What stands there may be paid once it was looked at; until then assistive programs hear that the
 * preview is busy. */
static void
set_good (SheafListDialog *dialog,
          gboolean         good)
{
  dialog->good = good;
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "list.pay", good);
}

static void
set_busy (SheafListDialog *dialog,
          gboolean         busy)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (dialog->preview), GTK_ACCESSIBLE_STATE_BUSY, busy,
                               -1);
  if (busy)
    set_good (dialog, FALSE);
}

static void
show_look (SheafListDialog     *dialog,
           const SheafListLook *look)
{
  SheafDate day;

  if (sheaf_date_entry_get (dialog->day_entry, &day, NULL))
    sheaf_entry_mark (GTK_WIDGET (dialog->day_entry), NULL);
  if (look->refusal != NULL)
    mark_refused (dialog, look->refusal);
  set_good (dialog, sheaf_list_preview_show (dialog->preview, look,
                                             gtk_drop_down_get_selected (dialog->way_list) ==
                                                 SHEAF_LIST_BANK));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafListDialog *dialog = SHEAF_LIST_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafListLook) look = sheaf_jobs_finish (result, &error);

  (void) user_data;
  dialog->looking = FALSE;
  if (dialog->way_list == NULL || dialog->timer != 0)
    return; /* it goes, or it was changed meanwhile and is looked at after the pause */
  if (dialog->changed)
    {
      look_again (dialog);
      return;
    }
  set_busy (dialog, FALSE);
  if (look != NULL)
    show_look (dialog, look);
  else
    sheaf_messages_show_refusal (sheaf_list_preview_get_problems (dialog->preview), error);
}

static void
look_again (SheafListDialog *dialog)
{
  SheafSession  *session = sheaf_page_get_session (dialog->page);
  SheafListWish *wish;

  set_busy (dialog, TRUE);
  dialog->changed = dialog->looking;
  if (dialog->looking || session == NULL)
    return;
  wish = read_wish (dialog);
  if (wish == NULL)
    {
      set_busy (dialog, FALSE);
      sheaf_problem_list_show_text (sheaf_list_preview_get_problems (dialog->preview),
                                    _ ("The marked fields cannot be read: point at one to see "
                                       "why."));
      return;
    }
  dialog->looking = TRUE;
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_list_look_job, wish,
                   (GDestroyNotify) sheaf_list_wish_free, (GDestroyNotify) sheaf_list_look_free,
                   dialog, NULL, looked_cb, NULL);
}

static gboolean
pause_cb (gpointer user_data)
{
  SheafListDialog *dialog = user_data;

  dialog->timer = 0;
  look_again (dialog);
  return G_SOURCE_REMOVE;
}

/* What stands there is no longer what would be paid: nothing is paid until it was looked at. */
static void
changed_cb (SheafListDialog *dialog)
{
  gboolean set_off;

  if (dialog->page == NULL || dialog->way_list == NULL)
    return;
  set_off = gtk_check_button_get_active (dialog->set_off_check);
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->keep_entry), set_off);
  gtk_widget_set_sensitive (dialog->keep_label, set_off);
  set_busy (dialog, TRUE);
  g_clear_handle_id (&dialog->timer, g_source_remove);
  dialog->timer = g_timeout_add (PAUSE_MS, pause_cb, dialog);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafListDialog *dialog = SHEAF_LIST_DIALOG (source);
  g_autoptr (SheafListWish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafListMade) made = sheaf_jobs_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (made == NULL)
    {
      sheaf_messages_show_refusal (
          dialog->way_list != NULL ? sheaf_list_preview_get_problems (dialog->preview) : NULL,
          error);
      return;
    }
  if (sheaf_page_get_session (dialog->page) != NULL)
    dialog->done (dialog->page, wish, made);
  if (dialog->way_list != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
pay_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafListDialog *dialog = SHEAF_LIST_DIALOG (widget);
  SheafSession    *session = sheaf_page_get_session (dialog->page);
  SheafListWish   *wish = session != NULL && dialog->good ? read_wish (dialog) : NULL;

  (void) name;
  (void) parameter;
  if (wish == NULL)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_list_make_job,
                    sheaf_list_wish_copy (wish), (GDestroyNotify) sheaf_list_wish_free,
                    (GDestroyNotify) sheaf_list_made_free, dialog, NULL, made_cb, wish);
}

static void
sheaf_list_dialog_dispose (GObject *object)
{
  SheafListDialog *dialog = SHEAF_LIST_DIALOG (object);

  g_clear_handle_id (&dialog->timer, g_source_remove);
  if (dialog->way_list != NULL)
    g_signal_handlers_disconnect_by_func (dialog->day_entry, changed_cb, dialog);
  dialog->way_list = NULL;
  G_OBJECT_CLASS (sheaf_list_dialog_parent_class)->dispose (object);
}

static void
sheaf_list_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_LIST_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_list_dialog_parent_class)->finalize (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, pay_button);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, way_list);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, part_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, minimum_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, earlier_check);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, set_off_check);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, keep_label);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, keep_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, only_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListDialog, preview);
}

static void
sheaf_list_dialog_class_init (SheafListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_list_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_list_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_LIST_PREVIEW);
  bind_parts (widget_class);
  gtk_widget_class_install_action (widget_class, "list.pay", NULL, pay_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "list.pay",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "list.pay", NULL);
}

static void
sheaf_list_dialog_init (SheafListDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_step_keys_add (dialog->way_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "list.pay", FALSE);
  g_signal_connect_swapped (dialog->way_list, "notify::selected", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->day_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->part_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->minimum_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->keep_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->only_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->earlier_check, "toggled", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->set_off_check, "toggled", G_CALLBACK (changed_cb), dialog);
}

GtkWidget *
sheaf_list_dialog_new (SheafPage           *page,
                       const SheafListWish *proposal,
                       SheafListDone        done)
{
  SheafListDialog *dialog = g_object_new (
      SHEAF_TYPE_LIST_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  g_autofree char *title = g_strdup_printf (_ ("Pay the Shares of %d"), proposal->year);
  g_autofree char *only = proposal->only != NULL ? g_strjoinv (" ", proposal->only)
                                                 : g_strdup ("");

  gtk_window_set_title (GTK_WINDOW (dialog), title);
  dialog->year = proposal->year;
  dialog->done = done;
  gtk_drop_down_set_selected (dialog->way_list, proposal->way);
  sheaf_date_entry_set (dialog->day_entry, proposal->date);
  gtk_editable_set_text (dialog->only_entry, only);
  dialog->page = g_object_ref (page);
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->keep_entry), FALSE);
  gtk_widget_set_sensitive (dialog->keep_label, FALSE);
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->way_list));
  look_again (dialog);
  return GTK_WIDGET (dialog);
}
