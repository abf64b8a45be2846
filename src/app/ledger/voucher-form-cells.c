/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the form's widgets and a draft's cells. */
#include "app/ledger/voucher-form-private.h"

#include "app/ledger/voucher-words.h"

static void
show_day (SheafVoucherForm *form,
          const char       *text)
{
  SheafDate day;

  if (sheaf_date_parse (text, &day, NULL))
    sheaf_date_entry_set (form->date_entry, day);
  else if (*text != '\0')
    gtk_editable_set_text (GTK_EDITABLE (form->date_entry), text);
}

void
sheaf_voucher_form_fill (SheafVoucherForm *form,
                         const SheafDraft *draft)
{
  SheafVoucherKind kind;

  sheaf_voucher_form_begin_empty (form);
  form->showing = TRUE;
  if (sheaf_voucher_kind_from_word (draft->kind, &kind))
    {
      gtk_drop_down_set_selected (form->kind_list, sheaf_voucher_words_kind_index (kind));
      form->kind_kept = TRUE;
    }
  show_day (form, draft->date);
  gtk_editable_set_text (form->number_entry, draft->number);
  gtk_editable_set_text (form->description_entry, draft->description);
  sheaf_entry_grid_show (form->grid, draft->rows, TRUE);
  for (guint i = 0; i < draft->invoices->len; i++)
    {
      const SheafDraftInvoice *from = g_ptr_array_index (draft->invoices, i);
      SheafDraftInvoice       *copy = g_new0 (SheafDraftInvoice, 1);

      for (guint j = 0; j < SHEAF_DRAFT_INVOICE_CELLS; j++)
        copy->cells[j] = g_strdup (from->cells[j]);
      g_ptr_array_add (form->invoices, copy);
    }
  sheaf_voucher_form_update_extras (form);
  form->showing = FALSE;
  sheaf_voucher_form_update_money (form);
}

static char *
write_day (SheafVoucherForm *form)
{
  SheafDate day;

  return sheaf_date_entry_get (form->date_entry, &day, NULL)
             ? sheaf_date_to_text (day)
             : g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->date_entry)));
}

SheafDraft *
sheaf_voucher_form_read (SheafVoucherForm *form)
{
  SheafVoucherKind kind = sheaf_voucher_words_kind_at (
      gtk_drop_down_get_selected (form->kind_list));
  SheafDraft      *draft = sheaf_draft_new (sheaf_voucher_kind_to_word (kind));
  g_autofree char *day = write_day (form);

  draft->id = form->draft_id;
  sheaf_draft_set (&draft->date, day);
  sheaf_draft_set (&draft->number, gtk_editable_get_text (form->number_entry));
  sheaf_draft_set (&draft->description, gtk_editable_get_text (form->description_entry));
  sheaf_entry_grid_write (form->grid, draft);
  for (guint i = 0; i < form->invoices->len; i++)
    {
      const SheafDraftInvoice *from = g_ptr_array_index (form->invoices, i);
      SheafDraftInvoice       *to = sheaf_draft_add_invoice (draft);

      for (guint j = 0; j < SHEAF_DRAFT_INVOICE_CELLS; j++)
        sheaf_draft_set (&to->cells[j], from->cells[j]);
    }
  return draft;
}

gboolean
sheaf_voucher_form_is_empty (SheafVoucherForm *form)
{
  return sheaf_entry_grid_is_empty (form->grid) && form->invoices->len == 0 &&
         form->attachments->len == 0 && *gtk_editable_get_text (form->description_entry) == '\0';
}
