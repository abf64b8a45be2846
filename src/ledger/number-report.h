/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an auditor asks about numbers: is one missing, does one stand out of the order of days. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"

typedef enum
{
  SHEAF_NUMBER_SERIES,       /* all automatic numbers of a kind and year; count: vouchers */
  SHEAF_NUMBER_MISSING,      /* from first to last; count: numbers */
  SHEAF_NUMBER_OUT_OF_ORDER, /* first: a number whose day lies before that of last, the one
                              * before */
  SHEAF_NUMBER_OTHER_FORM,   /* imported as written; first and last as they came in; count:
                              * vouchers */
} SheafNumberFindingKind;

typedef struct
{
  int                    year;
  SheafVoucherKind       kind;
  SheafNumberFindingKind what;
  char                  *first;
  char                  *last; /* NULL: none */
  gint64                 count;
  SheafDate              date; /* of what is out of order; else SHEAF_DATE_NONE */
} SheafNumberFinding;

/* Of SheafNumberFinding, by year and kind of voucher, opening balances left out; a year and kind
 * without a voucher has none. Numbers count from 1. year 0: all. Nothing of it is an error: the
 * program itself leaves no gap, and imported numbers are kept as written. */
GPtrArray *sheaf_number_report (SheafBook *book,
                                int        year,
                                GError   **error);

/* "series", "missing", "out-of-order", "other-form". */
const char *sheaf_number_finding_to_word (SheafNumberFindingKind what);
