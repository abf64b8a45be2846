/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the part of shared input VAT that is not deductible to cost. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/dated.h"
#include "ledger/error.h"
#include "ledger/vat-share-private.h"
#include "ledger/vat-share-sql.h"
#include "ledger/voucher.h"
#include "store/query.h"

/* Months and quarters are entered once each, and none after the year was adjusted. */
static gboolean
check_once (SheafBook *book,
            int        year,
            guint      period,
            GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), VAT_SHARE_ENTRIES,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      guint    entered = (guint) sheaf_query_int (query, 0);
      guint    quarter = period > 12 ? period - 12 : (period + 2) / 3;
      guint    other = entered > 12 ? entered - 12 : (entered + 2) / 3;
      gboolean met = entered == SHEAF_VAT_SHARE_YEAR || entered == period ||
                     (period != SHEAF_VAT_SHARE_YEAR && quarter == other &&
                      (period > 12 || entered > 12));

      if (!met)
        continue;
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                   _ ("shared input tax of these days was put to cost by voucher %s: reverse it to "
                      "enter another"),
                   sheaf_query_text (query, 3));
      return FALSE;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
check_day (SheafBook *book,
           int        year,
           SheafDate  date,
           GError   **error)
{
  if (sheaf_date_cmp (date, sheaf_book_year_start (book, year)) >= 0 &&
      sheaf_date_cmp (date, sheaf_book_year_end (book, year)) <= 0)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
               _ ("input tax put to cost belongs to the year %d: take a day of it"), year);
  return FALSE;
}

/* The voucher's words stand in the data of the country's tax. */
static char *
describe (SheafBook           *book,
          const SheafVatShare *share)
{
  g_autofree char *name = sheaf_dated_tax_file (book, "vat");
  GKeyFile        *data = sheaf_dated_load (book, name, NULL);
  const char      *key = share->period == SHEAF_VAT_SHARE_YEAR ? "share-year"
                         : share->period > 12                  ? "share-quarter"
                                                               : "share-month";
  g_autofree char *text =
      data != NULL ? g_key_file_get_string (data, "texts", key, NULL) : NULL;
  g_autofree char *year = g_strdup_printf ("%d", share->year);
  g_autofree char *number =
      g_strdup_printf ("%u", share->period > 12 ? share->period - 12 : share->period);
  GString *filled = g_string_new (text != NULL ? text : _ ("Shared input tax that is not "
                                                           "deductible"));

  g_string_replace (filled, "{year}", year, 0);
  g_string_replace (filled, "{month}", number, 0);
  g_string_replace (filled, "{quarter}", number, 0);
  return g_string_free (filled, FALSE);
}

static SheafVoucher *
make_voucher (SheafBook           *book,
              const SheafVatShare *share,
              SheafDate            date)
{
  g_autofree char *text = describe (book, share);
  SheafVoucher    *voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, date, text);

  for (guint i = 0; i < share->lines->len; i++)
    {
      const SheafVatShareLine *line = &g_array_index (share->lines, SheafVatShareLine, i);
      SheafMoney               left = sheaf_money_sub (line->not_deductible, line->entered);

      if (left.units > 0)
        sheaf_voucher_add_row (voucher, line->cost_id, line->vat_id, left);
      else if (left.units < 0)
        sheaf_voucher_add_row (voucher, line->vat_id, line->cost_id, sheaf_money_neg (left));
    }
  return voucher;
}

gboolean
sheaf_vat_share_post (SheafBook *book,
                      int        year,
                      guint      period,
                      SheafDate  date,
                      gint64    *ret_voucher_id,
                      GError   **error)
{
  g_autoptr (SheafVatShare) share = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafAct) act = NULL;
  g_autofree char *summary = g_strdup_printf ("%d/%u", year, period);

  if (!check_day (book, year, date, error) || !check_once (book, year, period, error))
    return FALSE;
  share = sheaf_vat_share_compute (book, year, period, error);
  if (share == NULL)
    return FALSE;
  *ret_voucher_id = 0;
  voucher = make_voucher (book, share, date);
  if (voucher->rows->len == 0)
    return TRUE;
  act = sheaf_act_begin (book, "vat-share", summary, error);
  return act != NULL && sheaf_voucher_post (book, voucher, ret_voucher_id, error) &&
         sheaf_store_run (sheaf_book_store (book), VAT_SHARE_INSERT,
                          SHEAF_ARGS (SHEAF_INT (year), SHEAF_INT (period),
                                      SHEAF_UNITS (share->difference), SHEAF_INT (*ret_voucher_id),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}
