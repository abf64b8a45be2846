/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a year, simulating it, opening it again. */
#include "ledger/closing.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/closing-private.h"
#include "ledger/closing-sql.h"
#include "ledger/error.h"
#include "ledger/revaluation.h"
#include "ledger/totals-private.h"
#include "ledger/voucher-private.h"
#include "store/query.h"

#include <string.h>

gboolean
sheaf_closing_keys_parse (const char       *key,
                          const char       *tax_key,
                          SheafClosingKeys *ret_keys,
                          GError          **error)
{
  SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };

  if (strcmp (key, "cost") == 0)
    keys.key = SHEAF_CLOSING_BY_COST;
  else if (strcmp (key, "none") == 0)
    keys.key = SHEAF_CLOSING_ALL_EXTERNAL;
  else if (strcmp (key, "revenue") != 0)
    {
      keys.key = SHEAF_CLOSING_BY_RATE;
      if (!sheaf_rate_parse (key, &keys.rate, NULL) || keys.rate.millionths > 1000000)
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE,
                       _ ("“%s” is no key for the shared expense: use revenue, cost, none or a "
                          "rate from 0 to 1"),
                       key);
          return FALSE;
        }
    }
  if (tax_key != NULL && strcmp (tax_key, "profit") == 0)
    keys.tax_by_profit = TRUE;
  else if (tax_key != NULL && strcmp (tax_key, "external") != 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE,
                   _ ("“%s” is no key for income tax: use external or profit"), tax_key);
      return FALSE;
    }
  *ret_keys = keys;
  return TRUE;
}

char *
sheaf_closing_key_to_text (const SheafClosingKeys *keys)
{
  switch (keys->key)
    {
    case SHEAF_CLOSING_BY_COST:
      return g_strdup ("cost");
    case SHEAF_CLOSING_ALL_EXTERNAL:
      return g_strdup ("none");
    case SHEAF_CLOSING_BY_RATE:
      return sheaf_rate_to_text (keys->rate);
    case SHEAF_CLOSING_BY_REVENUE:
    default:
      return g_strdup ("revenue");
    }
}

gboolean
sheaf_closing_keys_load (SheafBook        *book,
                         int               year,
                         SheafClosingKeys *ret_keys,
                         GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), CLOSING_KEYS,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);

  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, NULL))
    return sheaf_closing_keys_parse (sheaf_query_text (query, 0), sheaf_query_text (query, 1),
                                     ret_keys, error);
  return sheaf_query_finish (query, error) &&
         sheaf_closing_keys_parse ("revenue", "external", ret_keys, error);
}

gboolean
sheaf_closing_is_closed (SheafBook *book,
                         int        year,
                         gboolean  *ret_closed,
                         GError   **error)
{
  gint64 closed = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), CLOSING_IS_CLOSED,
                             SHEAF_ARGS (SHEAF_INT (year)), NULL, &closed, error))
    return FALSE;
  *ret_closed = closed != 0;
  return TRUE;
}

gint64
sheaf_closing_voucher (SheafBook *book,
                       int        year)
{
  gint64 id;

  return sheaf_store_get_int (sheaf_book_store (book), CLOSING_VOUCHER,
                              SHEAF_ARGS (SHEAF_INT (year)), &id, NULL)
             ? id
             : 0;
}

SheafVoucher *
sheaf_closing_compute (SheafBook              *book,
                       const SheafTotals      *totals,
                       const SheafClosingKeys *keys,
                       GError                **error)
{
  g_autofree char *description = sheaf_closing_description (book, sheaf_date_year (totals->to),
                                                            error);
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (GArray) pairs = NULL;
  SheafTotals scratch = *totals;

  if (description == NULL)
    return NULL;
  pairs = g_array_copy (totals->pairs);
  scratch.pairs = pairs;
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, totals->to, description);
  voucher->layer = SHEAF_LAYER_CLOSING;
  if (!sheaf_closing_run_steps (book, &scratch, keys, voucher, error))
    return NULL;
  return g_steal_pointer (&voucher);
}

/* The closing rows of one year up to a day, from rows of that year alone. */
static SheafVoucher *
compute_year (SheafBook              *book,
              int                     year,
              SheafDate               to,
              const SheafClosingKeys *keys,
              GError                **error)
{
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load (book, sheaf_book_year_start (book, year), to, error);

  return totals == NULL ? NULL : sheaf_closing_compute (book, totals, keys, error);
}

static gboolean
simulate_year (SheafBook   *book,
               int          year,
               SheafTotals *totals,
               GError     **error)
{
  SheafDate        end = sheaf_book_year_end (book, year);
  gboolean         last = sheaf_date_cmp (end, totals->to) >= 0;
  SheafDate        to = last ? totals->to : end;
  SheafClosingKeys keys;
  gboolean         closed;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (closed && sheaf_date_cmp (totals->to, end) >= 0)
    return TRUE; /* its closing rows are among the totals */
  if (!sheaf_closing_keys_load (book, year, &keys, error))
    return FALSE;
  voucher = compute_year (book, year, to, &keys, error);
  if (voucher == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      SheafPairTotal        *pair;
      gboolean               before = sheaf_date_cmp (to, totals->from) < 0;
      SheafMoney            *sum;

      pair = sheaf_totals_pair (totals, row->debit_id, row->credit_id, row->scope);
      sum = before ? &pair->before : &pair->period;
      *sum = sheaf_money_add (*sum, row->amount);
    }
  return TRUE;
}

gboolean
sheaf_closing_simulate (SheafBook   *book,
                        SheafTotals *totals,
                        GError     **error)
{
  for (int year = sheaf_date_year (sheaf_book_first_day (book));
       year <= sheaf_date_year (totals->to); year++)
    if (!simulate_year (book, year, totals, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_event (SheafBook  *book,
             int         year,
             gboolean    closed,
             const char *key,
             const char *tax_key,
             const char *reason,
             GError    **error)
{
  return sheaf_store_run (sheaf_book_store (book), CLOSING_EVENT_INSERT,
                          SHEAF_ARGS (SHEAF_INT (year), SHEAF_INT (closed), SHEAF_OPTIONAL (key),
                                      SHEAF_OPTIONAL (tax_key), SHEAF_OPTIONAL (reason),
                                      SHEAF_INT (sheaf_book_act_id (book))),
                          error);
}

/* Years are closed one after the other and reopened the other way round, so that what a closed year
 * starts from stands still. */
static gboolean
check_order (SheafBook *book,
             int        year,
             GError   **error)
{
  gboolean closed;

  for (int earlier = sheaf_date_year (sheaf_book_first_day (book)); earlier < year; earlier++)
    {
      if (!sheaf_closing_is_closed (book, earlier, &closed, error))
        return FALSE;
      if (!closed)
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                       _ ("the year %d is still open: close it before %d"), earlier, year);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_scopes (SheafBook *book,
              int        year,
              GError   **error)
{
  g_autofree char *number = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), CLOSING_UNSCOPED,
                             SHEAF_ARGS (SHEAF_DAY (sheaf_book_year_start (book, year)),
                                         SHEAF_DAY (sheaf_book_year_end (book, year))),
                             &number, error))
    return FALSE;
  if (number == NULL)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE,
               _ ("voucher %s has a revenue deduction without a scope: reverse it and enter it "
                  "as internal or external"),
               number);
  return FALSE;
}

static gboolean
check_closable (SheafBook *book,
                int        year,
                GError   **error)
{
  gboolean closed;

  if (!sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (year < sheaf_date_year (sheaf_book_first_day (book)) || year > 2999)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                 _ ("the book begins in %d and has no year %d: name a year of this book"),
                 sheaf_date_year (sheaf_book_first_day (book)), year);
  else if (closed)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED,
                 _ ("the year %d is closed already: reopen it to close it again"), year);
  else
    return check_order (book, year, error) && check_scopes (book, year, error);
  return FALSE;
}

/* Closing without the revaluation is no error, as rates may not have moved; it is told all the
 * same (Circular 71/2024, account 111 no. 3.17: at the end of the period). */
static gboolean
tell_unrevalued (SheafBook *book,
                 int        year,
                 GError   **error)
{
  g_autofree char *text = NULL;
  gboolean         due;

  if (!sheaf_revaluation_is_due (book, sheaf_book_year_end (book, year), &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  text = g_strdup_printf (_ ("money, claims or debts in foreign money were not revalued at the end "
                             "of %d: reopen the year, revalue them and close it again"),
                          year);
  sheaf_act_warn (book, text);
  return TRUE;
}

gboolean
sheaf_closing_post (SheafBook              *book,
                    int                     year,
                    const SheafClosingKeys *keys,
                    gint64                 *ret_voucher_id,
                    GError                **error)
{
  g_autofree char *key = sheaf_closing_key_to_text (keys);
  g_autofree char *summary = g_strdup_printf ("%d", year);
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id = 0;

  if (!check_closable (book, year, error))
    return FALSE;
  voucher = compute_year (book, year, sheaf_book_year_end (book, year), keys, error);
  if (voucher == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->memo == NULL) /* rows of the shared expense tell its figures too */
        row->memo = g_strdup_printf ("key=%s", key);
    }
  act = sheaf_act_begin (book, "year-close", summary, error);
  if (act == NULL ||
      !write_event (book, year, TRUE, key, keys->tax_by_profit ? "profit" : "external", NULL,
                    error) ||
      (voucher->rows->len > 0 && !sheaf_voucher_post (book, voucher, &id, error)) ||
      !tell_unrevalued (book, year, error) || !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}

static gboolean
check_reopenable (SheafBook  *book,
                  int         year,
                  const char *reason,
                  GError    **error)
{
  g_autofree char *plan = g_strdup_printf ("%04d", year);
  g_autofree char *shared = NULL;
  gboolean         closed, next_closed;

  if (!sheaf_closing_is_closed (book, year, &closed, error) ||
      !sheaf_closing_is_closed (book, year + 1, &next_closed, error) ||
      !sheaf_store_get_text (sheaf_book_store (book), CLOSING_SHARED,
                             SHEAF_ARGS (SHEAF_TEXT (plan)), &shared, error))
    return FALSE;
  if (!closed)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED,
                 _ ("the year %d is not closed: there is nothing to reopen"), year);
  else if (next_closed)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED,
                 _ ("the year %d is closed as well: reopen it before %d"), year + 1, year);
  else if (shared != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED,
                 _ ("the income of %d is shared out by voucher %s: reverse it before you reopen "
                    "the year"),
                 year, shared);
  else if (reason == NULL || *reason == '\0')
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL,
                 _ ("reopening a year needs a reason: give one"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
reverse_closing (SheafBook  *book,
                 int         year,
                 const char *reason,
                 GError    **error)
{
  gint64 id = sheaf_closing_voucher (book, year);
  g_autoptr (SheafVoucher) voucher = NULL;

  if (id == 0)
    return TRUE; /* nothing had moved in that year */
  voucher = sheaf_voucher_load (book, id, error);
  return voucher != NULL && sheaf_reversal_post (book, voucher, sheaf_book_year_end (book, year),
                                                 reason, NULL, error);
}

gboolean
sheaf_closing_reopen (SheafBook  *book,
                      int         year,
                      const char *reason,
                      GError    **error)
{
  g_autofree char *summary = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (!check_reopenable (book, year, reason, error))
    return FALSE;
  summary = g_strdup_printf ("%d: %s", year, reason);
  act = sheaf_act_begin (book, "year-reopen", summary, error);
  return act != NULL && reverse_closing (book, year, reason, error) &&
         write_event (book, year, FALSE, NULL, NULL, reason, error) &&
         sheaf_act_commit (act, error);
}
