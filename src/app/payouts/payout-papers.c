/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form that was taken last is proposed again: a co-op has one bank. */
#include "app/payouts/payout-papers.h"

#include "app/act-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/messages.h"
#include "app/payouts/payouts-jobs.h"
#include "app/settings.h"
#include "base/i18n.h"
#include "payouts/bank-order-form.h"

#define FORM_KEY "bank-order-form"

/* An order that is being asked about; kept with its dialog, then with the chooser. */
typedef struct
{
  SheafPage *page;
  int        year;
  gint64     batch_id;
  GPtrArray *forms; /* of SheafBankOrderForm */
  guint      form;  /* which of them */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->page);
  g_clear_pointer (&order->forms, g_ptr_array_unref);
  g_free (order);
}

static const SheafBankOrderForm *
form_of (const Order *order)
{
  return order->forms->pdata[order->form];
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage *page = SHEAF_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (sheaf_page_get_session (page) == NULL)
    return;
  if (problems == NULL)
    sheaf_messages_show_error (GTK_WIDGET (page), _ ("The order could not be saved"), error);
  else if (problems->items->len > 0)
    sheaf_messages_show_problems (GTK_WIDGET (page), _ ("Saved; the bank will ask for more"),
                                  problems);
  else
    sheaf_messages_toast (GTK_WIDGET (page), _ ("Saved"));
}

static void
place_cb (GtkNativeDialog *chooser,
          int              response,
          Order           *order)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  SheafSession *session = sheaf_page_get_session (order->page);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && session != NULL)
    {
      SheafBankFileWish *wish = g_new0 (SheafBankFileWish, 1);

      wish->batch_id = order->batch_id;
      wish->form = g_strdup (form_of (order)->id);
      wish->path = g_file_get_path (file);
      sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_bank_file_job, wish,
                       (GDestroyNotify) sheaf_bank_file_wish_free,
                       (GDestroyNotify) sheaf_problems_free, order->page, NULL, saved_cb, NULL);
    }
  g_object_unref (chooser);
}

/* Takes the order. */
static void
ask_place (Order *order)
{
  const SheafBankOrderForm *form = form_of (order);
  GtkWindow                *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (order->page)));
  const char               *ending = form->type == SHEAF_BANK_ORDER_PAIN ? "xml" : "xlsx";
  GtkFileChooserNative     *chooser;
  g_autofree char          *name = g_strdup_printf ("bank-order-%d-%" G_GINT64_FORMAT "-%s.%s",
                                                    order->year, order->batch_id, form->id, ending);

  chooser = gtk_file_chooser_native_new (_ ("Save the Order to the Bank"), window,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "order", order, order_free);
  g_signal_connect (chooser, "response", G_CALLBACK (place_cb), order);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
form_cb (SheafActDialog *dialog,
         const char     *response,
         gpointer        user_data)
{
  Order *order = g_object_steal_data (G_OBJECT (dialog), "order");

  (void) user_data;
  if (order == NULL)
    return;
  if (g_strcmp0 (response, "accept") != 0 || sheaf_page_get_session (order->page) == NULL)
    {
      order_free (order);
      return;
    }
  order->form = sheaf_act_dialog_get_choice (dialog);
  (void) g_settings_set_string (sheaf_settings (), FORM_KEY, form_of (order)->id);
  ask_place (order);
}

/* Takes the order. */
static void
ask_form (Order *order)
{
  g_autofree char *last = g_settings_get_string (sheaf_settings (), FORM_KEY);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  SheafActQuestion question = { .heading = _ ("Order to the bank"),
                                .body = _ ("Which sheet does the bank’s program read? An ending "
                                           ".csv in place of .xlsx makes a plain table."),
                                .accept = _ ("_Save…"),
                                .date = SHEAF_DATE_NONE,
                                .choice_label = _ ("_Sheet") };
  GtkWidget       *dialog;

  for (guint i = 0; i < order->forms->len; i++)
    {
      const SheafBankOrderForm *form = order->forms->pdata[i];

      g_ptr_array_add (titles, form->title);
      if (g_strcmp0 (form->id, last) == 0)
        question.choice = i;
    }
  g_ptr_array_add (titles, NULL);
  question.choices = (const char *const *) titles->pdata;
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (order->page))),
                                 &question);
  g_object_set_data_full (G_OBJECT (dialog), "order", order, order_free);
  g_signal_connect (dialog, "response", G_CALLBACK (form_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forms_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage *page = SHEAF_PAGE (source);
  Order     *order = user_data;

  order->forms = sheaf_page_take (page, result);
  if (order->forms != NULL && order->forms->len > 0 && sheaf_page_get_session (page) != NULL)
    ask_form (order);
  else
    order_free (order);
}

void
sheaf_payout_papers_open (SheafPage       *page,
                          SheafPayoutPaper paper,
                          int              year,
                          gint64           batch_id)
{
  static const SheafBatchPaper parts[] = {
    [SHEAF_PAYOUT_PAPER_LIST] = SHEAF_BATCH_PAPER_LIST,
    [SHEAF_PAYOUT_PAPER_SLIPS] = SHEAF_BATCH_PAPER_SLIPS,
    [SHEAF_PAYOUT_PAPER_VOUCHERS] = SHEAF_BATCH_PAPER_VOUCHERS,
  };
  Order *order;

  g_return_if_fail (SHEAF_IS_PAGE (page) && batch_id != 0);

  if (paper != SHEAF_PAYOUT_PAPER_ORDER)
    {
      gtk_window_present (
          GTK_WINDOW (sheaf_paper_dialog_new_for_batch (page, year, batch_id, parts[paper])));
      return;
    }
  order = g_new0 (Order, 1);
  order->page = g_object_ref (page);
  order->year = year;
  order->batch_id = batch_id;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_bank_forms_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, page, NULL, forms_cb, order);
}
