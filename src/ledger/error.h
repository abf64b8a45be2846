/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping the ledger. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_LEDGER_ERROR_ACCOUNT, /* unknown, a group, or not to be used this way */
  SHEAF_LEDGER_ERROR_PARTY,   /* unknown, missing, or there already */
  SHEAF_LEDGER_ERROR_AMOUNT,  /* 0, negative, or too large for the totals */
  SHEAF_LEDGER_ERROR_NUMBER,  /* a voucher of that kind and number is there already */
  SHEAF_LEDGER_ERROR_DATE,    /* before the book's first day */
  SHEAF_LEDGER_ERROR_PERIOD_LOCKED,
  SHEAF_LEDGER_ERROR_YEAR_CLOSED,
  SHEAF_LEDGER_ERROR_SCOPE,      /* against the account, or missing where the year is closed */
  SHEAF_LEDGER_ERROR_KIND,       /* the money or stock account is not on the proper side */
  SHEAF_LEDGER_ERROR_REVERSAL,   /* reversed already, a reversal itself, or not its mirror */
  SHEAF_LEDGER_ERROR_UNBALANCED, /* opening debits and credits differ */
  SHEAF_LEDGER_ERROR_CHART,      /* the chart's data lacks something */
  SHEAF_LEDGER_ERROR_NOT_FOUND,
  SHEAF_LEDGER_ERROR_CURRENCY,       /* unknown, missing, or against the account */
  SHEAF_LEDGER_ERROR_MONEY,          /* an account of money would fall below zero */
  SHEAF_LEDGER_ERROR_DRAFT,          /* cannot be read, or nothing to step to */
  SHEAF_LEDGER_ERROR_TEMPLATE,       /* without a name or rows, or still in use */
  SHEAF_LEDGER_ERROR_RECURRENCE,     /* not due, done already, or without what it needs */
  SHEAF_LEDGER_ERROR_ATTACHMENT,     /* too large, empty, there already, or not as it was kept */
  SHEAF_LEDGER_ERROR_ITEM,           /* closed, or another party's than the row's */
  SHEAF_LEDGER_ERROR_MERGE,          /* parties that cannot be merged, or were not */
  SHEAF_LEDGER_ERROR_SETTING,        /* no setting to be set, or a value it may not have */
  SHEAF_LEDGER_ERROR_TAX,            /* no rules of the year, entered already, against them */
  SHEAF_LEDGER_ERROR_RECONCILIATION, /* finished, not even, or a row that is not its account's */
  SHEAF_LEDGER_ERROR_COUNT,          /* what cannot be counted, or was posted already */
  SHEAF_LEDGER_ERROR_CONFIRMATION,   /* not asked, not answered, or posted already */
  SHEAF_LEDGER_ERROR_ORIGIN,         /* what a voucher was posted for does not fit it */
} SheafLedgerError;

#define SHEAF_LEDGER_ERROR (sheaf_ledger_error_quark ())
GQuark sheaf_ledger_error_quark (void);
