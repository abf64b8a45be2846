/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input VAT that taxable and other revenue share. */
#include "ledger/vat-share.h"

#include "helpers/ledger.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-mark.h"
#include "ledger/vat.h"

static void
sell (SheafBook  *book,
      const char *day,
      const char *number,
      gint64      base,
      int         rate)
{
  gint64       id = test_post (book, day, "131", "5111", base, "KH1", NULL);
  SheafInvoice invoice = { .voucher_id = id,
                           .direction = SHEAF_INVOICE_OUT,
                           .number = (char *) number,
                           .date = test_day (day),
                           .serial = (char *) "C25TAA",
                           .base = SHEAF_MONEY (base),
                           .rate = rate };
  g_autoptr (GError) error = NULL;

  invoice.vat = sheaf_invoice_tax (&invoice);
  g_assert_true (sheaf_invoice_insert (book, &invoice, &error));
  g_assert_no_error (error);
}

/* A voucher that buys for an account with input VAT. */
static gint64
buy (SheafBook  *book,
     const char *day,
     const char *cost,
     gint64      net,
     gint64      vat)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, day, cost, "1121", net, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  sheaf_voucher_add_row (voucher, test_account (book, "1331"), test_account (book, "1121"),
                         SHEAF_MONEY (vat));
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

static SheafVatShare *
share_of (SheafBook *book,
          guint      period)
{
  g_autoptr (GError) error = NULL;
  SheafVatShare *share = sheaf_vat_share_compute (book, 2025, period, &error);

  g_assert_no_error (error);
  return share;
}

static void
mark (SheafBook       *book,
      gint64           id,
      SheafTaxMarkKind kind)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_tax_mark_set (book, id, 0, kind, "Vì", NULL, &error));
  g_assert_no_error (error);
}

static void
refuse_post (SheafBook  *book,
             guint       period,
             const char *day,
             int         code)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (sheaf_vat_share_post (book, 2025, period, test_day (day), &id, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, code);
}

static gint64
post (SheafBook  *book,
      guint       period,
      const char *day)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_vat_share_post (book, 2025, period, test_day (day), &id, &error));
  g_assert_no_error (error);
  return id;
}

/* Taxable 2,000 + 1,000 not to be declared, 1,500 not taxable: two thirds. Of 101 shared 67.33 are
 * deductible, 34 are not. */
static void
test_by_invoices (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) share = NULL;
  g_autoptr (SheafVatShare) after = NULL;

  sell (book, "2025-01-10", "1", 2000, 10);
  sell (book, "2025-01-11", "2", 1000, SHEAF_INVOICE_NOT_DECLARED);
  sell (book, "2025-01-12", "3", 1500, SHEAF_INVOICE_NOT_TAXABLE);
  buy (book, "2025-01-05", "642", 1000, 101);
  buy (book, "2025-01-06", "156", 5000, 500); /* goods: no matter */
  share = share_of (book, 1);
  g_assert_true (share->by_invoices);
  g_assert_cmpint (share->taxable.units, ==, 3000);
  g_assert_cmpint (share->total.units, ==, 4500);
  g_assert_cmpint (share->shared.units, ==, 101);
  g_assert_cmpint (share->deductible.units, ==, 67);
  g_assert_cmpint (share->not_deductible.units, ==, 34);
  g_assert_cmpint (share->difference.units, ==, 34);
  post (book, 1, "2025-01-31");
  g_assert_cmpint (test_balance (book, "1331", "2025-01-31"), ==, 601 - 34);
  g_assert_cmpint (test_balance (book, "642", "2025-01-31"), ==, 1034);
  after = share_of (book, 1);
  g_assert_cmpint (after->shared.units, ==, 101);
  g_assert_cmpint (after->difference.units, ==, 0);
  test_verify (book);
}

/* Half a đồng goes up: of 5 shared by halves 3 are deductible. */
static void
test_odd_units_go_up (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) share = NULL;

  sell (book, "2025-01-10", "1", 100, 10);
  sell (book, "2025-01-12", "3", 100, SHEAF_INVOICE_NOT_TAXABLE);
  buy (book, "2025-01-05", "642", 1000, 5);
  share = share_of (book, 1);
  g_assert_cmpint (share->deductible.units, ==, 3);
  g_assert_cmpint (share->not_deductible.units, ==, 2);
}

static void
test_marks_and_named_accounts (void)
{
  static const char *const named[] = { "vat-shared-accounts=154", NULL };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) marked = NULL;
  g_autoptr (SheafVatShare) by_account = NULL;
  g_autoptr (GError) error = NULL;
  gint64 own, goods;

  sell (book, "2025-01-10", "1", 100, 10);
  sell (book, "2025-01-12", "3", 100, SHEAF_INVOICE_NOT_TAXABLE);
  own = buy (book, "2025-01-05", "642", 1000, 100);
  goods = buy (book, "2025-01-05", "156", 1000, 30);
  buy (book, "2025-01-06", "154", 1000, 20);
  mark (book, own, SHEAF_TAX_MARK_VAT_OWN);
  mark (book, goods, SHEAF_TAX_MARK_VAT_SHARED);
  marked = share_of (book, 1);
  g_assert_cmpint (marked->shared.units, ==, 30);
  g_assert_true (sheaf_tax_answer_set (book, 2025, named, &error));
  by_account = share_of (book, 1);
  g_assert_cmpint (by_account->shared.units, ==, 50);
  g_assert_cmpuint (by_account->lines->len, ==, 2);
}

static void
test_by_accounts (void)
{
  static const char *const answers[] = { "vat-not-taxable-accounts=5112;512", NULL };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) share = NULL;
  g_autoptr (GError) error = NULL;

  buy (book, "2025-01-05", "642", 1000, 100);
  g_assert_null (sheaf_vat_share_compute (book, 2025, 1, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
  g_clear_error (&error);
  g_assert_true (sheaf_tax_answer_set (book, 2025, answers, &error));
  g_assert_null (sheaf_vat_share_compute (book, 2025, 1, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
  g_clear_error (&error);
  test_post (book, "2025-01-10", "1121", "5111", 750, NULL, NULL);
  test_post (book, "2025-01-10", "1121", "5112", 250, NULL, NULL);
  share = share_of (book, 1);
  g_assert_false (share->by_invoices);
  g_assert_cmpint (share->taxable.units, ==, 750);
  g_assert_cmpint (share->total.units, ==, 1000);
  g_assert_cmpint (share->not_deductible.units, ==, 25);
}

/* January by halves, February all taxable; over the year three quarters: January put too much to
 * cost. */
static void
test_year_is_adjusted (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) year = NULL;
  g_autoptr (GError) error = NULL;
  gint64 january, adjusted;

  sell (book, "2025-01-10", "1", 1000, 10);
  sell (book, "2025-01-12", "2", 1000, SHEAF_INVOICE_NOT_TAXABLE);
  sell (book, "2025-02-12", "3", 2000, 8);
  buy (book, "2025-01-05", "642", 1000, 100);
  january = post (book, 1, "2025-01-31");
  refuse_post (book, 1, "2025-01-31", SHEAF_LEDGER_ERROR_TAX);
  refuse_post (book, SHEAF_VAT_SHARE_QUARTER (1), "2025-03-31", SHEAF_LEDGER_ERROR_TAX);
  refuse_post (book, 3, "2026-01-01", SHEAF_LEDGER_ERROR_DATE);
  year = share_of (book, SHEAF_VAT_SHARE_YEAR);
  g_assert_cmpint (year->not_deductible.units, ==, 25);
  g_assert_cmpint (year->entered.units, ==, 50);
  g_assert_cmpint (year->difference.units, ==, -25);
  adjusted = post (book, SHEAF_VAT_SHARE_YEAR, "2025-12-31");
  g_assert_cmpint (test_balance (book, "1331", "2025-12-31"), ==, 75);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 1025);
  refuse_post (book, 3, "2025-03-31", SHEAF_LEDGER_ERROR_TAX);
  /* Taken back, they count no more. */
  g_assert_true (
      sheaf_voucher_reverse (book, adjusted, test_day ("2025-12-31"), "Sai", NULL, &error));
  g_assert_true (
      sheaf_voucher_reverse (book, january, test_day ("2025-12-31"), "Sai", NULL, &error));
  g_clear_pointer (&year, sheaf_vat_share_free);
  year = share_of (book, SHEAF_VAT_SHARE_YEAR);
  g_assert_cmpint (year->shared.units, ==, 100);
  g_assert_cmpint (year->entered.units, ==, 0);
  g_assert_cmpint (year->difference.units, ==, 25);
  test_verify (book);
}

static void
test_reversed_purchase_is_out (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVatShare) year = NULL;
  g_autoptr (GError) error = NULL;
  gint64 bought;

  sell (book, "2025-01-10", "1", 100, 10);
  bought = buy (book, "2025-01-05", "642", 1000, 100);
  mark (book, bought, SHEAF_TAX_MARK_VAT_SHARED);
  g_assert_true (
      sheaf_voucher_reverse (book, bought, test_day ("2025-03-01"), "Sai", NULL, &error));
  year = share_of (book, SHEAF_VAT_SHARE_YEAR);
  g_assert_cmpuint (year->rows->len, ==, 2);
  g_assert_cmpint (year->shared.units, ==, 0);
  g_assert_cmpint (post (book, SHEAF_VAT_SHARE_YEAR, "2025-12-31"), ==, 0);
}

static void
test_periods (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  guint     period = 99;
  SheafDate from, to;

  for (guint i = 0; i <= SHEAF_VAT_SHARE_QUARTER (4); i++)
    {
      sheaf_vat_share_days (book, 2025, i, &from, &to);
      g_assert_true (sheaf_vat_share_period (book, from, to, &period, &error));
      g_assert_cmpuint (period, ==, i);
    }
  g_assert_false (sheaf_vat_share_period (book, test_day ("2025-01-02"), test_day ("2025-01-31"),
                                          &period, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vat-share/by-invoices", test_by_invoices);
  g_test_add_func ("/vat-share/half-a-unit-goes-up", test_odd_units_go_up);
  g_test_add_func ("/vat-share/marks-and-named-accounts", test_marks_and_named_accounts);
  g_test_add_func ("/vat-share/by-revenue-accounts", test_by_accounts);
  g_test_add_func ("/vat-share/the-year-is-adjusted", test_year_is_adjusted);
  g_test_add_func ("/vat-share/a-reversed-purchase-is-out", test_reversed_purchase_is_out);
  g_test_add_func ("/vat-share/periods-and-their-days", test_periods);
  return g_test_run ();
}
