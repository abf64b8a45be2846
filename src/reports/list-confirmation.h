/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confirmations of debts: the list, and a letter a party. */
#pragma once

#include "reports/reports.h"

/* Report "confirmations": who was asked about balances of the day, and what they answered. Asked:
 * account, party, the day. */
gboolean sheaf_list_confirmations_write (const SheafReport         *report,
                                         SheafBook                 *book,
                                         const SheafReportQuestion *question,
                                         SheafReportSink           *sink,
                                         GError                   **error);

/* Report "confirmation-letters": a page for each party to sign. */
gboolean sheaf_list_letters_write (const SheafReport         *report,
                                   SheafBook                 *book,
                                   const SheafReportQuestion *question,
                                   SheafReportSink           *sink,
                                   GError                   **error);

/* Until somebody was asked. */
char *sheaf_list_confirmations_withheld (const SheafReport *report,
                                         SheafBook         *book);
