/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused around the year end says why, and leaves the book as it was to the byte: also
 * where a line asks for several steps and only the last of them is refused. */
#include "helpers/cli.h"

typedef struct
{
  const char *name;
  int         status;
  const char *words;  /* parted by blanks; BOOK and FOLDER stand for their paths */
  const char *remedy; /* part of the message */
} Refusal;

static const Refusal refusals[] = {
  { "reconcile-tick-of-a-strange-row", 1,
    "reconcile BOOK 1121 --date 2025-12-31 --balance 5 --tick 99", "take the numbers" },
  { "reconcile-finish-uneven", 1, "reconcile BOOK 1121 --date 2025-12-31 --balance 7 --finish",
    "note" },
  { "reconcile-open-opened-again", 1,
    "reconcile BOOK 1121 --date 2025-12-31 --balance 5 --reopen --note x", "go on ticking" },
  { "reconcile-file-not-there", 1,
    "reconcile BOOK 1121 --date 2025-12-31 --balance 5 --file FOLDER/none.csv", "none.csv: " },
  { "reconcile-before-the-book", 1, "reconcile BOOK 1121 --date 2024-12-31 --balance 5",
    "begins on 2025-01-01" },
  { "confirm-answer-of-nobody", 2, "confirm BOOK --date 2025-12-31 --answer 5", "name both" },
  { "confirm-answer-and-post-elsewhere", 1,
    "confirm BOOK --date 2025-12-31 --account 131 --party KH1 --answer 5 --post --post-date "
    "2024-01-01",
    "2025-01-01" },
  { "confirm-before-the-book", 1, "confirm BOOK --date 2024-12-31", "begins on 2025-01-01" },
  { "count-posted-to-a-group", 1,
    "count BOOK cash --account 1111 --date 2025-12-31 --file FOLDER/found.csv --post --other 111",
    "111" },
  { "count-before-the-book", 1, "count BOOK cash --account 1111 --date 2024-12-31",
    "begins on 2025-01-01" },
  { "count-file-not-there", 1,
    "count BOOK cash --account 1111 --date 2025-12-31 --file FOLDER/none.csv", "none.csv: " },
  { "tax-answer-and-post-elsewhere", 1,
    "tax BOOK --year 2025 --set other-increase=100000 --set other-increase-reason=x --post --date "
    "2024-03-01",
    "take a day of 2025" },
  { "tax-of-a-year-before", 1, "tax BOOK --year 2024 --set last-revenue=5", "begins with 2025" },
  { "tax-loss-too-old", 1, "tax BOOK --year 2025 --set loss-2019=5", "5 years before" },
  { "tax-loss-of-the-books-own", 1, "tax BOOK --year 2026 --set loss-2025=5",
    "works its loss out itself" },
  { "tax-reason-of-nothing", 1, "tax BOOK --year 2025 --set loss-old-reason=x",
    "cannot be answered" },
  { "vat-share-of-a-year-before", 1, "vat-share BOOK --year 2024", "begins with 2025" },
  { "vat-share-cost-on-cash", 1, "vat-share BOOK --year 2025 --set vat-cost-account=1111",
    "account of cost" },
  { "vat-share-cost-on-a-group", 1, "vat-share BOOK --year 2025 --set vat-cost-account=611",
    "account of cost" },
  { "vat-share-answer-and-post-elsewhere", 1,
    "vat-share BOOK --year 2025 --set vat-revenue=accounts --set vat-shared-accounts=642 --set "
    "vat-not-taxable-accounts=5112 --post --date 2026-03-01",
    "2025" },
  { "ratios-one-good-one-bad", 1, "ratios BOOK --year 2025 --set interest=5 --set colour=1",
    "cannot be answered" },
  { "ratios-of-a-year-before", 1, "ratios BOOK --year 2024", "begins with 2025" },
  { "trends-of-a-year-before", 1, "trends BOOK --year 1999", "begins with 2025" },
  { "notes-two-ways", 2, "notes BOOK I.1 --year 2025 --text x --from-last-year", "give one" },
  { "notes-file-not-there", 1, "notes BOOK I.1 --year 2025 --file FOLDER/none.txt",
    "check its name" },
  { "notes-without-an-earlier-text", 1, "notes BOOK I.1 --year 2025 --from-last-year", "--text" },
  { "statement-column-without-line", 2, "statement BOOK B01-HTX --year 2025 --column previous",
    "--line" },
  { "statement-two-columns", 2,
    "statement BOOK B01-HTX --year 2025 --line 110 --previous --column current", "give one" },
  { "statement-column-of-another-form", 1,
    "statement BOOK B01-HTX --year 2025 --line 110 --column increase", "current or previous" },
  { "book-of-a-year-before", 1, "book BOOK S03a-HTX --year 2024", "begins on 2025-01-01" },
  { "book-of-no-product", 1, "book BOOK S07-HTX --product NONE", "no product" },
  { "book-of-no-currency", 1, "book BOOK S05-HTX --currency XXX", "three letters" },
};

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  static const char vouchers[] =
      "number,date,kind,description,debit,credit,amount,debit_party,credit_party,product,quantity\n"
      "1,2025-02-01,journal,Bán hàng,131,5111,900000,KH1,,,\n"
      "2,2025-03-01,receipt,Thu nợ,1111,131,400000,,KH1,,\n"
      "3,2025-03-02,bank-in,Thu nợ,1121,131,300000,,KH1,,\n"
      "4,2025-03-03,journal,Mua hàng,156,331,200000,,NCC1,TRA,1\n"
      "5,2025-03-03,journal,Thuế mua vào,1331,331,50000,,NCC1,,\n"
      "5,2025-03-03,journal,Chi phí chung,642,331,500000,,NCC1,,\n";
  g_autofree char *csv = NULL;
  g_autofree char *found = NULL;

  test_cli_set_up (fixture, data);
  csv = test_file (fixture->folder, "vouchers.csv", vouchers, -1);
  found = test_file (fixture->folder, "found.csv", "name,quantity\n100000,3\n", -1);
  test_do ("import", fixture->book, "vouchers", csv, NULL);
}

static char **
make_words (const TestCliFixture *fixture,
            const char           *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr (GString) text = g_string_new (*word);

      g_string_replace (text, "BOOK", fixture->book, 1);
      g_string_replace (text, "FOLDER", fixture->folder, 1);
      g_free (*word);
      *word = g_strdup (text->str);
    }
  return g_steal_pointer (&words);
}

static void
test_refusal (TestCliFixture *fixture,
              gconstpointer   data)
{
  const Refusal *refusal = data;
  g_auto (GStrv) words = make_words (fixture, refusal->words);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run = test_run_words ((const char *const *) words);
  g_autofree char *after = test_folder_state (fixture->folder);

  test_run_expect (run, refusal->status);
  test_contains (run->err, refusal->remedy);
  g_assert_cmpstr (strchr (run->err, '\n'), ==, "\n"); /* one sentence */
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/refusals/", refusals[i].name, NULL);

      g_test_add (path, TestCliFixture, &refusals[i], set_up, test_refusal, test_cli_tear_down);
    }
  return g_test_run ();
}
