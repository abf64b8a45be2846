/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries of members. */
#include "trade/delivery.h"

#include "sample.h"
#include "trade/verify.h"

static void
test_amount_is_quantity_times_price (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafDelivery *delivery = sample_delivery (book, "2025-03-01", "TV1", "LA", 1586900);
  g_autoptr (SheafDelivery) read = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;

  delivery->price = SHEAF_RATE (G_GINT64_CONSTANT (1770500000)); /* 1586.9 × 1770.5 = 2809606.45 */
  delivery->lot = g_strdup ("L1");
  delivery->moisture = SHEAF_QUANTITY (79500);
  sample_deliver (book, delivery);
  read = sample_last_delivery (book);
  g_assert_cmpint (read->amount.units, ==, 2809606);
  g_assert_cmpstr (read->lot, ==, "L1");
  g_assert_cmpint (read->moisture.thousandths, ==, 79500);
  g_assert_cmpint (read->scope, ==, SHEAF_SCOPE_INTERNAL);
  g_assert_cmpint (test_balance (book, "152", "2025-12-31"), ==, 2809606);
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, -2809606);
  voucher = sheaf_voucher_load (book, read->voucher_id, NULL);
  g_assert_cmpint (voucher->kind, ==, SHEAF_VOUCHER_STOCK_IN);
  g_assert_cmpstr (voucher->number, ==, read->number);
  g_assert_cmpstr (voucher->description, ==, "Thu mua LA của thành viên TV1");
  test_verify (book);
}

static void
test_price_of_the_product_and_halves_up (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafDelivery *half = sample_delivery (book, "2025-03-01", "TV1", "LA", 500);
  g_autoptr (SheafDelivery) first = NULL;
  g_autoptr (SheafDelivery) second = NULL;

  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  first = sample_last_delivery (book);
  g_assert_cmpint (first->amount.units, ==, 1800);
  half->price = SHEAF_RATE (1000000); /* 0.5 × 1 */
  sample_deliver (book, half);
  second = sample_last_delivery (book);
  g_assert_cmpint (second->amount.units, ==, 1);
}

static void
test_given_amount_stands_with_a_warning (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafDelivery *delivery = sample_delivery (book, "2025-03-01", "TV1", "LA", 1000);
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_delivery_free, delivery, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  delivery->price = SHEAF_RATE (1000000);
  delivery->amount_given = TRUE;
  delivery->amount = SHEAF_MONEY (2);
  g_assert_true (sheaf_delivery_check (book, rows, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_WARNING, 4, "amount", "2 is not quantity × price"));
  g_assert_true (sheaf_delivery_post (book, rows, TRUE, NULL));
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, -2);
}

static void
test_associates_deliver_from_outside (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafDelivery) read = NULL;

  sample_deliver (book, sample_delivery (book, "2025-03-01", "LK1", "LA", 1000));
  read = sample_last_delivery (book);
  g_assert_cmpint (read->scope, ==, SHEAF_SCOPE_EXTERNAL);
}

static void
test_what_is_refused (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafDelivery *delivery;

  sample_delivery_refused (book, sample_delivery (book, "2024-12-31", "TV1", "LA", 1000), "member",
                           "is no member on 31 Dec 2024");
  sample_delivery_refused (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 0), "quantity",
                           "above 0");
  sample_delivery_refused (book, sample_delivery (book, "2025-03-01", "TV1", "LE", 1000), "price",
                           "has no price");
  sample_delivery_refused (book, sample_delivery (book, "2025-03-01", "TV1", "NONE", 1000),
                           "product", "no product");
  sample_delivery_refused (book, sample_delivery (book, "2025-03-01", "NONE", "LA", 1000), "member",
                           "no member is named");
  delivery = sample_delivery (book, "2025-03-01", "TV1", "LA", 1000);
  delivery->amount_given = TRUE;
  sample_delivery_refused (book, delivery, "amount", "above 0");
  delivery = sample_delivery (book, "2025-03-01", "TV1", "LA", 1000);
  delivery->impurity = SHEAF_QUANTITY (100001);
  sample_delivery_refused (book, delivery, "impurity", "100 %");
  delivery = sample_delivery (book, "2025-03-01", "TV1", "LA", SHEAF_MONEY_MAX);
  delivery->price = SHEAF_RATE (SHEAF_MONEY_MAX);
  sample_delivery_refused (book, delivery, "amount", "18 digits");
}

static void
test_reversal_takes_back_the_whole (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafDelivery) first = NULL;
  g_autoptr (SheafDelivery) last = NULL;
  SheafDelivery *reversal;

  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  first = sample_last_delivery (book);
  reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 999);
  reversal->reverses = g_strdup (first->number);
  sample_delivery_refused (book, reversal, "quantity", "the whole");
  reversal = sample_delivery (book, "2025-04-01", "LK1", "LA", 1000);
  reversal->reverses = g_strdup (first->number);
  sample_delivery_refused (book, reversal, "reverses", "another member");
  reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 1000);
  reversal->reverses = g_strdup ("PN-none");
  sample_delivery_refused (book, reversal, "reverses", "no delivery");
  reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 0);
  reversal->reverses = g_strdup (first->number);
  sample_deliver (book, reversal);
  last = sample_last_delivery (book);
  g_assert_cmpint (last->quantity.thousandths, ==, -1000);
  g_assert_cmpint (last->amount.units, ==, -1800);
  g_assert_cmpint (last->reverses_id, ==, first->id);
  g_assert_cmpint (sheaf_voucher_reversed_by (book, first->voucher_id), ==, last->voucher_id);
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, 0);
  reversal = sample_delivery (book, "2025-05-01", "TV1", "LA", 0);
  reversal->reverses = g_strdup (first->number);
  sample_delivery_refused (book, reversal, "reverses", "reversed already");
  g_assert_cmpuint (test_run_checks (book, sheaf_trade_checks), ==, 0);
  test_verify (book);
}

static void
test_list_keeps_to_its_days (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  const struct
  {
    SheafDate from, to;
    guint     rows;
  } cases[] = {
    { SHEAF_DATE_NONE, SHEAF_DATE_NONE, 3 },
    { test_day ("2025-03-02"), SHEAF_DATE_NONE, 2 },
    { SHEAF_DATE_NONE, test_day ("2025-03-02"), 2 },
    { test_day ("2025-03-02"), test_day ("2025-03-02"), 1 },
  };

  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  sample_deliver (book, sample_delivery (book, "2025-03-02", "TV1", "LA", 1000));
  sample_deliver (book, sample_delivery (book, "2025-03-03", "LK1", "LA", 1000));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = sheaf_delivery_list (book, 0, cases[i].from, cases[i].to, NULL);

      g_assert_cmpuint (rows->len, ==, cases[i].rows);
    }
}

static void
test_rows_without_voucher_are_named_by_id (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray)
      rows = test_list ((GDestroyNotify) sheaf_delivery_free,
                        sample_delivery (book, "2025-03-01", "TV1", "LA", 1000), NULL);
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (SheafDelivery) first = NULL;
  g_autoptr (SheafDelivery) last = NULL;
  SheafDelivery *reversal;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_delivery_post (book, rows, FALSE, &error));
  g_assert_no_error (error);
  first = sample_last_delivery (book);
  g_assert_cmpstr (first->number, ==, "#1");
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, 0);
  reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 1000);
  reversal->reverses = g_strdup ("#1");
  back = test_list ((GDestroyNotify) sheaf_delivery_free, reversal, NULL);
  g_assert_true (sheaf_delivery_post (book, back, TRUE, &error));
  g_assert_no_error (error);
  last = sample_last_delivery (book);
  g_assert_cmpint (last->reverses_id, ==, first->id);
  g_assert_cmpint (last->voucher_id, ==, 0);
}

static void
test_posted_row_is_not_taken_back_without_posting (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafDelivery) first = NULL;
  SheafDelivery *reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 1000);
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_delivery_free, reversal, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  first = sample_last_delivery (book);
  reversal->reverses = g_strdup (first->number);
  g_assert_true (sheaf_delivery_check (book, rows, FALSE, NULL, problems, NULL));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 4, "reverses", "was posted"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery/amount-is-quantity-times-price", test_amount_is_quantity_times_price);
  g_test_add_func ("/delivery/price-of-the-product-and-halves-up",
                   test_price_of_the_product_and_halves_up);
  g_test_add_func ("/delivery/given-amount-stands-with-a-warning",
                   test_given_amount_stands_with_a_warning);
  g_test_add_func ("/delivery/associates-deliver-from-outside",
                   test_associates_deliver_from_outside);
  g_test_add_func ("/delivery/what-is-refused", test_what_is_refused);
  g_test_add_func ("/delivery/reversal-takes-back-the-whole", test_reversal_takes_back_the_whole);
  g_test_add_func ("/delivery/list-keeps-to-its-days", test_list_keeps_to_its_days);
  g_test_add_func ("/delivery/rows-without-voucher-are-named-by-id",
                   test_rows_without_voucher_are_named_by_id);
  g_test_add_func ("/delivery/posted-row-is-not-taken-back-without-posting",
                   test_posted_row_is_not_taken_back_without_posting);
  return g_test_run ();
}
