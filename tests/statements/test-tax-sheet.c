/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the result of the books to the tax, line by line. */
#include "statements/tax-sheet.h"

#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"
#include "sample.h"
#include "statements/comparative.h"

static SheafTaxSheet *
sheet_of (SheafBook  *book,
          int         year,
          const char *to)
{
  g_autoptr (GError) error = NULL;
  SheafTaxSheet *sheet = sheaf_tax_sheet_compute (
      book, year, to != NULL ? sample_day (to) : SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
expect (const SheafTaxSheet *sheet,
        const char          *key,
        gint64               number)
{
  const SheafTaxLine *line = sheaf_tax_sheet_find (sheet, key);

  g_test_message ("%s", key);
  g_assert_nonnull (line);
  g_assert_cmpint (line->number, ==, number);
}

static void
answer (SheafBook  *book,
        int         year,
        const char *first,
        const char *second)
{
  const char *const answers[] = { first, second, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_tax_answer_set (book, year, answers, &error));
  g_assert_no_error (error);
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

/* Sales 100 million, cost 60; of the cost 10 are not deductible; 20 of the sales with 8 of the cost
 * are exempt. 40 + 10 − 12 = 38 million. */
static void
test_lines (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) sheet = NULL;
  gint64 exempt;

  sample_post (book, "2025-03-01", "1111", "5112", 80000000, SHEAF_SCOPE_NONE);
  exempt = sample_post (book, "2025-03-02", "1111", "5112", 20000000, SHEAF_SCOPE_NONE);
  mark (book, exempt, SHEAF_TAX_MARK_EXEMPT_INCOME);
  exempt = sample_post (book, "2025-03-02", "6112", "156", 8000000, SHEAF_SCOPE_NONE);
  mark (book, exempt, SHEAF_TAX_MARK_EXEMPT_COST);
  sample_post (book, "2025-03-03", "6112", "156", 42000000, SHEAF_SCOPE_NONE);
  mark (book, sample_post (book, "2025-03-04", "642", "1121", 10000000, SHEAF_SCOPE_NONE),
        SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  answer (book, 2025, "last-revenue=2000000000", NULL);
  sheet = sheet_of (book, 2025, NULL);
  expect (sheet, "profit", 40000000);
  expect (sheet, "not-deductible", 10000000);
  expect (sheet, "exempt", 12000000);
  expect (sheet, "exempt-account", 20000000);
  expect (sheet, "exempt-cost-account", 8000000);
  expect (sheet, "common-fund", 0);
  expect (sheet, "income", 38000000);
  expect (sheet, "taxable", 38000000);
  expect (sheet, "rate", 150000);
  expect (sheet, "tax", 5700000);
  expect (sheet, "entered", 0);
  expect (sheet, "difference", 5700000);
  expect (sheet, "advance-least", 4560000);
  expect (sheet, "advance-missing", 4560000);
  g_assert_cmpuint (sheet->problems->warnings, ==, 1);
}

/* The sheet of a closed year is the one of the open year. */
static void
test_closing_changes_nothing (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) open = NULL;
  g_autoptr (SheafTaxSheet) closed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sample_post (book, "2025-03-01", "1111", "5112", 80000000, SHEAF_SCOPE_NONE);
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 1, sample_day ("2025-03-31"), &id, &error));
  open = sheet_of (book, 2025, NULL);
  sample_close (book, 2025);
  closed = sheet_of (book, 2025, NULL);
  g_assert_cmpuint (open->lines->len, ==, closed->lines->len);
  for (guint i = 0; i < open->lines->len; i++)
    g_assert_cmpint (g_array_index (open->lines, SheafTaxLine, i).number, ==,
                     g_array_index (closed->lines, SheafTaxLine, i).number);
}

static void
test_answers_count (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) sheet = NULL;

  sample_post (book, "2025-03-01", "1111", "5112", 100000000, SHEAF_SCOPE_NONE);
  answer (book, 2025, "exempt-share=0.25", "exempt-share-reason=Diện tích");
  answer (book, 2025, "other-increase=1000001", "other-increase-reason=Khấu hao");
  answer (book, 2025, "other-decrease=1", "other-decrease-reason=Tỷ giá");
  answer (book, 2025, "common-fund=5000000", NULL);
  answer (book, 2025, "rate=agriculture", "rate-reason=Điều 19.2");
  answer (book, 2025, "tax-reduction=100", "tax-reduction-reason=Nghị quyết");
  sheet = sheet_of (book, 2025, NULL);
  /* 101,000,001 × 0.25 = 25,250,000.25 */
  expect (sheet, "exempt", 25250000);
  expect (sheet, "income", 100000000 + 1000001 - 25250000 - 1 - 5000000);
  expect (sheet, "rate", 100000);
  expect (sheet, "tax-before", 7075000);
  expect (sheet, "tax", 7074900);
  g_assert_cmpstr (sheaf_tax_sheet_find (sheet, "rate")->text, ==, "Điều 19.2");
}

static void
test_common_fund_is_no_more_than_income (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) sheet = NULL;

  sample_post (book, "2025-03-01", "1111", "5112", 100, SHEAF_SCOPE_NONE);
  answer (book, 2025, "common-fund=500", "last-revenue=0");
  sheet = sheet_of (book, 2025, NULL);
  expect (sheet, "common-fund", 100);
  expect (sheet, "tax", 0);
  g_assert_cmpuint (sheet->problems->warnings, ==, 1);
}

/* Lost in 2022 (before the book) 30 and in 2025 50; won in 2026 60, in 2027 100; 2022 is too old
 * after 2027. */
static void
test_losses (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) y2025 = NULL;
  g_autoptr (SheafTaxSheet) y2026 = NULL;
  g_autoptr (SheafTaxSheet) y2027 = NULL;
  const SheafTaxLoss *loss;

  answer (book, 2025, "loss-2020=7", "loss-2022=30");
  answer (book, 2025, "last-revenue=0", NULL);
  sample_post (book, "2025-03-01", "642", "1111", 50, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-03-01", "1111", "5112", 60, SHEAF_SCOPE_NONE);
  sample_post (book, "2027-03-01", "1111", "5112", 100, SHEAF_SCOPE_NONE);
  y2025 = sheet_of (book, 2025, NULL);
  expect (y2025, "income", -50);
  expect (y2025, "losses", 0);
  expect (y2025, "taxable", 0);
  g_assert_cmpuint (y2025->losses->len, ==, 2);
  y2026 = sheet_of (book, 2026, NULL);
  expect (y2026, "losses", 60); /* 2020 is too old; 30 of 2022, 30 of 2025 */
  g_assert_cmpuint (y2026->losses->len, ==, 2);
  loss = &g_array_index (y2026->losses, SheafTaxLoss, 0);
  g_assert_cmpint (loss->year, ==, 2022);
  g_assert_true (loss->answered);
  g_assert_cmpint (loss->used.units, ==, 30);
  g_assert_cmpint (loss->until, ==, 2027);
  loss = &g_array_index (y2026->losses, SheafTaxLoss, 1);
  g_assert_cmpint (loss->year, ==, 2025);
  g_assert_cmpint (loss->used.units, ==, 30);
  g_assert_cmpint (loss->left.units, ==, 20);
  y2027 = sheet_of (book, 2027, NULL);
  expect (y2027, "losses", 20);
  expect (y2027, "taxable", 80);
}

/* 2025: 20 % when nothing is known of 2024, else by its revenue; comparatives tell it. */
static void
test_rate_by_revenue (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  SheafComparative sales = { .year = 2024,
                             .form = (char *) "B02-HTX",
                             .line = (char *) "01",
                             .amount = SHEAF_MONEY (2999999999) };
  SheafComparative other = { .year = 2024,
                             .form = (char *) "B02-HTX",
                             .line = (char *) "31",
                             .amount = SHEAF_MONEY (2) };
  g_autoptr (SheafTaxSheet) unknown = NULL;
  g_autoptr (SheafTaxSheet) small = NULL;
  g_autoptr (SheafTaxSheet) medium = NULL;
  g_autoptr (SheafTaxSheet) next = NULL;

  sample_post (book, "2025-03-01", "1111", "5112", 1000, SHEAF_SCOPE_NONE);
  unknown = sheet_of (book, 2025, NULL);
  expect (unknown, "rate", 200000);
  g_assert_cmpuint (unknown->problems->warnings, >, 0);
  g_assert_true (sheaf_comparative_insert (book, &sales, NULL));
  small = sheet_of (book, 2025, NULL);
  expect (small, "rate", 150000);
  expect (small, "last-revenue", 2999999999);
  g_assert_true (sheaf_comparative_insert (book, &other, NULL));
  medium = sheet_of (book, 2025, NULL);
  expect (medium, "rate", 170000);
  next = sheet_of (book, 2026, NULL);
  expect (next, "last-revenue", 1000);
  expect (next, "rate", 150000);
}

/* Law 09/2026: a year with revenue up to 1 billion pays nothing, from 2026 on. */
static void
test_little_revenue_is_exempt (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafTaxSheet) y2025 = NULL;
  g_autoptr (SheafTaxSheet) y2026 = NULL;
  g_autoptr (SheafTaxSheet) y2027 = NULL;

  sample_post (book, "2025-03-01", "1111", "5112", 1000000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-03-01", "1111", "5112", 1000000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2027-03-01", "1111", "5112", 1000000001, SHEAF_SCOPE_NONE);
  y2025 = sheet_of (book, 2025, NULL);
  y2026 = sheet_of (book, 2026, NULL);
  y2027 = sheet_of (book, 2027, NULL);
  expect (y2025, "tax", 200000000);
  expect (y2026, "tax", 0);
  expect (y2026, "exempt-year", 1000000000);
  expect (y2027, "tax", 150000000);
}

/* Quarters go by the year so far; the final entry takes the difference, either way. */
static void
test_quarters_and_final (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTaxSheet) sheet = NULL;
  gint64 id = 0, final = 0;

  answer (book, 2025, "last-revenue=0", NULL);
  sample_post (book, "2025-02-01", "1111", "5112", 1000000, SHEAF_SCOPE_NONE);
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 1, sample_day ("2025-03-31"), &id, &error));
  g_assert_cmpint (id, !=, 0);
  sample_post (book, "2025-05-01", "1111", "5112", 2000000, SHEAF_SCOPE_NONE);
  sheet = sheet_of (book, 2025, "2025-06-30");
  expect (sheet, "tax", 450000);
  expect (sheet, "entered", 150000);
  expect (sheet, "entered-quarter", 150000);
  expect (sheet, "difference", 300000);
  g_assert_null (sheaf_tax_sheet_find (sheet, "advance-least"));
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 2, sample_day ("2025-06-30"), &id, &error));
  g_assert_false (sheaf_tax_sheet_post (book, 2025, 1, sample_day ("2025-06-30"), &id, &error) &&
                  id != 0);
  g_clear_error (&error);
  sample_post (book, "2025-11-01", "642", "1111", 1000000, SHEAF_SCOPE_NONE);
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 0, sample_day ("2025-12-31"), &final, &error));
  g_clear_pointer (&sheet, sheaf_tax_sheet_free);
  sheet = sheet_of (book, 2025, NULL);
  expect (sheet, "tax", 300000);
  expect (sheet, "entered", 300000);
  expect (sheet, "entered-final", -150000);
  expect (sheet, "difference", 0);
  /* Nothing is left: nothing is posted and nothing refused. */
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 0, sample_day ("2025-12-31"), &id, &error));
  g_assert_cmpint (id, ==, 0);
  /* Something new is left, but the year was settled. */
  sample_post (book, "2025-12-30", "1111", "5112", 1000000, SHEAF_SCOPE_NONE);
  g_assert_false (sheaf_tax_sheet_post (book, 2025, 0, sample_day ("2025-12-31"), &id, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
  g_clear_error (&error);
  g_assert_true (
      sheaf_voucher_reverse (book, final, sample_day ("2025-12-31"), "Tính lại", NULL, &error));
  g_assert_true (sheaf_tax_sheet_post (book, 2025, 0, sample_day ("2025-12-31"), &id, &error));
  g_assert_no_error (error);
}

/* What was entered by hand counts as well. */
static void
test_entered_by_hand (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafTaxSheet) sheet = sheet_of (book, 2025, NULL);

  expect (sheet, "entered", 2000000);
  expect (sheet, "entered-otherwise", 2000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tax-sheet/lines", test_lines);
  g_test_add_func ("/tax-sheet/closing-changes-nothing", test_closing_changes_nothing);
  g_test_add_func ("/tax-sheet/answers-count", test_answers_count);
  g_test_add_func ("/tax-sheet/common-fund-is-no-more-than-income",
                   test_common_fund_is_no_more_than_income);
  g_test_add_func ("/tax-sheet/losses-go-oldest-first-for-five-years", test_losses);
  g_test_add_func ("/tax-sheet/rate-by-revenue-of-the-year-before", test_rate_by_revenue);
  g_test_add_func ("/tax-sheet/little-revenue-is-exempt-from-2026", test_little_revenue_is_exempt);
  g_test_add_func ("/tax-sheet/quarters-and-final-difference", test_quarters_and_final);
  g_test_add_func ("/tax-sheet/entered-by-hand-counts", test_entered_by_hand);
  return g_test_run ();
}
