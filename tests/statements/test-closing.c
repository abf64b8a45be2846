/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every year, whatever was posted: closing changes no statement, closing again
 * gives the same, and no balance is left without a line. */
#include "ledger/closing.h"

#include "ledger/chart.h"
#include "ledger/party.h"
#include "statements/notes.h"
#include "statements/sample.h"
#include "statements/statement.h"
#include "statements/verify.h"

#include <string.h>

static const char *const FORMS[] = { "B01-HTX", "B02-HTX", "F01-HTX",
                                     "F02-HTX", "cash-flow-direct", "cash-flow-indirect" };

/* All statements of a year as one text. */
static char *
print_year (SheafBook *book,
            int        year)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      g_autofree char *statement = sample_print (book, FORMS[i], year, NULL);

      g_string_append_printf (text, "%s %d\n%s", FORMS[i], year, statement);
    }
  return g_string_free (text, FALSE);
}

static void
expect_year (SheafBook  *book,
             int         year,
             const char *expected)
{
  g_autofree char *text = print_year (book, year);

  g_assert_cmpstr (text, ==, expected);
}

static void
close_with (SheafBook      *book,
            int             year,
            SheafClosingKey key,
            gboolean        tax_by_profit)
{
  SheafClosingKeys keys = { .key = key, .tax_by_profit = tax_by_profit };
  g_autoptr (GError) error = NULL;

  keys.rate.millionths = 370000;
  sheaf_closing_post (book, year, &keys, NULL, &error);
  g_assert_no_error (error);
}

static void
reopen (SheafBook *book,
        int        year)
{
  g_autoptr (GError) error = NULL;

  sheaf_closing_reopen (book, year, "look again", &error);
  g_assert_no_error (error);
}

static SheafBook *
random_book (guint round)
{
  SheafBook *book = round % 2 == 0 ? sample_new () : sample_worked ();

  sample_post_at_random (book);
  return book;
}

static void
test_before_and_after (void)
{
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (SheafBook) book = random_book (round);
      g_autofree char *first = print_year (book, 2025);
      g_autofree char *second = print_year (book, 2026);
      g_autofree char *third = print_year (book, 2027);

      for (int year = 2025; year <= 2027; year++)
        {
          sample_close (book, year); /* comparatives of later years stand still, too */
          expect_year (book, 2025, first);
          expect_year (book, 2026, second);
          expect_year (book, 2027, third);
        }
      for (int year = 2027; year >= 2025; year--)
        {
          reopen (book, year);
          expect_year (book, 2025, first);
          expect_year (book, 2027, third);
        }
    }
}

static void
test_again (void)
{
  for (guint round = 0; round < 2; round++)
    for (int key = SHEAF_CLOSING_BY_REVENUE; key <= SHEAF_CLOSING_BY_RATE; key++)
      {
        g_autoptr (SheafBook) book = random_book (round);
        g_autofree char *once = NULL;

        close_with (book, 2025, (SheafClosingKey) key, round % 2 == 0);
        once = print_year (book, 2025);
        reopen (book, 2025);
        close_with (book, 2025, (SheafClosingKey) key, round % 2 == 0);
        expect_year (book, 2025, once);
      }
}

static void
expect_no_findings (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (const SheafCheck *check = sheaf_statements_checks; check->name != NULL; check++)
    {
      check->run (book, problems, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((const SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->items->len, ==, 0);
}

/* A sale of a closed year is taken back in the next, which sold nothing else: revenue is below
 * zero, is closed the other way round, and stands so on B02. */
static void
test_net_debit_revenue (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) results = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sale = sample_post (book, "2025-12-30", "131:KH1", "5112", 3000000, SHEAF_SCOPE_NONE);
  gint64 inside = sample_post (book, "2025-12-30", "131:TV1", "5121", 200000, SHEAF_SCOPE_NONE);

  sample_close (book, 2025);
  sheaf_voucher_reverse (book, sale, sample_day ("2026-01-10"), "came back", NULL, &error);
  sheaf_voucher_reverse (book, inside, sample_day ("2026-01-11"), "came back", NULL, &error);
  g_assert_no_error (error);
  sample_close (book, 2026);
  results = sheaf_statement_compute (book, "B02-HTX", 2026, SHEAF_DATE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->problems->items->len, ==, 0);
  g_assert_cmpint (sheaf_statement_find_line (results, "01a")->current.units, ==, -3000000);
  g_assert_cmpint (sheaf_statement_find_line (results, "01b")->current.units, ==, -200000);
  g_assert_cmpint (sheaf_statement_find_line (results, "60")->current.units, ==, -3200000);
  expect_no_findings (book);
}

/* The closing says by which key and figures the shared expense was divided. */
static void
test_key_is_written (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafVoucher) closing = NULL;
  guint told = 0;

  sample_close (book, 2025);
  closing = sheaf_voucher_load (book, sheaf_closing_voucher (book, 2025), NULL);
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = closing->rows->pdata[i];

      g_assert_true (g_str_has_prefix (row->memo, "key=revenue"));
      told += strcmp (row->memo, "key=revenue base-internal=11000000 base-external=75000000 "
                                 "shared=20000000 internal=2558140") == 0;
    }
  g_assert_cmpuint (told, ==, 2);
}

/* Posts on the account's own side, with all that it asks for. */
static void
post_on (SheafBook          *book,
         const SheafAccount *account,
         gint64              amount)
{
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sample_day ("2025-06-01"), "Use");
  gboolean foreign = account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN;
  gboolean credit = account->normal_side == 2;
  gint64   bank = sample_account (book, "1121");
  gint64   party = account->needs == SHEAF_NEEDS_NOTHING ? 0 : sheaf_party_find (book, "DV1");
  g_autoptr (GError) error = NULL;
  SheafVoucherRow *row;

  row = sheaf_voucher_add_row (voucher, credit ? bank : account->id, credit ? account->id : bank,
                               SHEAF_MONEY (amount));
  row->debit_party_id = credit ? 0 : party;
  row->credit_party_id = credit ? party : 0;
  if (account->scope == SHEAF_ACCOUNT_SCOPE_NAMED)
    row->scope = SHEAF_SCOPE_EXTERNAL;
  if (account->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL)
    row->scope = SHEAF_SCOPE_INTERNAL;
  if (account->type == SHEAF_ACCOUNT_OFF_BALANCE)
    row->credit_id = 0;
  if (foreign)
    {
      row->debit_currency = g_strdup ("USD");
      row->debit_foreign = amount / 250;
      row->rate = G_GINT64_CONSTANT (25000000000);
    }
  sheaf_voucher_post (book, voucher, NULL, &error);
  if (error != NULL)
    g_test_message ("%s: %s", account->code, error->message);
  g_assert_no_error (error);
}

/* Every account of the Circular's chart is used, alone with the bank: all balances have a line, all
 * movements of money have one, the notes agree, before and after closing. */
static void
test_every_account (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  guint             used = 0;

  sample_post (book, "2025-01-01", "1121", "4111:TV1", G_GINT64_CONSTANT (9000000000),
               SHEAF_SCOPE_NONE); /* an overdraft would be told */
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (!account->postable || !account->by_hand || strcmp (account->code, "1121") == 0 ||
          strcmp (account->code, "007") == 0) /* its units come with 1112 and 1122 */
        continue;
      post_on (book, account, 1000000 * (i + 1));
      used++;
    }
  g_assert_cmpuint (used, >, 75);
  for (guint closed = 0; closed < 2; closed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafNotes) notes =
          sheaf_notes_compute (book, 2025, SHEAF_DATE_NONE, "en", &error);

      g_assert_no_error (error);
      for (guint i = 0; i < notes->problems->items->len; i++)
        g_test_message ("%s", ((const SheafProblem *) notes->problems->items->pdata[i])->text);
      g_assert_cmpuint (notes->problems->items->len, ==, 0);
      expect_no_findings (book);
      if (closed == 0)
        sample_close (book, 2025);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/statements-before-and-after-are-equal", test_before_and_after);
  g_test_add_func ("/closing/again-after-a-reversal-gives-the-same", test_again);
  g_test_add_func ("/closing/revenue-below-zero-stands-on-b02", test_net_debit_revenue);
  g_test_add_func ("/closing/key-and-its-figures-are-written", test_key_is_written);
  g_test_add_func ("/closing/every-account-has-a-line", test_every_account);
  return g_test_run ();
}
