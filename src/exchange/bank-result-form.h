/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a bank tells the result of an order, as data: data/bank-results. */
#pragma once

#include "book/book.h"

/* What a column says; words as in the file. */
typedef enum
{
  SHEAF_BANK_RESULT_ACCOUNT,        /* "account" */
  SHEAF_BANK_RESULT_AMOUNT,         /* "amount" */
  SHEAF_BANK_RESULT_TEXT,           /* "text": what the order said */
  SHEAF_BANK_RESULT_REFERENCE,      /* "reference": used where there is no text */
  SHEAF_BANK_RESULT_STATE,          /* "state" */
  SHEAF_BANK_RESULT_REASON,         /* "reason" */
  SHEAF_BANK_RESULT_BANK_REFERENCE, /* "bank-reference" */
} SheafBankResultColumn;
#define SHEAF_BANK_RESULT_COLUMNS 7

typedef struct
{
  char *id;
  char *title; /* in the language of the bank's country */
  char *source;
  guint row; /* where the headings stand; 0: where they are found */
  /* folded; NULL: the form has no such column */
  char   **headings[SHEAF_BANK_RESULT_COLUMNS];
  gboolean needed[SHEAF_BANK_RESULT_COLUMNS];
  char   **paid; /* words a state begins with, folded */
  char   **refused;
  char   **waiting;
} SheafBankResultForm;

/* Reads a form from its text. id names it in errors. Error: SHEAF_EXCHANGE_ERROR_FORM with what is
 * wrong. */
SheafBankResultForm *sheaf_bank_result_form_parse (const char *text,
                                                   const char *id,
                                                   GError    **error);

/* The form data/bank-results/ID.ini; the error names those there are. */
SheafBankResultForm *sheaf_bank_result_form_load (SheafBook  *book,
                                                  const char *id,
                                                  GError    **error);
void                 sheaf_bank_result_form_free (SheafBankResultForm *form);

/* The ids of the program's forms for the book's country, in byte order; of char *. */
GPtrArray *sheaf_bank_result_form_list (SheafBook *book);

/* How well a heading of a file fits a column: 2 it is one of its headings, 1 it begins with one, 0
 * it does not. */
guint sheaf_bank_result_form_fits (const SheafBankResultForm *form,
                                   SheafBankResultColumn      column,
                                   const char                *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBankResultForm, sheaf_bank_result_form_free)
