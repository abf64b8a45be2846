/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the day and the reason; refusals are the core's. */
#include "app/capital/certificate-acts.h"

#include "app/act-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/messages.h"
#include "base/i18n.h"

#include <string.h>

static void
say_done (SheafCertificateDesk       *desk,
          const SheafCertificateDone *done)
{
  g_autofree char *text = NULL;

  if (done->count != 1)
    text = g_strdup_printf (_ ("Certificates: %u"), done->count);
  else if (done->number != NULL)
    text = g_strdup_printf (_ ("Certificate %s"), done->number);
  sheaf_messages_toast (GTK_WIDGET (desk), text != NULL ? text : _ ("Done"));
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafCertificateDesk *desk = SHEAF_CERTIFICATE_DESK (source);
  SheafSession         *session = sheaf_page_get_session (SHEAF_PAGE (desk));
  g_autoptr (GError) error = NULL;
  SheafCertificateDone *done = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (session != NULL && done == NULL)
    sheaf_messages_show_error (GTK_WIDGET (desk), _ ("That was refused"), error);
  else if (session != NULL)
    {
      say_done (desk, done);
      sheaf_session_changed (session);
    }
  sheaf_certificate_done_free (done);
}

/* Takes the act. */
static void
run_act (SheafCertificateDesk *desk,
         SheafCertificateAct  *act)
{
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (desk))),
                    sheaf_certificate_act_job, act, (GDestroyNotify) sheaf_certificate_act_free,
                    (GDestroyNotify) sheaf_certificate_done_free, desk, NULL, acted_cb, NULL);
}

/* The question's act waits with the dialog; the second choice is everyone. */
static void
answered_cb (SheafActDialog       *dialog,
             const char           *response,
             SheafCertificateDesk *desk)
{
  SheafCertificateAct *act = g_object_steal_data (G_OBJECT (dialog), "sheaf-act");

  if (act == NULL)
    return;
  if (g_strcmp0 (response, "accept") != 0 || sheaf_page_get_session (SHEAF_PAGE (desk)) == NULL)
    {
      sheaf_certificate_act_free (act);
      return;
    }
  act->day = sheaf_act_dialog_get_date (dialog);
  act->reason = g_strstrip (g_strdup (sheaf_act_dialog_get_text (dialog)));
  act->number = g_strstrip (g_strdup (sheaf_act_dialog_get_extra (dialog)));
  if (sheaf_act_dialog_get_choice (dialog) == 1)
    act->party_id = 0;
  run_act (desk, act);
}

static void
ask (SheafCertificateDesk *desk,
     SheafCertificateKind  event,
     gint64                party_id,
     SheafActQuestion     *question)
{
  GtkWindow           *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (desk)));
  SheafCertificateAct *act = g_new0 (SheafCertificateAct, 1);
  GtkWidget           *dialog;

  act->event = event;
  act->party_id = party_id;
  question->date = sheaf_certificate_desk_get_table (desk)->day;
  dialog = sheaf_act_dialog_new (window, question);
  g_object_set_data_full (G_OBJECT (dialog), "sheaf-act", act,
                          (GDestroyNotify) sheaf_certificate_act_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), desk, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is asked of each act. */
static const struct
{
  const char *heading;
  const char *body;
  const char *accept;
  gboolean    reason; /* must be given */
} questions[] = {
  [SHEAF_CERTIFICATE_ISSUE] = { N_ ("Issue a certificate?"),
                                N_ ("It takes the next number and says what the register says on "
                                    "the day."),
                                N_ ("_Issue"), FALSE },
  [SHEAF_CERTIFICATE_REISSUE] = { N_ ("Issue the certificate anew?"),
                                  N_ ("For a paper that was lost or damaged: the same content "
                                      "under a new number. The old "
                                      "number holds no more."),
                                  N_ ("_Reissue"), TRUE },
  [SHEAF_CERTIFICATE_EXCHANGE] = { N_ ("Exchange the certificate?"),
                                   N_ ("A new paper says what the register says on the day. The "
                                       "old number holds no more."),
                                   N_ ("_Exchange"), FALSE },
  [SHEAF_CERTIFICATE_WITHDRAW] = { N_ ("Withdraw the certificate?"),
                                   N_ ("Its number holds no more. What it said stays in the "
                                       "history."),
                                   N_ ("With_draw"), TRUE },
};

/* An act on the row; where others wait for the same, on all of them by choice. */
static void
ask_of_row (SheafCertificateDesk *desk,
            SheafCertificateKind  event)
{
  const SheafCertificateRow   *row = sheaf_certificate_desk_get_row (desk);
  const SheafCertificateTable *table = sheaf_certificate_desk_get_table (desk);
  gboolean                     many = row != NULL && row->due != NULL &&
                  row->due->event == event && table->due[event] > 1;
  g_autofree char *body = NULL;
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;
  SheafActQuestion question = { 0 };
  const char      *choices[3] = { NULL };

  if (row == NULL)
    return;
  body = g_strdup_printf ("%s %s%s%s\n%s", row->code, row->name, row->paper != NULL ? " · " : "",
                          row->paper != NULL ? row->paper->number : "", _ (questions[event].body));
  one = g_strdup_printf (_ ("Only the one of %s"), row->name);
  all = g_strdup_printf (_ ("All %u that are due"), table->due[event]);
  choices[0] = one;
  choices[1] = all;
  question.heading = _ (questions[event].heading);
  question.body = body;
  question.accept = _ (questions[event].accept);
  question.destructive = event == SHEAF_CERTIFICATE_WITHDRAW;
  if (event != SHEAF_CERTIFICATE_ISSUE)
    question.text_label = questions[event].reason ? _ ("_Reason") : _ ("_Reason, if another");
  question.text_free = !questions[event].reason;
  if (event != SHEAF_CERTIFICATE_WITHDRAW)
    question.extra_label = many ? _ ("_Number, of one certificate") : _ ("_Number");
  question.extra_hint = _ ("the next one");
  question.choice_label = many ? _ ("_Which certificates") : NULL;
  question.choices = many ? choices : NULL;
  ask (desk, event, row->party_id, &question);
}

static void
act_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SheafCertificateKind event;

  (void) parameter;
  if (sheaf_certificate_kind_from_word (action + strlen ("certificates."), &event))
    ask_of_row (SHEAF_CERTIFICATE_DESK (widget), event);
}

static void
issue_due_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafCertificateDesk        *desk = SHEAF_CERTIFICATE_DESK (widget);
  const SheafCertificateTable *table = sheaf_certificate_desk_get_table (desk);
  g_autofree char             *heading = NULL;
  SheafActQuestion             question = { 0 };

  (void) action;
  (void) parameter;
  if (table == NULL || table->due[SHEAF_CERTIFICATE_ISSUE] == 0)
    return;
  heading = g_strdup_printf (_ ("Issue %u certificates?"), table->due[SHEAF_CERTIFICATE_ISSUE]);
  question.heading = heading;
  question.body = _ (
      "Everyone whose contribution is fully paid and who has no certificate gets one, "
      "in one act.");
  question.accept = _ ("_Issue");
  ask (desk, SHEAF_CERTIFICATE_ISSUE, 0, &question);
}

/* number NULL: all in force on the day. */
static void
show_paper (SheafCertificateDesk *desk,
            const char           *number,
            const char           *title)
{
  gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_certificate (
      SHEAF_PAGE (desk), number, sheaf_certificate_desk_get_table (desk)->day,
      sheaf_certificate_desk_get_language (desk), title)));
}

static void
show_list (SheafCertificateDesk *desk)
{
  SheafDate           day = sheaf_certificate_desk_get_table (desk)->day;
  SheafReportQuestion question = { .year = sheaf_date_year (day),
                                   .from = SHEAF_DATE_NONE,
                                   .to = day };
  SheafReportWish    *wish = sheaf_report_wish_new ("certificates", &question);

  gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_report (
      SHEAF_PAGE (desk), wish, _ ("Certificates of contribution"))));
  sheaf_report_wish_free (wish);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafCertificateDesk      *desk = SHEAF_CERTIFICATE_DESK (widget);
  const SheafCertificateRow *row = sheaf_certificate_desk_get_row (desk);
  g_autofree char           *title = NULL;

  (void) parameter;
  if (sheaf_certificate_desk_get_table (desk) == NULL)
    return;
  if (g_str_equal (action, "certificates.print-list"))
    show_list (desk);
  else if (g_str_equal (action, "certificates.print-all"))
    show_paper (desk, NULL, _ ("Certificates of contribution"));
  else if (row != NULL && row->paper != NULL)
    {
      title = g_strdup_printf (_ ("Certificate %s"), row->paper->number);
      show_paper (desk, row->paper->number, title);
    }
}

/* What is due of the row, else its paper. */
static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafCertificateDesk      *desk = SHEAF_CERTIFICATE_DESK (widget);
  const SheafCertificateRow *row = sheaf_certificate_desk_get_row (desk);

  (void) action;
  (void) parameter;
  if (row != NULL && row->due != NULL)
    ask_of_row (desk, row->due->event);
  else if (row != NULL)
    (void) gtk_widget_activate_action (widget, "certificates.print", NULL);
}

void
sheaf_certificate_acts_install (GtkWidgetClass *widget_class)
{
  static const char *const acts[] = { "certificates.issue", "certificates.reissue",
                                      "certificates.exchange", "certificates.withdraw" };
  static const char *const prints[] = { "certificates.print", "certificates.print-all",
                                        "certificates.print-list" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_action);
  for (guint i = 0; i < G_N_ELEMENTS (prints); i++)
    gtk_widget_class_install_action (widget_class, prints[i], NULL, print_action);
  gtk_widget_class_install_action (widget_class, "certificates.issue-due", NULL,
                                   issue_due_action);
  gtk_widget_class_install_action (widget_class, "certificates.open", NULL, open_action);
}
