/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ageing of claims and debts. */
#pragma once

#include "reports/reports.h"

/* Report "ageing": what others owe the co-op and what it owes, by how many days it is overdue at
 * the end of a day. Balances on the other side than the account's (advances) stand in a column of
 * their own, so that they hide nothing overdue. The sum of an account is its balance. Asked:
 * account, party, item, detail, buckets. Rows with figures say "claims" or "debts" as their line;
 * what is behind a figure: reports/ageing-drill.h. */
gboolean sheaf_list_ageing_write (const SheafReport         *report,
                                  SheafBook                 *book,
                                  const SheafReportQuestion *question,
                                  SheafReportSink           *sink,
                                  GError                   **error);
