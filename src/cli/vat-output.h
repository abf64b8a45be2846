/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The VAT lists and S20-HTX as tables. */
#pragma once

#include "cli/output.h"
#include "ledger/vat.h"

/* Either list may be NULL. People get sums of each rate too; on standard error what differs from
 * the ledger and rates that are not in force. */
gboolean sheaf_vat_output_lists (const SheafCommandLine *line,
                                 const SheafVatList     *bought,
                                 const SheafVatList     *sold,
                                 GError                **error);
gboolean sheaf_vat_output_book (const SheafCommandLine *line,
                                const SheafVatBook     *vat_book,
                                GError                **error);
