/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule that verify asks is broken from outside, with the database's own rules taken away: that
 * rule and no other tells it. */
#include "helpers/ledger.h"
#include "ledger/confirmation.h"
#include "ledger/count.h"
#include "ledger/party.h"
#include "ledger/reconciliation.h"
#include "ledger/verify.h"

#include "store/query.h"

#include <string.h>

#define ACCOUNT(code) "(SELECT id FROM account WHERE code = '" code "')"
#define VOUCHER                                                                      \
  "INSERT INTO voucher (kind, year, number, date, layer, description, fold, act_id)" \
  " VALUES "
#define NOW "(SELECT max (id) FROM audit)"

typedef struct
{
  const char *found_by; /* names of checks, parted by blanks, in their order */
  const char *sql;
} Break;

static const Break breaks[] = {
  { "voucher-dates", "UPDATE voucher SET year = 2024 WHERE id = 1" },
  { "voucher-dates", "UPDATE voucher SET date = '2025-02-30' WHERE id = 1" },
  { "locked-writes", "INSERT INTO period_lock (until, act_id) VALUES ('2025-12-31', 1)" },
  { "locked-writes", "INSERT INTO closing_event (year, closed, act_id) VALUES (2025, 1, 1)" },
  { "reversal-rows", "UPDATE voucher_row SET debit_party_id = 2 WHERE voucher_id IN"
                     " (SELECT id FROM voucher WHERE reverses_id IS NOT NULL)" },
  { "reversal-rows reversals-once",
    "INSERT INTO voucher (kind, year, number, date, layer, description, fold, reverses_id, act_id)"
    " SELECT kind, year, 'X', date, layer, '', '', id, act_id FROM voucher"
    " WHERE reverses_id IS NOT NULL" },
  { "number-doubles", "UPDATE voucher SET sequence = 1 WHERE kind = 5" },
  { "scope-accounts", "UPDATE total_pair SET scope = 1 WHERE credit_id = " ACCOUNT ("5111") },
  { "scope-named",
    "INSERT INTO total_pair SELECT 202502, 1, id, " ACCOUNT ("131") ", 0, 5 FROM account"
                                                                    " WHERE scope = 4 LIMIT 1" },
  { "off-balance",
    "INSERT INTO total_pair VALUES (202502, 1, " ACCOUNT ("001") ", " ACCOUNT ("131") ", 0, 5)" },
  { "opening-layer", "UPDATE voucher SET kind = 8 WHERE id = 1" },
  { "unclosed-years",
    VOUCHER "(5, 2026, 'X', '2026-01-05', 1, '', '', " NOW ");"
            "INSERT INTO closing_event (year, closed, act_id) VALUES (2026, 1, " NOW ")" },
  { "closing-vouchers", "UPDATE voucher SET layer = 2 WHERE id = 1" },
  { "currency-rows",
    "UPDATE voucher_row SET debit_foreign = -debit_foreign WHERE debit_currency IS NOT NULL" },
  { "currency-rates", "INSERT INTO currency_rate (currency, date, buying, selling, rate, act_id)"
                      " VALUES ('USD', '2025-01-01', 2, 3, 9, 1)" },
  { "revaluations", "INSERT INTO revaluation (date, voucher_id, act_id)"
                    " VALUES ('2025-06-30', 1, 1)" },
  { "money-below-zero",
    "INSERT INTO setting (key, value, act_id) VALUES ('money-below-zero', 'refuse', 1);"
    "INSERT INTO total_day VALUES (" ACCOUNT ("1111") ", '2025-01-02', -1)" },
  { "stock-quantities",
    "INSERT INTO total_product VALUES (1, 'P', 202501, 1, 5, 0, 1000, 0),"
    " (1, 'P', 202502, 1, 0, 5, 0, 2000)" },
  { "invoice-tax", "INSERT INTO invoice (voucher_id, direction, number, date, base, rate, vat,"
                   " deductible, act_id)"
                   " VALUES (1, 1, '7', '2025-02-01', 1000000, 10, 90000, 1, 1)" },
  { "tax-entries", "INSERT INTO tax_entry (year, quarter, amount, voucher_id, act_id)"
                   " VALUES (2025, 1, 5, 1, 1)" },
  { "reconciliations", "UPDATE reconciliation SET balance = balance + 1" },
  { "reconciliations reconciliation-ticks",
    "UPDATE reconciliation_tick SET side = 3 - side" },
  { "counts-posted", "UPDATE count_line SET counted_amount = counted_amount + 1 WHERE name <> ''" },
  { "counts-open", "DELETE FROM difference_posting WHERE count_id IS NOT NULL" },
  { "confirmations-posted",
    "UPDATE confirmation SET confirmed = confirmed + 1 WHERE confirmed IS NOT NULL" },
  { "attachment-sizes",
    "INSERT INTO attachment_data VALUES ('aa', x'00');"
    "INSERT INTO attachment (voucher_id, name, type, size, sha256, act_id)"
    " VALUES (1, 'a', 't', 5, 'aa', 1)" },
  { "orphans", "INSERT INTO attachment_data VALUES ('aa', x'00')" },
  { "orphans", "INSERT INTO recurrence (template, months, first, act_id)"
               " VALUES ('Nobody', 1, '2025-01-31', 1)" },
  { "account-tree",
    "UPDATE account SET parent_id = " ACCOUNT ("131") " WHERE code = '1122'" },
  { "account-sides",
    "INSERT INTO total_pair VALUES (202502, 1, " ACCOUNT ("331") ", " ACCOUNT ("152") ", 0, 500)" },
  { "depreciation",
    "INSERT INTO item (id, code, name, act_id) VALUES (99, 'TS1', 'Máy sấy', 1);"
    "INSERT INTO item_fact (item_id, name, fold, kind, act_id)"
    " VALUES (99, 'Máy sấy', 'may say', 'asset', 1);"
    "INSERT INTO total_detail VALUES (" ACCOUNT ("2141") ", 0, 99, 202502, 1, 0, 5)" },
  { "act-times", "UPDATE audit SET at = '1999-01-01T00:00:00Z' WHERE id = 3" },
};

static void
post_foreign (SheafBook *book)
{
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-03-02", "1122", "131", 25000, "", "KH1");
  SheafVoucherRow *row = voucher->rows->pdata[0];

  row->debit_currency = g_strdup ("USD");
  row->debit_foreign = 100;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
}

static void
reconcile (SheafBook *book)
{
  const SheafReconciliation start = { .account_id = test_account (book, "1121"),
                                      .date = test_day ("2025-03-31"),
                                      .balance = 700 };
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id;

  g_assert_true (sheaf_reconciliation_start (book, &start, &id, NULL));
  rows = sheaf_reconciliation_rows (book, id, NULL);
  g_assert_true (sheaf_reconciliation_tick (book, id, rows, TRUE, NULL));
  g_assert_true (sheaf_reconciliation_finish (book, id, NULL, NULL));
}

/* Cash 1000 in the books, 500 and 200 found. */
static void
count (SheafBook *book)
{
  g_autoptr (SheafCount) sheet = sheaf_count_prepare (
      book, SHEAF_COUNT_CASH, test_account (book, "1111"), test_day ("2025-03-31"), NULL);
  gint64 id;

  g_assert_true (sheaf_count_fill (sheet, "500", SHEAF_QUANTITY (1000), NULL, NULL, NULL));
  g_assert_true (sheaf_count_fill (sheet, "200", SHEAF_QUANTITY (1000), NULL, NULL, NULL));
  g_assert_true (sheaf_count_insert (book, sheet, &id, NULL));
  g_assert_true (sheaf_count_post (book, id, 0, NULL));
}

static void
confirm (SheafBook *book)
{
  gint64    account = test_account (book, "331"), party = sheaf_party_find (book, "NCC1");
  SheafDate day = test_day ("2025-03-31");
  guint     asked;

  g_assert_true (sheaf_confirmation_ask (book, account, 0, day, &asked, NULL));
  g_assert_cmpuint (asked, ==, 1);
  g_assert_true (sheaf_confirmation_answer (book, account, party, day, SHEAF_MONEY (-350), day,
                                            NULL, NULL));
  g_assert_true (sheaf_confirmation_post (book, account, party, day, day, 0, NULL));
}

static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();
  gint64     wrong;

  test_post (book, "2025-02-01", "131", "5111", 90000, "KH1", "");
  test_post (book, "2025-02-02", "1111", "131", 1000, "", "KH1");
  test_post (book, "2025-02-03", "1121", "131", 700, "", "KH1");
  test_post (book, "2025-02-04", "152", "331", 300, "", "NCC1");
  wrong = test_post (book, "2025-02-05", "131", "338", 5, "KH1", "KH1");
  g_assert_true (sheaf_voucher_reverse (book, wrong, test_day ("2025-02-06"), "Sai", NULL, NULL));
  post_foreign (book);
  reconcile (book);
  count (book);
  confirm (book);
  return book;
}

static void
run (SheafStore *store,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_store_script (store, sql, &error);
  g_assert_no_error (error);
}

/* As other tools write: no references, and none of the database's own rules. */
static void
drop_rules (SheafStore *store)
{
  g_autoptr (GString) drops = g_string_new ("PRAGMA foreign_keys = OFF;");
  g_autoptr (SheafQuery) query =
      sheaf_query_new (store, "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
                       SHEAF_NO_ARGS, NULL);

  while (sheaf_query_next (query, NULL))
    g_string_append_printf (drops, "DROP TRIGGER \"%s\";", sheaf_query_text (query, 0));
  g_clear_pointer (&query, sheaf_query_free);
  run (store, drops->str);
}

/* The names of the checks that find something. */
static char *
findings (SheafBook *book)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const SheafCheck *check = sheaf_ledger_rules; check->name != NULL; check++)
    {
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (check->run (book, problems, &error));
      g_assert_no_error (error);
      if (problems->items->len > 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", check->name);
      for (guint i = 0; i < problems->items->len; i++)
        {
          const SheafProblem *problem = problems->items->pdata[i];

          g_test_message ("%s", problem->text);
          g_assert_null (strstr (problem->text, "{1}"));
        }
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_break (gconstpointer data)
{
  const Break *what = data;
  g_autoptr (SheafBook) book = new_book ();
  g_autofree char *before = findings (book);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  drop_rules (sheaf_book_store (book));
  run (sheaf_book_store (book), what->sql);
  after = findings (book);
  g_assert_cmpstr (after, ==, what->found_by);
}

/* Every rule is broken somewhere above, has a name of its own, and says what it proves. */
static void
test_all_broken (void)
{
  for (const SheafCheck *check = sheaf_ledger_rules; check->name != NULL; check++)
    {
      gboolean broken = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
        broken = broken || strstr (breaks[i].found_by, check->name) != NULL;
      g_assert_true (broken);
      g_assert_nonnull (check->title);
      g_assert_cmpuint (strlen (check->why), >, 20);
      for (const SheafCheck *other = sheaf_ledger_rules; other != check; other++)
        g_assert_cmpstr (other->name, !=, check->name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_auto (GStrv) names = g_strsplit (breaks[i].found_by, " ", -1);
      g_autofree char *path = g_strdup_printf ("/verify-rules/%s/%02" G_GSIZE_FORMAT,
                                               names[0], i + 1);

      g_test_add_data_func (path, &breaks[i], test_break);
    }
  g_test_add_func ("/verify-rules/each-has-been-broken", test_all_broken);
  return g_test_run ();
}
