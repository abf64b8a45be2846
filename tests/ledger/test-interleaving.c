/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts, vouchers, reversals, locks, merges and foreign money in any order: the checks stay green,
 * money never falls below zero, and a reversal restores every balance. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/draft.h"
#include "ledger/merge.h"
#include "ledger/number-report.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "store/query.h"

static gint64
any (gint64 below)
{
  return g_test_rand_int_range (0, (gint32) below);
}

#define ANY_OF(list) ((list)[any (G_N_ELEMENTS (list))])

static const char *const cash_or_not[] = { "1111", "1121", "642", "154", "335", "558" };
static const char *const parties[] = { "KH1", "KH2", "KH3", "NCC1", "TV1" };

static void
format_day (char buffer[11])
{
  g_snprintf (buffer, 11, "2025-%02d-%02d", 1 + (int) any (12), 1 + (int) any (28));
}

static SheafVoucher *
any_voucher (SheafBook *book)
{
  char          day[11];
  SheafVoucher *voucher;

  format_day (day);
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, test_day (day), "Bất kỳ");
  for (gint64 rows = 1 + any (3); rows > 0; rows--)
    {
      SheafMoney       amount = SHEAF_MONEY (1 + any (any (5) == 0 ? 1000000 : 5000));
      SheafVoucherRow *row;

      row = sheaf_voucher_add_row (voucher, test_account (book, ANY_OF (cash_or_not)),
                                   test_account (book, ANY_OF (cash_or_not)), amount);
      if (any (3) == 0)
        {
          row->debit_id = test_account (book, "131");
          row->debit_party_id = sheaf_party_find (book, ANY_OF (parties));
        }
      if (any (4) == 0)
        {
          row->credit_id = test_account (book, "331");
          row->credit_party_id = sheaf_party_find (book, ANY_OF (parties));
        }
      if (any (4) == 0)
        {
          row->debit_id = test_account (book, "1112");
          row->debit_currency = g_strdup (any (2) == 0 ? "USD" : "EUR");
          row->debit_foreign = 1 + any (1000);
        }
      else if (any (6) == 0)
        {
          row->credit_id = test_account (book, "1112");
          row->credit_currency = g_strdup ("USD");
          row->credit_foreign = 1 + any (1000);
        }
    }
  return voucher;
}

static gboolean
post (SheafBook *book,
      GError   **error)
{
  g_autoptr (SheafVoucher) voucher = any_voucher (book);

  return any (3) == 0 ? sheaf_voucher_post_checked (book, voucher, NULL, error)
                      : sheaf_voucher_post (book, voucher, NULL, error);
}

static gint64
any_voucher_id (SheafBook *book)
{
  gint64 last = 0;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book),
                                      "SELECT coalesce (max (id), 0) FROM voucher", SHEAF_NO_ARGS,
                                      &last, NULL));
  return 1 + any (last + 2);
}

static gboolean
reverse (SheafBook *book,
         GError   **error)
{
  char day[11];

  format_day (day);
  return sheaf_voucher_reverse (book, any_voucher_id (book), test_day (day), "Bất kỳ", NULL, error);
}

static gboolean
lock (SheafBook *book,
      GError   **error)
{
  char day[11];

  format_day (day);
  if (any (4) == 0)
    return sheaf_period_lock (book, test_day (day), error);
  return sheaf_period_unlock (book, SHEAF_DATE_NONE, "Bất kỳ", error);
}

static gboolean
merge (SheafBook *book,
       GError   **error)
{
  gint64 party = sheaf_party_find (book, ANY_OF (parties));

  if (any (2) == 0)
    return sheaf_party_unmerge (book, party, "Bất kỳ", error);
  return sheaf_party_merge (book, party, sheaf_party_find (book, ANY_OF (parties)), "Bất kỳ",
                            error);
}

static gboolean
save_draft (SheafBook *book,
            GError   **error)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_new ("journal");
  SheafDraftRow *row = sheaf_draft_add_row (draft);
  char           day[11];

  format_day (day);
  sheaf_draft_set (&draft->date, day);
  sheaf_draft_set (&draft->description, "Bất kỳ");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], ANY_OF (cash_or_not));
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], ANY_OF (cash_or_not));
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], any (5) == 0 ? "x" : "=25*6");
  return sheaf_draft_save (book, draft, NULL, error);
}

/* One of those there: posted, stepped back or thrown away. */
static gboolean
use_draft (SheafBook *book,
           GError   **error)
{
  g_autoptr (GPtrArray) heads = sheaf_draft_list (book, NULL);
  g_autoptr (SheafDraft) draft = NULL;
  gint64 id;

  if (heads->len == 0)
    return save_draft (book, error);
  id = ((SheafDraftHead *) heads->pdata[any (heads->len)])->id;
  draft = sheaf_draft_load (book, id, NULL);
  switch (any (4))
    {
    case 0:
      return sheaf_draft_delete (book, id, error);
    case 1:
      return sheaf_draft_undo (book, id, error);
    default:
      return sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, error);
    }
}

typedef gboolean (*ActFunc) (SheafBook *book,
                             GError   **error);

static gboolean
any_act (SheafBook *book,
         GError   **error)
{
  static const ActFunc rare[] = { reverse, reverse, lock, merge, save_draft, use_draft };

  return any (2) == 0 ? ANY_OF (rare) (book, error) : post (book, error);
}

/* Several in one act, kept or undone. */
static void
nested_acts (SheafBook *book)
{
  static const ActFunc inner[] = { post, post, reverse, merge };
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  gboolean bulk = any (3) == 0;

  g_assert_nonnull (act);
  if (bulk)
    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
  for (gint64 i = any (6); i > 0; i--)
    (void) (bulk ? post (book, NULL) : ANY_OF (inner) (book, NULL)); /* refused ones fail alone */
  if (any (3) == 0)
    return;
  if (!bulk || sheaf_ledger_bulk_end (book, NULL))
    (void) sheaf_act_commit (act, NULL); /* refused where money would fall below zero */
}

static void
expect_no_day_below_zero (SheafBook *book)
{
  gint64 bad = -1;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book),
                                      "SELECT count (*) FROM (SELECT sum (amount) OVER (PARTITION "
                                      "BY account_id ORDER BY date) AS b "
                                      "FROM total_day WHERE account_id IN (SELECT id FROM account "
                                      "WHERE coalesce (money, book IN (1, 2)) = 1)) WHERE b < 0",
                                      SHEAF_NO_ARGS, &bad, NULL));
  g_assert_cmpint (bad, ==, 0);
}

/* Every number was given to a voucher that is there. */
static void
expect_no_gap (SheafBook *book)
{
  g_autoptr (GPtrArray) findings = sheaf_number_report (book, 0, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((SheafNumberFinding *) findings->pdata[i])->what, !=, SHEAF_NUMBER_MISSING);
}

static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();

  for (guint i = 2; i <= 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("KH%u", i);
      SheafParty       party = { .code = code, .name = code, .kind = SHEAF_PARTY_CUSTOMER };

      g_assert_true (sheaf_party_insert (book, &party, NULL, NULL));
    }
  test_post (book, "2025-01-01", "1111", "335", 300000, "", "");
  test_post (book, "2025-01-01", "1121", "335", 300000, "", "");
  g_assert_true (sheaf_preference_set (book, "money-below-zero", "refuse", NULL));
  return book;
}

static void
test_interleaving (void)
{
  g_autoptr (SheafBook) book = new_book ();
  guint done = 0, refused = 0, money = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GError) error = NULL;

      if (any (10) == 0)
        nested_acts (book);
      else if (any_act (book, &error))
        done++;
      else
        {
          g_assert_nonnull (error);
          g_assert_cmpstr (g_quark_to_string (error->domain), ==,
                           g_quark_to_string (SHEAF_LEDGER_ERROR));
          money += error->code == SHEAF_LEDGER_ERROR_MONEY;
          refused++;
        }
      if (i % 100 == 0)
        expect_no_day_below_zero (book);
      if (i % 300 == 0)
        test_verify (book);
    }
  g_test_message ("%u acts done, %u refused, %u of them for money", done, refused, money);
  g_assert_cmpuint (done, >, 100);
  g_assert_cmpuint (refused, >, 100);
  g_assert_cmpuint (money, >, 5);
  expect_no_day_below_zero (book);
  expect_no_gap (book);
  test_verify (book);
}

/* Every balance that is not nought, in home money and in units, as text. */
static char *
balances (SheafBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book),
      "SELECT 'p', account, scope, sum (amount) AS s"
      " FROM (SELECT debit_id AS account, scope, amount FROM total_pair"
      " UNION ALL SELECT credit_id, scope, -amount FROM total_pair) GROUP BY account, scope"
      " HAVING s <> 0 UNION ALL"
      " SELECT 'd', account_id, party_id * 1000 + item_id, sum (debit - credit) AS s"
      " FROM total_detail GROUP BY 2, 3 HAVING s <> 0 UNION ALL"
      " SELECT currency, account_id, party_id, sum (foreign_debit - foreign_credit) AS s"
      " FROM total_currency GROUP BY 1, 2, 3 HAVING s <> 0 ORDER BY 1, 2, 3",
      SHEAF_NO_ARGS, NULL);

  while (sheaf_query_next (query, NULL))
    g_string_append_printf (text, "%s %d %d %d\n", sheaf_query_text (query, 0),
                            (int) sheaf_query_int (query, 1), (int) sheaf_query_int (query, 2),
                            (int) sheaf_query_int (query, 3));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_reversal_restores (void)
{
  g_autoptr (SheafBook) book = new_book ();
  guint turns = 0;

  g_assert_true (sheaf_preference_set (book, "money-below-zero", "allow", NULL));
  for (guint i = 0; i < 400 || turns < 20; i++)
    {
      g_autoptr (SheafVoucher) voucher = any_voucher (book);
      g_autofree char *before = balances (book);
      g_autofree char *between = NULL;
      g_autofree char *after = NULL;
      gint64           id = 0;

      if (!sheaf_voucher_post (book, voucher, &id, NULL))
        continue;
      between = balances (book);
      g_assert_true (sheaf_voucher_reverse (book, id, voucher->date, "Bất kỳ", NULL, NULL));
      after = balances (book);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpstr (before, !=, between);
      turns++;
      if (turns % 3 == 0)
        (void) post (book, NULL); /* another state to begin from */
    }
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interleaving/any-order-of-acts-leaves-the-checks-green", test_interleaving);
  g_test_add_func ("/interleaving/a-reversal-restores-every-balance", test_reversal_restores);
  return g_test_run ();
}
