/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on the tax sheet share. */
#pragma once

#include "statements/tax-sheet.h"

/* The income of a year before losses; adds the lines to the sheet when there is one. */
gboolean sheaf_tax_income (SheafBook           *book,
                           const SheafTaxRules *rules,
                           SheafDate            to,
                           SheafTaxSheet       *sheet,
                           SheafMoney          *ret_income,
                           GError             **error);

/* Fills sheet->losses and takes off what can be of sheet->income; *ret_used is the sum. */
gboolean sheaf_tax_set_off (SheafBook     *book,
                            SheafTaxSheet *sheet,
                            SheafMoney    *ret_used,
                            GError       **error);

/* The revenue that thresholds ask for, of a year; *ret_known is FALSE where the book and
 * comparatives do not know it. */
gboolean sheaf_tax_revenue (SheafBook           *book,
                            const SheafTaxRules *rules,
                            int                  year,
                            SheafDate            to,
                            gboolean            *ret_known,
                            SheafMoney          *ret_revenue,
                            GError             **error);

/* Appends a line and gives it back to be filled further; of use until the next one. */
SheafTaxLine *sheaf_tax_line_add (SheafTaxSheet *sheet,
                                  const char    *key,
                                  guint          level,
                                  SheafMoney     amount,
                                  SheafTaxOrigin origin);

/* The sum of a form's lines, codes parted by ;. FALSE with an error when the form lacks one. */
gboolean sheaf_tax_form_sum (SheafBook  *book,
                             const char *form,
                             char      **lines,
                             int         year,
                             SheafDate   to,
                             SheafMoney *ret_sum,
                             GError    **error);
