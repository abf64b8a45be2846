/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person must answer, and what is told when it is missing or cannot be. */
#include "helpers/ledger.h"
#include "ledger/guide.h"
#include "ledger/party.h"

#include <string.h>

static const SheafGuide *
guide_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  const SheafGuide *guide = sheaf_guide_get (book, &error);

  g_assert_no_error (error);
  return guide;
}

static SheafGuideAnswers *
begin (SheafBook  *book,
       const char *id)
{
  return sheaf_guide_answers_new (sheaf_guide_find (guide_of (book), id), test_day ("2025-06-30"));
}

/* The party's standing decides between 511 and 512; nobody is external. */
static void
test_side_by_party (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (SheafGuideAnswers) answers = sheaf_guide_answers_new (
      sheaf_guide_find (guide_of (book), "131/3.1"), test_day ("2025-06-30"));
  static const char *const parties[][2] = { { "TV1", "512" }, { "KH1", "511" } };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autoptr (GPtrArray) accounts = NULL;

      answers->party_id = sheaf_party_find (book, parties[i][0]);
      accounts = sheaf_guide_accounts (book, answers, 1);
      g_assert_cmpuint (accounts->len, ==, 4);
      for (guint a = 0; a < accounts->len; a++)
        g_assert_true (sheaf_chart_is_under (chart, accounts->pdata[a],
                                             sheaf_chart_by_code (chart, parties[i][1])));
    }
}

/* The usual detail is taken unasked, until the person opens others. */
static void
test_details (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) answers = sheaf_guide_answers_new (
      sheaf_guide_find (guide_of (book), "112/3.4"), test_day ("2025-06-30"));
  SheafAccount first = { .code = (char *) "11211", .name = (char *) "Agribank" };
  SheafAccount second = { .code = (char *) "11212", .name = (char *) "VCB" };
  g_autoptr (GPtrArray) accounts = NULL;

  g_assert_cmpstr (sheaf_guide_account (book, answers, 0)->code, ==, "1121");
  g_assert_true (sheaf_account_insert (book, &first, "1121", NULL, NULL));
  g_assert_true (sheaf_account_insert (book, &second, "1121", NULL, NULL));
  g_assert_null (sheaf_guide_account (book, answers, 0));
  accounts = sheaf_guide_accounts (book, answers, 0);
  g_assert_cmpuint (accounts->len, ==, 3);
  g_assert_true (sheaf_account_take_role (
      book, sheaf_chart_by_code (sheaf_chart_get (book, NULL), "11212"), "bank", NULL));
  g_assert_cmpstr (sheaf_guide_account (book, answers, 0)->code, ==, "11212");
  answers->lines[0].account_id = test_account (book, "11211");
  g_assert_cmpstr (sheaf_guide_account (book, answers, 0)->code, ==, "11211");
}

static void
expect_problem (SheafBook         *book,
                SheafGuideAnswers *answers,
                const char        *column,
                const char        *text)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = sheaf_guide_fill (book, answers, "en", problems, NULL);
  gboolean found = FALSE;

  g_assert_nonnull (voucher);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      found = found ||
              (strcmp (problem->column, column) == 0 && strstr (problem->text, text) != NULL);
    }
  g_assert_true (found);
}

static void
test_missing (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) sale = begin (book, "131/3.1");

  expect_problem (book, sale, "net", "missing");
  g_assert_false (sheaf_guide_answers_set (sale, "gross", SHEAF_MONEY (1)));
  g_assert_true (sheaf_guide_answers_set (sale, "net", SHEAF_MONEY (100)));
  expect_problem (book, sale, "line 1", "needs a party");
  expect_problem (book, sale, "line 2", "choose one of 5111");
  sale->lines[1].account_id = test_account (book, "642");
  expect_problem (book, sale, "line 2", "not meant here");
  sale->lines[1].account_id = test_account (book, "511");
  expect_problem (book, sale, "line 2", "group");
  g_assert_true (sheaf_guide_answers_set (sale, "net", SHEAF_MONEY (-5)));
  expect_problem (book, sale, "net", "out of reach");
  g_assert_true (sheaf_guide_answers_set (sale, "net", SHEAF_MONEY (SHEAF_MONEY_MAX)));
  g_assert_true (sheaf_guide_answers_set (sale, "vat", SHEAF_MONEY (1)));
  expect_problem (book, sale, "gross", "18 digits");
}

static void
test_impossible (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) disposal = begin (book, "211/3.2a-2");
  g_autoptr (SheafGuideAnswers) memo = begin (book, "211/3.3a-2");
  g_autoptr (SheafGuideAnswers) own_use = begin (book, "154/7.10b");
  g_autoptr (SheafGuideAnswers) foreign = begin (book, "111/3.16b");

  g_assert_true (sheaf_guide_answers_set (disposal, "original-cost", SHEAF_MONEY (100)));
  g_assert_true (sheaf_guide_answers_set (disposal, "accumulated-depreciation", SHEAF_MONEY (101)));
  expect_problem (book, disposal, "book-value", "below 0");
  expect_problem (book, memo, "amount", "at least one");
  g_assert_true (sheaf_guide_answers_set (own_use, "cost", SHEAF_MONEY (100)));
  own_use->lines[0].account_id = test_account (book, "154");
  expect_problem (book, own_use, "line 2", "both take account 154");
  g_assert_true (sheaf_guide_answers_set (foreign, "actual-rate", SHEAF_MONEY (100)));
  foreign->party_id = sheaf_party_find (book, "KH1");
  g_assert_true (sheaf_guide_asks_currency (book, foreign));
  expect_problem (book, foreign, "currency", "foreign money");
}

static void
test_withheld (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) closing = begin (book, "911/3a");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_guide_fill (book, closing, "en", problems, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT);
  g_assert_nonnull (strstr (error->message, "closing"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/standing-of-the-party-decides-the-side", test_side_by_party);
  g_test_add_func ("/guide/details-that-were-opened-are-choices", test_details);
  g_test_add_func ("/guide/what-is-missing-is-told", test_missing);
  g_test_add_func ("/guide/what-cannot-be-is-told", test_impossible);
  g_test_add_func ("/guide/closing-entries-are-not-filled-by-hand", test_withheld);
  return g_test_run ();
}
