/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed voucher is posted while the next one is typed; refused or asked about, it comes back. */
#include "app/ledger/voucher-form-private.h"

#include "app/messages.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

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

/* The draft went with the posting; what has been typed since stays in the cells. */
static void
end_posting (SheafVoucherForm          *form,
             const SheafVoucherPosting *posting,
             const SheafVoucherOutcome *outcome)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", form->typing);
  sheaf_voucher_form_show_outcome (form, outcome);
  if (posting->was_saved)
    g_signal_emit_by_name (form, "drafts-changed");
}

/* What was not posted comes back to the cells; what has been typed since is kept as a draft. */
static void
take_back (SheafVoucherForm          *form,
           SheafVoucherPosting       *posting,
           const SheafVoucherOutcome *outcome)
{
  gboolean newer = form->typing && !sheaf_voucher_form_is_empty (form);

  if (newer)
    sheaf_voucher_form_save_now (form);
  sheaf_voucher_form_take_back (form, posting, outcome != NULL ? outcome->draft_id : 0);
  if (newer)
    sheaf_messages_toast (GTK_WIDGET (form),
                          _ ("What you typed meanwhile is in the list of drafts: take it up from "
                             "there"));
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
ask_to_post (SheafVoucherForm    *form,
             const SheafProblems *problems)
{
  g_autofree char *text = sheaf_messages_join (problems);

  sheaf_messages_ask (GTK_WIDGET (form), _ ("Post all the same?"), text, _ ("_Post"), confirmed_cb);
}

static void
posted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (GError) error = NULL;
  SheafVoucherOutcome *outcome = sheaf_jobs_finish (result, &error);
  SheafVoucherPosting *posting = g_steal_pointer (&form->posting);

  (void) source;
  if (form->problems == NULL)
    tell_unposted (outcome, error);
  else if (outcome != NULL && outcome->id != 0)
    end_posting (form, posting, outcome);
  else
    {
      take_back (form, posting, outcome);
      if (outcome == NULL)
        sheaf_messages_show_refusal (form->problems, error);
      else if (outcome->problems->errors > 0)
        show_problems (form, outcome->problems);
      else
        ask_to_post (form, outcome->problems);
    }
  sheaf_voucher_posting_free (posting);
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

/* Everything that is typed, for the thread that posts it or to be shown again. */
static SheafVoucherPosting *
read_posting (SheafVoucherForm *form)
{
  SheafVoucherPosting *posting = g_new0 (SheafVoucherPosting, 1);

  posting->slot = sheaf_draft_slot_ref (form->draft_slot);
  posting->draft = sheaf_voucher_form_read (form);
  posting->attachments = sheaf_voucher_form_copy_files (form);
  posting->due_template = g_strdup (form->due_template);
  posting->due = form->due_day;
  posting->was_saved = form->saved_text != NULL;
  posting->kind_kept = form->kind_kept;
  return posting;
}

/* The cells are free for the next voucher at once: keys pressed while this one is posted belong to
 * that. */
static void
post_typed (SheafVoucherForm *form,
            gboolean          confirmed)
{
  SheafVoucherPosting *posting;

  if (form->posting != NULL) /* one after the other */
    return;
  sheaf_voucher_form_clear_marks (form);
  if (!check_cells (form))
    return;
  posting = read_posting (form);
  posting->confirmed = confirmed;
  form->posting = read_posting (form);
  sheaf_voucher_form_begin_empty (form);
  /* The day on which an entry was due is not the day of the next voucher. */
  if (posting->due_template != NULL)
    sheaf_date_entry_set (form->date_entry,
                          sheaf_session_get_working_day (sheaf_page_get_session (form->page)));
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

void
sheaf_voucher_form_install_posting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.post", NULL, post_action);
}
