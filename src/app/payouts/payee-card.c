/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the list is shown at once; the code and the payments before come from the reading
 * thread, unless another member was chosen meanwhile. */
#include "app/payouts/payee-card.h"

#include "app/format.h"
#include "app/payouts/payouts-jobs.h"
#include "app/payouts/payouts-words.h"
#include "app/widgets/qr-view.h"
#include "base/i18n.h"
#include "payouts/past-payments.h"

struct _SheafPayeeCard
{
  AdwBin     parent_instance;
  gint64     party_id; /* who is shown */
  SheafMoney amount;   /* of the code; 0: none */
  char      *payee;    /* the name */
  gboolean   waits;    /* something is open, and may be put on a list */
  gboolean   alone;    /* in a window of its own, from where nothing is gone to */

  GtkLabel    *name;
  GtkLabel    *state;
  GtkLabel    *share;
  GtkLabel    *tax;
  GtkLabel    *set_off;
  GtkLabel    *paid;
  GtkLabel    *open;
  GtkLabel    *bank;
  SheafQrView *qr;
  GtkLabel    *qr_words;
  GtkWidget   *acts;
  GtkListBox  *history;
  GtkWidget   *nothing;
};

G_DEFINE_FINAL_TYPE (SheafPayeeCard, sheaf_payee_card, ADW_TYPE_BIN)

static void
show_figure (GtkLabel  *label,
             SheafMoney money)
{
  g_autofree char *text = sheaf_format_figure (money);

  gtk_label_set_text (label, text);
}

/* One payment; a press goes to its voucher. */
static GtkWidget *
make_row (const SheafPastPayment *payment,
          gboolean                alone)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *words, *figure;
  g_autofree char *day = sheaf_format_date (payment->date);
  g_autofree char *file_day = sheaf_date_to_text (payment->date);
  g_autofree char *amount = sheaf_format_figure (payment->money);
  g_autofree char *way = g_strdup_printf (_ ("%s, %s, income of %d"), day,
                                          sheaf_payout_method_title (payment->method),
                                          payment->year);
  g_autofree char *back = sheaf_format_figure (payment->returned);
  g_autofree char *text = payment->returned.units == 0
                              ? g_strdup (way)
                              : g_strdup_printf (_ ("%s; %s came back"), way, back);
  g_autofree char *place = g_strdup_printf ("%s %" G_GINT64_FORMAT, file_day, payment->voucher_id);

  words = gtk_label_new (text);
  figure = gtk_label_new (amount);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0.0f);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (!payment->paid)
    gtk_widget_add_css_class (row, "reversed-row");
  if (!alone && payment->voucher_id != 0)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "vouchers", place);
    }
  gtk_widget_set_tooltip_text (row, payment->voucher_number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* The latest first. */
static void
show_history (SheafPayeeCard  *card,
              const GPtrArray *payments)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (card->history))) != NULL)
    gtk_list_box_remove (card->history, row);
  for (guint i = payments != NULL ? payments->len : 0; i > 0; i--)
    gtk_list_box_append (card->history, make_row (payments->pdata[i - 1], card->alone));
  gtk_widget_set_visible (GTK_WIDGET (card->history), payments != NULL && payments->len > 0);
  gtk_widget_set_visible (card->nothing, payments != NULL && payments->len == 0);
}

static void
show_code (SheafPayeeCard        *card,
           const SheafPayeeFacts *facts)
{
  g_autofree char *amount = sheaf_format_money_unit (card->amount);
  g_autofree char *name = g_strdup_printf (_ ("QR code of a transfer of %s to %s"), amount,
                                           card->payee);
  g_autofree char *words = NULL;

  if (facts->qr != NULL)
    words = g_strdup_printf (_ ("Scanned with a bank’s program it pays %s, “%s”."), amount,
                             facts->purpose);
  else if (facts->qr_refusal != NULL)
    words = g_strdup_printf (_ ("There is no code: %s"), facts->qr_refusal);
  else if (card->waits && facts->account != NULL)
    words = g_strdup (_ ("The code comes with the list: what is transferred after taxes and "
                         "set-offs is known then."));
  sheaf_qr_view_show (card->qr, facts->qr, name);
  gtk_widget_set_visible (GTK_WIDGET (card->qr), facts->qr != NULL);
  gtk_label_set_text (card->qr_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (card->qr_words), words != NULL);
}

static void
show_bank (SheafPayeeCard        *card,
           const SheafPayeeFacts *facts)
{
  g_autofree char *text = NULL;

  if (facts->account == NULL)
    text = g_strdup (_ ("No bank account is known: pay in cash, or enter the account in the "
                        "register."));
  else
    text = g_strdup_printf (_ ("Account %s, %s"), facts->account, facts->bank);
  gtk_label_set_text (card->bank, text);
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage       *page = SHEAF_PAGE (source);
  SheafPayeeCard  *card = user_data;
  SheafPayeeFacts *facts = sheaf_page_take (page, result);

  if (facts != NULL && card->history != NULL && facts->party_id == card->party_id)
    {
      show_bank (card, facts);
      show_code (card, facts);
      show_history (card, facts->payments);
    }
  sheaf_payee_facts_free (facts);
  g_object_unref (card);
}

static void
show_payee (SheafPayeeCard            *card,
            const SheafPayoutStanding *payee)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", payee->code, payee->name);
  g_autofree char *state = sheaf_payee_state_text (payee);
  const char      *style = sheaf_payout_state_style (payee->state);

  g_free (card->payee);
  card->payee = g_strdup (payee->name);
  gtk_label_set_text (card->name, title);
  gtk_label_set_text (card->state, state);
  gtk_widget_remove_css_class (GTK_WIDGET (card->state), "waiting");
  gtk_widget_remove_css_class (GTK_WIDGET (card->state), "trouble");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (card->state), style);
  show_figure (card->share, payee->share);
  show_figure (card->tax, payee->tax);
  show_figure (card->set_off, payee->set_off);
  show_figure (card->paid, payee->money);
  show_figure (card->open, payee->open);
}

void
sheaf_payee_card_show (SheafPayeeCard            *card,
                       SheafPage                 *page,
                       const SheafPayoutStanding *payee,
                       SheafDate                  on,
                       SheafPayeeSlip             slip)
{
  SheafPayeeWish *wish;

  g_return_if_fail (SHEAF_IS_PAYEE_CARD (card) && payee != NULL);

  if (sheaf_page_get_session (page) == NULL)
    return;
  if (card->party_id != payee->party_id)
    {
      show_history (card, NULL);
      gtk_label_set_text (card->bank, "");
      gtk_widget_set_visible (GTK_WIDGET (card->qr), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (card->qr_words), FALSE);
    }
  card->party_id = payee->party_id;
  card->amount = slip.amount;
  card->waits = payee->open.units > 0;
  show_payee (card, payee);
  wish = g_new0 (SheafPayeeWish, 1);
  wish->party_id = payee->party_id;
  wish->year = slip.year;
  wish->on = on;
  wish->amount = slip.amount;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_payee_facts_job,
                   wish, g_free, (GDestroyNotify) sheaf_payee_facts_free, page, NULL, facts_cb,
                   g_object_ref (card));
}

static void
sheaf_payee_card_dispose (GObject *object)
{
  SheafPayeeCard *card = SHEAF_PAYEE_CARD (object);

  card->history = NULL;
  g_clear_pointer (&card->payee, g_free);
  G_OBJECT_CLASS (sheaf_payee_card_parent_class)->dispose (object);
}

static void
sheaf_payee_card_class_init (SheafPayeeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_payee_card_dispose;
  g_type_ensure (SHEAF_TYPE_QR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/payee-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, name);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, state);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, share);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, tax);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, set_off);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, paid);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, open);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, bank);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, qr);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, qr_words);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, acts);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, history);
  gtk_widget_class_bind_template_child (widget_class, SheafPayeeCard, nothing);
}

static void
sheaf_payee_card_init (SheafPayeeCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
}

GtkWidget *
sheaf_payee_window_new (SheafPage                 *page,
                        const SheafPayoutStanding *standing,
                        SheafDate                  on,
                        SheafPayeeSlip             slip)
{
  GtkWindow          *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget          *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal",
                                             TRUE, "title", standing->name, "default-width", 380,
                                             "default-height", 560, NULL);
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SheafPayeeCard     *card = g_object_new (SHEAF_TYPE_PAYEE_CARD, "vexpand", TRUE, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (card));
  adw_window_set_content (ADW_WINDOW (window), box);
  /* The acts are the page's: the window is only looked at. */
  card->alone = TRUE;
  gtk_widget_set_visible (card->acts, FALSE);
  sheaf_payee_card_show (card, page, standing, on, slip);
  return window;
}
