/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tax sheet as a report. */
#pragma once

#include "reports/reports.h"

/* Sections: sheet, losses, marks, cash. An end of the days within the year gives the sheet so
 * far. */
gboolean sheaf_list_tax_write (const SheafReport         *report,
                               SheafBook                 *book,
                               const SheafReportQuestion *question,
                               SheafReportSink           *sink,
                               GError                   **error);

/* The reason where the book's country or chart has no such sheet. */
char *sheaf_list_tax_withheld (const SheafReport *report,
                               SheafBook         *book);
