/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose side, internal or external, somebody should look at. */
#pragma once

#include "ledger/voucher.h"

typedef enum
{
  SHEAF_SCOPE_REPORT_OUTSIDER, /* 512 or 612 with a party that was no official member that day */
  SHEAF_SCOPE_REPORT_INSIDER,  /* 511 or 611 with an official member under agreement */
  SHEAF_SCOPE_REPORT_MISSING,  /* 521 without a scope, from before it was refused */
  SHEAF_SCOPE_REPORT_OVERRIDE, /* not the scope that follows from the party; the reason is given */
} SheafScopeReportKind;

typedef struct
{
  SheafScopeReportKind what;
  gint64               voucher_id;
  SheafDate            date;
  SheafVoucherKind     kind;
  char                *number;
  char                *description;
  char                *debit; /* codes */
  char                *credit;
  SheafMoney           amount;
  char                *party; /* code; "": none */
  SheafScope           scope;
  char                *reason; /* of an override; "" in all others */
} SheafScopeReportRow;

/* Of SheafScopeReportRow, in the order of days and of posting; reversals and what they took back
 * left out. Days may be SHEAF_DATE_NONE: no bound. */
GPtrArray *sheaf_scope_report (SheafBook *book,
                               SheafDate  from,
                               SheafDate  to,
                               GError   **error);

/* "internal-with-outsider", "external-with-member", "no-scope", "override". */
const char *sheaf_scope_report_to_word (SheafScopeReportKind what);
