/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, and under it the cells of one invoice. Those of a posted voucher go into the book one by
 * one and stay there. */
#include "app/ledger/invoices-dialog.h"

#include "app/format.h"
#include "app/ledger/invoice-jobs.h"
#include "app/messages.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"
#include "base/text.h"

static const char *const rates[] = { "10", "8", "5", "0", "not-taxable", "not-declared" };

struct _SheafInvoicesDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  gint64            voucher_id; /* of a posted voucher; 0: typed with one */
  GPtrArray        *invoices;
  GtkListBox       *list;
  GtkDropDown      *direction;
  GtkEditable      *number;
  SheafDateEntry   *date;
  GtkEditable      *form_code;
  GtkEditable      *serial;
  SheafCodePicker  *party;
  GtkEditable      *seller;
  GtkEditable      *tax_code;
  SheafAmountEntry *base;
  GtkDropDown      *rate;
  SheafAmountEntry *vat;
  GtkCheckButton   *deductible;
  GtkCheckButton   *tax_row;
  SheafProblemList *problems;
  GtkWidget        *remove_button;
  gboolean          confirmed; /* warnings about the invoice were answered */
};

G_DEFINE_FINAL_TYPE (SheafInvoicesDialog, sheaf_invoices_dialog, ADW_TYPE_WINDOW)

enum
{
  CHANGED,
  TAX_ROW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
format_units (const char *text)
{
  return sheaf_format_figure (SHEAF_MONEY (g_ascii_strtoll (text, NULL, 10)));
}

char *
sheaf_invoice_describe (const SheafDraftInvoice *invoice)
{
  g_autofree char *base = format_units (invoice->cells[SHEAF_DRAFT_INVOICE_BASE]);
  g_autofree char *vat = format_units (invoice->cells[SHEAF_DRAFT_INVOICE_VAT]);
  g_autofree char *shown = NULL;
  SheafDate        day;
  const char      *who = invoice->cells[SHEAF_DRAFT_INVOICE_SELLER_NAME];

  if (*who == '\0')
    who = invoice->cells[SHEAF_DRAFT_INVOICE_PARTY];
  shown = sheaf_date_parse (invoice->cells[SHEAF_DRAFT_INVOICE_DATE], &day, NULL)
              ? sheaf_format_date (day)
              : g_strdup (invoice->cells[SHEAF_DRAFT_INVOICE_DATE]);
  return g_strdup_printf ("%s · %s%s%s · %s + %s", invoice->cells[SHEAF_DRAFT_INVOICE_NUMBER],
                          shown, *who != '\0' ? " · " : "", who, base, vat);
}

static GtkWidget *
make_row (const SheafDraftInvoice *invoice)
{
  gboolean         out = g_strcmp0 (invoice->cells[SHEAF_DRAFT_INVOICE_DIRECTION], "out") == 0;
  g_autofree char *what = sheaf_invoice_describe (invoice);
  g_autofree char *text = g_strdup_printf ("%s · %s", out ? _ ("issued") : _ ("received"), what);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (row, text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
fill_list (SheafInvoicesDialog *dialog)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (dialog->list, 0)) != NULL)
    gtk_list_box_remove (dialog->list, GTK_WIDGET (row));
  for (guint i = 0; i < dialog->invoices->len; i++)
    gtk_list_box_append (dialog->list, make_row (g_ptr_array_index (dialog->invoices, i)));
  gtk_widget_set_visible (dialog->remove_button,
                          dialog->voucher_id == 0 && dialog->invoices->len > 0);
}

/* The tax that the rate gives; the paper's own figure may differ by its rounding. */
static void
propose_tax (SheafInvoicesDialog *dialog)
{
  SheafInvoice invoice = { .direction = SHEAF_INVOICE_IN };

  if (!sheaf_amount_entry_get (dialog->base, &invoice.base, NULL) ||
      !sheaf_invoice_rate_from_word (rates[gtk_drop_down_get_selected (dialog->rate)],
                                     &invoice.rate))
    return;
  sheaf_amount_entry_set (dialog->vat, sheaf_invoice_tax (&invoice));
}

static void
set_text (SheafDraftInvoice    *invoice,
          SheafDraftInvoiceCell which,
          GtkEditable          *entry)
{
  sheaf_draft_set (&invoice->cells[which], gtk_editable_get_text (entry));
}

static void
set_amount (SheafDraftInvoice    *invoice,
            SheafDraftInvoiceCell which,
            SheafAmountEntry     *entry)
{
  g_autofree char *text = NULL;
  SheafMoney       amount;

  if (sheaf_amount_entry_get (entry, &amount, NULL))
    text = g_strdup_printf ("%" G_GINT64_FORMAT, amount.units);
  sheaf_draft_set (&invoice->cells[which],
                   text != NULL ? text : gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
set_others (SheafInvoicesDialog *dialog,
            SheafDraftInvoice   *invoice)
{
  const char      *code = "";
  g_autofree char *day = NULL;
  SheafDate        date;

  if (sheaf_date_entry_get (dialog->date, &date, NULL))
    day = sheaf_date_to_text (date);
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DATE], day);
  if (sheaf_code_picker_get (dialog->party, &code, NULL))
    sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_PARTY], code);
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DIRECTION],
                   gtk_drop_down_get_selected (dialog->direction) == 0 ? "in" : "out");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_RATE],
                   rates[gtk_drop_down_get_selected (dialog->rate)]);
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DEDUCTIBLE],
                   gtk_check_button_get_active (dialog->deductible) ? "yes" : "no");
}

static const char *
find_missing (SheafInvoicesDialog *dialog)
{
  SheafMoney amount;
  SheafDate  date;

  if (*gtk_editable_get_text (dialog->number) == '\0')
    return _ ("The invoice has no number: type the one on the paper.");
  if (!sheaf_date_entry_get (dialog->date, &date, NULL))
    return _ ("The invoice's day cannot be read: type it as 31/12/2025.");
  if (!sheaf_amount_entry_get (dialog->base, &amount, NULL) || amount.units == 0)
    return _ ("The invoice has no amount before tax: type it.");
  return NULL;
}

static SheafDraftInvoice *
read_cells (SheafInvoicesDialog *dialog,
            SheafDraft          *maker)
{
  SheafDraftInvoice *invoice = sheaf_draft_add_invoice (maker);

  set_text (invoice, SHEAF_DRAFT_INVOICE_NUMBER, dialog->number);
  set_text (invoice, SHEAF_DRAFT_INVOICE_FORM, dialog->form_code);
  set_text (invoice, SHEAF_DRAFT_INVOICE_SERIAL, dialog->serial);
  set_text (invoice, SHEAF_DRAFT_INVOICE_SELLER_NAME, dialog->seller);
  set_text (invoice, SHEAF_DRAFT_INVOICE_TAX_CODE, dialog->tax_code);
  set_amount (invoice, SHEAF_DRAFT_INVOICE_BASE, dialog->base);
  set_amount (invoice, SHEAF_DRAFT_INVOICE_VAT, dialog->vat);
  set_others (dialog, invoice);
  return invoice;
}

/* It is in the list; the next one can be typed. */
static void
take_invoice (SheafInvoicesDialog *dialog)
{
  g_autoptr (SheafDraft) maker = sheaf_draft_new (NULL);
  SheafDraftInvoice *invoice = read_cells (dialog, maker);

  (void) g_ptr_array_steal_index (maker->invoices, 0);
  g_ptr_array_add (dialog->invoices, invoice);
  fill_list (dialog);
  g_signal_emit (dialog, signals[CHANGED], 0);
  if (dialog->voucher_id == 0 && gtk_check_button_get_active (dialog->tax_row))
    g_signal_emit (dialog, signals[TAX_ROW], 0, invoice);
  gtk_editable_set_text (dialog->number, "");
  gtk_editable_set_text (GTK_EDITABLE (dialog->base), "");
  gtk_editable_set_text (GTK_EDITABLE (dialog->vat), "");
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->number));
}

static void insert (SheafInvoicesDialog *dialog,
                    gboolean             confirmed);

static void
confirmed_cb (gpointer user_data)
{
  insert (SHEAF_INVOICES_DIALOG (user_data), TRUE);
}

static void
inserted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SheafInvoicesDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_jobs_finish (result, &error);
  gboolean entered = problems != NULL && problems->errors == 0 &&
                     (problems->warnings == 0 || dialog->confirmed);

  (void) source;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (problems == NULL)
    sheaf_messages_show_refusal (dialog->problems, error);
  else if (entered)
    {
      sheaf_session_changed (dialog->session);
      take_invoice (dialog);
    }
  else if (!gtk_widget_get_realized (GTK_WIDGET (dialog))) /* closed meanwhile */
    sheaf_messages_show_problems (NULL, _ ("The invoice is not entered"), problems);
  else if (problems->errors > 0)
    sheaf_problem_list_show (dialog->problems, problems);
  else
    {
      g_autofree char *text = sheaf_messages_join (problems);

      sheaf_messages_ask (GTK_WIDGET (dialog), _ ("Enter the invoice all the same?"), text,
                          _ ("_Enter"), confirmed_cb);
    }
}

/* Into the book at once, behind the posted voucher. */
static void
insert (SheafInvoicesDialog *dialog,
        gboolean             confirmed)
{
  SheafInvoiceJob *job = g_new0 (SheafInvoiceJob, 1);

  job->voucher_id = dialog->voucher_id;
  job->cells = sheaf_draft_new (NULL);
  (void) read_cells (dialog, job->cells); /* it is among the draft's invoices */
  job->confirmed = confirmed;
  dialog->confirmed = confirmed;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), sheaf_invoice_insert_job, job,
                    (GDestroyNotify) sheaf_invoice_job_free, (GDestroyNotify) sheaf_problems_free,
                    dialog->session, NULL, inserted_cb, g_object_ref (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafInvoicesDialog *dialog = SHEAF_INVOICES_DIALOG (widget);
  const char          *missing = find_missing (dialog);

  (void) name;
  (void) parameter;
  sheaf_problem_list_show_text (dialog->problems, missing);
  if (missing != NULL)
    return;
  if (dialog->voucher_id != 0)
    insert (dialog, FALSE);
  else
    take_invoice (dialog);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafInvoicesDialog *dialog = SHEAF_INVOICES_DIALOG (widget);
  GtkListBoxRow       *row = gtk_list_box_get_selected_row (dialog->list);

  (void) name;
  (void) parameter;
  if (dialog->voucher_id != 0 || row == NULL)
    return;
  g_ptr_array_remove_index (dialog->invoices, (guint) gtk_list_box_row_get_index (row));
  fill_list (dialog);
  g_signal_emit (dialog, signals[CHANGED], 0);
}

#define N_CELLS 9

static void
list_cells (SheafInvoicesDialog *dialog,
            GtkWidget           *cells[N_CELLS])
{
  gpointer all[N_CELLS] = { dialog->number, dialog->date, dialog->form_code,
                            dialog->serial, dialog->party, dialog->seller,
                            dialog->tax_code, dialog->base, dialog->vat };

  for (guint i = 0; i < N_CELLS; i++)
    cells[i] = GTK_WIDGET (all[i]);
}

/* As in the rows of the voucher: Enter goes on, and from the last cell into the list. */
static void
entered_cb (SheafInvoicesDialog *dialog,
            GtkWidget           *cell)
{
  GtkWidget *cells[N_CELLS];

  list_cells (dialog, cells);
  for (guint i = 0; i + 1 < N_CELLS; i++)
    if (cells[i] == cell)
      {
        (void) gtk_widget_grab_focus (cells[i + 1]);
        return;
      }
  (void) gtk_widget_activate_action (GTK_WIDGET (dialog), "invoices.add", NULL);
}

static void
leave (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
}

/* What is typed and not in the list yet would be lost. */
static gboolean
sheaf_invoices_dialog_close_request (GtkWindow *window)
{
  SheafInvoicesDialog *dialog = SHEAF_INVOICES_DIALOG (window);

  if (*gtk_editable_get_text (dialog->number) == '\0' &&
      *gtk_editable_get_text (GTK_EDITABLE (dialog->base)) == '\0')
    return GTK_WINDOW_CLASS (sheaf_invoices_dialog_parent_class)->close_request (window);
  sheaf_messages_ask (GTK_WIDGET (window), _ ("Leave without this invoice?"),
                      _ ("It is typed, but not in the list yet: “Add the Invoice” (Ctrl+Enter) "
                         "takes it."),
                      _ ("_Leave"), leave);
  return TRUE;
}

static void
sheaf_invoices_dialog_finalize (GObject *object)
{
  SheafInvoicesDialog *dialog = SHEAF_INVOICES_DIALOG (object);

  g_clear_pointer (&dialog->invoices, g_ptr_array_unref);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (sheaf_invoices_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, direction);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, number);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, form_code);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, serial);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, party);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, seller);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, tax_code);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, base);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, rate);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, vat);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, deductible);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, tax_row);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafInvoicesDialog, remove_button);
}

static void
sheaf_invoices_dialog_class_init (SheafInvoicesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_invoices_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sheaf_invoices_dialog_close_request;
  g_type_ensure (SHEAF_TYPE_AMOUNT_ENTRY);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/invoices-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "invoices.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "invoices.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "invoices.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHANGED] = g_signal_new ("changed", SHEAF_TYPE_INVOICES_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TAX_ROW] = g_signal_new ("tax-row", SHEAF_TYPE_INVOICES_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
sheaf_invoices_dialog_init (SheafInvoicesDialog *dialog)
{
  const char *const directions[] = { _ ("Received (input tax)"), _ ("Issued (output tax)"), NULL };
  const char *const shown[] = { "10 %", "8 %", "5 %",
                                "0 %", _ ("not taxed"), _ ("not declared"),
                                NULL };
  g_autoptr (GtkStringList) first = gtk_string_list_new (directions);
  g_autoptr (GtkStringList) second = gtk_string_list_new (shown);
  GtkWidget *cells[N_CELLS];

  gtk_widget_init_template (GTK_WIDGET (dialog));
  list_cells (dialog, cells);
  for (guint i = 0; i < N_CELLS; i++)
    g_signal_connect_object (cells[i], "activate", G_CALLBACK (entered_cb), dialog,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sheaf_step_keys_add (dialog->direction);
  sheaf_step_keys_add (dialog->rate);
  gtk_drop_down_set_model (dialog->direction, G_LIST_MODEL (first));
  gtk_drop_down_set_model (dialog->rate, G_LIST_MODEL (second));
  sheaf_code_picker_set_missing (
      dialog->party, N_ ("There is no party “%s”: type part of the name to find it."));
  g_signal_connect_swapped (dialog->base, "changed", G_CALLBACK (propose_tax), dialog);
  g_signal_connect_swapped (dialog->rate, "notify::selected", G_CALLBACK (propose_tax), dialog);
}

GtkWidget *
sheaf_invoices_dialog_new (GtkWindow    *parent,
                           SheafSession *session,
                           gint64        voucher_id,
                           GPtrArray    *invoices,
                           SheafDate     day)
{
  SheafInvoicesDialog *dialog = g_object_new (SHEAF_TYPE_INVOICES_DIALOG, "transient-for", parent,
                                              NULL);

  dialog->session = g_object_ref (session);
  dialog->voucher_id = voucher_id;
  dialog->invoices = g_ptr_array_ref (invoices);
  sheaf_code_picker_set_choices (dialog->party, sheaf_session_get_parties (session));
  sheaf_date_entry_set (dialog->date, day);
  /* A posted voucher takes no more rows. */
  gtk_widget_set_visible (GTK_WIDGET (dialog->tax_row), voucher_id == 0);
  fill_list (dialog);
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->number));
  return GTK_WIDGET (dialog);
}
