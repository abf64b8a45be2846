/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries that the Circular prescribes: every one of them becomes a voucher in balance. */
#include "ledger/guide.h"

#include "helpers/ledger.h"
#include "ledger/party.h"

#include <string.h>

#define TRIES 400 /* random amounts until they fit together */

static const SheafGuide *
guide_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  const SheafGuide *guide = sheaf_guide_get (book, &error);

  g_assert_no_error (error);
  return guide;
}

/* Random amounts; half of the optional ones are left out. */
static void
draw_amounts (SheafGuideAnswers *answers,
              GRand             *rand)
{
  for (guint i = 0; i < answers->entry->amounts->len; i++)
    {
      const SheafGuideAmount *amount = answers->entry->amounts->pdata[i];
      gboolean                out = amount->optional && g_rand_boolean (rand);

      answers->amounts[i] = SHEAF_MONEY (out ? 0 : g_rand_int_range (rand, 1, 10000000));
    }
}

/* Two sides of one account differ by their items, as two assets do. */
static void
name_details (SheafBook         *book,
              SheafGuideAnswers *answers)
{
  gint64 items[2];

  g_assert_true (sheaf_item_ensure (book, "A", &items[0], NULL));
  g_assert_true (sheaf_item_ensure (book, "B", &items[1], NULL));
  answers->party_id = sheaf_party_find (book, "KH1");
  g_free (answers->currency);
  answers->currency = g_strdup ("USD");
  answers->foreign = 12345;
  for (guint l = 0; l < answers->entry->lines->len; l++)
    answers->lines[l].item_id = items[((SheafGuideLine *) answers->entry->lines->pdata[l])->debit];
}

static void
choose_first (SheafBook         *book,
              SheafGuideAnswers *answers,
              guint              line,
              guint              place)
{
  g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, line);

  g_assert_cmpuint (accounts->len, >, 0);
  answers->lines[line].account_id =
      ((const SheafAccount *) accounts->pdata[place % accounts->len])->id;
}

/* What is wrong, in one text; NULL when nothing is. */
static char *
findings (const SheafProblems *problems)
{
  GString *text = NULL;

  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind != SHEAF_PROBLEM_ERROR)
        continue;
      text = text == NULL ? g_string_new (NULL) : g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s: %s", problem->column, problem->text);
    }
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

/* The schema has a word too; then every pair of it is one that is prescribed. */
static void
post (SheafBook          *book,
      const SheafVoucher *voucher)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_guide_ask_pairs (book, voucher, problems, &error));
  g_assert_cmpuint (problems->items->len, ==, 0);
}

/* Fills with amounts that fit, and expects the voucher to pass the ledger's own check. */
static void
expect_fills (SheafBook         *book,
              SheafGuideAnswers *answers,
              GRand             *rand)
{
  for (guint try = 0; try < TRIES; try++)
    {
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafVoucher) voucher = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *wrong = NULL;

      draw_amounts (answers, rand);
      voucher = sheaf_guide_fill (book, answers, "vi", problems, &error);
      g_assert_no_error (error);
      wrong = findings (problems);
      if (wrong != NULL && try < TRIES - 1)
        continue;
      if (wrong == NULL)
        {
          g_assert_cmpuint (voucher->rows->len, >, 0);
          g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, &error));
          g_assert_no_error (error);
          wrong = findings (problems);
          if (wrong == NULL)
            post (book, voucher);
        }
      /* a revenue deduction that nobody's standing settles: the person names the side */
      if (wrong != NULL && g_str_has_prefix (wrong, "scope: ") &&
          answers->scope == SHEAF_SCOPE_NONE)
        {
          answers->scope = SHEAF_SCOPE_EXTERNAL;
          continue;
        }
      if (wrong != NULL)
        g_test_message ("%s: %s", answers->entry->id, wrong);
      g_assert_null (wrong);
      return;
    }
}

static guint
count_choices (SheafBook         *book,
               SheafGuideAnswers *answers)
{
  guint most = 1;

  for (guint l = 0; l < answers->entry->lines->len; l++)
    {
      g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, l);

      most = MAX (most, accounts->len);
    }
  return most;
}

/* All but entries on 911, of accounts that a decision names, of the print in disorder, and
 * units. */
static guint
n_fillable (const SheafGuide *guide)
{
  guint n = 0;

  for (guint i = 0; i < sheaf_guide_count (guide); i++)
    n += *sheaf_guide_text (&sheaf_guide_at (guide, i)->withheld, "vi") == '\0';
  g_assert_cmpuint (n, ==, 657);
  return n;
}

/* Every account of every choice is taken at least once. */
static void
test_all_fill (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);
  guint filled = 0;

  for (guint i = 0; i < sheaf_guide_count (guide); i++)
    {
      const SheafGuideCase *item = sheaf_guide_at (guide, i);
      g_autoptr (SheafGuideAnswers)
          answers = sheaf_guide_answers_new (item, test_day ("2025-06-30"));
      guint n = *sheaf_guide_text (&item->withheld, "vi") == '\0' ? count_choices (book, answers)
                                                                  : 0;

      for (guint turn = 0; turn < n; turn++)
        {
          answers->scope = SHEAF_SCOPE_NONE;
          memset (answers->lines, 0, item->lines->len * sizeof *answers->lines);
          for (guint l = 0; l < item->lines->len; l++)
            choose_first (book, answers, l, turn);
          name_details (book, answers);
          expect_fills (book, answers, rand);
        }
      filled += n > 0;
    }
  g_assert_cmpuint (filled, ==, n_fillable (guide));
  test_verify (book);
}

/* A difference that may fall on either side falls on both in turn: lines of gain and of loss. */
static void
test_gain_or_loss (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuideCase *item = sheaf_guide_find (guide_of (book), "111/3.6");
  g_autoptr (SheafGuideAnswers) answers = sheaf_guide_answers_new (item, test_day ("2025-06-30"));

  answers->lines[2].account_id = test_account (book, "1218");
  for (int sign = -1; sign <= 1; sign++)
    {
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafVoucher) voucher = NULL;
      const SheafVoucherRow *row;

      g_assert_true (sheaf_guide_answers_set (answers, "proceeds", SHEAF_MONEY (1000 + sign * 30)));
      g_assert_true (
          sheaf_guide_answers_set (answers, "cost-of-investment", SHEAF_MONEY (1000)));
      voucher = sheaf_guide_fill (book, answers, "en", problems, NULL);
      g_assert_cmpuint (problems->errors, ==, 0);
      g_assert_cmpint (voucher->kind, ==, SHEAF_VOUCHER_RECEIPT);
      g_assert_cmpuint (voucher->rows->len, ==, sign == 0 ? 1 : 2);
      row = voucher->rows->pdata[0];
      g_assert_cmpint (row->amount.units, ==, sign < 0 ? 970 : 1000);
      g_assert_cmpint (row->credit_id, ==, test_account (book, "1218"));
      if (sign == 0)
        continue;
      row = voucher->rows->pdata[1];
      g_assert_cmpint (row->amount.units, ==, 30);
      g_assert_cmpint (row->debit_id, ==, test_account (book, sign < 0 ? "658" : "1111"));
      g_assert_cmpint (row->credit_id, ==, test_account (book, sign < 0 ? "1218" : "558"));
    }
}

static SheafGuideAnswers *
begin (SheafBook  *book,
       const char *id)
{
  return sheaf_guide_answers_new (sheaf_guide_find (guide_of (book), id), test_day ("2025-06-30"));
}

/* The foreign amount goes with the rows that move foreign money; a difference moves none. */
static void
test_foreign (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) paid = begin (book, "111/3.16đ");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  const SheafVoucherRow *row;

  paid->party_id = sheaf_party_find (book, "KH1");
  paid->currency = g_strdup ("USD");
  paid->foreign = 10000;
  paid->lines[2].account_id = test_account (book, "131");
  g_assert_true (sheaf_guide_answers_set (paid, "actual-rate", SHEAF_MONEY (2550000)));
  g_assert_true (sheaf_guide_answers_set (paid, "book-rate", SHEAF_MONEY (2500000)));
  voucher = sheaf_guide_fill (book, paid, "en", problems, NULL);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (voucher->rows->len, ==, 2);
  row = voucher->rows->pdata[0];
  g_assert_cmpint (row->amount.units, ==, 2500000);
  g_assert_cmpint (row->debit_foreign, ==, 10000);
  g_assert_cmpint (row->credit_foreign, ==, 10000);
  g_assert_cmpstr (row->credit_currency, ==, "USD");
  row = voucher->rows->pdata[1];
  g_assert_cmpint (row->amount.units, ==, 50000);
  g_assert_cmpstr (row->debit_currency, ==, "USD");
  g_assert_cmpint (row->debit_foreign, ==, 0);
  g_assert_null (row->credit_currency);
}

/* What is said for all goes to accounts that ask for somebody, and not to the tax beside them. */
static void
test_parties (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafGuideAnswers) sale = begin (book, "131/3.1");
  g_autoptr (SheafGuideAnswers) lent = begin (book, "138/3.5");
  gint64 party = sheaf_party_find (book, "KH1");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) sold = NULL;
  g_autoptr (SheafVoucher) paid = NULL;
  const SheafVoucherRow *row;

  sale->party_id = lent->party_id = party;
  sale->lines[1].account_id = test_account (book, "5111");
  lent->lines[1].account_id = test_account (book, "1111");
  g_assert_true (sheaf_guide_answers_set (sale, "net", SHEAF_MONEY (100)));
  g_assert_true (sheaf_guide_answers_set (sale, "vat", SHEAF_MONEY (8)));
  g_assert_true (sheaf_guide_answers_set (lent, "amount", SHEAF_MONEY (7)));
  sold = sheaf_guide_fill (book, sale, "en", problems, NULL);
  paid = sheaf_guide_fill (book, lent, "en", problems, NULL);
  g_assert_cmpuint (problems->errors, ==, 0);
  row = sold->rows->pdata[1];
  g_assert_cmpint (row->debit_party_id, ==, party);
  g_assert_cmpint (row->credit_party_id, ==, 0);
  row = paid->rows->pdata[0];
  g_assert_cmpint (row->debit_party_id, ==, party);
  g_assert_cmpint (paid->kind, ==, SHEAF_VOUCHER_PAYMENT);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char      *id;
    SheafVoucherKind kind;
  } kinds[] = {
    { "111/3.7", SHEAF_VOUCHER_RECEIPT },
    { "111/3.9", SHEAF_VOUCHER_PAYMENT },
    { "112/3.7", SHEAF_VOUCHER_BANK_IN },
    { "112/3.9", SHEAF_VOUCHER_BANK_OUT },
    { "112/3.3", SHEAF_VOUCHER_PAYMENT },
    { "156/3a", SHEAF_VOUCHER_STOCK_IN },
    { "156/3g", SHEAF_VOUCHER_STOCK_OUT },
    { "214/3a", SHEAF_VOUCHER_JOURNAL },
    { "154/7.2a-1", SHEAF_VOUCHER_STOCK_OUT },
    { "154/7.1đ", SHEAF_VOUCHER_JOURNAL },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SheafGuideAnswers) answers = begin (book, kinds[i].id);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafVoucher) voucher = NULL;

      for (guint l = 0; l < answers->entry->lines->len; l++)
        choose_first (book, answers, l, 0);
      name_details (book, answers);
      g_clear_pointer (&answers->currency, g_free);
      answers->amounts[0] = SHEAF_MONEY (100);
      voucher = sheaf_guide_fill (book, answers, "vi", problems, NULL);
      g_assert_cmpuint (problems->errors, ==, 0);
      g_assert_cmpint (voucher->kind, ==, kinds[i].kind);
    }
}

/* A dialog goes on showing a case while the book is read anew, twice, as others write. */
static void
test_kept (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafGuide           *kept = sheaf_guide_ref (guide_of (book));
  const SheafGuideCase *entry = sheaf_guide_at (kept, 0);
  g_autofree char      *title = g_strdup (sheaf_guide_text (&entry->title, "vi"));
  g_autofree char      *id = g_strdup (entry->id);

  sheaf_book_refresh (book);
  g_assert_true (guide_of (book) != kept);
  sheaf_book_refresh (book);
  sheaf_book_refresh (book);
  g_assert_cmpstr (sheaf_guide_text (&entry->title, "vi"), ==, title);
  g_assert_true (sheaf_guide_find (kept, id) == entry);
  sheaf_guide_unref (kept);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/every-case-and-choice-makes-a-voucher-in-balance", test_all_fill);
  g_test_add_func ("/guide/a-difference-falls-on-gain-or-loss", test_gain_or_loss);
  g_test_add_func ("/guide/a-difference-of-rates-moves-no-foreign-money", test_foreign);
  g_test_add_func ("/guide/party-goes-to-the-account-that-asks", test_parties);
  g_test_add_func ("/guide/kind-of-voucher-follows-money-and-store", test_kinds);
  g_test_add_func ("/guide/what-is-kept-outlives-the-book-read-anew", test_kept);
  return g_test_run ();
}
