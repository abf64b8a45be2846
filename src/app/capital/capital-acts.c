/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refusals and warnings are the core's. */
#include "app/capital/capital-acts.h"

#include "app/act-dialog.h"
#include "app/capital/event-columns.h"
#include "app/capital/event-dialog.h"
#include "app/capital/event-jobs.h"
#include "app/capital/schedule-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/format.h"
#include "app/members/member-words.h"
#include "app/members/register-paper.h"
#include "app/messages.h"
#include "base/i18n.h"

#define TAKING_KEY "sheaf-taking-back"

void
sheaf_capital_acts_propose (SheafCapitalPage        *page,
                            const SheafCapitalEvent *proposal)
{
  gtk_window_present (GTK_WINDOW (sheaf_event_dialog_new (SHEAF_PAGE (page), proposal)));
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SheafCapitalPage *page = SHEAF_CAPITAL_PAGE (widget);
  g_autoptr (SheafCapitalEvent) proposal = sheaf_capital_event_new ();

  (void) action;
  (void) parameter;
  proposal->event = SHEAF_CAPITAL_PAY;
  proposal->party_id = sheaf_capital_page_get_member (page);
  proposal->date = sheaf_session_get_working_day (sheaf_page_get_session (SHEAF_PAGE (page)));
  sheaf_capital_acts_propose (page, proposal);
}

/* What the selected row says is due, for the dialog. */
static void
propose_due (SheafCapitalPage *page,
             SheafCapitalKind  kind,
             const char       *cause)
{
  const SheafCapitalDue *due = sheaf_capital_page_get_due (page);
  g_autoptr (SheafCapitalEvent) proposal = sheaf_capital_event_new ();

  if (due == NULL)
    return;
  proposal->event = kind;
  proposal->party_id = due->party_id;
  proposal->date = sheaf_session_get_working_day (sheaf_page_get_session (SHEAF_PAGE (page)));
  proposal->amount = due->amount;
  proposal->cause = g_strdup (cause);
  sheaf_capital_acts_propose (page, proposal);
}

static void
settle_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafCapitalPage      *page = SHEAF_CAPITAL_PAGE (widget);
  const SheafCapitalDue *due = sheaf_capital_page_get_due (page);

  (void) action;
  (void) parameter;
  if (due != NULL)
    propose_due (page,
                 due->kind == SHEAF_SCHEDULE_REFUND ? SHEAF_CAPITAL_REFUND : SHEAF_CAPITAL_PAY,
                 NULL);
}

/* What was not paid in when the term was over lowers the promise (Art. 74.7). */
static void
lower_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  propose_due (SHEAF_CAPITAL_PAGE (widget), SHEAF_CAPITAL_REDUCE, "deadline");
}

static void
schedule_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SheafCapitalPage      *page = SHEAF_CAPITAL_PAGE (widget);
  const SheafCapitalDue *due = sheaf_capital_page_get_due (page);
  GtkWidget             *dialog = sheaf_schedule_dialog_new (
                  SHEAF_PAGE (page), sheaf_capital_page_get_member (page),
      due != NULL ? due->kind : SHEAF_SCHEDULE_PAY,
      due != NULL ? due->amount : SHEAF_MONEY_ZERO);

  (void) action;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
handover_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const SheafCapitalLine *line = sheaf_capital_page_get_line (SHEAF_CAPITAL_PAGE (widget));

  (void) action;
  (void) parameter;
  if (line != NULL && line->event->event == SHEAF_CAPITAL_PAY_IN_KIND)
    gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_handover (
        SHEAF_PAGE (widget), line->event->party_id, line->event->date)));
}

static void
contributions_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  const SheafCapitalTable *table = sheaf_capital_page_get_table (SHEAF_CAPITAL_PAGE (widget));

  (void) action;
  (void) parameter;
  if (table != NULL)
    sheaf_contributions_paper_show (SHEAF_PAGE (widget), table->wish.on);
}

static void
voucher_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const SheafCapitalLine *line = sheaf_capital_page_get_line (SHEAF_CAPITAL_PAGE (widget));
  g_autofree char        *place = NULL;

  (void) action;
  (void) parameter;
  if (line == NULL || line->event->voucher_id == 0)
    return;
  place = sheaf_capital_voucher_place (line->event->voucher_date, line->event->voucher_id);
  (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "vouchers", place);
}

static void take_back (SheafCapitalPage *page, SheafCapitalTakingBack *taking);

/* The act waits with the page while the person is asked. */
static void
confirmed_cb (gpointer widget)
{
  SheafCapitalTakingBack *taking = g_object_steal_data (widget, TAKING_KEY);

  if (taking == NULL || sheaf_page_get_session (SHEAF_PAGE (widget)) == NULL)
    {
      sheaf_capital_taking_back_free (taking);
      return;
    }
  taking->confirmed = TRUE;
  take_back (SHEAF_CAPITAL_PAGE (widget), taking);
}

static void
tell_outcome (SheafCapitalPage       *page,
              const SheafCapitalDone *done)
{
  GtkWidget       *widget = GTK_WIDGET (page);
  g_autofree char *text = NULL;

  if (done->done)
    {
      sheaf_messages_toast (widget, _ ("Taken back"));
      sheaf_session_changed (sheaf_page_get_session (SHEAF_PAGE (page)));
      return;
    }
  if (done->problems->errors > 0)
    {
      sheaf_messages_show_problems (widget, _ ("That was refused"), done->problems);
      return;
    }
  text = sheaf_messages_join (done->problems);
  sheaf_messages_ask (widget, _ ("Take it back all the same?"), text, _ ("_Take Back"),
                      confirmed_cb);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  SheafCapitalPage       *page = SHEAF_CAPITAL_PAGE (source);
  SheafCapitalTakingBack *taking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCapitalDone) done = sheaf_jobs_finish (result, &error);
  gboolean is_open = sheaf_page_get_session (SHEAF_PAGE (page)) != NULL &&
                     gtk_widget_get_root (GTK_WIDGET (page)) != NULL;

  if (done == NULL)
    sheaf_messages_show_refusal (NULL, error);
  else if (is_open)
    {
      g_object_set_data_full (G_OBJECT (page), TAKING_KEY, taking,
                              (GDestroyNotify) sheaf_capital_taking_back_free);
      tell_outcome (page, done);
      return;
    }
  sheaf_capital_taking_back_free (taking);
}

/* Takes the act. */
static void
take_back (SheafCapitalPage       *page,
           SheafCapitalTakingBack *taking)
{
  SheafCapitalTakingBack *copy = g_memdup2 (taking, sizeof *taking);

  copy->reason = g_strdup (taking->reason);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                    sheaf_capital_take_back_job, copy,
                    (GDestroyNotify) sheaf_capital_taking_back_free,
                    (GDestroyNotify) sheaf_capital_done_free, page, NULL, taken_back_cb, taking);
}

static void
answered_cb (SheafActDialog   *dialog,
             const char       *response,
             SheafCapitalPage *page)
{
  SheafCapitalTakingBack *taking = g_object_steal_data (G_OBJECT (dialog), TAKING_KEY);

  if (taking == NULL || g_strcmp0 (response, "accept") != 0 ||
      sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    {
      sheaf_capital_taking_back_free (taking);
      return;
    }
  taking->date = sheaf_act_dialog_get_date (dialog);
  taking->reason = g_strdup (sheaf_act_dialog_get_text (dialog));
  take_back (page, taking);
}

static void
take_back_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafCapitalPage       *page = SHEAF_CAPITAL_PAGE (widget);
  const SheafCapitalLine *line = sheaf_capital_page_get_line (page);
  g_autofree char        *amount = NULL;
  g_autofree char        *body = NULL;
  SheafActQuestion        question = { .heading = _ ("Take the event back?"),
                                       .accept = _ ("_Take Back"),
                                       .destructive = TRUE,
                                       .text_label = _ ("_Reason") };
  SheafCapitalTakingBack *taking;
  GtkWidget              *dialog;

  (void) action;
  (void) parameter;
  if (line == NULL || !sheaf_event_columns_stands (line))
    return;
  amount = sheaf_format_money_unit (line->event->amount);
  body = g_strdup_printf (_ ("%s, %s: %s. It will count as if it had never been; its voucher is "
                             "reversed on the day."),
                          line->name, sheaf_member_words_capital (line->event->event), amount);
  question.body = body;
  question.date = sheaf_session_get_working_day (sheaf_page_get_session (SHEAF_PAGE (page)));
  taking = g_new0 (SheafCapitalTakingBack, 1);
  taking->id = line->event->id;
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), &question);
  g_object_set_data_full (G_OBJECT (dialog), TAKING_KEY, taking,
                          (GDestroyNotify) sheaf_capital_taking_back_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_capital_acts_enable (SheafCapitalPage *page)
{
  const SheafCapitalLine *line = sheaf_capital_page_get_line (page);
  const SheafCapitalDue  *due = sheaf_capital_page_get_due (page);
  GtkWidget              *widget = GTK_WIDGET (page);

  gtk_widget_action_set_enabled (widget, "capital.settle", due != NULL);
  gtk_widget_action_set_enabled (widget, "capital.handover",
                                 line != NULL && line->event->event == SHEAF_CAPITAL_PAY_IN_KIND &&
                                     sheaf_event_columns_stands (line));
  gtk_widget_action_set_enabled (widget, "capital.lower",
                                 due != NULL && due->outcome != SHEAF_CAPITAL_IN_TIME);
  gtk_widget_action_set_enabled (widget, "capital.take-back",
                                 line != NULL && sheaf_event_columns_stands (line));
  gtk_widget_action_set_enabled (widget, "capital.voucher",
                                 line != NULL && line->event->voucher_id != 0);
}

void
sheaf_capital_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "capital.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "capital.settle", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "capital.schedule", NULL, schedule_action);
  gtk_widget_class_install_action (widget_class, "capital.handover", NULL, handover_action);
  gtk_widget_class_install_action (widget_class, "capital.print-contributions", NULL,
                                   contributions_action);
  gtk_widget_class_install_action (widget_class, "capital.lower", NULL, lower_action);
  gtk_widget_class_install_action (widget_class, "capital.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "capital.voucher", NULL, voucher_action);
}
