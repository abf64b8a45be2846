/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invoices as the lists of VAT read them too. */
#pragma once

#include "ledger/invoice.h"
#include "store/query.h"

/* From the first fourteen columns: id, voucher, direction, number, date, form, serial, party,
 * seller's name, tax code, base, rate, VAT, deductible. */
SheafInvoice *sheaf_invoice_read (const SheafQuery *query);
