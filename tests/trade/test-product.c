/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products. */
#include "trade/product.h"

#include "sample.h"
#include "trade/error.h"

static void
test_round_trip (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) products = sheaf_product_list (book, NULL);
  const SheafProduct *product;

  g_assert_cmpuint (products->len, ==, 4);
  product = g_ptr_array_index (products, 0);
  g_assert_cmpstr (product->code, ==, "LA");
  g_assert_false (product->taxable);
  g_assert_cmpint (product->cost.millionths, ==, 0);
  product = g_ptr_array_index (products, 2);
  g_assert_cmpstr (product->code, ==, "NPK");
  g_assert_true (product->taxable);
  g_assert_cmpint (product->vat_rate.millionths, ==, 50000);
  g_assert_cmpint (product->revenue_account_id, ==, test_account (book, "5121"));
}

static void
test_every_problem_is_told (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafProduct *bad = sheaf_product_new ();
  SheafProduct *known = sheaf_product_new ();
  g_autoptr (GPtrArray)
      products = test_list ((GDestroyNotify) sheaf_product_free, bad, known, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  bad->line = 2;
  bad->taxable = TRUE;
  bad->vat_rate = SHEAF_RATE (8000000);
  bad->revenue_account_id = test_account (book, "512");
  known->line = 3;
  known->code = g_strdup ("LA");
  known->name = g_strdup ("LA");
  known->unit = g_strdup ("kg");
  known->kind = SHEAF_PRODUCT_PRODUCE;
  g_assert_true (sheaf_product_check (book, products, "products.csv", problems, &error));
  g_assert_cmpuint (problems->errors, ==, 7);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "code", "is no code"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "name", "missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "unit", "missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "kind", "missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "vat_rate", "0.08"));
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "revenue_account", "is a group"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 3, "code", "already"));
  g_assert_false (sheaf_product_insert (book, products, &error));
  g_assert_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED);
}

static void
test_unknown_product_is_told (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sheaf_product_find (book, "NONE"), ==, 0);
  g_assert_null (sheaf_product_load (book, 99, &error));
  g_assert_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product/round-trip", test_round_trip);
  g_test_add_func ("/product/every-problem-is-told", test_every_problem_is_told);
  g_test_add_func ("/product/unknown-product-is-told", test_unknown_product_is_told);
  return g_test_run ();
}
