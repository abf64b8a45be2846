/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a payment or collection in foreign money is worth: what rises at the rate of the day, what
 * falls at the average book rate, and the difference (Circular 71/2024, Appendix I, accounts 111,
 * 112, 131, 331, 341). */
#include "base/i18n.h"
#include "ledger/currency-private.h"
#include "ledger/currency-rate.h"
#include "ledger/error.h"

#include <string.h>

typedef struct
{
  SheafBook          *book;
  const SheafChart   *chart;
  const SheafVoucher *voucher;
  SheafVoucherRow    *row;
  char               *home;
  gint64              rate; /* that was used; 0: none yet */
} Settling;

/* One side of the row. */
typedef struct
{
  const SheafAccount *account;
  gint64              party_id;
  gint64              item_id;
  const char         *currency; /* NULL: home money */
  gint64              units;
  gboolean            debit;
  gint64              falling; /* of the units, what takes from a balance; the rest adds to one */
  SheafForeignBalance before;
} Side;

static Side
side_of (const Settling *settling,
         gboolean        debit)
{
  const SheafVoucherRow *row = settling->row;

  return (Side){ .account = sheaf_chart_by_id (settling->chart,
                                               debit ? row->debit_id : row->credit_id),
                 .party_id = debit ? row->debit_party_id : row->credit_party_id,
                 .item_id = debit ? row->debit_item_id : row->credit_item_id,
                 .currency = debit ? row->debit_currency : row->credit_currency,
                 .units = debit ? row->debit_foreign : row->credit_foreign,
                 .debit = debit };
}

static gboolean
refuse (GError    **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
refuse_shortage (const Side *side,
                 GError    **error)
{
  g_autofree char *held = sheaf_currency_to_text (side->before.units, side->currency);
  g_autofree char *asked = sheaf_currency_to_text (side->units, side->currency);

  return refuse (
      error, _ ("account %s holds %s %s only, %s are paid out: enter the missing receipt first"),
      side->account->code, held, side->currency, asked);
}

/* Finds what the side holds before this row, and how much of its units takes from that. */
static gboolean
measure (const Settling *settling,
         Side           *side,
         GError        **error)
{
  const SheafVoucher *voucher = settling->voucher;
  gint64              held;

  if (side->currency == NULL)
    return TRUE;
  if (!sheaf_currency_book_rate (settling->book, side->account->id, side->party_id, side->item_id,
                                 side->currency, voucher->date, &side->before, error))
    return FALSE;
  for (guint i = 0; voucher->rows->pdata[i] != settling->row; i++)
    sheaf_foreign_balance_add (&side->before, voucher->rows->pdata[i]);
  held = side->debit ? -side->before.units : side->before.units;
  side->falling = MIN (side->units, MAX (held, 0));
  return side->debit || !side->account->money || side->falling == side->units ||
         refuse_shortage (side, error);
}

/* units at the rate said in the row, else at the rate of the day. */
static gboolean
value_at_rate (Settling   *settling,
               const char *currency,
               gint64      units,
               SheafMoney *ret_value,
               GError    **error)
{
  gint64 rate = settling->rate == 0 ? settling->row->rate : 0;

  if (rate == 0 && !sheaf_rate_need (settling->book, currency, settling->voucher->date, &rate,
                                     error))
    return FALSE;
  settling->rate = rate;
  return sheaf_currency_convert (units, currency, rate, settling->home, ret_value) ||
         refuse (error, _ ("the amount in %s is too large at this rate: check both"), currency);
}

static gboolean
value_side (Settling   *settling,
            const Side *side,
            SheafMoney *ret_value,
            GError    **error)
{
  SheafMoney book = SHEAF_MONEY_ZERO, risen = SHEAF_MONEY_ZERO;

  if (side->falling > 0)
    book = sheaf_foreign_balance_part (&side->before, side->falling);
  if (side->falling < side->units &&
      !value_at_rate (settling, side->currency, side->units - side->falling, &risen, error))
    return FALSE;
  *ret_value = sheaf_money_add (SHEAF_MONEY (ABS (book.units)), risen);
  return TRUE;
}

/* Both sides' values. Money moved between own accounts keeps its book value; a side in home money
 * takes the value of the other one at the rate. */
static gboolean
value_sides (Settling   *settling,
             const Side *debit,
             const Side *credit,
             SheafMoney *ret_debit,
             SheafMoney *ret_credit,
             GError    **error)
{
  const Side *foreign = debit->currency != NULL ? debit : credit;
  SheafMoney *ret_foreign = debit->currency != NULL ? ret_debit : ret_credit;
  SheafMoney *ret_home = debit->currency != NULL ? ret_credit : ret_debit;

  if (debit->currency != NULL && credit->currency != NULL)
    {
      if (!debit->account->money || !credit->account->money ||
          strcmp (debit->currency, credit->currency) != 0 || debit->units != credit->units)
        return value_side (settling, debit, ret_debit, error) &&
               value_side (settling, credit, ret_credit, error);
      if (!value_side (settling, credit, ret_credit, error))
        return FALSE;
      *ret_debit = *ret_credit;
      return TRUE;
    }
  if (!value_side (settling, foreign, ret_foreign, error))
    return FALSE;
  if (foreign->falling > 0)
    {
      settling->rate = 0; /* the whole is valued at one rate */
      return value_at_rate (settling, foreign->currency, foreign->units, ret_home, error);
    }
  *ret_home = *ret_foreign;
  return TRUE;
}

static void
add_difference (SheafVoucher          *voucher,
                const SheafVoucherRow *row,
                const SheafAccount    *gain,
                const SheafAccount    *loss,
                SheafMoney             difference,
                gint64                 rate)
{
  gboolean         is_gain = difference.units > 0;
  SheafVoucherRow *extra =
      sheaf_voucher_add_row (voucher, is_gain ? row->debit_id : loss->id,
                             is_gain ? gain->id : row->credit_id,
                             is_gain ? difference : sheaf_money_neg (difference));

  if (is_gain)
    {
      extra->debit_party_id = row->debit_party_id;
      extra->debit_item_id = row->debit_item_id;
      extra->debit_currency = g_strdup (row->debit_currency);
    }
  else
    {
      extra->credit_party_id = row->credit_party_id;
      extra->credit_item_id = row->credit_item_id;
      extra->credit_currency = g_strdup (row->credit_currency);
    }
  extra->rate = rate;
  extra->description = g_strdup (row->description);
  extra->line = row->line;
}

/* The rate that people read beside the amount: the one it was made with, else the average. */
static gint64
rate_of_row (const Settling *settling)
{
  const SheafVoucherRow *row = settling->row;
  gboolean               debit = row->debit_currency != NULL;
  const char            *currency = debit ? row->debit_currency : row->credit_currency;
  gint64                 units = debit ? row->debit_foreign : row->credit_foreign;
  SheafMoney             value;

  if (settling->rate != 0 &&
      sheaf_currency_convert (units, currency, settling->rate, settling->home, &value) &&
      value.units == row->amount.units)
    return settling->rate;
  return sheaf_currency_rate_of (row->amount, units, currency, settling->home);
}

static gboolean
settle (Settling     *settling,
        SheafVoucher *voucher,
        GError      **error)
{
  SheafVoucherRow    *row = settling->row;
  Side                debit = side_of (settling, TRUE), credit = side_of (settling, FALSE);
  const SheafAccount *gain = sheaf_currency_gain_account (settling->chart, error);
  const SheafAccount *loss =
      gain == NULL ? NULL : sheaf_currency_loss_account (settling->chart, error);
  SheafMoney x, y;

  if (loss == NULL)
    return FALSE;
  if (debit.account == NULL || credit.account == NULL)
    return refuse (error, _ ("name both accounts of the row, so that its amount can be computed"));
  if (!measure (settling, &debit, error) || !measure (settling, &credit, error) ||
      !value_sides (settling, &debit, &credit, &x, &y, error))
    return FALSE;
  row->amount = SHEAF_MONEY (MIN (x.units, y.units));
  if (row->amount.units <= 0)
    return refuse (error, _ ("the foreign amount is worth nothing: check it and the rate"));
  if (x.units != y.units)
    add_difference (voucher, row, gain, loss, sheaf_money_sub (x, y), settling->rate);
  row->rate = rate_of_row (settling);
  return TRUE;
}

gboolean
sheaf_currency_settle (SheafBook    *book,
                       SheafVoucher *voucher,
                       GError      **error)
{
  Settling         settling = { .book = book,
                                .chart = sheaf_chart_get (book, error),
                                .voucher = voucher };
  SheafVoucherRow *row;
  g_autofree char *home = NULL;

  g_return_val_if_fail (voucher->rows->len > 0, FALSE);
  if (settling.chart == NULL)
    return FALSE;
  settling.row = row = voucher->rows->pdata[voucher->rows->len - 1];
  if ((row->debit_currency == NULL || row->debit_foreign <= 0) &&
      (row->credit_currency == NULL || row->credit_foreign <= 0))
    return refuse (error, _ ("the row has neither an amount nor an amount in foreign money: enter "
                             "one of them"));
  home = sheaf_currency_home (book);
  settling.home = home;
  return settle (&settling, voucher, error);
}
