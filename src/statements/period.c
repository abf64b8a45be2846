/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement never depends on whether a year has been closed. */
#include "statements/period.h"

#include "ledger/closing.h"

/* A row of an earlier, simulated closing lies before the period. Closing rows name no party, so the
 * details are not touched. */
static void
add_before (SheafTotals           *totals,
            const SheafVoucherRow *row)
{
  SheafPairTotal fresh = { row->debit_id, row->credit_id, row->scope, row->amount,
                           SHEAF_MONEY_ZERO };

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->debit_id != row->debit_id || pair->credit_id != row->credit_id ||
          pair->scope != row->scope)
        continue;
      pair->before = sheaf_money_add (pair->before, row->amount);
      return;
    }
  g_array_append_val (totals->pairs, fresh);
}

/* Takes over the totals: adds the closings of earlier open years, then works out the closing of
 * this year unless it is posted among them; *ret_closing is NULL then. */
static SheafTotals *
close_year (SheafBook     *book,
            int            year,
            SheafTotals   *loaded,
            GPtrArray     *earlier,
            SheafVoucher **ret_closing,
            GError       **error)
{
  g_autoptr (SheafTotals) totals = loaded;
  SheafClosingKeys keys;
  gboolean         closed;

  *ret_closing = NULL;
  if (totals == NULL || !sheaf_closing_is_closed (book, year, &closed, error))
    return NULL;
  for (guint i = 0; i < earlier->len; i++)
    {
      const SheafVoucher *voucher = earlier->pdata[i];

      for (guint j = 0; j < voucher->rows->len; j++)
        add_before (totals, voucher->rows->pdata[j]);
    }
  if (closed && sheaf_date_cmp (totals->to, sheaf_book_year_end (book, year)) >= 0)
    return g_steal_pointer (&totals);
  if (!sheaf_closing_keys_load (book, year, &keys, error))
    return NULL;
  *ret_closing = sheaf_closing_compute (book, totals, &keys, error);
  return *ret_closing == NULL ? NULL : g_steal_pointer (&totals);
}

/* The closings of the years before this one that are open. */
static GPtrArray *
close_earlier (SheafBook *book,
               int        year,
               GError   **error)
{
  g_autoptr (GPtrArray) earlier =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_voucher_free);

  for (int past = sheaf_date_year (sheaf_book_first_day (book)); past < year; past++)
    {
      SheafVoucher *voucher = NULL;
      g_autoptr (SheafTotals)
          whole = close_year (book, past,
                              sheaf_totals_load_pairs (book, sheaf_book_year_start (book, past),
                                                       sheaf_book_year_end (book, past), error),
                              earlier, &voucher, error);

      if (voucher != NULL)
        g_ptr_array_add (earlier, voucher);
      if (whole == NULL)
        return NULL;
    }
  return g_steal_pointer (&earlier);
}

/* Takes over the totals; *ret_closing as close_year gives it. */
static SheafTotals *
close_period (SheafBook     *book,
              int            year,
              SheafTotals   *loaded,
              SheafVoucher **ret_closing,
              GError       **error)
{
  g_autoptr (GPtrArray) earlier = loaded == NULL ? NULL : close_earlier (book, year, error);
  g_autoptr (SheafVoucher) closing = NULL;
  SheafTotals *totals;

  if (earlier == NULL)
    {
      sheaf_totals_free (loaded);
      return NULL;
    }
  totals = close_year (book, year, loaded, earlier, &closing, error);
  for (guint i = 0; totals != NULL && closing != NULL && i < closing->rows->len; i++)
    sheaf_totals_add_row (totals, closing->rows->pdata[i]);
  if (totals != NULL)
    *ret_closing = g_steal_pointer (&closing);
  return totals;
}

static SheafTotals *
load_details (SheafBook     *book,
              int            year,
              SheafDate      to,
              SheafVoucher **ret_closing,
              GError       **error)
{
  return close_period (book, year,
                       sheaf_totals_load (book, sheaf_book_year_start (book, year), to, error),
                       ret_closing, error);
}

SheafTotals *
sheaf_period_totals (SheafBook *book,
                     int        year,
                     SheafDate  to,
                     GError   **error)
{
  g_autoptr (SheafVoucher) closing = NULL;

  return load_details (book, year, to, &closing, error);
}

SheafTotals *
sheaf_period_load (SheafBook     *book,
                   int            year,
                   SheafDate      to,
                   SheafVoucher **ret_closing,
                   gboolean      *ret_posted,
                   GError       **error)
{
  g_autoptr (SheafVoucher) closing = NULL;
  g_autoptr (SheafTotals) totals = load_details (book, year, to, &closing, error);
  gint64 id;

  if (totals == NULL)
    return NULL;
  *ret_posted = closing == NULL;
  id = closing == NULL ? sheaf_closing_voucher (book, year) : 0;
  if (closing == NULL)
    closing = id != 0 ? sheaf_voucher_load (book, id, error)
                      : sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, to, "");
  if (closing == NULL)
    return NULL;
  *ret_closing = g_steal_pointer (&closing);
  return g_steal_pointer (&totals);
}

SheafTotals *
sheaf_period_totals_sides (SheafBook    *book,
                           int           year,
                           SheafDate     to,
                           const GArray *detailed,
                           GError      **error)
{
  g_autoptr (SheafVoucher) closing = NULL;

  return close_period (book, year,
                       sheaf_totals_load_sides (book, sheaf_book_year_start (book, year), to,
                                                detailed, error),
                       &closing, error);
}
