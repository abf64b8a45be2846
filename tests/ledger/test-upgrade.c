/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book that the program of the first schema wrote (tests/store/books/v1.sql) is brought up to
 * date: nothing is lost, and the new rules hold from then on. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "store/error.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  char *head; /* of the audit chain before */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SheafStore) store = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->path = test_book_dump (fixture->folder, "v1.sql");
  store = sheaf_store_open (fixture->path, SHEAF_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_store_get_text (store, "SELECT hash FROM audit ORDER BY id DESC LIMIT 1",
                                       SHEAF_NO_ARGS, &fixture->head, NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->head);
}

static SheafBook *
open_book (const Fixture *fixture,
           SheafBookMode  mode,
           GError       **error)
{
  SheafActor actor = test_actor (sheaf_date_new (2025, 6, 30));

  return sheaf_book_open (fixture->path, mode, &actor, error);
}

static SheafBook *
upgrade (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SheafBook *book = open_book (fixture, SHEAF_BOOK_WRITE, &error);

  g_assert_no_error (error);
  return book;
}

static gint64
number (SheafBook  *book,
        const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book), sql, SHEAF_NO_ARGS, &n, &error));
  g_assert_no_error (error);
  return n;
}

/* Reading does not change a book; whoever may write is told to. */
static void
test_reader (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (open_book (fixture, SHEAF_BOOK_READ, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY);
}

/* What the old program printed for the same book. */
static void
test_nothing_is_lost (Fixture      *fixture,
                      gconstpointer data)
{
  static const struct
  {
    const char *account;
    gint64      balance;
  } balances[] = {
    { "1111", 6630000 },
    { "1121", 34500000 },
    { "131", 1400000 },
    { "154", 500000 },
    { "331", -1700000 },
    { "341", -10000000 },
    { "4111", -11000000 },
    { "4118", -108000000 },
    { "4211", 87600000 },
    { "521", 70000 },
    { "5112", 0 },
    { "642", 0 },
  };
  g_autofree char *copy = g_strconcat (fixture->path, ".v1", NULL);
  g_autoptr (SheafBook) book = upgrade (fixture);
  g_autoptr (SheafStore) kept = sheaf_store_open (copy, SHEAF_STORE_READ, NULL);
  g_autofree char *head = NULL;
  gint64           version;

  (void) data;
  g_assert_nonnull (kept);
  g_assert_true (sheaf_store_get_int (kept, "PRAGMA user_version", SHEAF_NO_ARGS, &version, NULL));
  g_assert_cmpint (version, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      g_test_message ("%s", balances[i].account);
      g_assert_cmpint (test_balance (book, balances[i].account, "2025-12-31"), ==,
                       balances[i].balance);
    }
  g_assert_cmpint (number (book, "SELECT count(*) FROM voucher"), ==, 22);
  g_assert_true (sheaf_store_get_text (sheaf_book_store (book),
                                       "SELECT hash FROM audit ORDER BY id DESC LIMIT 1",
                                       SHEAF_NO_ARGS, &head, NULL));
  g_assert_cmpstr (head, ==, fixture->head);
  test_verify (book);
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SheafBook) book = upgrade (fixture);

  (void) data;
  g_assert_cmpint (number (book, "SELECT count(*) FROM voucher_search"
                                 " WHERE voucher_search MATCH 'dong chi hai'"),
                   ==, 1);
  g_assert_cmpint (number (book, "SELECT count(*) FROM voucher_search"
                                 " WHERE voucher_search MATCH '1500000'"),
                   ==, 1);
  g_assert_cmpint (number (book, "SELECT count(*) FROM party_search"
                                 " WHERE party_search MATCH 'do thi hong'"),
                   ==, 1);
  g_assert_cmpint (number (book, "SELECT count(*) FROM party_search"
                                 " WHERE party_search MATCH 'tran van duc'"),
                   ==, 1);
}

/* An old item takes the facts that later schemas know; what old rows say of goods is summed up. */
static void
test_items_and_goods (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SheafBook) book = upgrade (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafItem) item = sheaf_item_load (book, sheaf_item_find (book, "AGRI"), &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpint (item->rate, ==, -1);
  item->rate = 70000;
  item->since = test_day ("2024-01-15");
  g_assert_true (sheaf_item_change (book, item, &error));
  g_assert_cmpint (number (book, "SELECT rate FROM item_now WHERE code = 'AGRI'"), ==, 70000);
  g_assert_cmpint (number (book, "SELECT sum(debit) FROM total_product"), ==, 1200000);
  g_assert_cmpint (number (book, "SELECT sum(quantity_debit) FROM total_product"), ==, 150000);
  test_verify (book);
}

/* The days below zero of April 2024 stay what they are; new ones are refused. */
static void
test_new_rules (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SheafBook) book = upgrade (fixture);
  SheafVoucher *advance;

  (void) data;
  test_post (book, "2025-03-01", "642", "1111", 6630000, "", "");
  test_refused (book, test_voucher (book, "2025-03-01", "642", "1111", 1, "", ""),
                SHEAF_LEDGER_ERROR_MONEY);
  test_refused (book, test_voucher (book, "2025-03-01", "521", "331", 1, "", ""),
                SHEAF_LEDGER_ERROR_PARTY);
  test_refused (book, test_voucher (book, "2025-03-01", "521", "335", 1, "", ""),
                SHEAF_LEDGER_ERROR_SCOPE);
  test_refused (book, test_voucher (book, "2025-03-01", "642", "9111", 1, "", ""),
                SHEAF_LEDGER_ERROR_ACCOUNT);
  test_refused (book, test_voucher (book, "2024-12-31", "642", "335", 1, "", ""),
                SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  /* its chart knows no role of advances */
  advance = test_voucher (book, "2025-03-01", "642", "141", 5, "", "NLD1");
  advance->kind = SHEAF_VOUCHER_ADVANCE;
  g_assert_true (sheaf_voucher_post (book, advance, NULL, NULL));
  sheaf_voucher_free (advance);
  test_verify (book);
}

/* The deduction without a scope of February 2025 is still told when the year is closed, and mended
 * as before. */
static void
test_old_deduction (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SheafBook) book = upgrade (fixture);
  g_autoptr (GError) error = NULL;
  SheafClosingKeys keys;
  gint64           id;

  (void) data;
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, NULL));
  g_assert_false (sheaf_closing_post (book, 2025, &keys, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE);
  id = sheaf_voucher_find (book, SHEAF_VOUCHER_JOURNAL, 2025, "PK00002");
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-02-05"), "Nêu lại", NULL, NULL));
  g_clear_error (&error);
  g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, &error));
  g_assert_no_error (error);
  test_verify (book);
}

/* A plan has versions beside it, heads of a meeting are counted, what a share is paid in and what
 * of it is redeemed is kept; figures that cannot be are refused by the book itself. */
static void
test_plans (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const wrong[] = {
    "INSERT INTO plan (year, text, name, act_id) VALUES (2025, 't', '', $1)",
    "INSERT INTO plan_approval (plan_id, year, resolution, date, inputs, hash, rounding_unit, "
    "members, present, act_id)"
    " VALUES (1, 2025, 'r', '2026-03-01', '', '', 1, 10, 11, $1)",
    "INSERT INTO plan_approval (plan_id, year, resolution, date, inputs, hash, rounding_unit, "
    "members, present, in_favour,"
    " act_id) VALUES (1, 2025, 'r', '2026-03-01', '', '', 1, 10, 8, 9, $1)",
    "INSERT INTO plan_form (approval_id, party_id, side, pool, form, amount, act_id) VALUES (1, 1, "
    "0, 0, 5, 1, $1)",
    "INSERT INTO plan_form (approval_id, party_id, side, pool, form, amount, act_id) VALUES (1, 1, "
    "0, 0, 3, 0, $1)",
    "INSERT INTO notice (year, party_id, kind, account_id, date, amount, act_id) VALUES (2025, 1, "
    "5, "
    "1, '2026-03-01', 1, $1)",
    "INSERT INTO notice (year, party_id, kind, account_id, date, amount, act_id) VALUES (2025, 1, "
    "1, "
    "1, '2026-03-01', 0, $1)",
    "INSERT INTO redemption (year, date, sequence, voucher_id, act_id) VALUES (2025, '2026-03-01', "
    "4, 1, $1)",
    "INSERT INTO redemption_line (redemption_id, notice_id, amount, act_id) VALUES (1, 1, 0, $1)",
  };
  g_autoptr (SheafBook) book = upgrade (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "plans", &error);
  SheafStore *store = sheaf_book_store (book);
  gint64      id = sheaf_act_id (act);

  (void) data;
  for (guint i = 0; i < 2; i++)
    g_assert_true (sheaf_store_run (
        store, "INSERT INTO plan (year, text, name, act_id) VALUES (2025, 't', $1, $2)",
        SHEAF_ARGS (SHEAF_OPTIONAL (i == 0 ? NULL : "B"), SHEAF_INT (id)), &error));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (sheaf_store_run (store, wrong[i], SHEAF_ARGS (SHEAF_INT (id)), &error));
      g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
  g_assert_true (sheaf_act_commit (act, &error));
  g_assert_no_error (error);
  g_assert_cmpint (number (book, "SELECT count(*) FROM plan WHERE name = 'B'"), ==, 1);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/upgrade/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("readers-are-told-to-write-once", test_reader);
  ADD ("nothing-is-lost-and-a-copy-is-kept", test_nothing_is_lost);
  ADD ("old-vouchers-and-parties-are-found", test_search);
  ADD ("old-items-take-new-facts", test_items_and_goods);
  ADD ("new-rules-hold-from-then-on", test_new_rules);
  ADD ("plans-have-versions-and-meetings-are-counted", test_plans);
  ADD ("old-deduction-is-told-at-closing", test_old_deduction);
  return g_test_run ();
}
