/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios, trends and size class from figures worked out by hand. */
#include "statements/ratio.h"

#include "book/setting.h"
#include "ledger/error.h"
#include "ledger/tax-answer.h"
#include "members/member.h"
#include "sample.h"
#include "statements/comparative.h"
#include "statements/size-class.h"
#include "statements/trend.h"

static SheafRatioList *
ratios_of (SheafBook *book,
           int        year)
{
  g_autoptr (GError) error = NULL;
  SheafRatioList *list = sheaf_ratio_list_compute (book, year, &error);

  g_assert_no_error (error);
  return list;
}

static const SheafRatio *
ratio (const SheafRatioList *list,
       const char           *key)
{
  const SheafRatio *found = sheaf_ratio_find (list, key);

  g_test_message ("%s", key);
  g_assert_nonnull (found);
  return found;
}

static void
expect (const SheafRatioList *list,
        const char           *key,
        gint64                above,
        gint64                below,
        gint64                value,
        SheafRatioVerdict     verdict)
{
  const SheafRatio *found = ratio (list, key);

  g_assert_cmpint (found->states[0], ==, SHEAF_RATIO_KNOWN);
  g_assert_cmpint (found->numerator->figures[0].amount.units, ==, above);
  g_assert_cmpint (found->denominator->figures[0].amount.units, ==, below);
  g_assert_cmpint (found->values[0], ==, value);
  g_assert_cmpint (found->verdict, ==, verdict);
}

/* Paid in 300, borrowed 100 from a bank; stock bought for 120, half on credit; a third of it sold
 * for 90 to a customer who owes it; interest 10, depreciation 8 of a machine for 80. */
static SheafBook *
new_coop (void)
{
  SheafBook *book = sample_new ();

  sample_post (book, "2025-01-02", "1121", "4111:TV1", 300, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-01-03", "1121", "341:NH", 100, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-01-04", "2111", "1121", 80, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-02-01", "156", "1121", 60, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-02-01", "156", "331:NCC1", 60, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-01", "131:KH1", "5112", 90, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-01", "6112", "156", 40, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-06-01", "658", "1121", 10, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-07-01", "341:NH", "1121", 25, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-12-31", "642", "2141", 8, SHEAF_SCOPE_NONE);
  return book;
}

/* Cash 300 + 100 − 80 − 60 − 10 − 25 = 225, claims 90, stock 80, machine 72: 467. Debts 75 + 60 =
 * 135, without due days all current; equity 300 + 32. Profit 90 − 40 − 8 − 10 = 32. */
static void
test_worked_example (void)
{
  g_autoptr (SheafBook) book = new_coop ();
  g_autoptr (SheafRatioList) list = ratios_of (book, 2025);

  expect (list, "current", 395, 135, 2925926, SHEAF_RATIO_MET);
  expect (list, "quick", 315, 135, 2333333, SHEAF_RATIO_MET);
  expect (list, "debt-to-equity", 135, 332, 406627, SHEAF_RATIO_MET);
  expect (list, "debt-to-divisible-equity", 135, 332, 406627, SHEAF_RATIO_MET);
  expect (list, "equity-share", 332, 467, 710921, SHEAF_RATIO_MET);
  expect (list, "dscr", 50, 35, 1428571, SHEAF_RATIO_MET); /* (32 + 8 + 10) ÷ (25 + 10) */
  expect (list, "interest-cover", 42, 10, 4200000, SHEAF_RATIO_MET);
  expect (list, "principal-cover", 40, 75, 533333, SHEAF_RATIO_MISSED);
  expect (list, "net-margin", 32, 90, 355556, SHEAF_RATIO_UNJUDGED);
  expect (list, "return-on-equity", 32, 332, 192771, SHEAF_RATIO_UNJUDGED);
  expect (list, "receivable-days", 90, 90, 365000000, SHEAF_RATIO_UNJUDGED);
  expect (list, "stock-days", 80, 40, 730000000, SHEAF_RATIO_UNJUDGED);
  expect (list, "internal", 0, 90, 0, SHEAF_RATIO_UNJUDGED);
}

/* Each figure is the sum of its terms. */
static void
test_figures_are_sums_of_terms (void)
{
  g_autoptr (SheafBook) book = new_coop ();
  g_autoptr (SheafRatioList) list = ratios_of (book, 2025);

  for (guint i = 0; i < list->inputs->len; i++)
    {
      const SheafRatioInput *input = list->inputs->pdata[i];
      gint64                 sum = 0;

      g_assert_nonnull (input->names[0]);
      g_assert_nonnull (input->names[1]);
      g_assert_nonnull (input->names[2]);
      for (guint t = 0; t < input->terms->len; t++)
        {
          const SheafRatioTerm *term = input->terms->pdata[t];

          sum += term->sign * term->figures[0].amount.units;
        }
      g_assert_cmpint (sum, ==, input->figures[0].amount.units);
    }
}

static void
test_zero_is_no_divisor (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafRatioList) list = ratios_of (book, 2025);

  for (guint i = 0; i < list->ratios->len; i++)
    {
      const SheafRatio *found = list->ratios->pdata[i];

      g_assert_cmpint (found->states[0], ==, SHEAF_RATIO_NOT_POSITIVE);
      g_assert_cmpint (found->verdict, ==, SHEAF_RATIO_UNKNOWN);
    }
}

/* Debt due after twelve months is not current; the year before the book is not known. */
static void
test_due_days_and_years (void)
{
  g_autoptr (SheafBook) book = new_coop ();
  g_autoptr (SheafRatioList) next = NULL;

  sample_post (book, "2026-03-01", "131:KH1", "5112", 180, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-03-01", "6112", "156", 40, SHEAF_SCOPE_NONE);
  next = ratios_of (book, 2026);
  g_assert_cmpint (ratio (next, "net-margin")->values[1], ==, 355556);
  g_assert_cmpint (ratio (next, "net-margin")->values[0], ==, 777778);
  g_assert_cmpint (ratio (next, "net-margin")->verdict, ==, SHEAF_RATIO_BETTER);
  g_assert_cmpint (ratio (next, "net-margin")->states[2], ==, SHEAF_RATIO_NO_YEAR);
  g_assert_cmpint (ratio (next, "stock-days")->verdict, ==, SHEAF_RATIO_BETTER); /* fewer */
  /* 140 profit on (332 + 472) ÷ 2 */
  g_assert_cmpint (ratio (next, "return-on-equity")->values[0], ==, 348259);
}

static void
test_own_wish_and_answers (void)
{
  static const char *const interest[] = { "interest=4", "planned-profit=92", NULL };
  g_autoptr (SheafBook) book = new_coop ();
  g_autoptr (SheafRatioList) own = NULL;
  g_autoptr (SheafRatioList) usual = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_ratio_set_wish (book, "net-margin", "1", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING);
  g_clear_error (&error);
  g_assert_false (sheaf_ratio_set_wish (book, "current", "much", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING);
  g_clear_error (&error);
  g_assert_true (sheaf_ratio_set_wish (book, "current", "2.925927", &error));
  g_assert_true (sheaf_ratio_set_wish (book, "internal", "0", &error));
  g_assert_true (sheaf_tax_answer_set (book, 2025, interest, &error));
  own = ratios_of (book, 2025);
  g_assert_true (ratio (own, "current")->own_wish);
  g_assert_cmpint (ratio (own, "current")->verdict, ==, SHEAF_RATIO_MISSED);
  g_assert_cmpint (ratio (own, "internal")->verdict, ==, SHEAF_RATIO_MET);
  expect (own, "interest-cover", 36, 4, 9000000, SHEAF_RATIO_MET);
  expect (own, "principal-cover", 100, 75, 1333333, SHEAF_RATIO_MET);
  g_assert_true (sheaf_ratio_set_wish (book, "current", "", &error));
  usual = ratios_of (book, 2025);
  g_assert_false (ratio (usual, "current")->own_wish);
  g_assert_cmpint (ratio (usual, "current")->verdict, ==, SHEAF_RATIO_MET);
}

static const SheafTrendLine *
trend_line (const SheafTrend *trend,
            const char       *code)
{
  for (guint i = 0; i < trend->lines->len; i++)
    {
      const SheafTrendLine *line = &g_array_index (trend->lines, SheafTrendLine, i);

      if (g_strcmp0 (line->form->line, code) == 0)
        return line;
    }
  g_assert_not_reached ();
}

static void
test_trends (void)
{
  g_autoptr (SheafBook) book = new_coop ();
  SheafComparative printed = { .year = 2024,
                               .form = (char *) "B02-HTX",
                               .line = (char *) "01",
                               .amount = SHEAF_MONEY (60) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTrend) results = NULL;
  g_autoptr (SheafTrend) position = NULL;
  const SheafTrendLine *line;
  gint64                change;

  g_assert_true (sheaf_comparative_insert (book, &printed, &error));
  results = sheaf_trend_compute (book, "B02-HTX", 2025, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->n_years, ==, 2);
  g_assert_cmpint (results->years[0], ==, 2024);
  line = trend_line (results, "01");
  g_assert_cmpint (line->figures[0].amount.units, ==, 60);
  g_assert_cmpint (line->figures[1].amount.units, ==, 90);
  g_assert_true (sheaf_trend_change (&line->figures[0], &line->figures[1], &change));
  g_assert_cmpint (change, ==, 500000);
  line = trend_line (results, "01a"); /* of 2024 nobody printed the parts */
  g_assert_cmpint (line->figures[0].state, ==, SHEAF_RATIO_NO_YEAR);
  line = trend_line (results, "11"); /* from nothing there is no percentage */
  g_assert_false (sheaf_trend_change (&line->figures[0], &line->figures[1], &change));
  position = sheaf_trend_compute (book, "B01-HTX", 2026, &error);
  g_assert_cmpuint (position->n_years, ==, 3); /* the book's opening stands for 2024 */
  g_assert_cmpint (trend_line (position, "200")->figures[1].amount.units, ==, 467);
}

static SheafSizeClass *
size_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  SheafSizeClass *size = sheaf_size_class_compute (book, 2025, &error);

  g_assert_no_error (error);
  return size;
}

static void
add_members (SheafBook *book,
             guint      count)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_member_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < count; i++)
    {
      SheafMember *member = sheaf_member_new ();

      member->code = g_strdup_printf ("XV%03u", i);
      member->name = g_strdup (member->code);
      member->kind = i == 0 ? SHEAF_MEMBER_CONTRIBUTING : SHEAF_MEMBER_OFFICIAL;
      member->joined = sample_day ("2025-06-01");
      g_ptr_array_add (members, member);
    }
  g_assert_true (sheaf_member_insert (book, members, &error));
  g_assert_no_error (error);
}

/* Members, and one of revenue and capital: Decree 113/2024 Art. 5. */
static void
test_size_of_a_farm_coop (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafSizeClass) few = NULL;
  g_autoptr (SheafSizeClass) poor = NULL;
  g_autoptr (SheafSizeClass) small = NULL;

  g_assert_true (sheaf_setting_write (book, "sector", "agriculture", NULL));
  add_members (book, 50);
  sample_post (book, "2025-01-02", "1121", "4118", 999999999, SHEAF_SCOPE_NONE);
  few = size_of (book);
  g_assert_cmpint (few->members, ==, 49);
  g_assert_cmpstr (few->class_key, ==, "micro");
  g_assert_cmpstr (few->older_members, ==, "micro");
  sample_post (book, "2025-01-02", "1121", "4118", 1, SHEAF_SCOPE_NONE);
  poor = size_of (book);
  g_assert_cmpstr (poor->class_key, ==, "micro");
  g_assert_true (((SheafSizeRow *) poor->rows->pdata[2])->capital_reached);
  {
    SheafMember *member = sheaf_member_new ();
    g_autoptr (GPtrArray) more =
        g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);

    member->code = g_strdup ("YV1");
    member->name = g_strdup ("YV1");
    member->joined = sample_day ("2025-12-31");
    g_ptr_array_add (more, member);
    g_assert_true (sheaf_member_insert (book, more, NULL));
  }
  small = size_of (book);
  g_assert_cmpint (small->members, ==, 50);
  g_assert_cmpstr (small->class_key, ==, "small");
  g_assert_cmpstr (small->older_members, ==, "small");
  g_assert_cmpstr (small->older_capital, ==, "small");
}

/* Where thresholds are not known nothing is guessed. */
static void
test_size_that_cannot_be_told (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafSizeClass) trade = NULL;
  g_autoptr (SheafSizeClass) industry = NULL;

  sample_post (book, "2025-01-02", "1121", "4118", 5000000000, SHEAF_SCOPE_NONE);
  trade = size_of (book);
  g_assert_cmpstr (trade->sector_of_law, ==, "trade");
  g_assert_null (trade->class_key);
  g_assert_cmpstr (trade->older_capital, ==, "unknown");
  g_assert_true (sheaf_setting_write (book, "sector", "industry", NULL));
  industry = size_of (book);
  g_assert_null (industry->class_key);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratio/worked-example", test_worked_example);
  g_test_add_func ("/ratio/figures-are-sums-of-terms", test_figures_are_sums_of_terms);
  g_test_add_func ("/ratio/nothing-is-divided-by-zero", test_zero_is_no_divisor);
  g_test_add_func ("/ratio/years-are-compared", test_due_days_and_years);
  g_test_add_func ("/ratio/own-wish-and-answers", test_own_wish_and_answers);
  g_test_add_func ("/trend/years-and-changes", test_trends);
  g_test_add_func ("/size/farm-coop", test_size_of_a_farm_coop);
  g_test_add_func ("/size/what-is-not-known-is-not-guessed", test_size_that_cannot_be_told);
  return g_test_run ();
}
