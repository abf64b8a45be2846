/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member's card as a report. */
#pragma once

#include "reports/reports.h"

/* Report "member-card": sections facts, summary, years (drawn as bars on paper), membership,
 * capital, instalments, certificates, delivered and bought (by year and product), deliveries,
 * supplies and labour (the rows of one year), shares, payments, debts; those without rows are left
 * out, but debts. Asked: party, the member's code; to, the day; year, whose rows are shown (that of
 * the day). */
gboolean sheaf_list_card_write (const SheafReport         *report,
                                SheafBook                 *book,
                                const SheafReportQuestion *question,
                                SheafReportSink           *sink,
                                GError                   **error);

/* Until there is a member. */
char *sheaf_list_card_withheld (const SheafReport *report,
                                SheafBook         *book);
