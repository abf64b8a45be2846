/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging a voucher: every finding with its place, so that a form and an import show all of them at
 * once. */
#include "ledger/voucher-check.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "ledger/closing.h"
#include "ledger/currency.h"
#include "ledger/error.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/voucher-judge.h"
#include "ledger/voucher-private.h"

#define LAST_YEAR 2999 /* dates beyond cannot be read back */

static void
judge_lock (SheafJudge *judge,
            SheafDate   locked)
{
  g_autofree char *day = sheaf_date_to_text (locked);

  sheaf_refuse (judge, SHEAF_LEDGER_ERROR_PERIOD_LOCKED, judge->voucher->line, "date",
                _ ("the books are locked until %s: choose a later day or unlock the period"), day);
}

static void
judge_first_day (SheafJudge *judge)
{
  g_autofree char *first = sheaf_date_to_text (sheaf_book_first_day (judge->book));

  sheaf_refuse (judge, SHEAF_LEDGER_ERROR_DATE, judge->voucher->line, "date",
                _ ("the day lies before the book's first day %s: enter it in the opening balances"),
                first);
}

static gboolean
judge_date (SheafJudge *judge,
            GError    **error)
{
  const SheafVoucher *voucher = judge->voucher;
  int                 year = sheaf_date_year (voucher->date);
  gboolean            program = voucher->layer == SHEAF_LAYER_CLOSING ||
                     voucher->layer == SHEAF_LAYER_DISTRIBUTION;
  SheafDate locked;
  gboolean  closed;

  if (!sheaf_period_locked_until (judge->book, &locked, error) ||
      !sheaf_closing_is_closed (judge->book, year, &closed, error))
    return FALSE;
  if (sheaf_date_cmp (voucher->date, sheaf_book_first_day (judge->book)) < 0)
    judge_first_day (judge);
  else if (year > LAST_YEAR)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_DATE, voucher->line, "date",
                  _ ("the year %d is out of reach: check the day"), year);
  else if (!sheaf_date_is_none (locked) && sheaf_date_cmp (voucher->date, locked) <= 0)
    judge_lock (judge, locked);
  else if (closed && !program)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_YEAR_CLOSED, voucher->line, "date",
                  _ ("the year %d is closed: choose a day in an open year or reopen it"), year);
  else if (sheaf_date_cmp (voucher->date, sheaf_book_today (judge->book)) > 0)
    sheaf_warn (judge, voucher->line, "date", _ ("the day lies after today: check it"));
  return TRUE;
}

static void
judge_number (SheafJudge *judge)
{
  const SheafVoucher *voucher = judge->voucher;
  int                 year = sheaf_date_year (voucher->date);

  if (voucher->number == NULL)
    return;
  if (*voucher->number == '\0' || g_utf8_strlen (voucher->number, -1) > 40)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "number",
                  _ ("a voucher number has 1 to 40 letters: shorten it"));
  else if (sheaf_voucher_find (judge->book, voucher->kind, year, voucher->number) != 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "number",
                  _ ("there is a %s voucher %s in %d already: give another number"),
                  sheaf_voucher_kind_to_word (voucher->kind), voucher->number, year);
}

/* An off-balance account is written alone and stands against a hidden one. */
static gboolean
same_accounts (const SheafChart      *chart,
               const SheafVoucherRow *row,
               const SheafVoucherRow *original)
{
  SheafSettledRow one, other;

  sheaf_voucher_row_accounts (chart, row, &one);
  sheaf_voucher_row_accounts (chart, original, &other);
  return one.debit == other.debit && one.credit == other.credit;
}

static gboolean
is_mirror (const SheafChart      *chart,
           const SheafVoucherRow *row,
           const SheafVoucherRow *original)
{
  return same_accounts (chart, row, original) &&
         row->amount.units == -original->amount.units &&
         (row->scope == SHEAF_SCOPE_NONE || row->scope == original->scope) &&
         row->debit_party_id == original->debit_party_id &&
         row->credit_party_id == original->credit_party_id &&
         row->debit_item_id == original->debit_item_id &&
         row->credit_item_id == original->credit_item_id &&
         g_strcmp0 (row->debit_currency, original->debit_currency) == 0 &&
         g_strcmp0 (row->credit_currency, original->credit_currency) == 0 &&
         row->debit_foreign == -original->debit_foreign &&
         row->credit_foreign == -original->credit_foreign;
}

static gboolean
has_unit_rows (const SheafChart   *chart,
               const SheafVoucher *voucher)
{
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->debit_id)) ||
          sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, row->credit_id)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
judge_reversal (SheafJudge *judge,
                GError    **error)
{
  const SheafVoucher *voucher = judge->voucher;
  g_autoptr (SheafVoucher) original = NULL;
  gboolean mirror;

  if (voucher->reverses_id == 0)
    return TRUE;
  original = sheaf_voucher_load (judge->book, voucher->reverses_id, error);
  if (original == NULL)
    return FALSE;
  /* The rows on 007 that the program wrote may be left out: it mirrors them itself. */
  if (!has_unit_rows (judge->chart, voucher))
    sheaf_currency_drop_unit_rows (judge->chart, original);
  mirror = voucher->rows->len == original->rows->len;
  for (guint i = 0; mirror && i < voucher->rows->len; i++)
    mirror = is_mirror (judge->chart, voucher->rows->pdata[i], original->rows->pdata[i]);
  if (original->reverses_id != 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
                  _ ("%s is a reversal itself: enter the original voucher again instead"),
                  original->number);
  else if (sheaf_voucher_reversed_by (judge->book, original->id) != 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
                  _ ("%s has been reversed already: nothing is left to reverse"), original->number);
  else if (original->layer != voucher->layer)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
                  _ ("%s was written by a closing or a distribution: undo these themselves"),
                  original->number);
  else if (!mirror)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
                  _ ("the rows are not those of %s with negative amounts: repeat them exactly"),
                  original->number);
  else if (sheaf_date_cmp (voucher->date, original->date) < 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_DATE, voucher->line, "date",
                  _ ("the day lies before %s itself: choose the same day or a later one"),
                  original->number);
  return TRUE;
}

static SheafMoney
read_limit (SheafBook *book)
{
  g_autofree char *text = sheaf_setting_find (book, "amount-limit");
  SheafMoney       limit = SHEAF_MONEY_ZERO;

  if (text != NULL)
    (void) sheaf_money_parse (text, &limit, NULL); /* "" turns it off */
  return limit;
}

gboolean
sheaf_voucher_judge (SheafBook          *book,
                     const SheafVoucher *voucher,
                     const char         *file,
                     SheafProblems      *problems,
                     int                *ret_code,
                     GError            **error)
{
  SheafJudge judge = { book, sheaf_chart_get (book, error), voucher, file, problems, -1,
                       read_limit (book) };

  if (judge.chart == NULL || !judge_date (&judge, error))
    return FALSE;
  judge_number (&judge);
  if ((voucher->kind == SHEAF_VOUCHER_OPENING) != (voucher->layer == SHEAF_LAYER_OPENING))
    sheaf_refuse (
        &judge, SHEAF_LEDGER_ERROR_KIND, voucher->line, "kind",
        _ ("opening balances are entered as such, not as a voucher: choose another kind"));
  if (voucher->rows->len == 0)
    sheaf_refuse (&judge, SHEAF_LEDGER_ERROR_AMOUNT, voucher->line, "amount",
                  _ ("the voucher has no row: enter at least one"));
  if (voucher->description == NULL || *voucher->description == '\0')
    sheaf_refuse (&judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "description",
                  _ ("the voucher has no description: say what happened"));
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!sheaf_judge_row (&judge, voucher->rows->pdata[i], error))
      return FALSE;
  sheaf_judge_kind (&judge);
  if (!sheaf_judge_currencies (&judge, error))
    return FALSE;
  if (!judge_reversal (&judge, error))
    return FALSE;
  *ret_code = judge.code;
  return TRUE;
}

gboolean
sheaf_voucher_check (SheafBook          *book,
                     const SheafVoucher *voucher,
                     const char         *file,
                     SheafProblems      *problems,
                     GError            **error)
{
  int code;

  return sheaf_voucher_judge (book, voucher, file, problems, &code, error);
}
