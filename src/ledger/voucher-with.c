/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A voucher with what stands behind it: invoices and files, in one act. */
#include "book/act.h"
#include "ledger/attachment.h"
#include "ledger/invoice.h"

static gboolean
insert_invoices (SheafBook       *book,
                 gint64           voucher_id,
                 const GPtrArray *invoices,
                 GError         **error)
{
  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    {
      SheafInvoice invoice = *(const SheafInvoice *) invoices->pdata[i];

      invoice.voucher_id = voucher_id;
      if (!sheaf_invoice_insert (book, &invoice, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_attachments (SheafBook       *book,
                    gint64           voucher_id,
                    const GPtrArray *attachments,
                    GError         **error)
{
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    if (!sheaf_attachment_insert (book, voucher_id, attachments->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_voucher_post_with (SheafBook          *book,
                         const SheafVoucher *voucher,
                         const GPtrArray    *invoices,
                         const GPtrArray    *attachments,
                         gint64             *ret_id,
                         GError            **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "voucher-post",
                                              voucher->description != NULL ? voucher->description
                                                                           : "",
                                              error);
  gint64 id = 0;

  if (act == NULL || !sheaf_voucher_post (book, voucher, &id, error) ||
      !insert_invoices (book, id, invoices, error) ||
      !insert_attachments (book, id, attachments, error) || !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}
