/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticking a bank's statement off the books. */
#include "helpers/ledger.h"
#include "ledger/bank-match.h"
#include "ledger/item.h"
#include "ledger/reconciliation.h"

static gint64
move (SheafBook  *book,
      const char *day,
      gint64      amount,
      gint64      item)
{
  g_autoptr (SheafVoucher) voucher =
      amount > 0 ? test_voucher (book, day, "1121", "1111", amount, NULL, NULL)
                 : test_voucher (book, day, "1111", "1121", -amount, NULL, NULL);
  SheafVoucherRow *row = voucher->rows->pdata[0];
  g_autoptr (GError) error = NULL;
  gint64 id;

  *(amount > 0 ? &row->debit_item_id : &row->credit_item_id) = item;
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

static gint64
start (SheafBook  *book,
       const char *day,
       gint64      balance,
       gint64      item)
{
  const SheafReconciliation one = { .account_id = test_account (book, "1121"),
                                    .item_id = item,
                                    .date = test_day (day),
                                    .balance = balance };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_reconciliation_start (book, &one, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* Ticks the rows of these amounts; FALSE when refused. */
static gboolean
tick (SheafBook *book,
      gint64     id,
      gint64     amount,
      gboolean   on)
{
  g_autoptr (GPtrArray) rows = sheaf_reconciliation_rows (book, id, NULL);
  g_autoptr (GPtrArray) sides = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (((SheafReconciliationRow *) rows->pdata[i])->amount == amount)
      g_ptr_array_add (sides, rows->pdata[i]);
  g_assert_cmpuint (sides->len, >, 0);
  if (sheaf_reconciliation_tick (book, id, sides, on, &error))
    return TRUE;
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION);
  return FALSE;
}

static void
expect (SheafBook *book,
        gint64     id,
        gint64     booked,
        gint64     in,
        gint64     out,
        gint64     difference,
        gboolean   finished)
{
  g_autoptr (SheafReconciliation) one = sheaf_reconciliation_load (book, id, NULL);

  g_assert_cmpint (one->booked, ==, booked);
  g_assert_cmpint (one->outstanding_in, ==, in);
  g_assert_cmpint (one->outstanding_out, ==, out);
  g_assert_cmpint (one->ticked, ==, booked - in - out);
  g_assert_cmpint (one->difference, ==, difference);
  g_assert_cmpint (one->finished, ==, finished);
}

static void
refused (gboolean done,
         GError  *error)
{
  g_assert_false (done);
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION);
  g_test_message ("%s", error->message);
  g_error_free (error);
}

#define REFUSED(call)     \
  G_STMT_START            \
  {                       \
    GError  *e = NULL;    \
    gboolean done = call; \
    refused (done, e);    \
  }                       \
  G_STMT_END

static void
test_two_months (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 first, second;

  move (book, "2025-01-10", 1000, 0);
  move (book, "2025-01-20", -300, 0);
  move (book, "2025-01-30", -50, 0); /* the bank has it in February */
  move (book, "2025-02-05", 70, 0);
  first = start (book, "2025-01-31", 700, 0);
  expect (book, first, 650, 1000, -350, 700, FALSE);
  g_assert_true (tick (book, first, 1000, TRUE));
  REFUSED (sheaf_reconciliation_finish (book, first, "", &e));
  g_assert_true (tick (book, first, -300, TRUE));
  expect (book, first, 650, 0, -50, 0, FALSE);
  g_assert_true (tick (book, first, -300, FALSE)); /* and taken away again */
  expect (book, first, 650, 0, -350, -300, FALSE);
  g_assert_true (tick (book, first, -300, TRUE));
  g_assert_true (sheaf_reconciliation_finish (book, first, NULL, NULL));
  expect (book, first, 650, 0, -50, 0, TRUE);
  g_assert_false (tick (book, first, -50, TRUE)); /* finished */

  second = start (book, "2025-02-28", 720, 0);
  g_assert_true (tick (book, second, -50, TRUE));
  expect (book, second, 720, 70, 0, 70, FALSE);
  expect (book, first, 650, 0, -50, 0, TRUE); /* the month before stays as it was */
  g_assert_true (tick (book, second, 70, TRUE));
  g_assert_true (sheaf_reconciliation_finish (book, second, NULL, NULL));
  test_verify (book);
}

static void
test_kept_open (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafReconciliation) one = NULL;
  gint64 id;

  move (book, "2025-01-10", 1000, 0);
  id = start (book, "2025-01-31", 995, 0);
  g_assert_true (tick (book, id, 1000, TRUE));
  g_assert_true (sheaf_reconciliation_finish (book, id, "Phí 5 chưa có chứng từ", NULL));
  one = sheaf_reconciliation_load (book, id, NULL);
  g_assert_false (one->finished);
  g_assert_cmpstr (one->end_note, ==, "Phí 5 chưa có chứng từ");
  move (book, "2025-01-31", -5, 0);
  g_assert_true (tick (book, id, -5, TRUE));
  g_assert_true (sheaf_reconciliation_finish (book, id, NULL, NULL));
  REFUSED (sheaf_reconciliation_finish (book, id, NULL, &e));
  REFUSED (sheaf_reconciliation_reopen (book, id, "", &e));
  g_assert_true (sheaf_reconciliation_reopen (book, id, "Sai", NULL));
  REFUSED (sheaf_reconciliation_reopen (book, id, "Sai", &e));
}

/* A transfer between two bank accounts under one account is ticked on each side. */
static void
test_bank_accounts (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  gint64 one, other, first, second;

  g_assert_true (sheaf_item_ensure (book, "NH1", &one, NULL));
  g_assert_true (sheaf_item_ensure (book, "NH2", &other, NULL));
  move (book, "2025-01-10", 1000, one);
  voucher = test_voucher (book, "2025-01-15", "1121", "1121", 400, NULL, NULL);
  ((SheafVoucherRow *) voucher->rows->pdata[0])->debit_item_id = other;
  ((SheafVoucherRow *) voucher->rows->pdata[0])->credit_item_id = one;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  first = start (book, "2025-01-31", 600, one);
  second = start (book, "2025-01-31", 400, other);
  g_assert_true (tick (book, first, 1000, TRUE));
  g_assert_true (tick (book, first, -400, TRUE));
  expect (book, second, 400, 400, 0, 400, FALSE);
  g_assert_true (tick (book, second, 400, TRUE));
  expect (book, first, 600, 0, 0, 0, FALSE);
  expect (book, second, 400, 0, 0, 0, FALSE);
}

static void
test_foreign (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-01-15", "1122", "131", 2540000, NULL,
                                                   "KH1");
  SheafVoucherRow    *row = voucher->rows->pdata[0];
  SheafReconciliation one = { .account_id = test_account (book, "1122"),
                              .date = test_day ("2025-01-31"),
                              .balance = 10000 };
  gint64              id;

  row->debit_currency = g_strdup ("USD");
  row->debit_foreign = 10000;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  REFUSED (sheaf_reconciliation_start (book, &one, &id, &e)); /* which currency? */
  one.currency = (char *) "USD";
  g_assert_true (sheaf_reconciliation_start (book, &one, &id, NULL));
  expect (book, id, 10000, 10000, 0, 10000, FALSE);
  g_assert_true (tick (book, id, 10000, TRUE));
  expect (book, id, 10000, 0, 0, 0, FALSE);
}

static void
test_refused_starts (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafReconciliation one = { .account_id = test_account (book, "131"),
                              .date = test_day ("2025-01-31") };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  SheafReconciliationRow stranger = { .row_id = 1, .side = 1 };
  gint64                 id;

  REFUSED (sheaf_reconciliation_start (book, &one, &id, &e));
  one.account_id = test_account (book, "112"); /* a group */
  REFUSED (sheaf_reconciliation_start (book, &one, &id, &e));
  one.account_id = test_account (book, "1121");
  one.currency = (char *) "USD";
  REFUSED (sheaf_reconciliation_start (book, &one, &id, &e));
  id = start (book, "2025-01-31", 0, 0);
  one.currency = NULL;
  REFUSED (sheaf_reconciliation_start (book, &one, &id, &e)); /* that day is there */
  move (book, "2025-02-10", 5, 0);
  g_ptr_array_add (others, &stranger); /* a row of a later day */
  REFUSED (sheaf_reconciliation_tick (book, id, others, TRUE, &e));
  REFUSED (sheaf_reconciliation_load (book, 99, &e) != NULL);
}

static void
test_changes (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id, voucher = move (book, "2025-01-10", 1000, 0);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  id = start (book, "2025-01-31", 1000, 0);
  g_assert_true (tick (book, id, 1000, TRUE));
  g_assert_true (sheaf_reconciliation_finish (book, id, NULL, NULL));
  before = sheaf_reconciliation_changes (book, id, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (sheaf_voucher_reverse (book, voucher, test_day ("2025-02-01"), "Sai", NULL, NULL));
  move (book, "2025-01-20", 7, 0);
  move (book, "2025-02-20", 9, 0); /* of the next statement */
  after = sheaf_reconciliation_changes (book, id, NULL);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (((SheafReconciliationRow *) after->pdata[0])->taken_back);
  g_assert_cmpint (((SheafReconciliationRow *) after->pdata[1])->amount, ==, 7);
}

static void
test_matches (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bank.csv", NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) matches = NULL;
  gint64 id;

  move (book, "2025-01-10", 100, 0);
  move (book, "2025-01-12", 100, 0);
  move (book, "2025-01-15", -30, 0);
  id = start (book, "2025-01-31", 170, 0);
  rows = sheaf_reconciliation_rows (book, id, NULL);
  g_assert_true (g_file_set_contents (path,
                                      "date,amount,text\n2025-01-13,100,Second\n"
                                      "2025-01-10,100,First\n"
                                      "2025-01-16,-30,Out\n2025-01-16,30,Nobody\n"
                                      "2025-03-16,-30,Late\n",
                                      -1, NULL));
  lines = sheaf_bank_lines_read (path, NULL);
  g_assert_cmpuint (lines->len, ==, 5);
  matches = sheaf_bank_match (lines, rows, 10);
  g_assert_cmpint (g_array_index (matches, gint, 0), ==, 1);
  g_assert_cmpint (g_array_index (matches, gint, 1), ==, 0);
  g_assert_cmpint (g_array_index (matches, gint, 2), ==, 2);
  g_assert_cmpint (g_array_index (matches, gint, 3), ==, -1);
  g_assert_cmpint (g_array_index (matches, gint, 4), ==, -1);
  g_assert_true (g_file_set_contents (path, "date,amount\n2025-01-13,1.5\n", -1, NULL));
  REFUSED (sheaf_bank_lines_read (path, &e) != NULL);
  g_assert_true (g_file_set_contents (path, "day,amount\n", -1, NULL));
  REFUSED (sheaf_bank_lines_read (path, &e) != NULL);
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconciliation/two-months-one-after-the-other", test_two_months);
  g_test_add_func ("/reconciliation/kept-open-with-a-note", test_kept_open);
  g_test_add_func ("/reconciliation/each-bank-account-by-itself", test_bank_accounts);
  g_test_add_func ("/reconciliation/foreign-money-in-its-units", test_foreign);
  g_test_add_func ("/reconciliation/what-is-refused", test_refused_starts);
  g_test_add_func ("/reconciliation/later-changes-are-told", test_changes);
  g_test_add_func ("/reconciliation/lines-of-the-bank-by-amount-and-day", test_matches);
  return g_test_run ();
}
