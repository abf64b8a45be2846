/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person does with a voucher while typing it: posts it, throws it away, works on rows. */
#include "app/ledger/voucher-form-private.h"

#include "app/ledger/voucher-words.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

#include <string.h>

void
sheaf_voucher_form_show_outcome (SheafVoucherForm          *form,
                                 const SheafVoucherOutcome *outcome)
{
  g_autofree char *day = sheaf_date_to_text (outcome->date);
  g_autofree char *detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, outcome->id);
  g_autofree char *text = g_strdup_printf (_ ("Voucher %s is posted"), outcome->number);

  sheaf_messages_toast_with_action (GTK_WIDGET (form), text, _ ("Show"), "win.go",
                                    g_variant_new ("(ss)", "vouchers", detail));
  form->posted_day = outcome->date;
  g_signal_emit_by_name (form, "posted", outcome->id);
}

/* Findings go to their cells; those without one, and all of them as sentences, stand below. */
static void
show_problems (SheafVoucherForm    *form,
               const SheafProblems *problems)
{
  sheaf_problem_list_show (form->problems, problems);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      if (problem->kind != SHEAF_PROBLEM_ERROR || problem->column == NULL)
        continue;
      if (sheaf_entry_grid_mark (form->grid, problem->line, problem->column, problem->text))
        continue;
      if (g_strcmp0 (problem->column, "date") == 0)
        sheaf_entry_mark (GTK_WIDGET (form->date_entry), problem->text);
      else if (g_strcmp0 (problem->column, "number") == 0)
        sheaf_entry_mark (GTK_WIDGET (form->number_entry), problem->text);
      else if (g_strcmp0 (problem->column, "description") == 0)
        sheaf_entry_mark (GTK_WIDGET (form->description_entry), problem->text);
    }
}

static void post_typed (SheafVoucherForm *form,
                        gboolean          confirmed);

static void
confirmed_cb (gpointer user_data)
{
  post_typed (SHEAF_VOUCHER_FORM (user_data), TRUE);
}

/* The draft went with the posting. */
static void
end_posting (SheafVoucherForm          *form,
             const SheafVoucherOutcome *outcome)
{
  gboolean had_draft = form->saved_text != NULL;
  gboolean was_due = form->due_template != NULL;

  sheaf_voucher_form_begin_empty (form);
  /* The day on which an entry was due is not the day of the next voucher. */
  if (was_due)
    sheaf_date_entry_set (form->date_entry,
                          sheaf_session_get_working_day (sheaf_page_get_session (form->page)));
  sheaf_voucher_form_show_outcome (form, outcome);
  if (had_draft)
    g_signal_emit_by_name (form, "drafts-changed");
}

/* The form was closed meanwhile. What was typed is among the drafts. */
static void
tell_unposted (const SheafVoucherOutcome *outcome,
               const GError              *error)
{
  if (outcome == NULL)
    sheaf_messages_show_refusal (NULL, error);
  else if (outcome->id == 0)
    sheaf_messages_show_problems (NULL, _ ("The voucher is not posted"), outcome->problems);
}

static void
posted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (GError) error = NULL;
  SheafVoucherOutcome *outcome = sheaf_jobs_finish (result, &error);

  (void) source;
  if (form->problems == NULL)
    {
      tell_unposted (outcome, error);
      sheaf_voucher_outcome_free (outcome);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", TRUE);
  if (outcome == NULL)
    sheaf_messages_show_refusal (form->problems, error);
  else if (outcome->id == 0 && outcome->problems->errors == 0)
    {
      g_autofree char *text = sheaf_messages_join (outcome->problems);

      sheaf_messages_ask (GTK_WIDGET (form), _ ("Post all the same?"), text, _ ("_Post"),
                          confirmed_cb);
    }
  else if (outcome->id == 0)
    show_problems (form, outcome->problems);
  else
    end_posting (form, outcome);
  sheaf_voucher_outcome_free (outcome);
}

/* What is wrong in the cell that has the focus: the first that cannot be read gets it. */
static const char *
find_reason (SheafVoucherForm *form)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (form));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;

  return cell != NULL && sheaf_entry_is_marked (cell) ? gtk_widget_get_tooltip_text (cell) : NULL;
}

/* FALSE when a cell cannot be read; the first is focused and says why. */
static gboolean
check_cells (SheafVoucherForm *form)
{
  g_autoptr (GError) error = NULL;
  const char *reason;
  SheafDate   date;

  if (!sheaf_date_entry_get (form->date_entry, &date, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (form->date_entry), error->message);
      sheaf_problem_list_show_text (form->problems, error->message);
      (void) gtk_widget_grab_focus (GTK_WIDGET (form->date_entry));
      return FALSE;
    }
  if (sheaf_entry_grid_check (form->grid))
    return TRUE;
  reason = find_reason (form);
  sheaf_problem_list_show_text (
      form->problems,
      reason != NULL ? reason : _ ("The marked cells cannot be read: point at one to see why."));
  return FALSE;
}

static void
post_typed (SheafVoucherForm *form,
            gboolean          confirmed)
{
  SheafVoucherPosting *posting;

  sheaf_voucher_form_clear_marks (form);
  if (!check_cells (form))
    return;
  posting = g_new0 (SheafVoucherPosting, 1);
  posting->slot = sheaf_draft_slot_ref (form->draft_slot);
  posting->draft = sheaf_voucher_form_read (form);
  posting->attachments = sheaf_voucher_form_copy_files (form);
  posting->confirmed = confirmed;
  posting->due_template = g_strdup (form->due_template);
  posting->due = form->due_day;
  g_clear_handle_id (&form->save_timer, g_source_remove);
  /* Not twice; the cells stay as they are, as the focus is in them. */
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", FALSE);
  sheaf_voucher_form_ask (form, TRUE, sheaf_voucher_post_job, posting,
                          (GDestroyNotify) sheaf_voucher_posting_free,
                          (GDestroyNotify) sheaf_voucher_outcome_free, posted_cb);
}

static void
post_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  post_typed (SHEAF_VOUCHER_FORM (widget), FALSE);
}

static void
stop_typing (gpointer user_data)
{
  SheafVoucherForm *form = user_data;

  sheaf_voucher_form_delete_draft (form);
  form->showing = TRUE;
  sheaf_voucher_form_begin_empty (form);
  form->showing = FALSE;
  sheaf_voucher_form_set_typing (form, FALSE);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (sheaf_voucher_form_is_empty (form))
    stop_typing (form);
  else
    sheaf_messages_ask (widget, _ ("Throw the voucher away?"),
                        _ ("It has not been posted; its draft goes as well. To go on with it "
                           "later, only leave it: drafts stay in the list."),
                        _ ("_Throw Away"), stop_typing);
}

/* The draft stays in the list; the form is free for something else. */
static void
put_aside_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (!form->typing)
    return;
  sheaf_voucher_form_save_now (form);
  sheaf_voucher_form_begin_empty (form);
  sheaf_voucher_form_set_typing (form, FALSE);
}

static void
row_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) parameter;
  if (g_strcmp0 (name, "voucher.add-row") == 0)
    sheaf_entry_grid_add_row (form->grid);
  else if (g_strcmp0 (name, "voucher.remove-row") == 0)
    sheaf_entry_grid_remove_row (form->grid);
  else if (g_strcmp0 (name, "voucher.details") == 0)
    sheaf_entry_grid_toggle_details (form->grid);
  else
    sheaf_entry_grid_copy_row (form->grid);
}

/* "voucher.kind-receipt": begins a voucher when none is typed. */
static void
kind_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafVoucherKind  kind;

  (void) parameter;
  if (!sheaf_voucher_kind_from_word (name + strlen ("voucher.kind-"), &kind))
    return;
  if (!form->typing)
    sheaf_voucher_form_begin_empty (form);
  gtk_drop_down_set_selected (form->kind_list, sheaf_voucher_words_kind_index (kind));
  form->kind_kept = TRUE;
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_VOUCHER_FORM (widget)->date_entry));
}

void
sheaf_voucher_form_install_actions (GtkWidgetClass *widget_class)
{
  sheaf_shortcuts_bind (widget_class, "voucher.");
  gtk_widget_class_install_action (widget_class, "voucher.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "voucher.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "voucher.cancel", NULL);
  gtk_widget_class_install_action (widget_class, "voucher.put-aside", NULL, put_aside_action);
  gtk_widget_class_install_action (widget_class, "voucher.add-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.remove-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.copy-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.details", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.day", NULL, day_action);
  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    {
      g_autofree char *name = g_strconcat (
          "voucher.kind-", sheaf_voucher_kind_to_word (sheaf_voucher_words_kind_at (i)), NULL);

      gtk_widget_class_install_action (widget_class, name, NULL, kind_action);
    }
}
