/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one account, one after the other, with what each side names by its id. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"

/* Texts are owned by the rows until the next one. 0: none named. */
typedef struct
{
  gint64           row_id;
  gint64           voucher_id;
  SheafDate        date;
  SheafVoucherKind kind;
  SheafLayer       layer;
  const char      *number;
  const char      *description;
  gint64           debit_id;
  gint64           credit_id;
  gint64           debit_party_id; /* as written: of merged parties the row's own */
  gint64           credit_party_id;
  gint64           debit_item_id;
  gint64           credit_item_id;
  SheafScope       scope;
  SheafMoney       amount;
  gint64           quantity; /* thousandths; 0: none */
  const char      *product;  /* code or "" */
} SheafAccountRow;

typedef struct _SheafAccountRows SheafAccountRows;

/* Of an account that is posted to, from the first to the last day inclusive, of every layer, in the
 * order of days, then of posting. A row with the account on both sides comes once. */
SheafAccountRows *sheaf_account_rows_open (SheafBook *book,
                                           gint64     account_id,
                                           SheafDate  from,
                                           SheafDate  to,
                                           GError   **error);

/* FALSE at the end and on an error, which is then set. */
gboolean sheaf_account_rows_next (SheafAccountRows *rows,
                                  SheafAccountRow  *ret_row,
                                  GError          **error);
void     sheaf_account_rows_free (SheafAccountRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAccountRows, sheaf_account_rows_free)
