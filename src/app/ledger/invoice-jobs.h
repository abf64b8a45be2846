/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering an invoice of a voucher that is posted already. */
#pragma once

#include "ledger/draft.h"

typedef struct
{
  gint64      voucher_id;
  SheafDraft *cells;     /* with the one invoice */
  gboolean    confirmed; /* the person has seen the warnings */
} SheafInvoiceJob;

void sheaf_invoice_job_free (SheafInvoiceJob *job);

/* insert: data SheafInvoiceJob, result SheafProblems: entered when there is none (or warnings only,
 * and confirmed), else nothing has happened. */
gpointer sheaf_invoice_insert_job (gpointer connection,
                                   gpointer data,
                                   GError **error);
