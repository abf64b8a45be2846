/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No account of money pays out more units than it holds, judged after the whole act as money itself
 * is (ledger/money.c), so that the order of an import's rows is of no account. */
#include "base/i18n.h"
#include "book/setting.h"
#include "ledger/currency-private.h"
#include "ledger/currency-sql.h"
#include "ledger/error.h"
#include "store/query.h"

#include <string.h>

#define TAKEN_KEY "ledger-units-taken"

/* From the day on units may be missing: the first day on which the act takes some. */
typedef struct
{
  gint64    account_id;
  char      currency[4];
  SheafDate since;
} Taken;

static void
note (SheafBook  *book,
      gint64      account_id,
      const char *currency,
      SheafDate   date)
{
  GArray *list = sheaf_book_attached (book, TAKEN_KEY);
  Taken   taken = { .account_id = account_id, .since = date };

  if (list == NULL)
    {
      list = g_array_new (FALSE, TRUE, sizeof (Taken));
      sheaf_book_attach (book, TAKEN_KEY, list, (GDestroyNotify) g_array_unref);
    }
  for (guint i = 0; i < list->len; i++)
    {
      Taken *earlier = &g_array_index (list, Taken, i);

      if (earlier->account_id == account_id && strcmp (earlier->currency, currency) == 0)
        {
          if (sheaf_date_cmp (date, earlier->since) < 0)
            earlier->since = date;
          return;
        }
    }
  (void) g_strlcpy (taken.currency, currency, sizeof taken.currency);
  g_array_append_val (list, taken);
}

static gboolean
is_money (const SheafChart *chart,
          gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account != NULL && account->money;
}

void
sheaf_currency_note_units (SheafBook          *book,
                           const SheafChart   *chart,
                           const SheafVoucher *voucher)
{
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->credit_currency != NULL && row->credit_foreign > 0 &&
          is_money (chart, row->credit_id))
        note (book, row->credit_id, row->credit_currency, voucher->date);
      if (row->debit_currency != NULL && row->debit_foreign < 0 && is_money (chart, row->debit_id))
        note (book, row->debit_id, row->debit_currency, voucher->date);
    }
}

static gboolean
refuse (SheafBook   *book,
        const Taken *taken,
        const char  *day,
        gint64       units,
        GError     **error)
{
  const SheafAccount *account = sheaf_chart_by_id (sheaf_chart_get (book, NULL), taken->account_id);
  g_autofree char    *text = sheaf_currency_to_text (units, taken->currency);

  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY,
               _ ("account %s would hold %s %s at the end of %s: enter the missing receipt first, "
                  "or check day and amount"),
               account->code, text, taken->currency, day);
  return FALSE;
}

static gboolean
judge (SheafBook   *book,
       const Taken *taken,
       GError     **error)
{
  SheafStore *store = sheaf_book_store (book);
  SheafDate   start = sheaf_date_new (sheaf_date_year (taken->since),
                                      sheaf_date_month (taken->since), 1);
  gint64      units;
  g_autoptr (SheafQuery) query = NULL;

  if (!sheaf_store_get_int (store, CURRENCY_UNITS_BEFORE,
                            SHEAF_ARGS (SHEAF_INT (taken->account_id), SHEAF_TEXT (taken->currency),
                                        SHEAF_INT (sheaf_date_year_month (start))),
                            &units, error))
    return FALSE;
  query = sheaf_query_new (store, CURRENCY_UNITS_DAYS,
                           SHEAF_ARGS (SHEAF_INT (taken->account_id), SHEAF_TEXT (taken->currency),
                                       SHEAF_DAY (start)),
                           error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      units += sheaf_query_int (query, 1);
      if (units < 0 && sheaf_date_cmp (sheaf_query_date (query, 0), taken->since) >= 0)
        return refuse (book, taken, sheaf_query_text (query, 0), units, error);
    }
  return sheaf_query_finish (query, error);
}

gboolean
sheaf_currency_judge_units (SheafBook *book,
                            GError   **error)
{
  g_autofree char *mode = sheaf_setting_find (book, "money-below-zero");
  GArray          *list = sheaf_book_attached (book, TAKEN_KEY);
  gboolean         judged = mode == NULL || strcmp (mode, "refuse") == 0;

  for (guint i = 0; judged && list != NULL && i < list->len; i++)
    if (!judge (book, &g_array_index (list, Taken, i), error))
      return FALSE;
  if (list != NULL)
    g_array_set_size (list, 0);
  return TRUE;
}
