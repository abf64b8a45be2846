/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a list of payments or one member's payment; refusals are the core's. */
#include "app/act-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/payouts/list-dialog.h"
#include "app/payouts/made-dialog.h"
#include "app/payouts/cash-draw-dialog.h"
#include "app/payouts/payout-papers.h"
#include "app/payouts/payouts-jobs.h"
#include "app/payouts/payouts-page-private.h"
#include "app/payouts/result-dialog.h"
#include "base/i18n.h"

static gboolean
can_come_back (const SheafPayeePayment *payment)
{
  return payment->money.units > 0 &&
         (payment->state == SHEAF_PAYOUT_PAID || payment->state == SHEAF_PAYOUT_ORDERED);
}

static gboolean
came_back (const SheafPayeePayment *payment)
{
  return payment->state == SHEAF_PAYOUT_BOUNCED || payment->state == SHEAF_PAYOUT_UNCLAIMED;
}

static void
enable_acts (SheafPayoutsPage *page)
{
  GtkWidget              *widget = GTK_WIDGET (page);
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);
  const SheafPayeeRow    *payee = sheaf_payouts_page_get_payee (page);
  const SheafPayoutLine  *line = sheaf_payouts_page_get_line (page);
  gboolean                lists = sheaf_payouts_page_shows_lists (page);
  SheafPayeePayment       payment = { 0 };
  gboolean                paid = sheaf_payouts_page_get_payment (page, &payment);

  gtk_widget_action_set_enabled (widget, "payouts.new",
                                 page->table != NULL && page->table->payees->len > 0);
  gtk_widget_action_set_enabled (widget, "payouts.print-list", list != NULL);
  gtk_widget_action_set_enabled (widget, "payouts.print-slips", list != NULL);
  gtk_widget_action_set_enabled (widget, "payouts.print-vouchers",
                                 list != NULL && list->method == SHEAF_PAYOUT_CASH);
  gtk_widget_action_set_enabled (widget, "payouts.bank-file",
                                 list != NULL && list->method == SHEAF_PAYOUT_BANK);
  gtk_widget_action_set_enabled (widget, "payouts.notes",
                                 list != NULL && list->method == SHEAF_PAYOUT_CASH);
  gtk_widget_action_set_enabled (widget, "payouts.result",
                                 list != NULL && list->method == SHEAF_PAYOUT_BANK);
  gtk_widget_action_set_enabled (widget, "payouts.return", paid && can_come_back (&payment));
  gtk_widget_action_set_enabled (widget, "payouts.take-back", paid && came_back (&payment));
  gtk_widget_action_set_enabled (widget, "payouts.pay-one",
                                 !lists && payee != NULL && payee->standing->open.units > 0);
  gtk_widget_action_set_enabled (widget, "payouts.voucher",
                                 lists && line != NULL && line->voucher_id != 0);
  gtk_widget_action_set_enabled (widget, "payouts.card", lists ? line != NULL : payee != NULL);
  gtk_widget_action_set_enabled (widget, "payouts.member-papers",
                                 lists ? line != NULL : payee != NULL);
}

void
sheaf_payouts_acts_enable (SheafPayoutsPage *page)
{
  if (page->payee_view != NULL) /* else the page goes, and its parts tell so one by one */
    enable_acts (page);
}

static void
say_made (SheafPage           *base,
          const SheafListWish *wish,
          const SheafListMade *made)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (base);

  page->year = wish->year;
  sheaf_payouts_page_want_list (page, made->id);
  sheaf_session_changed (sheaf_page_get_session (base));
  gtk_window_present (GTK_WINDOW (sheaf_made_dialog_new (base, wish, made)));
}

static void
present_list_dialog (SheafPayoutsPage *page,
                     SheafListWay      way,
                     const char       *code)
{
  const char   *only[] = { code, NULL };
  SheafListWish proposal = { .year = page->table->year,
                             .way = way,
                             .date = sheaf_format_today (),
                             .only = code != NULL ? (char **) only : NULL };

  gtk_window_present (
      GTK_WINDOW (sheaf_list_dialog_new (SHEAF_PAGE (page), &proposal, say_made)));
}

void
sheaf_payouts_acts_propose (SheafPayoutsPage *page)
{
  if (page->table != NULL && page->table->payees->len > 0)
    present_list_dialog (page, SHEAF_LIST_CASH, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_payouts_acts_propose (SHEAF_PAYOUTS_PAGE (widget));
}

/* Again, or alone: through the bank where an account is known. */
static void
pay_one_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SheafPayoutsPage    *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPayeeRow *payee = sheaf_payouts_page_get_payee (page);
  gboolean             bank = payee != NULL &&
                  sheaf_payout_standing_has_account (payee->standing);

  (void) action;
  (void) parameter;
  if (payee != NULL)
    present_list_dialog (page, bank ? SHEAF_LIST_BANK : SHEAF_LIST_CASH, payee->standing->code);
}

static void
returned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (source);
  SheafSession     *session = sheaf_page_get_session (SHEAF_PAGE (page));
  g_autoptr (GError) error = NULL;
  gboolean done = sheaf_jobs_finish (result, &error) != NULL;

  if (session == NULL)
    return;
  if (!done)
    {
      sheaf_messages_show_error (GTK_WIDGET (page), _ ("That was refused"), error);
      return;
    }
  sheaf_messages_toast (GTK_WIDGET (page), GPOINTER_TO_INT (user_data)
                                               ? _ ("The return is taken back")
                                               : _ ("The money is back; the member has it open"));
  sheaf_session_changed (session);
}

/* The act waits with its dialog. */
static void
return_answered_cb (SheafActDialog   *dialog,
                    const char       *response,
                    SheafPayoutsPage *page)
{
  SheafReturnAct *act = g_object_steal_data (G_OBJECT (dialog), "sheaf-act");
  SheafSession   *session = sheaf_page_get_session (SHEAF_PAGE (page));

  if (act == NULL)
    return;
  if (g_strcmp0 (response, "accept") != 0 || session == NULL)
    {
      sheaf_return_act_free (act);
      return;
    }
  act->date = sheaf_act_dialog_get_date (dialog);
  act->reason = g_strstrip (g_strdup (sheaf_act_dialog_get_text (dialog)));
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_return_act_job, act,
                    (GDestroyNotify) sheaf_return_act_free, NULL, page, NULL, returned_cb,
                    GINT_TO_POINTER (act->take_back));
}

/* Takes the act. */
static void
ask_return (SheafPayoutsPage *page,
            SheafReturnAct   *act,
            SheafActQuestion *question)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog;

  question->date = sheaf_format_today ();
  question->text_label = _ ("_Reason");
  dialog = sheaf_act_dialog_new (window, question);
  g_object_set_data_full (G_OBJECT (dialog), "sheaf-act", act,
                          (GDestroyNotify) sheaf_return_act_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (return_answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
return_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafPayoutsPage *page = SHEAF_PAYOUTS_PAGE (widget);
  SheafPayeePayment payment = { 0 };
  SheafReturnAct   *act;
  SheafActQuestion  question = { 0 };
  g_autofree char  *amount = NULL;
  g_autofree char  *body = NULL;
  gboolean          bank;

  (void) parameter;
  if (!sheaf_payouts_page_get_payment (page, &payment))
    return;
  bank = payment.list->method == SHEAF_PAYOUT_BANK;
  act = g_new0 (SheafReturnAct, 1);
  act->batch_id = payment.list->id;
  act->party_id = payment.party_id;
  act->kind = bank ? SHEAF_PAYOUT_RETURN_BOUNCED : SHEAF_PAYOUT_RETURN_UNCLAIMED;
  act->take_back = g_str_equal (action, "payouts.take-back");
  amount = sheaf_format_money_unit (payment.money);
  if (act->take_back)
    {
      body = g_strdup_printf (_ ("%s %s: the money is with the member after all."), payment.code,
                              payment.name);
      question.heading = _ ("Take the return back?");
      question.accept = _ ("_Take Back");
    }
  else
    {
      body = g_strdup_printf (_ ("%s %s, %s: the money is entered as back; the tax kept back "
                                 "stays, and a later list pays the member."),
                              payment.code, payment.name, amount);
      question.heading = bank ? _ ("The bank returned the money?") : _ ("The member did not come?");
      question.accept = _ ("_Enter");
    }
  question.body = body;
  question.destructive = act->take_back;
  ask_return (page, act, &question);
}

static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);
  SheafPayoutPaper        paper = SHEAF_PAYOUT_PAPER_LIST;

  (void) parameter;
  if (list == NULL)
    return;
  if (g_str_equal (action, "payouts.print-slips"))
    paper = SHEAF_PAYOUT_PAPER_SLIPS;
  else if (g_str_equal (action, "payouts.print-vouchers"))
    paper = SHEAF_PAYOUT_PAPER_VOUCHERS;
  else if (g_str_equal (action, "payouts.bank-file"))
    paper = SHEAF_PAYOUT_PAPER_ORDER;
  sheaf_payout_papers_open (SHEAF_PAGE (page), paper, page->table->year, list->id);
}

static void
notes_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);

  (void) action;
  (void) parameter;
  if (list != NULL)
    gtk_window_present (GTK_WINDOW (sheaf_cash_draw_dialog_new (SHEAF_PAGE (page), list->id)));
}

static void
result_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);

  (void) action;
  (void) parameter;
  if (list != NULL)
    gtk_window_present (
        GTK_WINDOW (sheaf_result_dialog_new (SHEAF_PAGE (page), list->id, list->date)));
}

/* Of the calendar year in which the list was paid: that is when the tax is owed. */
static void
withheld_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);
  SheafReportQuestion     question = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  SheafReportWish        *wish;
  g_autofree char        *title = NULL;

  (void) action;
  (void) parameter;
  question.year = sheaf_date_year (list != NULL ? list->date : sheaf_format_today ());
  title = g_strdup_printf (_ ("Tax kept back in %d"), question.year);
  wish = sheaf_report_wish_new ("withheld", &question);
  gtk_window_present (
      GTK_WINDOW (sheaf_paper_dialog_new_for_report (SHEAF_PAGE (page), wish, title)));
  sheaf_report_wish_free (wish);
}

static void
voucher_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SheafPayoutsPage      *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPayoutLine *line = sheaf_payouts_page_get_line (page);
  g_autofree char       *day = NULL;
  g_autofree char       *place = NULL;

  (void) action;
  (void) parameter;
  if (line == NULL || page->batch == NULL)
    return;
  day = sheaf_date_to_text (page->batch->date);
  place = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, line->voucher_id);
  (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "vouchers", place);
}

static void
member_papers_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  SheafPayoutsPage      *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPayoutLine *line = sheaf_payouts_page_get_line (page);
  const SheafPayeeRow   *payee = sheaf_payouts_page_get_payee (page);
  const char            *code;

  (void) action;
  (void) parameter;
  if (sheaf_payouts_page_shows_lists (page))
    code = line != NULL ? line->code : NULL;
  else
    code = payee != NULL ? payee->standing->code : NULL;
  if (code != NULL)
    (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "papers", code);
}

static const SheafPayoutStanding *
find_standing (SheafPayoutsPage *page,
               gint64            party_id)
{
  for (guint i = 0; page->table != NULL && i < page->table->payees->len; i++)
    {
      const SheafPayeeRow *payee = page->table->payees->pdata[i];

      if (payee->standing->party_id == party_id)
        return payee->standing;
    }
  return NULL;
}

/* The same card in a window, for narrow pages and the payments of a list, whose slip it shows. */
static void
card_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafPayoutsPage          *page = SHEAF_PAYOUTS_PAGE (widget);
  const SheafPayeeRow       *payee = sheaf_payouts_page_get_payee (page);
  const SheafPayoutLine     *line = sheaf_payouts_page_get_line (page);
  const SheafPayoutStanding *standing = payee != NULL ? payee->standing : NULL;

  (void) action;
  (void) parameter;
  if (sheaf_payouts_page_shows_lists (page))
    standing = line != NULL ? find_standing (page, line->party_id) : NULL;
  if (standing != NULL)
    gtk_window_present (GTK_WINDOW (
        sheaf_payee_window_new (SHEAF_PAGE (page), standing, page->table->on,
                                sheaf_payouts_page_get_slip (page))));
}

void
sheaf_payouts_acts_install (GtkWidgetClass *widget_class)
{
  static const char *const papers[] = { "payouts.print-list", "payouts.print-slips",
                                        "payouts.print-vouchers", "payouts.bank-file" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_widget_class_install_action (widget_class, papers[i], NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "payouts.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "payouts.pay-one", NULL, pay_one_action);
  gtk_widget_class_install_action (widget_class, "payouts.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "payouts.take-back", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "payouts.notes", NULL, notes_action);
  gtk_widget_class_install_action (widget_class, "payouts.withheld", NULL, withheld_action);
  gtk_widget_class_install_action (widget_class, "payouts.result", NULL, result_action);
  gtk_widget_class_install_action (widget_class, "payouts.voucher", NULL, voucher_action);
  gtk_widget_class_install_action (widget_class, "payouts.member-papers", NULL,
                                   member_papers_action);
  gtk_widget_class_install_action (widget_class, "payouts.card", NULL, card_action);
}
