/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared input VAT as a report. */
#pragma once

#include "reports/reports.h"

/* Of the month, quarter or year that the question's days are; the year when it names none.
 * Sections: sheet, entry, rows. */
gboolean sheaf_list_vat_share_write (const SheafReport         *report,
                                     SheafBook                 *book,
                                     const SheafReportQuestion *question,
                                     SheafReportSink           *sink,
                                     GError                   **error);

/* The reason where the chart has no input VAT. */
char *sheaf_list_vat_share_withheld (const SheafReport *report,
                                     SheafBook         *book);
