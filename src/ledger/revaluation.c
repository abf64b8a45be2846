/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What foreign money, claims and debts are worth at the rate of a day: the difference to the book
 * value is a gain or a loss of that day, never deferred, and the new book value goes on. */
#include "ledger/revaluation.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/currency-rate.h"
#include "ledger/error.h"
#include "ledger/revaluation-sql.h"

#include <string.h>

void
sheaf_revaluation_free (SheafRevaluation *revaluation)
{
  if (revaluation == NULL)
    return;
  g_array_unref (revaluation->lines);
  g_array_unref (revaluation->given);
  g_free (revaluation);
}

static gint64
given_rate (const SheafRevaluation *revaluation,
            const char             *currency)
{
  for (guint i = 0; i < revaluation->given->len; i++)
    {
      const SheafGivenRate *given = &g_array_index (revaluation->given, SheafGivenRate, i);

      if (strcmp (given->currency, currency) == 0)
        return given->rate;
    }
  return 0;
}

static gboolean
find_rate (SheafBook              *book,
           const SheafRevaluation *revaluation,
           SheafRevaluationLine   *line,
           GError                **error)
{
  g_autoptr (GError) missing = NULL;

  if (!revaluation->looking)
    return sheaf_rate_need (book, line->balance.currency, revaluation->date, &line->rate, error);
  if (sheaf_rate_need (book, line->balance.currency, revaluation->date, &line->rate, &missing) ||
      g_error_matches (missing, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&missing));
  return FALSE;
}

/* No rate is needed where no units are left: what is left of the value goes. */
static gboolean
revalue_line (SheafBook            *book,
              SheafRevaluation     *revaluation,
              const char           *home,
              SheafRevaluationLine *line,
              GError              **error)
{
  const SheafForeignBalance *balance = &line->balance;

  line->revalued = SHEAF_MONEY_ZERO;
  line->rate = given_rate (revaluation, balance->currency);
  if (balance->units != 0 && line->rate == 0 && !find_rate (book, revaluation, line, error))
    return FALSE;
  if (balance->units != 0 && line->rate == 0)
    {
      line->revalued = balance->value;
      return TRUE;
    }
  if (balance->units != 0 && !sheaf_currency_convert (balance->units, balance->currency, line->rate,
                                                      home, &line->revalued))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY,
                   _ ("the amount in %s is too large at this rate: check both"),
                   balance->currency);
      return FALSE;
    }
  line->difference = sheaf_money_sub (line->revalued, balance->value);
  if (line->difference.units > 0)
    revaluation->gain = sheaf_money_add (revaluation->gain, line->difference);
  else
    revaluation->loss = sheaf_money_sub (revaluation->loss, line->difference);
  return TRUE;
}

static gboolean
compute_lines (SheafBook        *book,
               SheafRevaluation *revaluation,
               GError          **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *home = sheaf_currency_home (book);
  g_autoptr (GArray) balances = NULL;

  if (chart == NULL)
    return FALSE;
  balances = sheaf_currency_balances (book, revaluation->date, error);
  for (guint i = 0; balances != NULL && i < balances->len; i++)
    {
      SheafRevaluationLine line = { .balance = g_array_index (balances, SheafForeignBalance, i) };

      line.monetary = sheaf_foreign_balance_is_monetary (chart, &line.balance);
      line.revalued = line.balance.value;
      if (line.monetary && !revalue_line (book, revaluation, home, &line, error))
        return FALSE;
      g_array_append_val (revaluation->lines, line);
    }
  return balances != NULL;
}

static gboolean
check_given (SheafBook            *book,
             const SheafGivenRate *given,
             GError              **error)
{
  g_autofree char *home = sheaf_currency_home (book);

  if (sheaf_currency_is_known (given->currency) && g_strcmp0 (home, given->currency) != 0 &&
      given->rate > 0)
    return TRUE;
  g_set_error (
      error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY,
      _ ("the rate given for “%s” cannot be used: name a foreign currency and a rate above "
         "0"),
      given->currency);
  return FALSE;
}

static SheafRevaluation *
new_revaluation (SheafDate date)
{
  SheafRevaluation *revaluation = g_new0 (SheafRevaluation, 1);

  revaluation->date = date;
  revaluation->lines = g_array_new (FALSE, TRUE, sizeof (SheafRevaluationLine));
  revaluation->given = g_array_new (FALSE, TRUE, sizeof (SheafGivenRate));
  return revaluation;
}

SheafRevaluation *
sheaf_revaluation_look (SheafBook *book,
                        SheafDate  date,
                        GError   **error)
{
  g_autoptr (SheafRevaluation) revaluation = new_revaluation (date);

  revaluation->looking = TRUE;
  return compute_lines (book, revaluation, error) ? g_steal_pointer (&revaluation) : NULL;
}

SheafRevaluation *
sheaf_revaluation_compute (SheafBook            *book,
                           SheafDate             date,
                           const SheafGivenRate *given,
                           gsize                 n_given,
                           GError              **error)
{
  g_autoptr (SheafRevaluation) revaluation = new_revaluation (date);

  for (gsize i = 0; i < n_given; i++)
    {
      if (!check_given (book, &given[i], error))
        return NULL;
      g_array_append_val (revaluation->given, given[i]);
    }
  return compute_lines (book, revaluation, error) ? g_steal_pointer (&revaluation) : NULL;
}

static void
add_row (SheafVoucher               *voucher,
         const SheafRevaluationLine *line,
         const SheafAccount         *gain,
         const SheafAccount         *loss)
{
  const SheafForeignBalance *balance = &line->balance;
  gboolean                   up = line->difference.units > 0;
  SheafVoucherRow           *row =
      sheaf_voucher_add_row (voucher, up ? balance->account_id : loss->id,
                             up ? gain->id : balance->account_id,
                             SHEAF_MONEY (ABS (line->difference.units)));

  *(up ? &row->debit_party_id : &row->credit_party_id) = balance->party_id;
  *(up ? &row->debit_item_id : &row->credit_item_id) = balance->item_id;
  *(up ? &row->debit_currency : &row->credit_currency) = g_strdup (balance->currency);
  row->rate = line->rate;
}

SheafVoucher *
sheaf_revaluation_voucher (SheafBook              *book,
                           const SheafRevaluation *revaluation,
                           GError                **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *gain = chart == NULL ? NULL : sheaf_currency_gain_account (chart, error);
  const SheafAccount *loss = gain == NULL ? NULL : sheaf_currency_loss_account (chart, error);
  g_autoptr (SheafVoucher) voucher = NULL;

  if (loss == NULL)
    return NULL;
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, revaluation->date,
                               _ ("Revaluation of foreign money, claims and debts"));
  for (guint i = 0; i < revaluation->lines->len; i++)
    {
      const SheafRevaluationLine *line = &g_array_index (revaluation->lines, SheafRevaluationLine,
                                                         i);

      if (line->difference.units != 0)
        add_row (voucher, line, gain, loss);
    }
  return voucher->rows->len > 0 ? g_steal_pointer (&voucher) : NULL;
}

static gboolean
keep_rates (SheafBook              *book,
            const SheafRevaluation *revaluation,
            GError                **error)
{
  for (guint i = 0; i < revaluation->given->len; i++)
    {
      const SheafGivenRate *given = &g_array_index (revaluation->given, SheafGivenRate, i);
      SheafCurrencyRate     rate = { 0 };

      rate.date = revaluation->date;
      rate.rate = given->rate;
      (void) g_strlcpy (rate.currency, given->currency, sizeof rate.currency);
      if (!sheaf_rate_insert (book, &rate, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_revaluation_post (SheafBook            *book,
                        SheafDate             date,
                        const SheafGivenRate *given,
                        gsize                 n_given,
                        gint64               *ret_voucher_id,
                        GError              **error)
{
  g_autoptr (SheafRevaluation)
      revaluation = sheaf_revaluation_compute (book, date, given, n_given, error);
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafAct) act = NULL;
  g_autofree char *summary = sheaf_date_to_text (date);
  GError          *cause = NULL;
  gint64           id = 0;

  if (revaluation == NULL)
    return FALSE;
  voucher = sheaf_revaluation_voucher (book, revaluation, &cause);
  if (voucher == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        *ret_voucher_id = 0;
      return cause == NULL;
    }
  act = sheaf_act_begin (book, "revaluation-post", summary, error);
  if (act == NULL || !keep_rates (book, revaluation, error) ||
      !sheaf_voucher_post (book, voucher, &id, error) ||
      !sheaf_store_run (sheaf_book_store (book), REVALUATION_INSERT,
                        SHEAF_ARGS (SHEAF_DAY (date), SHEAF_INT (id),
                                    SHEAF_INT (sheaf_act_id (act))),
                        error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  *ret_voucher_id = id;
  return TRUE;
}

gboolean
sheaf_revaluation_is_due (SheafBook *book,
                          SheafDate  date,
                          gboolean  *ret_due,
                          GError   **error)
{
  g_autoptr (SheafRevaluation) looked = sheaf_revaluation_look (book, date, error);
  gboolean due = FALSE;

  if (looked == NULL)
    return FALSE;
  for (guint i = 0; i < looked->lines->len; i++)
    {
      const SheafRevaluationLine *line = &g_array_index (looked->lines, SheafRevaluationLine, i);

      due |= line->difference.units != 0 ||
             (line->monetary && line->rate == 0 && line->balance.units != 0);
    }
  *ret_due = due;
  return TRUE;
}
