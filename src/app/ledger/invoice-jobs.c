/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the writing thread: nothing here may touch a widget. */
#include "app/ledger/invoice-jobs.h"

#include "ledger/invoice.h"

void
sheaf_invoice_job_free (SheafInvoiceJob *job)
{
  if (job == NULL)
    return;
  sheaf_draft_free (job->cells);
  g_free (job);
}

static gboolean
insert (SheafBook *book,
        GPtrArray *invoices,
        gint64     voucher_id,
        GError   **error)
{
  SheafInvoice *invoice = g_ptr_array_index (invoices, 0);

  invoice->voucher_id = voucher_id;
  return sheaf_invoice_insert (book, invoice, error);
}

gpointer
sheaf_invoice_insert_job (gpointer connection,
                          gpointer data,
                          GError **error)
{
  const SheafInvoiceJob *job = data;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) invoices = NULL;
  GError *failure = NULL;

  invoices = sheaf_draft_to_invoices (connection, job->cells, NULL, NULL, problems, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (problems->errors > 0 || (problems->warnings > 0 && !job->confirmed))
    return g_steal_pointer (&problems);
  return insert (connection, invoices, job->voucher_id, error) ? g_steal_pointer (&problems)
                                                               : NULL;
}
