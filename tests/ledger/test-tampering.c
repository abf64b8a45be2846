/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody writes to the book with other tools, takes rules away for it and puts them back:
 * whatever it is, verify names it. */
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/party.h"
#include "ledger/verify.h"

typedef struct
{
  const char *found_by; /* the check that names it first */
  const char *rule;     /* taken away for the change and put back; NULL: none */
  const char *sql;
} Attack;

static const Attack attacks[] = {
  { "audit-chain", "voucher_row_unchanged", "UPDATE voucher_row SET amount = amount + 1" },
  { "audit-chain", "voucher_row_unchanged",
    "UPDATE voucher_row SET debit_id = credit_id, credit_id = debit_id WHERE id = 1" },
  { "audit-chain", "voucher_row_unchanged", "UPDATE voucher_row SET scope = 1 WHERE scope = 2" },
  { "audit-chain", "voucher_row_unchanged", "UPDATE voucher_row SET scope_reason = 'x'" },
  { "audit-chain", "voucher_row_unchanged",
    "UPDATE voucher_row SET debit_party_id = 1 + debit_party_id % 3" },
  { "audit-chain", "voucher_row_unchanged",
    "UPDATE voucher_row SET description = 'x' || char (31) || 'memo=y'" },
  { "audit-chain", "voucher_row_kept", "DELETE FROM voucher_row WHERE id = 1" },
  { "audit-chain", "voucher_unchanged", "UPDATE voucher SET description = 'x' WHERE id = 1" },
  { "audit-chain", "voucher_unchanged", "UPDATE voucher SET date = '2025-01-02' WHERE id = 1" },
  { "audit-chain", "account_unchanged", "UPDATE account SET type = 4 WHERE code = '558'" },
  { "audit-chain", "party_standing_unchanged", "UPDATE party_standing SET internal = 0" },
  { "audit-chain", "data_file_unchanged", "UPDATE data_file SET text = text || ' ' WHERE id = 2" },
  { "audit-chain", "closing_event_unchanged", "UPDATE closing_event SET closed = 0" },
  { "audit-chain", "audit_sealed", "UPDATE audit SET user = 'another' WHERE id = 2" },
  { "audit-chain", "audit_open",
    "INSERT OR REPLACE INTO audit SELECT id, at, 'another', kind, summary, digest, previous, hash"
    " FROM audit WHERE id = 2" },
  { "audit-chain", NULL,
    "INSERT INTO audit (at, user, kind, summary) VALUES ('', 'x', 'x', 'x');"
    "INSERT INTO setting (key, value, act_id) VALUES ('name', 'X', last_insert_rowid ())" },
  { "references", NULL, "INSERT INTO setting (key, value, act_id) VALUES ('name', 'X', 9999)" },
  { "references", "audit_kept", "DELETE FROM audit WHERE id = (SELECT max (id) FROM audit)" },
  { "totals", NULL, "UPDATE total_pair SET amount = amount - 1" },
  { "totals", NULL, "DELETE FROM total_detail" },
  { "totals", NULL, "UPDATE total_day SET amount = amount + 1" },
  { "totals", NULL, "DELETE FROM total_day" },
  { "totals", NULL, "INSERT INTO total_day VALUES (1, '2025-02-02', 5)" },
  { "totals", NULL, "INSERT INTO total_currency VALUES (1, 0, 0, 'USD', 202502, 1, 5, 0, 5, 0)" },
  { "totals", NULL, "UPDATE ledger_state SET foreign_volume = 5" },
  { "totals", NULL, "UPDATE ledger_state SET volume = 0" },
  { "totals", NULL, "INSERT INTO total_product VALUES (1, 'P1', 202502, 1, 5, 0, 0, 0)" },
  { "totals", NULL, "INSERT INTO total_product VALUES (1, 'P1', 202502, 1, 0, 0, 0, 1000)" },
  { "totals", NULL, "UPDATE total_currency SET foreign_debit = foreign_debit + 1" },
  { "totals", NULL, "DELETE FROM total_currency" },
  { "totals", NULL, "UPDATE ledger_state SET foreign_volume = 0" },
  { "audit-chain", "voucher_row_unchanged",
    "UPDATE voucher_row SET debit_foreign = 5 WHERE debit_foreign > 5" },
  { "totals", "ledger_state_kept", "DELETE FROM ledger_state" },
  { "totals", NULL, "UPDATE ledger_state SET bulk = 1" },
  { "schema", NULL, "DROP TRIGGER voucher_row_guard" },
  { "schema", NULL, "DROP VIEW journal_row; CREATE VIEW journal_row AS SELECT 1" },
};

static void
post_foreign (SheafBook *book)
{
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-03-02", "1122", "5111", 25000, "", "");
  SheafVoucherRow *row = voucher->rows->pdata[0];

  row->debit_currency = g_strdup ("USD");
  row->debit_foreign = 100;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
}

static SheafBook *
new_book (void)
{
  SheafBook       *book = test_ledger_new ();
  SheafClosingKeys keys;

  test_post (book, "2025-02-01", "131", "5112", 700, "KH1", "");
  test_post (book, "2025-03-01", "642", "1111", 80, "", "");
  post_foreign (book);
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, NULL));
  g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, NULL));
  test_verify (book);
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

/* References are off, as they are in other tools. */
static void
tamper (SheafStore   *store,
        const Attack *attack)
{
  g_autofree char *rule = NULL;

  run (store, "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF");
  if (attack->rule != NULL)
    {
      g_autofree char *drop = g_strconcat ("DROP TRIGGER ", attack->rule, NULL);

      g_assert_true (sheaf_store_get_text (store, "SELECT sql FROM sqlite_schema WHERE name = $1",
                                           SHEAF_ARGS (SHEAF_TEXT (attack->rule)), &rule, NULL));
      g_assert_nonnull (rule);
      run (store, drop);
    }
  run (store, attack->sql);
  if (rule != NULL)
    run (store, rule);
}

/* The name of the first check that finds something. */
static const char *
first_finding (SheafBook *book)
{
  const SheafCheck *tables[] = { sheaf_book_checks, sheaf_ledger_checks };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const SheafCheck *check = tables[t]; check->name != NULL; check++)
      {
        g_assert_true (check->run (book, problems, NULL));
        if (problems->errors > 0)
          return check->name;
      }
  return "nothing";
}

static void
test_attack (gconstpointer data)
{
  g_autoptr (SheafBook) book = new_book ();

  tamper (sheaf_book_store (book), data);
  g_assert_cmpstr (first_finding (book), ==, ((const Attack *) data)->found_by);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tampering/%s-finds-it/%02" G_GSIZE_FORMAT,
                                               attacks[i].found_by, i + 1);

      g_test_add_data_func (path, &attacks[i], test_attack);
    }
  return g_test_run ();
}
