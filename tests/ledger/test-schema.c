/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second program is stopped by the database itself. */
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "ledger/rule-words.h"
#include "store/error.h"

#include <string.h>

/* The rules that were provoked so far, by a program that checks nothing. */
static GHashTable *provoked;

static void
expect_rule (SheafBook  *book,
             const char *sql,
             const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (sheaf_store_script (sheaf_book_store (book), sql, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, rule);
  g_hash_table_add (provoked, g_strdup (rule));
  (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
}

#define OPEN_ACT \
  "BEGIN; INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');"
#define VOUCHER(day)                                                                             \
  "INSERT INTO voucher (id, kind, year, number, date, layer, description, fold, act_id) VALUES " \
  "(99, 5, 2025, 'X', '" day "', 1, 'x', 'x', 99);"
#define OPEN_SECOND \
  "INSERT INTO audit (id, at, user, kind, summary) VALUES (100, '', 'x', 'x', 'x');"
#define MIRROR(layer)                                                                          \
  "INSERT INTO voucher (id, kind, year, number, date, layer, description, fold, reverses_id, " \
  "act_id) SELECT 99, 5, 2025, 'X', '2025-05-05', " layer                                      \
  ", 'x', 'x', id, 99 FROM voucher WHERE layer = 1;"
#define ROW(debit, credit, amount)                                                                \
  "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, " \
  "description, act_id) "                                                                         \
  "SELECT 99, '2025-05-05', 202505, 1, d.id, c.id, " amount                                       \
  ", 2, 'x', 99 FROM account d, account c WHERE d.code = '" debit "' AND c.code = '" credit "'"

#define FOREIGN_ROW(debit, credit, amount, units)                                                 \
  "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, " \
  "description, act_id, debit_currency, debit_foreign) "                                          \
  "SELECT 99, '2025-05-05', 202505, 1, d.id, c.id, " amount ", 2, 'x', 99, 'USD', " units         \
  " FROM account d, account c WHERE d.code = '" debit "' AND c.code = '" credit "'"

static void
test_rules (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-02", "1111", "558", 100, "", "");
  expect_rule (book, "UPDATE voucher_row SET amount = 1", "written-row-changed");
  expect_rule (book, "DELETE FROM voucher_row", "written-row-deleted");
  expect_rule (
      book,
      "INSERT INTO voucher_row SELECT NULL, voucher_id, date, month, layer, debit_id, "
      "credit_id, amount, scope, NULL, NULL, NULL, NULL, 'x', NULL, NULL, NULL, NULL, "
      "NULL, NULL, NULL, NULL, act_id, NULL, NULL, NULL, NULL, NULL, NULL FROM voucher_row",
      "act-sealed");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("111", "558", "5"), "posting-to-group");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("131", "558", "5"), "missing-party");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "558", "-5"), "negative-amount");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1122", "558", "5"),
               "currency-against-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") FOREIGN_ROW ("1121", "558", "5", "7"),
               "currency-against-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") FOREIGN_ROW ("1122", "558", "5", "-7"),
               "foreign-against-amount");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "5122", "5"),
               "scope-against-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "001", "5"),
               "off-balance-with-balance");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "1111", "5"), "same-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-06-05") ROW ("1111", "558", "5"),
               "row-differs-from-voucher");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-02-31"), "bad-date");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "#opening", "5"),
               "opening-out-of-place");
  expect_rule (book, OPEN_ACT "UPDATE ledger_state SET bulk = 1; UPDATE audit SET hash = 'x'"
                              " WHERE id = 99",
               "totals-not-refilled");
  expect_rule (book, "DELETE FROM ledger_state", "written-row-deleted");
  expect_rule (book, "UPDATE audit SET summary = 'x'", "act-sealed");
  expect_rule (book, "DELETE FROM audit", "act-sealed");
  expect_rule (book, OPEN_ACT OPEN_SECOND, "act-still-open");
  /* Written sealed, it would pass by what is judged when an act is sealed. */
  expect_rule (book,
               "INSERT INTO audit (at, user, kind, summary, digest, previous, hash)"
               " VALUES ('2026-01-01T00:00:00Z', 'x', 'x', 'x', 'd', 'p', 'h')",
               "act-not-opened");
  expect_rule (book, OPEN_ACT MIRROR ("2"), "reversal-differs-from-original");
  g_assert_true (sheaf_period_lock (book, test_day ("2025-05-31"), NULL));
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05"), "period-locked");
  test_verify (book);
}

#define INVOICE(voucher)                                                                           \
  "INSERT INTO invoice (voucher_id, direction, number, date, base, rate, vat, deductible, act_id)" \
  " SELECT id, 1, '7', date, 100, 10, 10, 1, 99 FROM voucher WHERE date = '" voucher "';"

/* The lists of a locked period stand; the voucher's day counts, and only the latest lock. */
static void
test_rule_of_invoices (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafStore *store = sheaf_book_store (book);

  test_post (book, "2025-05-31", "1331", "331", 10, NULL, "NCC1");
  test_post (book, "2025-06-01", "1331", "331", 10, NULL, "NCC1");
  g_assert_true (sheaf_period_lock (book, test_day ("2025-05-31"), NULL));
  expect_rule (book, OPEN_ACT INVOICE ("2025-05-31"), "period-locked");
  g_assert_true (sheaf_store_script (store, OPEN_ACT INVOICE ("2025-06-01"), NULL));
  g_assert_true (sheaf_store_script (store, "ROLLBACK", NULL));
  g_assert_true (sheaf_period_unlock (book, SHEAF_DATE_NONE, "Sót hóa đơn", NULL));
  g_assert_true (sheaf_store_script (store, OPEN_ACT INVOICE ("2025-05-31"), NULL));
  g_assert_true (sheaf_store_script (store, "ROLLBACK", NULL));
}

/* ROW with further columns and their values, which may name d and c, the accounts. */
#define ROW_WITH(debit, credit, amount, scope, columns, values)                                   \
  "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, " \
  "description, act_id, " columns ") SELECT 99, '2025-05-05', 202505, 1, d.id, c.id, " amount     \
  ", " scope ", 'x', 99, " values " FROM account d, account c WHERE d.code = '" debit             \
  "' AND c.code = '" credit "'"
#define PARTY(code) "(SELECT id FROM party WHERE code = '" code "')"
#define VOUCHER_IN_MAY OPEN_ACT VOUCHER ("2025-05-05")

static void
test_rules_of_entry (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafParty twin = { .code = "KH2", .name = "KH2", .kind = SHEAF_PARTY_CUSTOMER };

  expect_rule (book, OPEN_ACT VOUCHER ("2024-12-31"), "bad-date"); /* another year than 2025 */
  expect_rule (book,
               OPEN_ACT "INSERT INTO voucher (id, kind, year, number, date, layer, description, "
                        "fold, act_id) VALUES (99, 5, 2024, 'X', '2024-12-31', 1, 'x', 'x', 99)",
               "before-first-day");
  expect_rule (book, VOUCHER_IN_MAY ROW ("642", "9111", "5"), "not-by-hand");
  expect_rule (book, VOUCHER_IN_MAY ROW ("1112", "558", "5"), "currency-against-account");
  expect_rule (book,
               VOUCHER_IN_MAY ROW_WITH ("1111", "558", "5", "2", "debit_currency, debit_foreign",
                                        "'USD', 5"),
               "currency-against-account");
  expect_rule (book,
               VOUCHER_IN_MAY ROW_WITH ("1112", "558", "5", "2", "debit_currency, debit_foreign",
                                        "'USD', -5"),
               "foreign-against-amount");
  expect_rule (book, VOUCHER_IN_MAY ROW_WITH ("521", "1111", "5", "0", "memo", "'x'"),
               "scope-missing");
  expect_rule (book,
               VOUCHER_IN_MAY ROW_WITH ("154", "331", "5", "1", "credit_party_id", PARTY ("NCC1")),
               "scope-without-reason");
  expect_rule (book,
               VOUCHER_IN_MAY ROW_WITH ("154", "331", "5", "2", "credit_party_id", PARTY ("TV1")),
               "scope-without-reason");
  g_assert_true (sheaf_preference_set (book, "amount-limit", "1000", NULL));
  expect_rule (book, VOUCHER_IN_MAY ROW ("642", "335", "1001"), "amount-above-limit");
  g_assert_true (sheaf_preference_set (book, "money-below-zero", "refuse", NULL));
  expect_rule (
      book, VOUCHER_IN_MAY ROW ("642", "1111", "5") "; UPDATE audit SET hash = 'x' WHERE id = 99",
      "money-below-zero");
  g_assert_true (sheaf_party_insert (book, &twin, NULL, NULL));
  g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "KH2"),
                                    sheaf_party_find (book, "KH1"), "Trùng", NULL));
  expect_rule (book,
               VOUCHER_IN_MAY ROW_WITH ("131", "558", "5", "2", "debit_party_id", PARTY ("KH2")),
               "merged-party");
  expect_rule (book,
               OPEN_ACT
               "INSERT INTO party_merge (party_id, into_id, reason, act_id) SELECT " PARTY (
                   "NCC1") ", " PARTY ("KH2") ", 'x', 99",
               "merge-of-merged");
  expect_rule (book,
               OPEN_ACT
               "INSERT INTO party_merge (party_id, into_id, reason, act_id) SELECT " PARTY (
                   "TV1") ", " PARTY ("KH1") ", 'x', 99",
               "merge-of-member");
}

#define ITEM(facts, values)                                                                    \
  "INSERT INTO item (id, code, name, act_id) VALUES (99, 'HD1', 'x', 99);"                     \
  "INSERT INTO item_fact (item_id, name, fold, kind, act_id, " facts ") SELECT 99, 'x', 'x', " \
  "'contract', 99, " values ";"

static void
test_rules_of_items (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  expect_rule (book,
               VOUCHER_IN_MAY ITEM ("closed", "'2025-05-04'")
                   ROW_WITH ("642", "335", "5", "2", "debit_item_id", "99"),
               "item-closed");
  expect_rule (book,
               VOUCHER_IN_MAY ITEM ("party_id", PARTY ("NCC1"))
                   ROW_WITH ("131", "558", "5", "2", "debit_item_id, debit_party_id",
                             "99, " PARTY ("KH1")),
               "item-of-other-party");
}

/* What passes the kept sums would pass 18 digits. */
static void
test_totals (void)
{
  static const char *const rows[][2] = {
    { ROW ("642", "335", "999999999999999999"), "totals_have_18_digits" },
    { ROW_WITH ("1112", "558", "1", "2", "debit_currency, debit_foreign",
                "'USD', 999999999999999999"),
      "foreign_totals_have_18_digits" },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strconcat (VOUCHER_IN_MAY, rows[i][0], ";", rows[i][0], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (sheaf_store_script (sheaf_book_store (book), sql, &error));
      g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
      g_assert_true (g_str_has_suffix (error->message, rows[i][1]));
      g_hash_table_add (provoked, g_strdup (rows[i][1]));
      (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
    }
}

static void
test_rules_of_years (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafClosingKeys keys;

  test_post (book, "2025-02-02", "1111", "558", 100, "", "");
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, NULL));
  g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, NULL));
  expect_rule (book, VOUCHER_IN_MAY, "year-closed");
}

/* A reversal has the rows of what it reverses, with the other sign. */
static void
test_mirror (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-02", "1111", "558", 100, "", "");
  expect_rule (book, OPEN_ACT MIRROR ("1") ROW ("1111", "558", "-99"),
               "reversal-differs-from-original");
  expect_rule (book, OPEN_ACT MIRROR ("1") ROW ("1111", "558", "100"),
               "reversal-differs-from-original");
  expect_rule (book, OPEN_ACT MIRROR ("1") ROW ("1121", "558", "-100"),
               "reversal-differs-from-original");
  g_assert_true (sheaf_store_script (sheaf_book_store (book),
                                     OPEN_ACT MIRROR ("1") ROW ("1111", "558", "-100"), NULL));
  (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
}

#define PARTY_ROW(debit, credit, amount, debit_party, credit_party)                               \
  "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, " \
  "debit_party_id, credit_party_id, description, act_id) SELECT 99, '2025-05-05', 202505, 1, "    \
  "d.id, c.id, " amount ", o.scope, " debit_party ", " credit_party ", 'x', 99 "                  \
  "FROM account d, account c, voucher_row o WHERE d.code = '" debit "' AND c.code = '" credit "'"

/* Looked for by the party that the row names: on either side, and no other row of that party. */
static void
test_mirror_of_parties (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafStore *store = sheaf_book_store (book);

  test_post (book, "2025-02-02", "156", "331", 100, NULL, "NCC1");
  expect_rule (book,
               OPEN_ACT MIRROR ("1") PARTY_ROW ("156", "331", "-99", "NULL", "o.credit_party_id"),
               "reversal-differs-from-original");
  expect_rule (
      book, OPEN_ACT MIRROR ("1") PARTY_ROW ("156", "331", "-100", "NULL", "o.credit_party_id + 1"),
      "reversal-differs-from-original");
  expect_rule (book,
               OPEN_ACT MIRROR ("1")
                   PARTY_ROW ("156", "331", "-100", "o.credit_party_id", "o.credit_party_id"),
               "reversal-differs-from-original");
  expect_rule (book,
               OPEN_ACT MIRROR ("1") PARTY_ROW ("331", "156", "-100", "o.credit_party_id", "NULL"),
               "reversal-differs-from-original");
  g_assert_true (sheaf_store_script (
      store, OPEN_ACT MIRROR ("1") PARTY_ROW ("156", "331", "-100", "NULL", "o.credit_party_id"),
      NULL));
  (void) sheaf_store_script (store, "ROLLBACK", NULL);
}

static void
test_mirror_of_debit_parties (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafStore *store = sheaf_book_store (book);

  test_post (book, "2025-02-02", "331", "1111", 100, "NCC1", NULL);
  expect_rule (book,
               OPEN_ACT MIRROR ("1") PARTY_ROW ("331", "1111", "-99", "o.debit_party_id", "NULL"),
               "reversal-differs-from-original");
  expect_rule (book,
               OPEN_ACT MIRROR ("1") PARTY_ROW ("331", "1121", "-100", "o.debit_party_id", "NULL"),
               "reversal-differs-from-original");
  g_assert_true (sheaf_store_script (
      store, OPEN_ACT MIRROR ("1") PARTY_ROW ("331", "1111", "-100", "o.debit_party_id", "NULL"),
      NULL));
  (void) sheaf_store_script (store, "ROLLBACK", NULL);
}

/* A distribution's posting of two vouchers, of which one is reversed. */
#define POSTING_OF_TWO                                                                       \
  OPEN_ACT                                                                                   \
  "INSERT INTO plan (id, year, text, act_id) VALUES (1, 2025, 'x', 99);"                     \
  "INSERT INTO plan_approval (id, plan_id, year, resolution, date, inputs, hash, "           \
  "rounding_unit, act_id) VALUES (1, 1, 2025, 'x', '2025-03-01', 'x', 'x', 1, 99);"          \
  "INSERT INTO plan_posting (approval_id, voucher_id, step, act_id) "                        \
  "SELECT 1, id, 'step' || id, 99 FROM voucher;"                                             \
  "INSERT INTO voucher (kind, year, number, date, layer, description, fold, reverses_id, "   \
  "act_id) SELECT 5, 2025, 'X' || id, '2025-05-05', 1, 'x', 'x', id, 99 FROM voucher WHERE " \
  "reverses_id IS NULL "
#define SEAL "UPDATE audit SET hash = 'x', digest = 'x', previous = 'x' WHERE id = 99"

static void
test_rules_of_postings (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafStore *store = sheaf_book_store (book);

  test_post (book, "2025-02-02", "1111", "558", 100, NULL, NULL);
  test_post (book, "2025-02-02", "1111", "558", 200, NULL, NULL);
  expect_rule (book, POSTING_OF_TWO "ORDER BY id LIMIT 1;" SEAL, "posting-in-part");
  expect_rule (book, POSTING_OF_TWO "ORDER BY id DESC LIMIT 1;" SEAL, "posting-in-part");
  g_assert_true (sheaf_store_script (store, POSTING_OF_TWO ";" SEAL, NULL));
  (void) sheaf_store_script (store, "ROLLBACK", NULL);
}

typedef void (*RuleFunc) (const char *rule,
                          const char *file);

/* Every word that the schema raises, and the names of its constraints. */
static void
for_each_rule (RuleFunc each)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "schema",
                                                   "sqlite", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRegex) raised = g_regex_new ("RAISE \\(ABORT, '([^']+)'\\)|CONSTRAINT (\\w+)", 0, 0,
                                           NULL);
  guint       found = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (g_regex_match (raised, text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *word = g_match_info_fetch (match, 1);
          g_autofree char *constraint = g_match_info_fetch (match, 2);

          each (*word != '\0' ? word : constraint, name);
          found++;
        }
    }
  g_assert_cmpuint (found, >, 30);
}

static void
expect_words (const char *rule,
              const char *file)
{
  SheafLedgerError code;
  const char      *words = sheaf_rule_words (rule, &code);

  if (words == NULL)
    g_test_message ("%s: “%s” has no words in src/ledger/rule-words.c", file, rule);
  g_assert_nonnull (words);
}

static void
test_words (void)
{
  SheafLedgerError code;

  for_each_rule (expect_words);
  g_assert_null (sheaf_rule_words ("no-such-rule", NULL));
  g_assert_cmpstr (sheaf_rule_words ("foreign_totals_have_18_digits", &code), !=,
                   sheaf_rule_words ("totals_have_18_digits", &code));
}

static void
expect_provoked (const char *rule,
                 const char *file)
{
  gboolean known = g_hash_table_contains (provoked, rule);

  if (!known)
    g_test_message ("%s: “%s” is provoked by no test", file, rule);
  g_assert_true (known);
}

/* Runs after the others. */
static void
test_all_provoked (void)
{
  for_each_rule (expect_provoked);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  provoked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_test_add_func ("/schema/a-second-program-is-stopped-as-well", test_rules);
  g_test_add_func ("/schema/rules-of-entry-stop-it-too", test_rules_of_entry);
  g_test_add_func ("/schema/invoice-of-a-locked-period-is-refused", test_rule_of_invoices);
  g_test_add_func ("/schema/rules-of-items-stop-it-too", test_rules_of_items);
  g_test_add_func ("/schema/kept-sums-have-18-digits", test_totals);
  g_test_add_func ("/schema/closed-years-stop-it-too", test_rules_of_years);
  g_test_add_func ("/schema/reversals-are-mirrors", test_mirror);
  g_test_add_func ("/schema/reversals-are-mirrors-with-their-parties", test_mirror_of_parties);
  g_test_add_func ("/schema/reversals-are-mirrors-with-debit-parties",
                   test_mirror_of_debit_parties);
  g_test_add_func ("/schema/postings-are-taken-back-whole", test_rules_of_postings);
  g_test_add_func ("/schema/every-rule-has-words", test_words);
  g_test_add_func ("/schema/every-rule-was-provoked", test_all_provoked);
  return g_test_run ();
}
