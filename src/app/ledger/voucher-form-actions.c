/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person does with a voucher: posts it, reverses it, throws it away. */
#include "app/ledger/voucher-form-private.h"

#include "app/act-dialog.h"
#include "app/ledger/voucher-jobs.h"
#include "app/ledger/voucher-words.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/text.h"

static void
show_outcome (SheafVoucherForm          *form,
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

static void post_draft (SheafVoucherForm *form,
                        gboolean          confirmed);

static void
confirmed_cb (gpointer user_data)
{
  post_draft (SHEAF_VOUCHER_FORM (user_data), TRUE);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", TRUE);
  if (outcome == NULL)
    sheaf_problem_list_show_text (form->problems, error->message);
  else if (outcome->id == 0 && outcome->problems->errors == 0)
    {
      g_autofree char *text = sheaf_messages_join (outcome->problems);

      sheaf_messages_ask (GTK_WIDGET (form), _ ("Post all the same?"), text, _ ("_Post"),
                          confirmed_cb);
    }
  else if (outcome->id == 0)
    show_problems (form, outcome->problems);
  else
    {
      sheaf_voucher_form_begin_empty (form);
      show_outcome (form, outcome);
    }
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

static SheafVoucherDraft *
read_draft (SheafVoucherForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sheaf_entry_grid_read (form->grid);
  SheafVoucherDraft *draft;
  SheafDate          date;

  if (!sheaf_date_entry_get (form->date_entry, &date, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (form->date_entry), error->message);
      sheaf_problem_list_show_text (form->problems, error->message);
      return NULL;
    }
  if (rows == NULL)
    {
      const char *reason = find_reason (form);

      sheaf_problem_list_show_text (
          form->problems, reason != NULL
                              ? reason
                              : _ ("The marked cells cannot be read: point at one to see why."));
      return NULL;
    }
  draft = g_new0 (SheafVoucherDraft, 1);
  draft->kind = sheaf_voucher_words_kind_at (gtk_drop_down_get_selected (form->kind_list));
  draft->date = date;
  draft->description = sheaf_text_clean (gtk_editable_get_text (form->description_entry), -1);
  draft->number = sheaf_text_clean (gtk_editable_get_text (form->number_entry), -1);
  if (*draft->number == '\0')
    g_clear_pointer (&draft->number, g_free);
  draft->rows = g_steal_pointer (&rows);
  return draft;
}

static void
post_draft (SheafVoucherForm *form,
            gboolean          confirmed)
{
  SheafVoucherDraft *draft;

  sheaf_voucher_form_clear_marks (form);
  draft = read_draft (form);
  if (draft == NULL)
    return;
  draft->confirmed = confirmed;
  /* Not twice; the cells stay as they are, as the focus is in them. */
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (form->page)),
                    sheaf_voucher_post_job, draft, (GDestroyNotify) sheaf_voucher_draft_free,
                    (GDestroyNotify) sheaf_voucher_outcome_free, form->page, NULL, posted_cb,
                    g_object_ref (form));
}

static void
post_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  post_draft (SHEAF_VOUCHER_FORM (widget), FALSE);
}

static void
stop_typing (gpointer user_data)
{
  SheafVoucherForm *form = user_data;

  sheaf_voucher_form_clear_marks (form);
  sheaf_entry_grid_begin (form->grid);
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
  if (sheaf_entry_grid_is_empty (form->grid) &&
      *gtk_editable_get_text (form->description_entry) == '\0')
    stop_typing (form);
  else
    sheaf_messages_ask (widget, _ ("Throw the voucher away?"), _ ("It has not been posted."),
                        _ ("_Throw Away"), stop_typing);
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
  else
    sheaf_entry_grid_copy_row (form->grid);
}

static void
reversed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  SheafVoucherOutcome *outcome = sheaf_page_take (SHEAF_PAGE (source), result);

  if (outcome != NULL)
    show_outcome (form, outcome);
  sheaf_voucher_outcome_free (outcome);
}

static void
reverse_chosen_cb (SheafVoucherForm *form,
                   SheafDate         date,
                   const char       *reason)
{
  SheafVoucherReversal *reversal = g_new0 (SheafVoucherReversal, 1);

  reversal->id = form->shown_id;
  reversal->date = date;
  reversal->reason = g_strdup (reason);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (form->page)),
                    sheaf_voucher_reverse_job, reversal,
                    (GDestroyNotify) sheaf_voucher_reversal_free,
                    (GDestroyNotify) sheaf_voucher_outcome_free, form->page, NULL, reversed_cb,
                    g_object_ref (form));
}

static void
reverse_response_cb (SheafActDialog   *dialog,
                     const char       *response,
                     SheafVoucherForm *form)
{
  if (g_strcmp0 (response, "accept") == 0)
    reverse_chosen_cb (form, sheaf_act_dialog_get_date (dialog),
                       sheaf_act_dialog_get_text (dialog));
}

/* The day of new vouchers, but never before the voucher itself. */
static SheafDate
propose_reversal_day (SheafVoucherForm *form)
{
  SheafDate day = sheaf_session_get_working_day (sheaf_page_get_session (form->page));
  SheafDate own;

  if (sheaf_date_entry_get (form->date_entry, &own, NULL) && sheaf_date_cmp (own, day) > 0)
    return own;
  return day;
}

static void
reverse_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  g_autofree char  *heading = g_strdup_printf (_ ("Reverse voucher %s?"),
                                               gtk_editable_get_text (form->number_entry));
  SheafActQuestion  question = { .heading = heading,
                                 .body = _ (
                                     "A voucher with the same accounts and negative amounts is "
                                      "posted. Both stay in the books."),
                                 .accept = _ ("_Reverse"),
                                 .destructive = TRUE,
                                 .text_label = _ ("_Reason") };
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  question.date = propose_reversal_day (form);
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), &question);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reverse_response_cb), form, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_voucher_form_install_actions (GtkWidgetClass *widget_class)
{
  sheaf_shortcuts_bind (widget_class, "voucher.");
  gtk_widget_class_install_action (widget_class, "voucher.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "voucher.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "voucher.cancel", NULL);
  gtk_widget_class_install_action (widget_class, "voucher.add-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.remove-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.copy-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.reverse", NULL, reverse_action);
}
