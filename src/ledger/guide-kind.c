/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of voucher the rows of a case make. */
#include "ledger/guide-private.h"

#include <string.h>

static gboolean
touches_book (const SheafChart   *chart,
              const SheafVoucher *voucher,
              SheafAccountBook    book,
              gboolean            debit)
{
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      const SheafAccount    *account = sheaf_chart_by_id (chart, debit ? row->debit_id
                                                                       : row->credit_id);

      if (account != NULL && account->book == book)
        return TRUE;
    }
  return FALSE;
}

/* TRUE for what lies in the store: materials and goods, but not work in progress. */
static gboolean
is_in_store (const SheafChart *chart,
             gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  while (account != NULL && account->role == NULL)
    account = sheaf_chart_by_id (chart, account->parent_id);
  return account != NULL &&
         (strcmp (account->role, "materials") == 0 || strcmp (account->role, "goods") == 0);
}

/* Money decides, then the store by the first row; what is left is a journal voucher. */
SheafVoucherKind
sheaf_guide_guess_kind (const SheafChart *chart, const SheafVoucher *voucher)
{
  const SheafVoucherRow *first;
  const struct
  {
    SheafAccountBook book;
    SheafVoucherKind in;
    SheafVoucherKind out;
  } money[] = {
    { SHEAF_ACCOUNT_BOOK_CASH, SHEAF_VOUCHER_RECEIPT, SHEAF_VOUCHER_PAYMENT },
    { SHEAF_ACCOUNT_BOOK_BANK, SHEAF_VOUCHER_BANK_IN, SHEAF_VOUCHER_BANK_OUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (money); i++)
    {
      gboolean in = touches_book (chart, voucher, money[i].book, TRUE);
      gboolean out = touches_book (chart, voucher, money[i].book, FALSE);

      if (in != out)
        return in ? money[i].in : money[i].out;
      if (in)
        return SHEAF_VOUCHER_JOURNAL;
    }
  if (voucher->rows->len == 0)
    return SHEAF_VOUCHER_JOURNAL;
  first = voucher->rows->pdata[0];
  if (is_in_store (chart, first->debit_id) && !is_in_store (chart, first->credit_id))
    return SHEAF_VOUCHER_STOCK_IN;
  if (is_in_store (chart, first->credit_id) && !is_in_store (chart, first->debit_id))
    return SHEAF_VOUCHER_STOCK_OUT;
  return SHEAF_VOUCHER_JOURNAL;
}
