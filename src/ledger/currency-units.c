/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rise and fall of foreign money is also counted in units of its currency, on an account
 * outside the statements (007; Circular 71/2024, Appendix I, accounts 111, 112 and 007). The
 * program writes these rows itself, in the same voucher: the currency's code is the item, the
 * amount counts its smallest units and no money. */
#include "ledger/chart-private.h"
#include "ledger/currency-private.h"
#include "ledger/party.h"

#include <string.h>

typedef struct
{
  char   currency[4];
  gint64 in;
  gint64 out;
} Movement;

static Movement *
movement_of (GArray     *movements,
             const char *currency)
{
  Movement fresh = { 0 };

  for (guint i = 0; i < movements->len; i++)
    if (strcmp (g_array_index (movements, Movement, i).currency, currency) == 0)
      return &g_array_index (movements, Movement, i);
  (void) g_strlcpy (fresh.currency, currency, sizeof fresh.currency);
  g_array_append_val (movements, fresh);
  return &g_array_index (movements, Movement, movements->len - 1);
}

static gboolean
moves_money (const SheafAccount *account,
             const char         *currency)
{
  return account != NULL && account->money && currency != NULL;
}

/* Money that only goes from one own account to another neither rises nor falls. */
static void
add_movement (GArray                *movements,
              const SheafChart      *chart,
              const SheafVoucherRow *row)
{
  gboolean in = moves_money (sheaf_chart_by_id (chart, row->debit_id), row->debit_currency);
  gboolean out = moves_money (sheaf_chart_by_id (chart, row->credit_id), row->credit_currency);

  if (in && out && strcmp (row->debit_currency, row->credit_currency) == 0 &&
      row->debit_foreign == row->credit_foreign)
    return;
  if (in)
    movement_of (movements, row->debit_currency)->in += row->debit_foreign;
  if (out)
    movement_of (movements, row->credit_currency)->out += row->credit_foreign;
}

/* What the voucher's own rows on 007 count. */
static void
add_counted (GArray                *counted,
             const SheafChart      *chart,
             const SheafVoucherRow *row)
{
  if (row->debit_currency != NULL &&
      sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->debit_id)))
    movement_of (counted, row->debit_currency)->in += row->debit_foreign;
  if (row->credit_currency != NULL &&
      sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->credit_id)))
    movement_of (counted, row->credit_currency)->out += row->credit_foreign;
}

gboolean
sheaf_currency_units_agree (const SheafChart   *chart,
                            const SheafVoucher *voucher,
                            char                ret_currency[4])
{
  g_autoptr (GArray) counted = g_array_new (FALSE, TRUE, sizeof (Movement));
  g_autoptr (GArray) moved = g_array_new (FALSE, TRUE, sizeof (Movement));

  for (guint i = 0; i < voucher->rows->len; i++)
    {
      add_counted (counted, chart, voucher->rows->pdata[i]);
      add_movement (moved, chart, voucher->rows->pdata[i]);
    }
  for (guint i = 0; i < counted->len; i++)
    {
      const Movement *own = &g_array_index (counted, Movement, i);
      const Movement *money = movement_of (moved, own->currency);

      if (own->in - own->out != money->in - money->out)
        {
          (void) g_strlcpy (ret_currency, own->currency, sizeof own->currency);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_counted (GArray     *counted,
            const char *currency)
{
  for (guint i = 0; i < counted->len; i++)
    if (strcmp (g_array_index (counted, Movement, i).currency, currency) == 0)
      return TRUE;
  return FALSE;
}

static void
add_row (SheafVoucher       *voucher,
         const SheafAccount *counter,
         const SheafAccount *contra,
         gint64              item_id,
         const char         *currency,
         gint64              units,
         gboolean            in)
{
  SheafVoucherRow *row;

  if (units == 0)
    return;
  row = sheaf_voucher_add_row (voucher, in ? counter->id : contra->id,
                               in ? contra->id : counter->id, SHEAF_MONEY (units));
  *(in ? &row->debit_item_id : &row->credit_item_id) = item_id;
  *(in ? &row->debit_currency : &row->credit_currency) = g_strdup (currency);
  *(in ? &row->debit_foreign : &row->credit_foreign) = units;
}

SheafVoucher *
sheaf_currency_unit_rows (SheafBook          *book,
                          const SheafVoucher *voucher,
                          GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher)
      rows = sheaf_voucher_new (voucher->kind, voucher->date, voucher->description);
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (Movement));
  g_autoptr (GArray) counted = g_array_new (FALSE, TRUE, sizeof (Movement));
  const SheafAccount *counter, *contra;

  if (chart == NULL)
    return NULL;
  rows->layer = voucher->layer;
  rows->reverses_id = voucher->reverses_id;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      add_movement (movements, chart, voucher->rows->pdata[i]);
      add_counted (counted, chart, voucher->rows->pdata[i]);
    }
  if (movements->len == 0 || sheaf_chart_by_role (chart, "foreign-units", NULL) == NULL)
    return g_steal_pointer (&rows);
  counter = sheaf_chart_posting_account (chart, "foreign-units", error);
  contra = sheaf_chart_contra (chart, SHEAF_CHART_OFF_BALANCE_CONTRA);
  for (guint i = 0; counter != NULL && i < movements->len; i++)
    {
      const Movement *movement = &g_array_index (movements, Movement, i);
      gint64          item_id = 0;

      if ((movement->in == 0 && movement->out == 0) ||
          is_counted (counted, movement->currency))
        continue;
      if (!sheaf_item_ensure (book, movement->currency, &item_id, error))
        return NULL;
      add_row (rows, counter, contra, item_id, movement->currency, movement->in, TRUE);
      add_row (rows, counter, contra, item_id, movement->currency, movement->out, FALSE);
    }
  return counter == NULL ? NULL : g_steal_pointer (&rows);
}

void
sheaf_currency_drop_unit_rows (const SheafChart *chart,
                               SheafVoucher     *voucher)
{
  for (guint i = voucher->rows->len; i > 0; i--)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i - 1];

      if (sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->debit_id)) ||
          sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->credit_id)))
        g_ptr_array_remove_index (voucher->rows, i - 1);
    }
}

/* The item names the currency where the row does not, and the other way round. */
static gboolean
fill_side (SheafBook       *book,
           SheafVoucherRow *row,
           char           **currency,
           gint64          *foreign,
           gint64          *item_id,
           GError         **error)
{
  if (*currency == NULL && *item_id != 0)
    {
      g_autofree char *code = sheaf_item_code (book, *item_id);

      if (sheaf_currency_is_known (code))
        *currency = g_steal_pointer (&code);
    }
  if (*currency == NULL)
    return TRUE; /* told when the row is judged */
  if (*foreign == 0)
    *foreign = row->amount.units;
  if (row->amount.units == 0)
    row->amount = SHEAF_MONEY (*foreign);
  return *item_id != 0 || sheaf_item_ensure (book, *currency, item_id, error);
}

gboolean
sheaf_currency_fill_unit_row (SheafBook       *book,
                              SheafVoucherRow *row,
                              GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  if (sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->debit_id)))
    return fill_side (book, row, &row->debit_currency, &row->debit_foreign, &row->debit_item_id,
                      error);
  if (sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->credit_id)))
    return fill_side (book, row, &row->credit_currency, &row->credit_foreign,
                      &row->credit_item_id, error);
  return TRUE;
}
