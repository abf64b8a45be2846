/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules on income tax by year, marks on rows, answers, and tax put on the books. */
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"

static SheafTaxRules *
rules_of (SheafBook *book,
          int        year)
{
  g_autoptr (GError) error = NULL;
  SheafTaxRules *rules = sheaf_tax_rules_load (book, year, &error);

  g_assert_no_error (error);
  return rules;
}

/* Law 67/2025 from tax year 2025, Law 09/2026 from 2026; before it 20 % for all. */
static void
test_rates_hold_for_their_years (void)
{
  static const struct
  {
    int         year;
    gint64      revenue;
    gint64      rate;
    const char *name;
  } cases[] = {
    { 2015, 1000000000, 220000, "standard" },
    { 2024, 1000000000, 200000, "standard" },
    { 2025, 0, 150000, "small" },
    { 2025, 3000000000, 150000, "small" },
    { 2025, 3000000001, 170000, "medium" },
    { 2025, 50000000000, 170000, "medium" },
    { 2025, 50000000001, 200000, "standard" },
    { 2026, 3000000000, 150000, "small" },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SheafTaxRules) rules = rules_of (book, cases[i].year);
      const SheafTaxRate *rate = sheaf_tax_rules_by_revenue (rules, TRUE,
                                                             SHEAF_MONEY (cases[i].revenue));

      g_assert_cmpstr (rate->name, ==, cases[i].name);
      g_assert_cmpint (rate->rate.millionths, ==, cases[i].rate);
      g_assert_nonnull (rate->law.source);
      g_assert_nonnull (rate->law.confidence);
      rate = sheaf_tax_rules_by_revenue (rules, FALSE, SHEAF_MONEY_ZERO);
      g_assert_cmpstr (rate->name, ==, "standard");
    }
}

static void
test_thresholds_hold_for_their_years (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafTaxRules) before = rules_of (book, 2024);
  g_autoptr (SheafTaxRules) now = rules_of (book, 2025);
  g_autoptr (SheafTaxRules) next = rules_of (book, 2026);
  g_autofree char *text = sheaf_tax_rules_text (now, "provisional", 2);

  g_assert_cmpint (before->non_cash.number, ==, 20000000);
  g_assert_cmpint (now->non_cash.number, ==, 5000000);
  g_assert_false (now->exempt_revenue.known);
  g_assert_true (next->exempt_revenue.known);
  g_assert_cmpint (next->exempt_revenue.number, ==, 1000000000);
  g_assert_cmpint (now->loss_years.number, ==, 5);
  g_assert_cmpint (now->provisional.number, ==, 800000);
  g_assert_cmpint (sheaf_date_cmp (now->provisional_until, test_day ("2026-01-31")), ==, 0);
  g_assert_null (sheaf_tax_rules_find (before, "agriculture"));
  g_assert_cmpint (sheaf_tax_rules_find (now, "agriculture")->rate.millionths, ==, 100000);
  g_assert_cmpstr (text, ==, "Thuế TNDN tạm tính quý 2 năm 2025");
}

static void
test_no_rules_no_sheet (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_tax_rules_load (book, 2010, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
}

static void
refuse_mark (SheafBook       *book,
             gint64           voucher_id,
             guint            row,
             SheafTaxMarkKind mark,
             const char      *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_tax_mark_set (book, voucher_id, row, mark, reason, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
}

static void
mark (SheafBook       *book,
      gint64           voucher_id,
      SheafTaxMarkKind kind)
{
  g_autoptr (GError) error = NULL;
  guint marked = 0;

  g_assert_true (sheaf_tax_mark_set (book, voucher_id, 0, kind, "Vì", &marked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (marked, ==, 1);
}

static GPtrArray *
marks_of (SheafBook  *book,
          const char *from,
          const char *to)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = sheaf_tax_mark_list (book, test_day (from), test_day (to), &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_marks_fit_their_rows (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 cost = test_post (book, "2025-02-01", "642", "1111", 700, NULL, NULL);
  gint64 sale = test_post (book, "2025-02-02", "1111", "5112", 900, NULL, NULL);
  gint64 stock = test_post (book, "2025-02-03", "156", "154", 100, NULL, NULL);
  gint64 less = test_post (book, "2025-02-04", "1111", "642", 50, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  refuse_mark (book, cost, 0, SHEAF_TAX_MARK_EXEMPT_INCOME, "Vì");
  refuse_mark (book, sale, 0, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Vì");
  refuse_mark (book, stock, 0, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Vì");
  refuse_mark (book, cost, 0, SHEAF_TAX_MARK_VAT_SHARED, "Vì");
  refuse_mark (book, cost, 2, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Vì");
  refuse_mark (book, cost, 0, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "");
  refuse_mark (book, 4711, 0, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Vì");
  mark (book, cost, SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  mark (book, sale, SHEAF_TAX_MARK_EXEMPT_INCOME);
  mark (book, less, SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  rows = marks_of (book, "2025-01-01", "2025-12-31");
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((SheafTaxMarkRow *) rows->pdata[0])->effect.units, ==, 700);
  g_assert_cmpint (((SheafTaxMarkRow *) rows->pdata[1])->effect.units, ==, 900);
  g_assert_cmpint (((SheafTaxMarkRow *) rows->pdata[2])->effect.units, ==, -50);
  g_assert_cmpstr (((SheafTaxMarkRow *) rows->pdata[0])->reason, ==, "Vì");
  test_verify (book);
}

static void
test_mark_is_taken_away (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 cost = test_post (book, "2025-02-01", "642", "1111", 700, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  mark (book, cost, SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  mark (book, cost, SHEAF_TAX_MARK_NONE);
  rows = marks_of (book, "2025-01-01", "2025-12-31");
  g_assert_cmpuint (rows->len, ==, 0);
}

/* What is reversed is taken out again on the reversal's own day. */
static void
test_reversal_follows_its_mark (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 cost = test_post (book, "2025-02-01", "642", "1111", 700, NULL, NULL);
  gint64 back = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) february = NULL;
  g_autoptr (GPtrArray) march = NULL;

  mark (book, cost, SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  g_assert_true (sheaf_voucher_reverse (book, cost, test_day ("2025-03-01"), "Sai", &back, &error));
  refuse_mark (book, back, 0, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Vì");
  february = marks_of (book, "2025-02-01", "2025-02-28");
  march = marks_of (book, "2025-03-01", "2025-03-31");
  g_assert_cmpuint (february->len, ==, 1);
  g_assert_cmpuint (march->len, ==, 1);
  g_assert_true (((SheafTaxMarkRow *) march->pdata[0])->reversal);
  g_assert_cmpint (((SheafTaxMarkRow *) march->pdata[0])->effect.units, ==, -700);
}

/* 4.9 million twice to one seller on one day is 9.8 million; wages are no purchase. */
static void
test_cash_that_needs_proof (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafTaxRules) rules = rules_of (book, 2025);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 marked, taken_back;

  test_post (book, "2025-02-01", "642", "1111", 4999999, NULL, NULL);
  test_post (book, "2025-02-02", "642", "1111", 5000000, NULL, NULL);
  test_post (book, "2025-02-03", "331", "1111", 4900000, "NCC1", NULL);
  test_post (book, "2025-02-03", "331", "1111", 4900000, "NCC1", NULL);
  test_post (book, "2025-02-04", "331", "1111", 4900000, "NCC1", NULL);
  test_post (book, "2025-02-05", "642", "1121", 90000000, NULL, NULL);
  test_post (book, "2025-02-06", "1121", "1111", 90000000, NULL, NULL);
  marked = test_post (book, "2025-02-07", "642", "1111", 6000000, NULL, NULL);
  taken_back = test_post (book, "2025-02-08", "642", "1111", 7000000, NULL, NULL);
  mark (book, marked, SHEAF_TAX_MARK_NOT_DEDUCTIBLE);
  g_assert_true (
      sheaf_voucher_reverse (book, taken_back, test_day ("2025-02-09"), "Sai", NULL, &error));
  rows = sheaf_tax_cash_list (book, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((SheafTaxCashRow *) rows->pdata[0])->amount.units, ==, 5000000);
  g_assert_cmpint (((SheafTaxCashRow *) rows->pdata[1])->amount.units, ==, 4900000);
  g_assert_cmpint (((SheafTaxCashRow *) rows->pdata[2])->together.units, ==, 9800000);
}

static void
refuse_answer (SheafBook  *book,
               const char *answer)
{
  const char *const answers[] = { answer, NULL };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", answer);
  g_assert_false (sheaf_tax_answer_set (book, 2025, answers, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX);
}

static void
test_answers (void)
{
  static const char *const bad[] = { "rate=0.1", "rate=1.1", "exempt-share=2",
                                     "loss-2025=1", "loss-2024=-1", "unknown=1",
                                     "common-fund=1 tr", "vat-revenue=no", "last-revenue",
                                     "vat-shared-accounts=642;9999" };
  static const char *const good[] = { "rate=agriculture", "rate-reason=Điều 19.2",
                                      "loss-2024=5000000", "vat-shared-accounts=642;154", NULL };
  static const char *const back[] = { "rate=", NULL };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *none = NULL;
  SheafMoney       loss;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse_answer (book, bad[i]);
  g_assert_true (sheaf_tax_answer_set (book, 2025, good, &error));
  g_assert_no_error (error);
  rate = sheaf_tax_answer_find (book, 2025, "rate");
  reason = sheaf_tax_answer_reason (book, 2025, "rate");
  g_assert_cmpstr (rate, ==, "agriculture");
  g_assert_cmpstr (reason, ==, "Điều 19.2");
  g_assert_true (sheaf_tax_answer_money (book, 2025, "loss-2024", &loss));
  g_assert_cmpint (loss.units, ==, 5000000);
  g_assert_false (sheaf_tax_answer_money (book, 2026, "loss-2024", &loss));
  g_assert_true (sheaf_tax_answer_set (book, 2025, back, &error));
  none = sheaf_tax_answer_find (book, 2025, "rate");
  g_assert_null (none);
  test_verify (book);
}

static gint64
enter (SheafBook  *book,
       guint       quarter,
       gint64      amount,
       const char *day)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_tax_entry_post (book, 2025, quarter, SHEAF_MONEY (amount), test_day (day),
                                       &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
refuse_entry (SheafBook  *book,
              guint       quarter,
              gint64      amount,
              const char *day,
              int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_tax_entry_post (book, 2025, quarter, SHEAF_MONEY (amount), test_day (day),
                                        NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, code);
}

/* Circular 71/2024, account 659 no. 3.1 and 3.2. */
static void
test_entries (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 first = enter (book, 1, 1000, "2025-03-31");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_cmpint (test_balance (book, "659", "2025-03-31"), ==, 1000);
  g_assert_cmpint (test_balance (book, "3334", "2025-03-31"), ==, -1000);
  refuse_entry (book, 1, 5, "2025-03-31", SHEAF_LEDGER_ERROR_TAX);
  refuse_entry (book, 2, 0, "2025-06-30", SHEAF_LEDGER_ERROR_TAX);
  refuse_entry (book, 2, 5, "2026-01-01", SHEAF_LEDGER_ERROR_DATE);
  g_assert_true (
      sheaf_voucher_reverse (book, first, test_day ("2025-04-01"), "Tính lại", NULL, &error));
  enter (book, 1, 800, "2025-04-01");
  enter (book, SHEAF_TAX_FINAL, -300, "2025-12-31");
  g_assert_cmpint (test_balance (book, "659", "2025-12-31"), ==, 500);
  g_assert_cmpint (test_balance (book, "3334", "2025-12-31"), ==, -500);
  refuse_entry (book, SHEAF_TAX_FINAL, 5, "2025-12-31", SHEAF_LEDGER_ERROR_TAX);
  refuse_entry (book, 2, 5, "2025-06-30", SHEAF_LEDGER_ERROR_TAX);
  entries = sheaf_tax_entry_list (book, 2025, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (((SheafTaxEntry *) entries->pdata[0])->quarter, ==, 1);
  g_assert_cmpint (((SheafTaxEntry *) entries->pdata[0])->amount.units, ==, 800);
  g_assert_cmpuint (((SheafTaxEntry *) entries->pdata[1])->quarter, ==, SHEAF_TAX_FINAL);
  test_verify (book);
}

static void
test_closed_year_takes_no_tax (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  g_autoptr (GError) error = NULL;

  test_post (book, "2025-02-02", "1111", "5112", 900, NULL, NULL);
  g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, &error));
  refuse_entry (book, SHEAF_TAX_FINAL, 5, "2025-12-31", SHEAF_LEDGER_ERROR_YEAR_CLOSED);
}

/* Paid in this year, less what was owed before it. */
static void
test_paid_in_advance (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  SheafMoney paid;

  enter (book, 1, 1000, "2025-03-31");
  test_post (book, "2025-04-29", "3334", "1121", 900, NULL, NULL);
  test_post (book, "2026-01-30", "3334", "1121", 50, NULL, NULL);
  test_post (book, "2026-02-01", "3334", "1121", 7, NULL, NULL);
  g_assert_true (sheaf_tax_paid (book, 2025, test_day ("2026-01-31"), &paid, &error));
  g_assert_cmpint (paid.units, ==, 950);
  g_assert_true (sheaf_tax_paid (book, 2026, test_day ("2027-01-31"), &paid, &error));
  g_assert_cmpint (paid.units, ==, 0); /* 57 paid in 2026, 100 owed of 2025 */
}

/* Provisional appropriations and the plan's own; what is taken back goes the other way. */
static void
test_set_aside (void)
{
  static const struct
  {
    const char *day;
    const char *debit;
    const char *credit;
    gint64      amount;
    const char *plan;
  } rows[] = {
    { "2025-06-30", "4211", "4421", 500, "2025" },
    { "2026-04-01", "4212", "4421", 300, "2025" },
    { "2026-04-01", "4421", "4211", 40, "2025" },
    { "2026-04-01", "4211", "418", 70, "2025" },
    { "2026-06-30", "4211", "4421", 9, "2026" },
    { "2025-07-01", "4211", "4421", 8, NULL },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  SheafMoney amount;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SheafVoucher) voucher = test_voucher (book, rows[i].day, rows[i].debit,
                                                       rows[i].credit, rows[i].amount, NULL, NULL);

      ((SheafVoucherRow *) voucher->rows->pdata[0])->plan = g_strdup (rows[i].plan);
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (sheaf_tax_set_aside (book, 2025, test_day ("2999-12-31"), &amount, &error));
  g_assert_cmpint (amount.units, ==, 760);
  g_assert_true (sheaf_tax_set_aside (book, 2025, test_day ("2025-12-31"), &amount, &error));
  g_assert_cmpint (amount.units, ==, 500);
}

static void
test_quarters_end (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  g_assert_cmpint (
      sheaf_date_cmp (sheaf_tax_quarter_end (book, 2025, 1), test_day ("2025-03-31")), ==, 0);
  g_assert_cmpint (
      sheaf_date_cmp (sheaf_tax_quarter_end (book, 2025, 2), test_day ("2025-06-30")), ==, 0);
  g_assert_cmpint (
      sheaf_date_cmp (sheaf_tax_quarter_end (book, 2025, 4), test_day ("2025-12-31")), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tax/rates-hold-for-their-years", test_rates_hold_for_their_years);
  g_test_add_func ("/tax/thresholds-hold-for-their-years", test_thresholds_hold_for_their_years);
  g_test_add_func ("/tax/no-rules-no-sheet", test_no_rules_no_sheet);
  g_test_add_func ("/tax/marks-fit-their-rows", test_marks_fit_their_rows);
  g_test_add_func ("/tax/a-mark-is-taken-away", test_mark_is_taken_away);
  g_test_add_func ("/tax/a-reversal-follows-its-mark", test_reversal_follows_its_mark);
  g_test_add_func ("/tax/cash-that-needs-proof", test_cash_that_needs_proof);
  g_test_add_func ("/tax/answers", test_answers);
  g_test_add_func ("/tax/entries-are-made-once-and-taken-back", test_entries);
  g_test_add_func ("/tax/a-closed-year-takes-no-tax", test_closed_year_takes_no_tax);
  g_test_add_func ("/tax/paid-in-advance", test_paid_in_advance);
  g_test_add_func ("/tax/set-aside-to-the-common-fund", test_set_aside);
  g_test_add_func ("/tax/quarters-end", test_quarters_end);
  return g_test_run ();
}
