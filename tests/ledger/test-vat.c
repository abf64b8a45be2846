/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The VAT lists and S20 from the invoices behind vouchers. */
#include "ledger/vat.h"

#include "helpers/ledger.h"
#include "ledger/period.h"

static gint64
invoice (SheafBook            *book,
         gint64                voucher_id,
         SheafInvoiceDirection direction,
         const char           *number,
         gint64                base,
         int                   rate,
         gboolean              deductible)
{
  SheafInvoice row = { .voucher_id = voucher_id,
                       .direction = direction,
                       .number = (char *) number,
                       .date = test_day ("2025-01-05"),
                       .serial = (char *) "C25TAA",
                       .tax_code = (char *) "0100109106",
                       .base = SHEAF_MONEY (base),
                       .rate = rate,
                       .deductible = deductible };
  g_autoptr (GError) error = NULL;

  row.vat = sheaf_invoice_tax (&row);
  g_assert_true (sheaf_invoice_insert (book, &row, &error));
  g_assert_no_error (error);
  return row.vat.units;
}

static SheafVatList *
list_of (SheafBook            *book,
         SheafInvoiceDirection direction,
         const char           *from,
         const char           *to)
{
  g_autoptr (GError) error = NULL;
  SheafVatList *list = sheaf_vat_list_load (book, direction, test_day (from), test_day (to),
                                            &error);

  g_assert_no_error (error);
  return list;
}

static const SheafVatGroup *
group (const SheafVatList *list,
       guint               i)
{
  g_assert_cmpuint (i, <, list->groups->len);
  return &g_array_index (list->groups, SheafVatGroup, i);
}

/* 1.000.000 at 10 %, 200.000 at 5 %, 300.000 at 8 % not deductible, 400.000 not taxable. */
static void
test_bought_list_is_grouped (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 goods = test_post (book, "2025-01-05", "1331", "331", 110000, NULL, "NCC1");
  gint64 other = test_post (book, "2025-01-06", "642", "331", 324000, NULL, "NCC1");
  g_autoptr (SheafVatList) list = NULL;

  invoice (book, goods, SHEAF_INVOICE_IN, "1", 1000000, 10, TRUE);
  invoice (book, goods, SHEAF_INVOICE_IN, "2", 200000, 5, TRUE);
  invoice (book, other, SHEAF_INVOICE_IN, "3", 300000, 8, FALSE);
  invoice (book, other, SHEAF_INVOICE_IN, "4", 400000, SHEAF_INVOICE_NOT_TAXABLE, FALSE);
  list = list_of (book, SHEAF_INVOICE_IN, "2025-01-01", "2025-01-31");
  g_assert_cmpuint (list->groups->len, ==, 4);
  g_assert_cmpint (group (list, 0)->rate, ==, 5);
  g_assert_cmpint (group (list, 0)->vat.units, ==, 10000);
  g_assert_cmpint (group (list, 1)->rate, ==, 10);
  g_assert_cmpint (group (list, 1)->base.units, ==, 1000000);
  g_assert_cmpint (group (list, 2)->rate, ==, 8);
  g_assert_false (group (list, 2)->deductible);
  g_assert_cmpint (group (list, 3)->rate, ==, SHEAF_INVOICE_NOT_TAXABLE);
  g_assert_cmpint (list->base.units, ==, 1900000);
  g_assert_cmpint (list->vat.units, ==, 134000);
  g_assert_cmpint (list->deductible_vat.units, ==, 110000);
  g_assert_cmpint (list->ledger.units, ==, 110000);
  g_assert_cmpint (list->difference.units, ==, 0);
}

static void
test_difference_to_the_ledger_is_told (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 goods = test_post (book, "2025-01-05", "1331", "331", 90000, NULL, "NCC1");
  g_autoptr (SheafVatList) list = NULL;

  test_post (book, "2025-01-05", "1332", "331", 5000, NULL, "NCC1");
  test_post (book, "2025-01-31", "3331", "1331", 20000, NULL, NULL); /* set off: no matter */
  invoice (book, goods, SHEAF_INVOICE_IN, "1", 1000000, 10, TRUE);
  list = list_of (book, SHEAF_INVOICE_IN, "2025-01-01", "2025-01-31");
  g_assert_cmpint (list->ledger.units, ==, 95000);
  g_assert_cmpint (list->difference.units, ==, -5000);
}

static void
test_reversal_takes_invoices_out_on_its_day (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 sale = test_post (book, "2025-01-05", "131", "3331", 80000, "KH1", NULL);
  g_autoptr (SheafVatList) january = NULL;
  g_autoptr (SheafVatList) february = NULL;
  g_autoptr (GError) error = NULL;
  const SheafVatLine *line;

  invoice (book, sale, SHEAF_INVOICE_OUT, "7", 1000000, 8, FALSE);
  g_assert_true (
      sheaf_voucher_reverse (book, sale, test_day ("2025-02-10"), "Sai thuế", NULL, &error));
  january = list_of (book, SHEAF_INVOICE_OUT, "2025-01-01", "2025-01-31");
  february = list_of (book, SHEAF_INVOICE_OUT, "2025-02-01", "2025-02-28");
  g_assert_cmpint (january->vat.units, ==, 80000);
  g_assert_cmpint (january->difference.units, ==, 0);
  g_assert_cmpint (february->vat.units, ==, -80000);
  g_assert_cmpint (february->ledger.units, ==, -80000);
  line = february->lines->pdata[0];
  g_assert_true (line->reversed);
  g_assert_cmpint (sheaf_date_cmp (line->date, test_day ("2025-02-10")), ==, 0);
  /* The invoice can be entered again behind the right voucher. */
  sale = test_post (book, "2025-02-10", "131", "3331", 80000, "KH1", NULL);
  invoice (book, sale, SHEAF_INVOICE_OUT, "7", 1000000, 8, FALSE);
}

static void
test_same_invoice_twice_is_refused (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64       goods = test_post (book, "2025-01-05", "1331", "331", 90000, NULL, "NCC1");
  SheafInvoice row = { .voucher_id = goods,
                       .direction = SHEAF_INVOICE_IN,
                       .number = (char *) "1",
                       .date = test_day ("2025-03-05"),
                       .serial = (char *) "C25TAA",
                       .tax_code = (char *) "0100109106",
                       .base = SHEAF_MONEY (10),
                       .rate = 0 };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  invoice (book, goods, SHEAF_INVOICE_IN, "1", 1000000, 10, TRUE);
  g_assert_false (sheaf_invoice_insert (book, &row, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NUMBER);
  g_clear_error (&error);
  g_assert_true (sheaf_invoice_check (book, &row, NULL, 3, "", problems, &error));
  g_assert_cmpuint (problems->errors, ==, 1);
  row.tax_code = (char *) "0100109107"; /* another seller */
  g_assert_true (sheaf_invoice_insert (book, &row, &error));
  row.number = (char *) "";
  g_assert_false (sheaf_invoice_insert (book, &row, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NUMBER);
  g_clear_error (&error);
  row.number = (char *) "5";
  row.vat = SHEAF_MONEY (1);
  g_assert_false (sheaf_invoice_insert (book, &row, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT);
}

static void
test_rates_hold_on_their_days (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  static const struct
  {
    int         rate;
    const char *day;
    gboolean    holds;
  } cases[] = {
    { 8, "2022-01-31", FALSE },
    { 8, "2022-02-01", TRUE },
    { 8, "2023-06-30", FALSE },
    { 8, "2023-07-01", TRUE },
    { 8, "2026-12-31", TRUE },
    { 8, "2027-01-01", FALSE },
    { 10, "2030-01-01", TRUE },
    { 0, "2025-01-01", TRUE },
    { 5, "2025-01-01", TRUE },
    { SHEAF_INVOICE_NOT_DECLARED, "2025-12-31", FALSE },
    { SHEAF_INVOICE_NOT_DECLARED, "2026-01-01", TRUE },
    { SHEAF_INVOICE_NOT_TAXABLE, "2026-01-01", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sheaf_vat_rate_in_force (book, cases[i].rate, test_day (cases[i].day)), ==,
                     cases[i].holds);
}

/* A rate out of force and tax beside base × rate are told, not refused. */
static void
test_odd_invoices_are_warned_of (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafInvoice row = { .direction = SHEAF_INVOICE_IN,
                       .number = (char *) "1",
                       .date = test_day ("2027-03-05"),
                       .base = SHEAF_MONEY (1000),
                       .rate = 8,
                       .vat = SHEAF_MONEY (79) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_invoice_check (book, &row, NULL, 1, "", problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 2);
}

/* S20: two invoices of one sale, tax due by ledger entry, a payment. It closes at the account. */
static void
test_book_closes_at_the_account (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 sale;
  g_autoptr (SheafVatBook) vat_book = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  test_post (book, "2025-01-20", "5111", "3331", 30000, NULL, NULL);
  sale = test_post (book, "2025-02-05", "131", "3331", 150000, "KH1", NULL);
  invoice (book, sale, SHEAF_INVOICE_OUT, "11", 1000000, 10, FALSE);
  invoice (book, sale, SHEAF_INVOICE_OUT, "12", 1000000, 5, FALSE);
  test_post (book, "2025-02-20", "3331", "1111", 30000, NULL, NULL);
  test_post (book, "2025-02-28", "5111", "3331", 7000, NULL, NULL);
  g_assert_true (
      sheaf_voucher_reverse (book, sale, test_day ("2025-02-28"), "Trả hàng", NULL, &error));
  vat_book = sheaf_vat_book_load (book, test_day ("2025-02-01"), test_day ("2025-02-28"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (vat_book->opening.units, ==, 30000);
  g_assert_cmpuint (vat_book->lines->len, ==, 6); /* 2 invoices, payment, entry, 2 taken out */
  g_assert_cmpint (vat_book->paid.units, ==, 30000);
  g_assert_cmpint (vat_book->payable.units, ==, 7000);
  g_assert_cmpint (vat_book->closing.units, ==, -test_balance (book, "3331", "2025-02-28"));
  g_assert_cmpstr (((SheafVatBookLine *) vat_book->lines->pdata[0])->number, ==, "11");
  for (guint i = 0; i < vat_book->lines->len; i++)
    sum += ((SheafVatBookLine *) vat_book->lines->pdata[i])->payable.units;
  g_assert_cmpint (sum, ==, 7000);
}

/* The lists of a locked month stand; after unlocking the invoice goes in. */
static void
test_locked_month_takes_no_invoice (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64       goods = test_post (book, "2025-01-31", "1331", "331", 90000, NULL, "NCC1");
  gint64       later = test_post (book, "2025-02-01", "1331", "331", 90000, NULL, "NCC1");
  SheafInvoice row = { .voucher_id = goods,
                       .direction = SHEAF_INVOICE_IN,
                       .number = (char *) "1",
                       .date = test_day ("2025-01-31"),
                       .base = SHEAF_MONEY (900000),
                       .vat = SHEAF_MONEY (90000),
                       .rate = 10 };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_lock (book, test_day ("2025-01-31"), &error));
  g_assert_false (sheaf_invoice_insert (book, &row, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_clear_error (&error);
  g_assert_true (sheaf_invoice_check (book, &row, NULL, 3, "", problems, &error));
  g_assert_cmpuint (problems->errors, ==, 1);
  row.voucher_id = later; /* the voucher's day counts, not the invoice's */
  g_assert_true (sheaf_invoice_insert (book, &row, &error));
  g_assert_true (sheaf_period_unlock (book, SHEAF_DATE_NONE, "Sót hóa đơn", &error));
  row.voucher_id = goods;
  row.number = (char *) "2";
  g_assert_true (sheaf_invoice_insert (book, &row, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vat/locked-month-takes-no-invoice", test_locked_month_takes_no_invoice);
  g_test_add_func ("/vat/bought-list-is-grouped", test_bought_list_is_grouped);
  g_test_add_func ("/vat/difference-to-the-ledger-is-told", test_difference_to_the_ledger_is_told);
  g_test_add_func ("/vat/reversal-takes-invoices-out-on-its-day",
                   test_reversal_takes_invoices_out_on_its_day);
  g_test_add_func ("/vat/same-invoice-twice-is-refused", test_same_invoice_twice_is_refused);
  g_test_add_func ("/vat/rates-hold-on-their-days", test_rates_hold_on_their_days);
  g_test_add_func ("/vat/odd-invoices-are-warned-of", test_odd_invoices_are_warned_of);
  g_test_add_func ("/vat/book-closes-at-the-account", test_book_closes_at_the_account);
  return g_test_run ();
}
