/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers are those of the reports; refusals are the core's. */
#include "app/control/confirmation-acts.h"

#include "app/act-dialog.h"
#include "app/control/answer-dialog.h"
#include "app/control/difference-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/format.h"
#include "app/messages.h"
#include "base/i18n.h"

static void
say_done (SheafConfirmationPage       *page,
          SheafConfirmationActKind     kind,
          const SheafConfirmationDone *done)
{
  g_autofree char *count = NULL;

  if (kind == SHEAF_CONFIRMATION_ACT_MAKE)
    count = g_strdup_printf (_ ("Letters made: %u"), done->count);
  else if (kind == SHEAF_CONFIRMATION_ACT_SEND)
    count = g_strdup_printf (_ ("Letters sent: %u"), done->count);
  sheaf_messages_toast (GTK_WIDGET (page), count != NULL ? count : _ ("Taken back"));
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (source);
  SheafSession          *session = sheaf_page_get_session (SHEAF_PAGE (page));
  g_autoptr (GError) error = NULL;
  SheafConfirmationDone *done = sheaf_jobs_finish (result, &error);

  if (session != NULL && done == NULL)
    sheaf_messages_show_error (GTK_WIDGET (page), _ ("That was refused"), error);
  else if (session != NULL)
    {
      say_done (page, GPOINTER_TO_UINT (user_data), done);
      sheaf_session_changed (session);
    }
  sheaf_confirmation_done_free (done);
}

/* Takes the act. */
static void
run_act (SheafConfirmationPage *page,
         SheafConfirmationAct  *act)
{
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (page));

  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_confirmation_act_job, act,
                    (GDestroyNotify) sheaf_confirmation_act_free,
                    (GDestroyNotify) sheaf_confirmation_done_free, page, NULL, acted_cb,
                    GUINT_TO_POINTER (act->kind));
}

/* An act on the day's letters, or on the row's where there is one. */
static SheafConfirmationAct *
make_act (SheafConfirmationPage      *page,
          SheafConfirmationActKind    kind,
          const SheafConfirmationRow *row)
{
  SheafConfirmationAct *act = g_new0 (SheafConfirmationAct, 1);

  act->kind = kind;
  act->date = sheaf_confirmation_page_get_table (page)->wish.date;
  act->account_id = row != NULL ? row->line->account_id : 0;
  act->party_id = row != NULL ? row->line->party_id : 0;
  return act;
}

static void
make_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (widget);
  SheafConfirmationAct  *act;

  (void) action;
  (void) parameter;
  if (sheaf_confirmation_page_get_table (page) == NULL)
    return;
  act = make_act (page, SHEAF_CONFIRMATION_ACT_MAKE, NULL);
  act->account_id = sheaf_confirmation_page_get_table (page)->wish.account_id;
  run_act (page, act);
}

/* The question's act waits with the dialog. */
static void
answered_cb (SheafActDialog        *dialog,
             const char            *response,
             SheafConfirmationPage *page)
{
  SheafConfirmationAct *act = g_object_steal_data (G_OBJECT (dialog), "sheaf-act");

  if (act == NULL)
    return;
  if (g_strcmp0 (response, "accept") != 0 || sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    {
      sheaf_confirmation_act_free (act);
      return;
    }
  act->day = sheaf_act_dialog_get_date (dialog);
  act->text = g_strdup (sheaf_act_dialog_get_text (dialog));
  if (act->kind == SHEAF_CONFIRMATION_ACT_SEND && sheaf_act_dialog_get_choice (dialog) == 0)
    act->account_id = act->party_id = 0;
  run_act (page, act);
}

/* Takes the act. */
static void
ask (SheafConfirmationPage  *page,
     SheafConfirmationAct   *act,
     const SheafActQuestion *question)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog = sheaf_act_dialog_new (window, question);

  g_object_set_data_full (G_OBJECT (dialog), "sheaf-act", act,
                          (GDestroyNotify) sheaf_confirmation_act_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
send_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafConfirmationPage      *page = SHEAF_CONFIRMATION_PAGE (widget);
  const SheafConfirmationRow *row = sheaf_confirmation_page_get_row (page);
  const SheafConfirmation    *asked = row != NULL ? row->line->asked : NULL;
  gboolean                    one = asked != NULL && !asked->is_answered;
  g_autofree char            *only = one ? g_strdup_printf (_ ("Only the one to %s"), row->name)
                                         : NULL;
  const char *const           choices[] = { _ ("All letters that did not go out yet"), only,
                                            NULL };
  SheafActQuestion            question = { .heading = _ ("Letters sent?"),
                                           .body = _ ("The day is kept with the letters, so that "
                                                                 "it can be seen who lets wait."),
                                           .accept = _ ("_Note the Day"),
                                           .date = sheaf_format_today (),
                                           .choice_label = _ ("_Which letters"),
                                           .choices = choices };

  (void) action;
  (void) parameter;
  if (sheaf_confirmation_page_get_table (page) != NULL)
    ask (page, make_act (page, SHEAF_CONFIRMATION_ACT_SEND, one ? row : NULL), &question);
}

/* The day of the balance, unless it is locked or its year closed. */
static SheafDate
propose_day (SheafConfirmationPage *page)
{
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (page));
  SheafDate     day = sheaf_confirmation_page_get_table (page)->wish.date;
  SheafDate     locked = sheaf_session_get_locked_until (session);

  if (sheaf_session_is_year_closed (session) ||
      (!sheaf_date_is_none (locked) && sheaf_date_cmp (locked, day) >= 0))
    return sheaf_session_get_working_day (session);
  return day;
}

static void
take_back_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafConfirmationPage      *page = SHEAF_CONFIRMATION_PAGE (widget);
  const SheafConfirmationRow *row = sheaf_confirmation_page_get_row (page);
  SheafActQuestion            answer = { .heading = _ ("Take the answer back?"),
                                         .accept = _ ("_Withdraw the Answer"),
                                         .destructive = TRUE,
                                         .date = SHEAF_DATE_NONE };
  SheafActQuestion            posting = { .heading = _ ("Take the posted difference back?"),
                                          .accept = _ ("_Take Back"),
                                          .destructive = TRUE,
                                          .text_label = _ ("_Reason") };
  gboolean                    posted;

  (void) action;
  (void) parameter;
  if (row == NULL)
    return;
  posted = row->line->state == SHEAF_CONFIRMATION_POSTED;
  answer.body = _ ("The letter waits for an answer again. The answer stays in the audit trail.");
  posting.body = _ ("The voucher is reversed; both stay in the books. The answer stays as it is.");
  posting.date = propose_day (page);
  ask (page,
       make_act (page, posted ? SHEAF_CONFIRMATION_ACT_REVERSE : SHEAF_CONFIRMATION_ACT_WITHDRAW,
                 row),
       posted ? &posting : &answer);
}

static void
answer_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafConfirmationPage      *page = SHEAF_CONFIRMATION_PAGE (widget);
  const SheafConfirmationRow *row = sheaf_confirmation_page_get_row (page);

  (void) action;
  (void) parameter;
  if (row != NULL)
    gtk_window_present (GTK_WINDOW (sheaf_answer_dialog_new (
        SHEAF_PAGE (page), row, make_act (page, SHEAF_CONFIRMATION_ACT_ANSWER, row))));
}

static void
post_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafConfirmationPage      *page = SHEAF_CONFIRMATION_PAGE (widget);
  const SheafConfirmationRow *row = sheaf_confirmation_page_get_row (page);
  SheafConfirmationAct       *act;

  (void) action;
  (void) parameter;
  if (row == NULL)
    return;
  act = make_act (page, SHEAF_CONFIRMATION_ACT_POST, row);
  act->day = propose_day (page);
  gtk_window_present (
      GTK_WINDOW (sheaf_difference_dialog_new (SHEAF_PAGE (page), row, act)));
}

/* Looked at, saved and printed as every paper; party NULL: all. */
static void
show_paper (SheafConfirmationPage *page,
            const char            *report,
            const char            *account,
            const char            *party,
            const char            *title)
{
  const SheafConfirmationTable *table = sheaf_confirmation_page_get_table (page);
  SheafReportWish              *wish;
  SheafReportQuestion           question = { .from = SHEAF_DATE_NONE,
                                             .account = account,
                                             .party = party };

  if (table == NULL)
    return;
  question.year = sheaf_date_year (table->wish.date);
  question.to = table->wish.date;
  wish = sheaf_report_wish_new (report, &question);
  gtk_window_present (
      GTK_WINDOW (sheaf_paper_dialog_new_for_report (SHEAF_PAGE (page), wish, title)));
  sheaf_report_wish_free (wish);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafConfirmationPage      *page = SHEAF_CONFIRMATION_PAGE (widget);
  const SheafConfirmationRow *row = sheaf_confirmation_page_get_row (page);
  const char                 *account = sheaf_confirmation_page_get_account (page);

  (void) parameter;
  if (g_str_equal (action, "confirm.print-list"))
    show_paper (page, "confirmations", account, NULL, _ ("Confirmations of debts"));
  else if (g_str_equal (action, "confirm.print"))
    show_paper (page, "confirmation-letters", account, NULL, _ ("Letters on debts"));
  else if (row != NULL)
    show_paper (page, "confirmation-letters", NULL, row->party, row->name);
}

void
sheaf_confirmation_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "confirm.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "confirm.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "confirm.answer", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "confirm.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "confirm.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "confirm.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "confirm.print-one", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "confirm.print-list", NULL, print_action);
}
