/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tax sheet: from the result of the books to the income tax of a year, each line with where it
 * comes from. */
#pragma once

#include "base/problem.h"
#include "ledger/tax-rules.h"

typedef enum
{
  SHEAF_TAX_FROM_STATEMENT, /* a line of a form */
  SHEAF_TAX_FROM_MARKS,     /* marked rows */
  SHEAF_TAX_FROM_ANSWER,    /* what people said; text is the reason */
  SHEAF_TAX_FROM_LEDGER,    /* postings */
  SHEAF_TAX_FROM_LAW,       /* law says where */
  SHEAF_TAX_FROM_ABOVE,     /* lines above */
  SHEAF_TAX_FROM_VOUCHER,   /* text is its number */
  SHEAF_TAX_FROM_NOTHING,   /* nothing is known of it: 0 */
} SheafTaxOrigin;

/* A line; key is a word of data/lists/tax-sheet.ini ("profit", "not-deductible", …). Amounts that
 * are taken off are positive too. */
typedef struct
{
  const char    *key;
  guint          level;   /* 1: one of what the line above is made of */
  gboolean       is_rate; /* number is millionths */
  gint64         number;
  SheafTaxOrigin origin;
  char          *text;  /* see origin; of a statement "B02-HTX 50"; may be NULL */
  char          *name;  /* of a rate, an account; may be NULL */
  guint          count; /* of marked rows, or the quarter */
  /* of the sheet's rules; NULL unless the origin is law */
  const SheafTaxValue *law;
  gint64               account_id;
  gint64               voucher_id;
} SheafTaxLine;

/* A loss that may be set off: of the year, what was left of it when this year began, what is set
 * off now. */
typedef struct
{
  int        year;
  SheafMoney loss;
  SheafMoney before;
  SheafMoney used;
  SheafMoney left;
  int        until;    /* the last year in which it may be set off */
  gboolean   answered; /* from before the book, as people said */
} SheafTaxLoss;

typedef struct
{
  int            year;
  SheafDate      to;
  gboolean       interim;
  SheafTaxRules *rules;
  GArray        *lines;   /* of SheafTaxLine */
  GArray        *losses;  /* of SheafTaxLoss, the oldest first */
  SheafMoney     income;  /* before losses; below 0 a loss to be carried on */
  SheafMoney     taxable; /* at least 0 */
  SheafRate      rate;
  SheafMoney     tax;
  SheafMoney     entered;    /* on the books for the year until the day */
  SheafMoney     difference; /* tax − entered: what is left to enter */
  SheafProblems *problems;   /* warnings: advance payments, payments in cash, what is not known */
} SheafTaxSheet;

/* The sheet of a year up to and including the day (SHEAF_DATE_NONE: the year's end). Refused where
 * the book's country has no rules, and for years and days that the book does not have. */
SheafTaxSheet *sheaf_tax_sheet_compute (SheafBook *book,
                                        int        year,
                                        SheafDate  to,
                                        GError   **error);
void           sheaf_tax_sheet_free (SheafTaxSheet *sheet);

/* The first line of a key; NULL when there is none. */
const SheafTaxLine *sheaf_tax_sheet_find (const SheafTaxSheet *sheet,
                                          const char          *key);

/* Computes the sheet and enters what is left: of the whole year (quarter 0), or up to the end of a
 * quarter. *ret_voucher_id is 0 where nothing is left, and nothing is posted. Errors as
 * sheaf_tax_entry_post (ledger/tax-entry.h). */
gboolean sheaf_tax_sheet_post (SheafBook *book,
                               int        year,
                               guint      quarter,
                               SheafDate  date,
                               gint64    *ret_voucher_id,
                               GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTaxSheet, sheaf_tax_sheet_free)
