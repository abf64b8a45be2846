/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invoices that a voucher refers to: the VAT lists (S20) are made of them. */
#pragma once

#include "app/session.h"
#include "ledger/draft.h"

#include <adwaita.h>

#define SHEAF_TYPE_INVOICES_DIALOG (sheaf_invoices_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafInvoicesDialog, sheaf_invoices_dialog, SHEAF, INVOICES_DIALOG, AdwWindow)

/* Of a posted voucher, into which they are entered at once, or of one being typed (voucher_id 0),
 * whose invoices (of SheafDraftInvoice) are worked on as they are. day: proposed. "changed" comes
 * when the list has changed, "tax-row" (const SheafDraftInvoice *) when the row of its tax is
 * wanted. */
GtkWidget *sheaf_invoices_dialog_new (GtkWindow    *parent,
                                      SheafSession *session,
                                      gint64        voucher_id,
                                      GPtrArray    *invoices,
                                      SheafDate     day);

/* "12 · 31 Dec 2025 · Công ty Lá · 1,000,000 + 100,000". Free with g_free. */
char *sheaf_invoice_describe (const SheafDraftInvoice *invoice);
