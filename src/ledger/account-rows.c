/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the rows of one account. */
#include "ledger/account-rows.h"

#include "ledger/account-rows-sql.h"
#include "store/query.h"

struct _SheafAccountRows
{
  SheafQuery *query;
};

/* The columns of account_rows. */
enum
{
  DATE,
  ID,
  VOUCHER,
  KIND,
  NUMBER,
  LAYER,
  DESCRIPTION,
  DEBIT,
  CREDIT,
  DEBIT_PARTY,
  CREDIT_PARTY,
  DEBIT_ITEM,
  CREDIT_ITEM,
  SCOPE,
  AMOUNT,
  QUANTITY,
  PRODUCT,
};

SheafAccountRows *
sheaf_account_rows_open (SheafBook *book,
                         gint64     account_id,
                         SheafDate  from,
                         SheafDate  to,
                         GError   **error)
{
  SheafQuery *query =
      sheaf_query_new_once (sheaf_book_store (book), ACCOUNT_ROWS,
                            SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (from), SHEAF_DAY (to)),
                            error);
  SheafAccountRows *rows;

  if (query == NULL)
    return NULL;
  rows = g_new0 (SheafAccountRows, 1);
  rows->query = query;
  return rows;
}

gboolean
sheaf_account_rows_next (SheafAccountRows *rows,
                         SheafAccountRow  *ret_row,
                         GError          **error)
{
  const SheafQuery *query = rows->query;

  if (!sheaf_query_next (rows->query, error))
    return FALSE;
  *ret_row = (SheafAccountRow){
    .row_id = sheaf_query_int (query, ID),
    .voucher_id = sheaf_query_int (query, VOUCHER),
    .date = sheaf_query_date (query, DATE),
    .kind = (SheafVoucherKind) sheaf_query_int (query, KIND),
    .layer = (SheafLayer) sheaf_query_int (query, LAYER),
    .number = sheaf_query_text (query, NUMBER),
    .description = sheaf_query_text (query, DESCRIPTION),
    .debit_id = sheaf_query_int (query, DEBIT),
    .credit_id = sheaf_query_int (query, CREDIT),
    .debit_party_id = sheaf_query_int (query, DEBIT_PARTY),
    .credit_party_id = sheaf_query_int (query, CREDIT_PARTY),
    .debit_item_id = sheaf_query_int (query, DEBIT_ITEM),
    .credit_item_id = sheaf_query_int (query, CREDIT_ITEM),
    .scope = (SheafScope) sheaf_query_int (query, SCOPE),
    .amount = sheaf_query_money (query, AMOUNT),
    .quantity = sheaf_query_int (query, QUANTITY),
    .product = sheaf_query_text (query, PRODUCT),
  };
  return TRUE;
}

void
sheaf_account_rows_free (SheafAccountRows *rows)
{
  if (rows == NULL)
    return;
  sheaf_query_free (rows->query);
  g_free (rows);
}
