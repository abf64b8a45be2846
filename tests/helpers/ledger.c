/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books for tests of the ledger and what stands on it. */
#include "helpers/ledger.h"

#include "book/setting.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "ledger/verify.h"

static void
add_party (SheafBook     *book,
           const char    *code,
           SheafPartyKind kind)
{
  SheafParty party = { .code = (char *) code, .name = (char *) code, .kind = kind };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_party_insert (book, &party, NULL, &error));
  g_assert_no_error (error);
}

/* Most tests post what they are about and no more, so cash and bank may stand below zero here; what
 * the guard itself does is tested in tests/ledger/test-money.c. */
gboolean
test_allow_money_below_zero (SheafBook *book)
{
  return sheaf_setting_write (book, "money-below-zero", "allow", NULL);
}

SheafBook *
test_ledger_new (void)
{
  return test_ledger_new_at (":memory:");
}

SheafBook *
test_ledger_new_at (const char *path)
{
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  g_assert_true (test_allow_money_below_zero (book));
  add_party (book, "KH1", SHEAF_PARTY_CUSTOMER);
  add_party (book, "NCC1", SHEAF_PARTY_SUPPLIER);
  add_party (book, "TV1", SHEAF_PARTY_MEMBER);
  g_assert_true (sheaf_party_set_standing (book, sheaf_party_find (book, "TV1"),
                                           test_day ("2025-01-01"), TRUE, &error));
  return book;
}

SheafDate
test_day (const char *text)
{
  SheafDate date;

  g_assert_true (sheaf_date_parse (text, &date, NULL));
  return date;
}

gint64
test_account (SheafBook  *book,
              const char *code)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);

  g_assert_nonnull (account);
  return account->id;
}

static gint64
party_id (SheafBook  *book,
          const char *code)
{
  return code == NULL || *code == '\0' ? 0 : sheaf_party_find (book, code);
}

SheafVoucher *
test_voucher (SheafBook  *book,
              const char *day,
              const char *debit,
              const char *credit,
              gint64      amount,
              const char *debit_party,
              const char *credit_party)
{
  SheafVoucher    *voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, test_day (day), "Test");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, test_account (book, debit),
                                                test_account (book, credit), SHEAF_MONEY (amount));

  row->debit_party_id = party_id (book, debit_party);
  row->credit_party_id = party_id (book, credit_party);
  return voucher;
}

gint64
test_post (SheafBook  *book,
           const char *day,
           const char *debit,
           const char *credit,
           gint64      amount,
           const char *debit_party,
           const char *credit_party)
{
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, day, debit, credit, amount, debit_party, credit_party);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

gint64
test_post_unguarded (SheafBook    *book,
                     SheafVoucher *voucher)
{
  SheafStore      *store = sheaf_book_store (book);
  g_autofree char *guard = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_store_get_text (
      store, "SELECT sql FROM sqlite_schema WHERE name = 'voucher_row_guard'", SHEAF_NO_ARGS,
      &guard, NULL));
  g_assert_true (sheaf_store_script (store, "DROP TRIGGER voucher_row_guard", NULL));
  g_assert_true (sheaf_voucher_post_checked (book, voucher, &id, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_store_script (store, guard, NULL));
  sheaf_voucher_free (voucher);
  return id;
}

void
test_refused (SheafBook       *book,
              SheafVoucher    *voucher,
              SheafLedgerError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, (int) code);
  sheaf_voucher_free (voucher);
}

gint64
test_balance (SheafBook  *book,
              const char *code,
              const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load (book, test_day ("2025-01-01"), test_day (day), &error);

  g_assert_no_error (error);
  return sheaf_totals_balance (totals, test_account (book, code)).units;
}

void
test_verify (SheafBook *book)
{
  const SheafCheck *tables[] = { sheaf_book_checks, sheaf_ledger_checks };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const SheafCheck *check = tables[t]; check->name != NULL; check++)
      {
        g_assert_true (check->run (book, problems, &error));
        g_assert_no_error (error);
      }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->errors, ==, 0);
}
