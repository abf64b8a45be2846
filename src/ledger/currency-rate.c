/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange are only ever added: a corrected one is a later row of its day. */
#include "ledger/currency-rate.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/currency-rate-sql.h"
#include "ledger/currency.h"
#include "ledger/error.h"
#include "store/query.h"

#include <string.h>

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
check (SheafBook               *book,
       const SheafCurrencyRate *rate,
       GError                 **error)
{
  g_autofree char *home = sheaf_currency_home (book);

  if (!sheaf_currency_is_known (rate->currency))
    return refuse (error, _ ("“%s” is no currency: write its three capital letters, as USD"),
                   rate->currency);
  if (g_strcmp0 (home, rate->currency) == 0)
    return refuse (error, _ ("%s is the book's own currency: give rates of others"),
                   rate->currency);
  if (rate->buying < 0 || rate->selling < 0 || rate->rate < 0 ||
      (rate->rate == 0 && (rate->buying == 0 || rate->selling == 0)))
    return refuse (error,
                   _ ("the rate of %s is missing: give it, or both the buying and the selling "
                      "rate"),
                   rate->currency);
  return TRUE;
}

gboolean
sheaf_rate_insert (SheafBook               *book,
                   const SheafCurrencyRate *rate,
                   GError                 **error)
{
  gint64 average = rate->rate;
  g_autoptr (SheafAct) act = NULL;

  if (!check (book, rate, error))
    return FALSE;
  if (rate->buying > 0 && rate->selling > 0)
    average = sheaf_money_mul_div (
                  sheaf_money_add (SHEAF_MONEY (rate->buying), SHEAF_MONEY (rate->selling)), 1, 2,
                  SHEAF_ROUND_HALF_UP)
                  .units;
  act = sheaf_act_begin (book, "rate-insert", rate->currency, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), RATE_INSERT,
                          SHEAF_ARGS (SHEAF_TEXT (rate->currency), SHEAF_DAY (rate->date),
                                      SHEAF_ID (rate->buying), SHEAF_ID (rate->selling),
                                      SHEAF_INT (average), SHEAF_OPTIONAL (rate->source),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_rate_find (SheafBook  *book,
                 const char *currency,
                 SheafDate   on,
                 gint64     *ret_rate,
                 SheafDate  *ret_day,
                 GError    **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), RATE_FIND,
                       SHEAF_ARGS (SHEAF_TEXT (currency), SHEAF_DAY (on)), error);
  gint64    rate = 0;
  SheafDate day = SHEAF_DATE_NONE;

  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, NULL))
    {
      rate = sheaf_query_int (query, 0);
      day = sheaf_query_date (query, 1);
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  *ret_rate = rate;
  if (ret_day != NULL)
    *ret_day = day;
  return TRUE;
}

gboolean
sheaf_rate_need (SheafBook  *book,
                 const char *currency,
                 SheafDate   on,
                 gint64     *ret_rate,
                 GError    **error)
{
  SheafDate day;
  gint64    rate;

  if (!sheaf_rate_find (book, currency, on, &rate, &day, error))
    return FALSE;
  if (rate == 0 || sheaf_date_cmp (sheaf_date_add_days (day, SHEAF_RATE_DAYS), on) < 0)
    {
      g_autofree char *text = sheaf_date_to_text (on);
      g_autofree char *last = rate == 0 ? NULL : sheaf_date_to_text (day);

      return last == NULL
                 ? refuse (error, _ ("there is no rate of %s for %s: give it or import it"),
                           currency, text)
                 : refuse (error,
                           _ ("there is no rate of %s for %s, the last is of %s: give it or "
                              "import it"),
                           currency, text, last);
    }
  *ret_rate = rate;
  return TRUE;
}

GPtrArray *
sheaf_rate_list (SheafBook  *book,
                 const char *currency,
                 SheafDate   from,
                 SheafDate   to,
                 GError    **error)
{
  g_autoptr (GPtrArray) rates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_currency_rate_free);
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), RATE_LIST,
                       SHEAF_ARGS (SHEAF_TEXT (currency), SHEAF_DAY (from), SHEAF_DAY (to)),
                       error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafCurrencyRate *rate = g_new0 (SheafCurrencyRate, 1);

      rate->date = sheaf_query_date (query, 0);
      (void) g_strlcpy (rate->currency, sheaf_query_text (query, 1), sizeof rate->currency);
      rate->buying = sheaf_query_int (query, 2);
      rate->selling = sheaf_query_int (query, 3);
      rate->rate = sheaf_query_int (query, 4);
      rate->source = g_strdup (sheaf_query_text (query, 5));
      g_ptr_array_add (rates, rate);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&rates) : NULL;
}

void
sheaf_currency_rate_free (SheafCurrencyRate *rate)
{
  if (rate == NULL)
    return;
  g_free (rate->source);
  g_free (rate);
}
