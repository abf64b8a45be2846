/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bank reconciliations as papers. */
#pragma once

#include "reports/reports.h"

/* Report "reconciliation": for each bank account its last reconciliation up to the day, a section
 * each: from the balance in the books over what the bank does not have yet to the balance in its
 * statement. Asked: account, item, currency, the day. */
gboolean sheaf_list_reconciliation_write (const SheafReport         *report,
                                          SheafBook                 *book,
                                          const SheafReportQuestion *question,
                                          SheafReportSink           *sink,
                                          GError                   **error);

/* Until one was begun. */
char *sheaf_list_reconciliation_withheld (const SheafReport *report,
                                          SheafBook         *book);
