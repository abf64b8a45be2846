/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voucher rows, or rests of them, behind one amount of the ageing, as a report. */
#pragma once

#include "ledger/due.h"
#include "reports/report.h"

/* Which amount: of claims or debts, of whom (0: all), in which column. */
typedef struct
{
  SheafDate   on;
  SheafDueUse use; /* CLAIM or DEBT */
  gint64      account_id;
  gint64      party_id;
  gint64      item_id;  /* of a list by items */
  const char *buckets;  /* as the list was asked: "30,60,90"; NULL: its usual ones */
  const char *column;   /* its key: "balance", "overdue_1_30" */
  const char *language; /* of headings; NULL: vi */
} SheafAgeingDrill;

/* Streams what is left of each row (voucher_id leads to its voucher; 0 where none can be named)
 * and their sum, which is the amount, in the direction of the use: advances are negative. Columns:
 * account, party, date, number, description, due, days, amount.
 * Errors: SHEAF_REPORTS_ERROR_QUESTION (stretches or a column that are not there); of the store. */
gboolean sheaf_ageing_drill_write (SheafBook              *book,
                                   const SheafAgeingDrill *drill,
                                   SheafReportSink        *sink,
                                   GError                **error);
