/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invoices and files that go with the voucher. */
#include "app/ledger/voucher-form-private.h"

#include "app/ledger/account-traits.h"
#include "app/ledger/attachments-dialog.h"
#include "app/ledger/invoices-dialog.h"
#include "base/i18n.h"

static void
append_part (GString    *text,
             const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
}

static void
append_files (SheafVoucherForm *form,
              GString          *text)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; form->typing && i < form->attachments->len; i++)
    g_string_append_printf (
        names, "%s%s", i > 0 ? ", " : "",
        ((const SheafAttachmentFile *) g_ptr_array_index (form->attachments, i))->name);
  for (guint i = 0; !form->typing && form->sheet != NULL && i < form->sheet->attachments->len; i++)
    g_string_append_printf (
        names, "%s%s", i > 0 ? ", " : "",
        ((const SheafAttachment *) g_ptr_array_index (form->sheet->attachments, i))->name);
  if (names->len > 0)
    {
      g_autofree char *part = g_strdup_printf (_ ("Files: %s"), names->str);

      append_part (text, part);
    }
}

void
sheaf_voucher_form_update_extras (SheafVoucherForm *form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < form->invoices->len; i++)
    {
      g_autofree char *what = sheaf_invoice_describe (g_ptr_array_index (form->invoices, i));
      g_autofree char *part = g_strdup_printf (_ ("Invoice %s"), what);

      append_part (text, part);
    }
  append_files (form, text);
  gtk_label_set_text (form->extras_label, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (form->extras_label), text->str);
  gtk_widget_set_visible (GTK_WIDGET (form->extras_label), text->len > 0);
}

GPtrArray *
sheaf_voucher_form_copy_files (SheafVoucherForm *form)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_attachment_file_free);

  for (guint i = 0; i < form->attachments->len; i++)
    {
      const SheafAttachmentFile *from = g_ptr_array_index (form->attachments, i);
      SheafAttachmentFile       *file = g_new0 (SheafAttachmentFile, 1);

      file->name = g_strdup (from->name);
      file->bytes = g_bytes_ref (from->bytes);
      g_ptr_array_add (copy, file);
    }
  return copy;
}

static void
files_changed_cb (SheafVoucherForm *form)
{
  form->files_unsaved = form->typing;
}

static void
changed_cb (SheafVoucherForm *form)
{
  sheaf_voucher_form_update_extras (form);
  if (form->typing)
    sheaf_voucher_form_save_later (form);
  else if (form->shown_id != 0)
    sheaf_voucher_form_show (form, form->shown_id);
}

static const SheafChoice *
find_tax_account (SheafVoucherForm *form,
                  guint             trait)
{
  const SheafChoices *accounts = sheaf_session_get_accounts (sheaf_page_get_session (form->page));

  for (guint i = 0; i < sheaf_choices_count (accounts); i++)
    if ((sheaf_choices_get (accounts, i)->traits & trait) != 0)
      return sheaf_choices_get (accounts, i);
  return NULL;
}

/* The tax stands opposite what the goods stand opposite: what is paid or owed for a purchase, what
 * is received or claimed for a sale. */
static void
tax_row_cb (SheafInvoicesDialog     *dialog,
            const SheafDraftInvoice *invoice,
            SheafVoucherForm        *form)
{
  gboolean           out = g_strcmp0 (invoice->cells[SHEAF_DRAFT_INVOICE_DIRECTION], "out") == 0;
  const SheafChoice *tax = find_tax_account (form, out ? SHEAF_TRAIT_VAT_OUTPUT
                                                       : SHEAF_TRAIT_VAT_INPUT);
  g_autoptr (SheafDraft) draft = sheaf_voucher_form_read (form);
  SheafDraftRow       *row;
  const SheafDraftRow *first = draft->rows->len > 0 ? g_ptr_array_index (draft->rows, 0) : NULL;
  SheafDraftCell       side = out ? SHEAF_DRAFT_DEBIT : SHEAF_DRAFT_CREDIT;
  SheafDraftCell       party = out ? SHEAF_DRAFT_DEBIT_PARTY : SHEAF_DRAFT_CREDIT_PARTY;

  (void) dialog;
  if (tax == NULL)
    return;
  row = sheaf_draft_add_row (draft);
  sheaf_draft_set (&row->cells[out ? SHEAF_DRAFT_CREDIT : SHEAF_DRAFT_DEBIT], tax->code);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], invoice->cells[SHEAF_DRAFT_INVOICE_VAT]);
  if (first != NULL)
    {
      sheaf_draft_set (&row->cells[side], first->cells[side]);
      sheaf_draft_set (&row->cells[party], first->cells[party]);
    }
  sheaf_entry_grid_show (form->grid, draft->rows, TRUE);
}

/* As cells, for showing. */
static GPtrArray *
list_posted (const SheafVoucherSheet *sheet)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_new (NULL);

  for (guint i = 0; i < sheet->invoices->len; i++)
    {
      const SheafInvoice *invoice = g_ptr_array_index (sheet->invoices, i);
      SheafDraftInvoice  *cells = sheaf_draft_add_invoice (draft);
      g_autofree char    *day = sheaf_date_to_text (invoice->date);
      g_autofree char    *base = g_strdup_printf ("%" G_GINT64_FORMAT, invoice->base.units);
      g_autofree char    *vat = g_strdup_printf ("%" G_GINT64_FORMAT, invoice->vat.units);

      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_DIRECTION],
                       invoice->direction == SHEAF_INVOICE_OUT ? "out" : "in");
      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_NUMBER], invoice->number);
      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_DATE], day);
      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_SELLER_NAME], invoice->seller_name);
      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_BASE], base);
      sheaf_draft_set (&cells->cells[SHEAF_DRAFT_INVOICE_VAT], vat);
    }
  return g_ptr_array_ref (draft->invoices);
}

/* Those of a posted voucher are shown in the same place. */
void
sheaf_voucher_form_show_invoices (SheafVoucherForm *form)
{
  g_autoptr (GPtrArray) posted = list_posted (form->sheet);

  g_ptr_array_set_size (form->invoices, 0);
  while (posted->len > 0)
    g_ptr_array_add (form->invoices, g_ptr_array_steal_index (posted, 0));
}

static void
invoices_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafDate         day;
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  if (!form->typing && form->shown_id == 0)
    return;
  if (!sheaf_date_entry_get (form->date_entry, &day, NULL))
    day = sheaf_session_get_working_day (sheaf_page_get_session (form->page));
  dialog = sheaf_invoices_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      sheaf_page_get_session (form->page),
                                      form->typing ? 0 : form->shown_id, form->invoices, day);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "tax-row", G_CALLBACK (tax_row_cb), form, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
attachments_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  if (!form->typing && form->shown_id == 0)
    return;
  dialog = sheaf_attachments_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), sheaf_page_get_session (form->page),
      form->typing ? 0 : form->shown_id, form->attachments);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (files_changed_cb), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_voucher_form_install_extras (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.invoices", NULL, invoices_action);
  gtk_widget_class_install_action (widget_class, "voucher.attachments", NULL, attachments_action);
}
