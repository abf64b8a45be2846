/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a printed figure to the vouchers behind it, one row after the other. */
#pragma once

#include "ledger/account-rows.h"
#include "statements/statement.h"

typedef enum
{
  SHEAF_STATEMENT_ROW_OPENING, /* what an account held before the period */
  SHEAF_STATEMENT_ROW_VOUCHER, /* a posted row */
  SHEAF_STATEMENT_ROW_CLOSING, /* a closing entry that is computed, in no voucher yet */
  SHEAF_STATEMENT_ROW_SHARE,   /* what the key of the closing gives to the other side */
} SheafStatementRowKind;

typedef struct
{
  SheafStatementRowKind  kind;
  gint64                 account_id; /* whose row it is here */
  SheafMoney             amount;     /* what it adds to the figure */
  const SheafAccountRow *row;        /* of a voucher; else NULL; until the next row */
  const char            *text;       /* the row's description, or what this is */
} SheafStatementRow;

typedef struct _SheafStatementRows SheafStatementRows;

/* The rows behind the figure of a line: their amounts add up to it. Lines made of other lines are
 * written out. A figure that comes from closing entries gives the rows that were closed, not the
 * closing. In a book's first year opening balances are rows of their vouchers; later a year's
 * opening is one row an account. On F01-HTX line is an account, and the figure its closing balance,
 * debit positive; for the previous column its opening balance. Refused for a line that the form has
 * not, and for figures printed before the book. */
SheafStatementRows *sheaf_statement_rows_open (SheafBook            *book,
                                               const SheafStatement *statement,
                                               const char           *line,
                                               SheafStatementColumn  column,
                                               GError              **error);

/* FALSE at the end and on an error, which is then set. */
gboolean sheaf_statement_rows_next (SheafStatementRows *rows,
                                    SheafStatementRow  *ret_row,
                                    GError            **error);
void     sheaf_statement_rows_free (SheafStatementRows *rows);

/* The figure itself, as the statement has it. */
SheafMoney sheaf_statement_rows_figure (const SheafStatementRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafStatementRows, sheaf_statement_rows_free)
