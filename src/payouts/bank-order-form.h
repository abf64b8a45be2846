/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a bank wants an order of many transfers: columns, headings and texts, as data. */
#pragma once

#include "book/book.h"

typedef enum
{
  SHEAF_BANK_ORDER_TABLE, /* rows of a sheet */
  SHEAF_BANK_ORDER_PAIN,  /* ISO 20022 customer credit transfer initiation, pain.001.001.03 */
} SheafBankOrderType;

/* What a column says of a transfer; words as in the file. */
typedef enum
{
  SHEAF_BANK_ORDER_EMPTY,       /* "empty": to be filled in by hand */
  SHEAF_BANK_ORDER_SEQ,         /* "seq": 1, 2, … */
  SHEAF_BANK_ORDER_MEMBER,      /* "member": the code */
  SHEAF_BANK_ORDER_NAME,        /* "name" */
  SHEAF_BANK_ORDER_ACCOUNT,     /* "account" */
  SHEAF_BANK_ORDER_BIN,         /* "bin" */
  SHEAF_BANK_ORDER_BANK,        /* "bank": its name in the list of banks */
  SHEAF_BANK_ORDER_SWIFT,       /* "swift" */
  SHEAF_BANK_ORDER_AMOUNT,      /* "amount": whole units */
  SHEAF_BANK_ORDER_CURRENCY,    /* "currency" */
  SHEAF_BANK_ORDER_DESCRIPTION, /* "description": what the transfer says, transfer-text.h */
  SHEAF_BANK_ORDER_REFERENCE,   /* "reference": the number of the voucher */
  SHEAF_BANK_ORDER_ID_NUMBER,   /* "id-number" */
  SHEAF_BANK_ORDER_PHONE,       /* "phone" */
  SHEAF_BANK_ORDER_OWN_ACCOUNT, /* "own-account": the co-op's, from the setting "bank-account" */
} SheafBankOrderValue;

typedef struct
{
  char               *heading;
  SheafBankOrderValue value;
  gboolean            plain; /* unaccented capitals */
  gboolean            need;  /* a row without it is told of */
  guint               most;  /* characters that the bank takes; 0: any number */
} SheafBankOrderColumn;

/* A text above the headings. */
typedef struct
{
  guint row;    /* from 1 */
  guint column; /* from 1 */
  char *text;
} SheafBankOrderTitle;

typedef struct
{
  char              *id;
  char              *title; /* in the language of the bank's country */
  char              *source;
  SheafBankOrderType type;
  char              *sheet;   /* the sheet's name */
  guint              row;     /* where the headings stand, from 1; the transfers follow */
  gboolean           control; /* a last row with the count and the sum */
  GPtrArray         *titles;  /* of SheafBankOrderTitle */
  GPtrArray         *columns; /* of SheafBankOrderColumn */
} SheafBankOrderForm;

/* Reads a form from its text. id names it in errors. Errors: SHEAF_PAYOUTS_ERROR_FORM with the
 * group and key that is wrong. */
SheafBankOrderForm *sheaf_bank_order_form_parse (const char *text,
                                                 const char *id,
                                                 GError    **error);

/* The form data/bank-orders/ID.ini, of the book where it keeps one of that name, else of the
 * program. */
SheafBankOrderForm *sheaf_bank_order_form_load (SheafBook  *book,
                                                const char *id,
                                                GError    **error);
void                sheaf_bank_order_form_free (SheafBankOrderForm *form);

/* The ids of the program's forms for the book's country, in byte order; of char *. */
GPtrArray *sheaf_bank_order_form_list (SheafBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBankOrderForm, sheaf_bank_order_form_free)
