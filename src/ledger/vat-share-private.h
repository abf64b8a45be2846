/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on shared input VAT share. */
#pragma once

#include "ledger/chart.h"
#include "ledger/vat-share.h"

/* Fills share->taxable, total and by_invoices. */
gboolean sheaf_vat_share_revenue (SheafBook     *book,
                                  SheafVatShare *share,
                                  GError       **error);

/* Whether an account lies under one of those whose codes an answer of the year lists. */
gboolean sheaf_vat_share_named (const SheafChart   *chart,
                                char              **codes,
                                const SheafAccount *account);

/* The codes of an answer; NULL when there is none. Free with g_strfreev. */
char **sheaf_vat_share_codes (SheafBook  *book,
                              int         year,
                              const char *key);

/* Whether an account can take input tax: cost, stock, or assets that are no money and no claim. */
gboolean sheaf_vat_share_is_cost (const SheafAccount *account);
