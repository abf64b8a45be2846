/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hundreds of random rows in foreign money: units and values never part, after everything is paid
 * out nothing is left, kept totals are the rows' whether they came one by one or in bulk. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/currency-rate.h"
#include "ledger/party.h"
#include "ledger/revaluation.h"

#define ROWS 600

static const char *const moneys[] = { "1112", "1122" };
static const char *const codes[] = { "USD", "EUR", "JPY" };

static gint64
any (gint64 below)
{
  return g_test_rand_int_range (0, (gint32) below);
}

static gint64
any_rate (const char *code)
{
  gint64 base = *code == 'J' ? 170 : *code == 'E' ? 28000
                                                  : 25000;

  return base * 1000000 + any (1000) * 1000 * base / 1000;
}

static SheafDate
any_day (guint row)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) (row * 360 / ROWS));
}

static void
name (SheafVoucherRow *row,
      gboolean         debit,
      const char      *code,
      gint64           units)
{
  *(debit ? &row->debit_currency : &row->credit_currency) = g_strdup (code);
  *(debit ? &row->debit_foreign : &row->credit_foreign) = units;
}

/* Sale for cash or on credit, purchase on credit, collection, payment, expense, transfer. */
static SheafVoucher *
any_voucher (SheafBook *book,
             guint      number)
{
  const char      *code = codes[any (3)], *money = moneys[any (2)];
  gint64           units = 1 + any (1000000);
  gint64           customer = sheaf_party_find (book, "KH1");
  gint64           supplier = sheaf_party_find (book, "NCC1");
  SheafVoucher    *voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, any_day (number), "Bất kỳ");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, 0, 0, SHEAF_MONEY_ZERO);
  gint64           kind = any (6);

  row->rate = any_rate (code);
  row->debit_id = test_account (book, kind == 1 ? "131" : kind == 2 ? "156"
                                                      : kind == 4   ? "331"
                                                      : kind == 5   ? "642"
                                                                    : money);
  row->credit_id = test_account (book, kind < 2 ? "5111" : kind == 2 ? "331"
                                                       : kind == 3   ? "131"
                                                                     : money);
  if (kind != 2 && kind != 5)
    name (row, TRUE, code, units);
  if (kind >= 2)
    name (row, FALSE, code, units);
  row->debit_party_id = kind == 1 ? customer : kind == 4 ? supplier
                                                         : 0;
  row->credit_party_id = kind == 3 ? customer : kind == 2 ? supplier
                                                          : 0;
  return voucher;
}

/* Not all are possible: money that is not there cannot be paid out. */
static guint
post_many (SheafBook *book,
           gboolean   bulk)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  guint done = 0;

  if (bulk)
    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
  for (guint i = 0; i < ROWS; i++)
    {
      g_autoptr (SheafVoucher) voucher = any_voucher (book, i);
      g_autoptr (GError) error = NULL;

      if (!sheaf_currency_settle (book, voucher, &error))
        {
          g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY);
          continue;
        }
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
      g_assert_no_error (error);
      done++;
    }
  if (bulk)
    g_assert_true (sheaf_ledger_bulk_end (book, NULL));
  g_assert_true (sheaf_act_commit (act, NULL));
  return done;
}

static GArray *
balances (SheafBook *book)
{
  GArray *list = sheaf_currency_balances (book, test_day ("2025-12-31"), NULL);

  g_assert_nonnull (list);
  return list;
}

/* No value without units, and both on the same side. */
static void
expect_together (SheafBook *book)
{
  g_autoptr (GArray) list = balances (book);

  for (guint i = 0; i < list->len; i++)
    {
      const SheafForeignBalance *one = &g_array_index (list, SheafForeignBalance, i);
      SheafForeignBalance        same;

      g_assert_cmpint (one->units, !=, 0);
      g_assert_true ((one->units < 0) == (one->value.units < 0) || one->value.units == 0);
      g_assert_true (sheaf_currency_book_rate (book, one->account_id, one->party_id, one->item_id,
                                               one->currency, test_day ("2025-12-31"), &same,
                                               NULL));
      g_assert_cmpint (same.units, ==, one->units);
      g_assert_cmpint (same.value.units, ==, one->value.units);
    }
}

/* Every claim is collected, every debt paid, all money sold. */
static void
settle_all (SheafBook *book,
            gboolean   money)
{
  g_autoptr (GArray) list = balances (book);
  const SheafChart *chart = sheaf_chart_get (book, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const SheafForeignBalance *one = &g_array_index (list, SheafForeignBalance, i);
      gboolean                   debit = one->units < 0;
      g_autoptr (SheafVoucher)
          voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, test_day ("2025-12-31"), "Hết");
      SheafVoucherRow *row;
      g_autoptr (GError) error = NULL;

      if (sheaf_chart_by_id (chart, one->account_id)->money != money)
        continue;
      row = sheaf_voucher_add_row (voucher, debit ? one->account_id : test_account (book, "1121"),
                                   debit ? test_account (book, "1121") : one->account_id,
                                   SHEAF_MONEY_ZERO);
      *(debit ? &row->debit_party_id : &row->credit_party_id) = one->party_id;
      name (row, debit, one->currency, ABS (one->units));
      row->rate = any_rate (one->currency);
      if (!sheaf_currency_settle (book, voucher, &error))
        g_error ("%s", error->message);
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
expect_all_gone (SheafBook *book)
{
  g_autoptr (GArray) list = NULL;

  settle_all (book, FALSE);
  settle_all (book, TRUE);
  list = balances (book);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpint (test_balance (book, "1112", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "007", "2025-12-31"), ==, 0);
  test_verify (book);
}

static void
revalue (SheafBook *book)
{
  SheafGivenRate given[G_N_ELEMENTS (codes)] = { 0 };
  gint64         id = 0;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      (void) g_strlcpy (given[i].currency, codes[i], sizeof given[i].currency);
      given[i].rate = any_rate (codes[i]);
    }
  g_assert_true (sheaf_revaluation_post (book, test_day ("2025-12-31"), given,
                                         G_N_ELEMENTS (codes), &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
}

static void
test_random (gconstpointer bulk)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  guint done = post_many (book, GPOINTER_TO_INT (bulk));

  g_test_message ("%u of %u rows were possible", done, ROWS);
  g_assert_cmpuint (done, >, ROWS / 2);
  expect_together (book);
  test_verify (book);
  revalue (book);
  expect_together (book);
  expect_all_gone (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/currency-random/one-by-one", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/currency-random/in-bulk", GINT_TO_POINTER (TRUE), test_random);
  return g_test_run ();
}
