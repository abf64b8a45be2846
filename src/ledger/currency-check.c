/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules on foreign money: of a row, then of all rows of a voucher together. */
#include "base/i18n.h"
#include "ledger/currency-private.h"
#include "ledger/party.h"
#include "ledger/voucher-judge.h"

#include <string.h>

/* One side of a row, as findings name it. */
typedef struct
{
  const SheafAccount *account;
  const char         *currency;
  gint64              foreign;
  gint64              item_id;
  const char         *column; /* of its foreign amount */
} Side;

static void
judge_code (SheafJudge            *judge,
            const SheafVoucherRow *row,
            const char            *currency)
{
  g_autofree char *home = sheaf_currency_home (judge->book);

  if (!sheaf_currency_is_known (currency))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("“%s” is no currency: write its three capital letters, as USD"), currency);
  else if (g_strcmp0 (home, currency) == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("%s is the book's own currency: leave it and the foreign amount out"),
                  currency);
}

/* On 007 item, currency, units and amount are one thing. */
static void
judge_counter (SheafJudge            *judge,
               const SheafVoucherRow *row,
               const Side            *side)
{
  g_autofree char *item = NULL;

  if (side->currency == NULL)
    {
      sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                    _ ("account %s counts units of each currency: name the currency, or leave the "
                       "row out, as the program writes it itself"),
                    side->account->code);
      return;
    }
  item = sheaf_item_code (judge->book, side->item_id);
  if (side->foreign != row->amount.units || g_strcmp0 (item, side->currency) != 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, side->column,
                  _ ("account %s counts units: its amount is the foreign amount and its item the "
                     "currency; or leave the row out, as the program writes it itself"),
                  side->account->code);
}

static void
judge_side (SheafJudge            *judge,
            const SheafVoucherRow *row,
            const Side            *side)
{
  const SheafAccount *account = side->account;

  if (account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN && side->currency == NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("account %s holds foreign money: name the currency and the amount in it"),
                  account->code);
  else if (account->currency == SHEAF_ACCOUNT_CURRENCY_HOME && side->currency != NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("account %s holds the book's own money only: leave the currency out or choose "
                     "the account for foreign money"),
                  account->code);
  else if (side->currency != NULL)
    judge_code (judge, row, side->currency);
  if ((side->foreign < 0 && row->amount.units > 0) || (side->foreign > 0 && row->amount.units < 0))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, side->column,
                  _ ("the foreign amount has another sign than the amount: enter both above 0"));
  if (side->currency == NULL && side->foreign != 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("a foreign amount stands without its currency: name the currency"));
  if (side->foreign > SHEAF_MONEY_MAX || side->foreign < -SHEAF_MONEY_MAX)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, side->column,
                  _ ("the amount is too large, at most 18 digits are kept"));
  if (sheaf_currency_counts_units (judge->chart, account))
    judge_counter (judge, row, side);
}

/* A rate is kept in millionths, so that a value may be off by half a millionth of each unit. */
static void
judge_rate (SheafJudge            *judge,
            const SheafVoucherRow *row,
            const Side            *side)
{
  g_autofree char *home = NULL;
  g_autofree char *text = NULL;
  SheafMoney       value;

  if (row->rate == 0 || side->foreign == 0)
    return;
  home = sheaf_currency_home (judge->book);
  if (!sheaf_currency_convert (side->foreign, side->currency, row->rate, home, &value) ||
      ABS (value.units - row->amount.units) <= 1 + ABS (side->foreign) / 2000000)
    return;
  text = sheaf_money_to_text (value);
  sheaf_warn (judge, row->line, "amount",
              _ ("the amount stands as given, but foreign amount × rate is %s: check which is "
                 "right"),
              text);
}

void
sheaf_judge_currency (SheafJudge            *judge,
                      const SheafVoucherRow *row,
                      const SheafSettledRow *settled)
{
  const Side debit = { settled->debit, row->debit_currency, row->debit_foreign, row->debit_item_id,
                       "debit_foreign" };
  const Side credit = { settled->credit, row->credit_currency, row->credit_foreign,
                        row->credit_item_id, "credit_foreign" };

  judge_side (judge, row, &debit);
  judge_side (judge, row, &credit);
  if (row->debit_currency != NULL && row->credit_currency != NULL &&
      strcmp (row->debit_currency, row->credit_currency) == 0 &&
      row->debit_foreign != row->credit_foreign)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "credit_foreign",
                  _ ("both sides are in %s and differ: enter the same amount, and what the bank "
                     "kept as a row of its own"),
                  row->debit_currency);
  judge_rate (judge, row, debit.foreign != 0 ? &debit : &credit);
}

/* What the voucher's rows do together to one balance. */
typedef struct
{
  SheafForeignBalance change;
  guint               line;
  guint               rows;
} Change;

static void
add_change (GArray                *changes,
            const SheafVoucherRow *row,
            gboolean               debit)
{
  Change      change = { .line = row->line, .rows = 1 };
  const char *currency = debit ? row->debit_currency : row->credit_currency;

  if (currency == NULL)
    return;
  change.change.account_id = debit ? row->debit_id : row->credit_id;
  change.change.party_id = debit ? row->debit_party_id : row->credit_party_id;
  change.change.item_id = debit ? row->debit_item_id : row->credit_item_id;
  (void) g_strlcpy (change.change.currency, currency, sizeof change.change.currency);
  for (guint i = 0; i < changes->len; i++)
    {
      Change *there = &g_array_index (changes, Change, i);

      if (there->change.account_id == change.change.account_id &&
          there->change.party_id == change.change.party_id &&
          there->change.item_id == change.change.item_id &&
          strcmp (there->change.currency, currency) == 0)
        {
          there->rows++;
          return;
        }
    }
  g_array_append_val (changes, change);
}

/* What goes out goes out at the average book rate (Circular 71/2024, accounts 111, 112, 131, 331);
 * several rows may each be rounded. */
static gboolean
judge_change (SheafJudge *judge,
              Change     *change,
              GError    **error)
{
  const SheafAccount *account = sheaf_chart_by_id (judge->chart, change->change.account_id);
  gint64              units = change->change.units, out;
  SheafForeignBalance before;
  SheafMoney          book;
  g_autofree char    *text = NULL;

  if (account == NULL || account->type == SHEAF_ACCOUNT_OFF_BALANCE || units == 0)
    return TRUE;
  if (!sheaf_currency_book_rate (judge->book, account->id, change->change.party_id,
                                 change->change.item_id, change->change.currency,
                                 judge->voucher->date, &before, error))
    return FALSE;
  out = ABS (units);
  if ((units < 0) == (before.units < 0) || out > ABS (before.units))
    return TRUE;
  book = sheaf_foreign_balance_part (&before, out);
  if (ABS (book.units + change->change.value.units) <
      (out == ABS (before.units) ? 1 : (gint64) change->rows + 1))
    return TRUE;
  text = sheaf_money_to_text (SHEAF_MONEY (ABS (book.units)));
  sheaf_warn (judge, change->line, "amount",
              _ ("what goes out of account %s in %s is worth %s at its average book rate: check "
                 "the amount"),
              account->code, change->change.currency, text);
  return TRUE;
}

gboolean
sheaf_judge_currencies (SheafJudge *judge,
                        GError    **error)
{
  const SheafVoucher *voucher = judge->voucher;
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (Change));
  char currency[4];

  if (!sheaf_currency_units_agree (judge->chart, voucher, currency))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, voucher->line, "debit_foreign",
                  _ ("the units of %s that the voucher counts are not those that its money moves: "
                     "leave these rows out, as the program writes them itself"),
                  currency);
  if (voucher->reverses_id != 0 || voucher->layer == SHEAF_LAYER_OPENING)
    return TRUE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      add_change (changes, voucher->rows->pdata[i], TRUE);
      add_change (changes, voucher->rows->pdata[i], FALSE);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);

      for (guint r = 0; r < voucher->rows->len; r++)
        sheaf_foreign_balance_add (&change->change, voucher->rows->pdata[r]);
      if (!judge_change (judge, change, error))
        return FALSE;
    }
  return TRUE;
}
