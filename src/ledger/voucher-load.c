/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading posted vouchers. */
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/voucher-sql.h"
#include "ledger/voucher.h"
#include "store/query.h"

static gboolean
load_rows (SheafBook    *book,
           SheafVoucher *voucher,
           GError      **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), VOUCHER_ROW_LIST,
                                                  SHEAF_ARGS (SHEAF_INT (voucher->id)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafVoucherRow *row = sheaf_voucher_add_row (voucher, sheaf_query_int (query, 0),
                                                    sheaf_query_int (query, 1),
                                                    sheaf_query_money (query, 2));

      row->scope = (SheafScope) sheaf_query_int (query, 3);
      row->debit_party_id = sheaf_query_int (query, 4);
      row->credit_party_id = sheaf_query_int (query, 5);
      row->debit_item_id = sheaf_query_int (query, 6);
      row->credit_item_id = sheaf_query_int (query, 7);
      row->description = g_strdup (sheaf_query_text (query, 8));
      row->due = sheaf_query_date (query, 9);
      row->memo = sheaf_query_dup_text (query, 10);
      row->document = sheaf_query_dup_text (query, 11);
      row->document_date = sheaf_query_date (query, 12);
      row->product = sheaf_query_dup_text (query, 13);
      row->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 14));
      row->season = sheaf_query_dup_text (query, 15);
      row->plan = sheaf_query_dup_text (query, 16);
      row->scope_reason = sheaf_query_dup_text (query, 17);
      row->debit_currency = sheaf_query_dup_text (query, 18);
      row->debit_foreign = sheaf_query_int (query, 19);
      row->credit_currency = sheaf_query_dup_text (query, 20);
      row->credit_foreign = sheaf_query_int (query, 21);
      row->rate = sheaf_query_int (query, 22);
    }
  return sheaf_query_finish (query, error);
}

SheafVoucher *
sheaf_voucher_load (SheafBook *book,
                    gint64     id,
                    GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), VOUCHER_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (SheafVoucher) voucher = NULL;

  if (query == NULL)
    return NULL;
  if (!sheaf_query_next (query, NULL))
    {
      if (sheaf_query_finish (query, error))
        g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
                     _ ("there is no such voucher: choose one from the journal"));
      return NULL;
    }
  voucher = sheaf_voucher_new ((SheafVoucherKind) sheaf_query_int (query, 0),
                               sheaf_query_date (query, 2), sheaf_query_text (query, 4));
  voucher->id = id;
  voucher->number = g_strdup (sheaf_query_text (query, 1));
  voucher->layer = (SheafLayer) sheaf_query_int (query, 3);
  voucher->reverses_id = sheaf_query_int (query, 5);
  voucher->reason = sheaf_query_dup_text (query, 6);
  return load_rows (book, voucher, error) ? g_steal_pointer (&voucher) : NULL;
}

static gboolean
is_off_balance (const SheafChart *chart,
                gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account != NULL && account->type == SHEAF_ACCOUNT_OFF_BALANCE;
}

SheafMoney
sheaf_voucher_total (const SheafChart   *chart,
                     const SheafVoucher *voucher)
{
  SheafMoney ledger = SHEAF_MONEY_ZERO, outside = SHEAF_MONEY_ZERO;
  gboolean   any = FALSE;

  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (is_off_balance (chart, row->debit_id) || is_off_balance (chart, row->credit_id))
        outside = sheaf_money_add (outside, row->amount);
      else
        {
          ledger = sheaf_money_add (ledger, row->amount);
          any = TRUE;
        }
    }
  return any ? ledger : outside;
}

static gint64
get_id (SheafBook        *book,
        const char       *sql,
        const SheafValue *args)
{
  gint64 id;

  return sheaf_store_get_int (sheaf_book_store (book), sql, args, &id, NULL) ? id : 0;
}

gint64
sheaf_voucher_find (SheafBook       *book,
                    SheafVoucherKind kind,
                    int              year,
                    const char      *number)
{
  return get_id (book, VOUCHER_FIND,
                 SHEAF_ARGS (SHEAF_INT (kind), SHEAF_INT (year), SHEAF_TEXT (number)));
}

gint64
sheaf_voucher_reversed_by (SheafBook *book,
                           gint64     id)
{
  return get_id (book, VOUCHER_REVERSED_BY, SHEAF_ARGS (SHEAF_INT (id)));
}

gint64
sheaf_voucher_row_at (SheafBook *book,
                      gint64     voucher_id,
                      guint      place)
{
  return place == 0 ? 0
                    : get_id (book, VOUCHER_ROW_AT,
                              SHEAF_ARGS (SHEAF_INT (voucher_id), SHEAF_INT (place - 1)));
}

guint
sheaf_voucher_row_place (SheafBook *book,
                         gint64     row_id)
{
  return (guint) get_id (book, VOUCHER_ROW_PLACE, SHEAF_ARGS (SHEAF_INT (row_id)));
}
