/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with members and products. */
#include "sample.h"

#include "ledger/party.h"
#include "trade/error.h"
#include "trade/product.h"

static SheafProduct *
new_product (const char      *code,
             SheafProductKind kind,
             gint64           price)
{
  SheafProduct *product = sheaf_product_new ();

  product->code = g_strdup (code);
  product->name = g_strdup (code);
  product->unit = g_strdup ("kg");
  product->kind = kind;
  product->price = SHEAF_RATE (price * 1000000);
  return product;
}

SheafBook *
sample_book_new (void)
{
  SheafBook    *book = test_members_new ();
  SheafProduct *leaves = new_product ("LA", SHEAF_PRODUCT_PRODUCE, 1800);
  SheafProduct *fertiliser = new_product ("NPK", SHEAF_PRODUCT_INPUT, 13900);
  SheafProduct *drying = new_product ("SAY", SHEAF_PRODUCT_SERVICE, 4200);
  SheafProduct *plain = new_product ("LE", SHEAF_PRODUCT_INPUT, 0);
  g_autoptr (GPtrArray) products = test_list ((GDestroyNotify) sheaf_product_free, leaves,
                                              fertiliser, drying, plain, NULL);
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "LK1", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  leaves->stock_account_id = test_account (book, "152");
  fertiliser->taxable = TRUE;
  fertiliser->vat_rate = SHEAF_RATE (50000);
  fertiliser->revenue_account_id = test_account (book, "5121");
  fertiliser->cost_account_id = test_account (book, "6121");
  drying->cost = SHEAF_RATE (G_GINT64_CONSTANT (2550000000));
  drying->revenue_account_id = test_account (book, "5122");
  drying->cost_account_id = test_account (book, "6122");
  g_assert_true (sheaf_product_insert (book, products, &error));
  g_assert_no_error (error);
  return book;
}

SheafDelivery *
sample_delivery (SheafBook  *book,
                 const char *day,
                 const char *code,
                 const char *product,
                 gint64      quantity)
{
  SheafDelivery *delivery = sheaf_delivery_new ();

  delivery->date = test_day (day);
  delivery->party_id = sheaf_party_find (book, code);
  delivery->product_id = sheaf_product_find (book, product);
  delivery->quantity = SHEAF_QUANTITY (quantity);
  delivery->line = 4;
  return delivery;
}

SheafSupply *
sample_supply (SheafBook  *book,
               const char *day,
               const char *code,
               const char *product,
               gint64      quantity)
{
  SheafSupply *supply = sheaf_supply_new ();

  supply->date = test_day (day);
  supply->party_id = sheaf_party_find (book, code);
  supply->product_id = sheaf_product_find (book, product);
  supply->quantity = SHEAF_QUANTITY (quantity);
  supply->line = 4;
  return supply;
}

void
sample_deliver (SheafBook     *book,
                SheafDelivery *delivery)
{
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_delivery_free, delivery, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_delivery_post (book, rows, TRUE, &error));
  g_assert_no_error (error);
}

void
sample_sell (SheafBook   *book,
             SheafSupply *supply)
{
  const SheafSupplyOptions options = { .post = TRUE };
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_supply_free, supply, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_supply_post (book, rows, &options, &error));
  g_assert_no_error (error);
}

void
sample_delivery_refused (SheafBook     *book,
                         SheafDelivery *delivery,
                         const char    *column,
                         const char    *text)
{
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_delivery_free, delivery, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_delivery_check (book, rows, TRUE, "deliveries.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 4, column, text));
  g_assert_false (sheaf_delivery_post (book, rows, TRUE, &error));
  g_assert_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED);
}

void
sample_supply_refused (SheafBook   *book,
                       SheafSupply *supply,
                       const char  *column,
                       const char  *text)
{
  const SheafSupplyOptions options = { .post = TRUE };
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_supply_free, supply, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_supply_check (book, rows, &options, "supplies.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 4, column, text));
  g_assert_false (sheaf_supply_post (book, rows, &options, &error));
  g_assert_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED);
}

SheafDelivery *
sample_last_delivery (SheafBook *book)
{
  g_autoptr (GPtrArray)
      rows = sheaf_delivery_list (book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  return g_ptr_array_steal_index (rows, rows->len - 1);
}

SheafSupply *
sample_last_supply (SheafBook *book)
{
  g_autoptr (GPtrArray)
      rows = sheaf_supply_list (book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  return g_ptr_array_steal_index (rows, rows->len - 1);
}
