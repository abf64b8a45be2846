/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits beside the vouchers: drafts, and entries that are due again. */
#include "app/ledger/vouchers-page-private.h"

#include "app/act-dialog.h"
#include "app/format.h"
#include "app/ledger/draft-jobs.h"
#include "app/messages.h"
#include "base/i18n.h"

static gpointer
drafts_job (gpointer connection,
            gpointer data,
            GError **error)
{
  (void) data;
  return sheaf_voucher_lines_drafts (connection, error);
}

static gpointer
due_job (gpointer connection,
         gpointer data,
         GError **error)
{
  const SheafDate *on = data;

  return sheaf_voucher_lines_due (connection, *on, error);
}

/* Two more entries of the list of views, with how many wait there. */
void
sheaf_vouchers_page_show_counts (SheafVouchersPage *page)
{
  g_autofree char  *drafts = g_strdup_printf (_ ("Drafts (%u)"), page->counts[SHEAF_VIEW_DRAFTS]);
  g_autofree char  *due = g_strdup_printf (_ ("Due again (%u)"), page->counts[SHEAF_VIEW_DUE]);
  const char *const words[] = { drafts, due, NULL };
  GtkStringList    *list = GTK_STRING_LIST (gtk_drop_down_get_model (page->view_list));
  guint             view = sheaf_vouchers_page_get_view (page);

  page->counting = TRUE;
  gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, words);
  gtk_drop_down_set_selected (page->view_list, view);
  page->counting = FALSE;
}

static void
drafts_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (source);
  GPtrArray         *lines = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (lines == NULL)
    return;
  page->counts[SHEAF_VIEW_DRAFTS] = lines->len;
  sheaf_vouchers_page_show_counts (page);
  if (sheaf_vouchers_page_get_view (page) == SHEAF_VIEW_DRAFTS)
    sheaf_vouchers_page_show_lines (page, lines, _ ("No draft"),
                                    _ ("What you type is kept here by itself until it is posted."));
  else
    g_ptr_array_unref (lines);
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (source);
  GPtrArray         *lines = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (lines == NULL)
    return;
  page->counts[SHEAF_VIEW_DUE] = lines->len;
  sheaf_vouchers_page_show_counts (page);
  if (sheaf_vouchers_page_get_view (page) == SHEAF_VIEW_DUE)
    sheaf_vouchers_page_show_lines (
        page, lines, _ ("Nothing is due"),
        _ ("Keep a voucher as a template that comes again, and it stands here on its day."));
  else
    g_ptr_array_unref (lines);
}

void
sheaf_vouchers_page_reload_waiting (SheafVouchersPage *page)
{
  SheafDate today = sheaf_format_today ();

  sheaf_page_read (SHEAF_PAGE (page), drafts_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                   drafts_cb);
  sheaf_page_read (SHEAF_PAGE (page), due_job, g_memdup2 (&today, sizeof today), g_free,
                   (GDestroyNotify) g_ptr_array_unref, due_cb);
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  (void) user_data;
  if (sheaf_page_take (SHEAF_PAGE (source), result) != NULL)
    sheaf_vouchers_page_reload_list (SHEAF_VOUCHERS_PAGE (source));
}

static void
drop_draft (gpointer user_data)
{
  SheafVouchersPage      *page = user_data;
  const SheafVoucherLine *line = sheaf_vouchers_page_get_line (page);
  SheafSession           *session = sheaf_page_get_session (SHEAF_PAGE (page));
  SheafDraftSlot         *slot;

  if (line == NULL || line->draft_id == 0)
    return;
  slot = sheaf_draft_slot_new (line->draft_id);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_draft_drop_job,
                    sheaf_draft_job_new (slot, NULL), (GDestroyNotify) sheaf_draft_job_free, NULL,
                    page, NULL, dropped_cb, NULL);
  sheaf_draft_slot_unref (slot);
}

static void
skip_cb (SheafActDialog    *dialog,
         const char        *response,
         SheafVouchersPage *page)
{
  const SheafVoucherLine *line = sheaf_vouchers_page_get_line (page);
  SheafSession           *session = sheaf_page_get_session (SHEAF_PAGE (page));
  SheafTemplateJob       *job;

  if (g_strcmp0 (response, "accept") != 0 || line == NULL || line->due_template == NULL)
    return;
  job = g_new0 (SheafTemplateJob, 1);
  job->name = g_strdup (line->due_template);
  job->due = line->date;
  job->reason = g_strdup (sheaf_act_dialog_get_text (dialog));
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_template_skip_job, job,
                    (GDestroyNotify) sheaf_template_job_free, NULL, page, NULL, dropped_cb, NULL);
}

static void
ask_skip (SheafVouchersPage *page)
{
  SheafActQuestion question = { .heading = _ ("Leave this entry out?"),
                                .body = _ ("It is due no more on this day; the next ones stay."),
                                .accept = _ ("_Leave Out"),
                                .date = SHEAF_DATE_NONE,
                                .text_label = _ ("_Reason") };
  GtkWidget       *dialog = sheaf_act_dialog_new (
            GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (skip_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Delete in the list: a draft goes, an entry due is left out; what is posted stays for ever. */
static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafVouchersPage      *page = SHEAF_VOUCHERS_PAGE (widget);
  const SheafVoucherLine *line = sheaf_vouchers_page_get_line (page);

  (void) name;
  (void) parameter;
  if (line == NULL)
    return;
  if (line->draft_id != 0)
    sheaf_messages_ask (widget, _ ("Delete the draft?"), line->description, _ ("_Delete"),
                        drop_draft);
  else if (line->due_template != NULL)
    ask_skip (page);
}

void
sheaf_vouchers_page_install_waiting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
}
