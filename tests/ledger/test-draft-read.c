/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a draft's cells to a voucher: what cannot be read is told, what can be is posted. */
#include "ledger/draft.h"

#include "base/error.h"
#include "book/error.h"
#include "helpers/ledger.h"
#include "ledger/item.h"

#include <string.h>

static SheafDraft *
typed (const char *day,
       const char *debit,
       const char *credit,
       const char *amount)
{
  SheafDraft    *draft = sheaf_draft_new ("payment");
  SheafDraftRow *row = sheaf_draft_add_row (draft);

  sheaf_draft_set (&draft->date, day);
  sheaf_draft_set (&draft->description, "Mua văn phòng phẩm");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], debit);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], credit);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], amount);
  return draft;
}

static void
save (SheafBook  *book,
      SheafDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_draft_save (book, draft, NULL, &error));
  g_assert_no_error (error);
}

static const char *
amount_of (const SheafDraft *draft)
{
  return ((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT];
}

static void
expect_amount (SheafBook  *book,
               gint64      id,
               const char *amount)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafDraft) draft = sheaf_draft_load (book, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (amount_of (draft), ==, amount);
}

static void
refused (gboolean done,
         GError **error,
         int      code)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_LEDGER_ERROR, code);
  g_clear_error (error);
}

static void
expect_problem (const SheafProblems *problems,
                guint                line,
                const char          *column)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->line == line && g_strcmp0 (problem->column, column) == 0)
        return;
    }
  g_error ("no problem at %u, %s", line, column);
}

static void
test_each_unreadable_cell_is_told (void)
{
  static const struct
  {
    SheafDraftCell cell;
    const char    *text;
  } bad[] = {
    { SHEAF_DRAFT_DEBIT, "999" },
    { SHEAF_DRAFT_CREDIT, "x" },
    { SHEAF_DRAFT_AMOUNT, "1.5" },
    { SHEAF_DRAFT_DEBIT_PARTY, "NOBODY" },
    { SHEAF_DRAFT_CREDIT_PARTY, "?" },
    { SHEAF_DRAFT_DEBIT_ITEM, "a b" },
    { SHEAF_DRAFT_CREDIT_ITEM, "a b" },
    { SHEAF_DRAFT_SCOPE, "both" },
    { SHEAF_DRAFT_DUE, "31/2" },
    { SHEAF_DRAFT_DOCUMENT_DATE, "yesterday" },
    { SHEAF_DRAFT_QUANTITY, "a lot" },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("5/1", "642", "1111", "1");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafDraftRow *row;

  (void) sheaf_draft_add_row (draft); /* an empty row is none */
  row = sheaf_draft_add_row (draft);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    sheaf_draft_set (&row->cells[bad[i].cell], bad[i].text);
  sheaf_draft_set (&draft->kind, "note");
  g_assert_null (sheaf_draft_to_voucher (book, draft, NULL, NULL, problems, &error));
  g_assert_no_error (error);
  expect_problem (problems, 0, "kind");
  expect_problem (problems, 0, "date");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    expect_problem (problems, 3, sheaf_draft_cell_name (bad[i].cell));
  g_assert_cmpuint (problems->errors, ==, G_N_ELEMENTS (bad) + 2);
  save (book, draft); /* and is kept all the same */
}

static void
test_each_unreadable_invoice_cell_is_told (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "1");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafDraftInvoice       *invoice = sheaf_draft_add_invoice (draft);
  static const char *const columns[] = { "invoice direction", "invoice number", "invoice date",
                                         "invoice party", "invoice base", "invoice rate",
                                         "invoice vat", "invoice deductible" };

  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DIRECTION], "up");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DATE], "x");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_PARTY], "NOBODY");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_RATE], "7");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_VAT], "x");
  sheaf_draft_set (&invoice->cells[SHEAF_DRAFT_INVOICE_DEDUCTIBLE], "perhaps");
  g_assert_true (sheaf_draft_check (book, draft, NULL, problems, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    expect_problem (problems, 1, columns[i]);
  g_assert_cmpuint (problems->errors, ==, G_N_ELEMENTS (columns));
}

static gboolean
read_short (const char *text,
            gpointer    data,
            SheafMoney *ret_amount,
            GError    **error)
{
  (void) data;
  if (strcmp (text, "1tr") == 0)
    *ret_amount = SHEAF_MONEY (1000000);
  else
    g_set_error_literal (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID, "not read");
  return strcmp (text, "1tr") == 0;
}

static void
test_cells_are_read_as_asked (void)
{
  const SheafDraftReading reading = { .amount = read_short };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "1tr");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher)
      voucher = sheaf_draft_to_voucher (book, draft, &reading, NULL, problems, NULL);
  g_autoptr (GPtrArray) heads = NULL;

  g_assert_nonnull (voucher);
  g_assert_cmpint (((SheafVoucherRow *) voucher->rows->pdata[0])->amount.units, ==, 1000000);
  g_assert_true (sheaf_draft_save (book, draft, &reading, NULL));
  heads = sheaf_draft_list (book, NULL);
  g_assert_cmpint (((SheafDraftHead *) heads->pdata[0])->amount.units, ==, 1000000);
}

static void
test_posting_takes_the_draft_away (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "=250*6000");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  gint64 id = 0;

  save (book, draft);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 0);
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 1500000);
  heads = sheaf_draft_list (book, NULL);
  g_assert_cmpuint (heads->len, ==, 0);
  test_verify (book);
}

/* Dollars as people write them; without an amount the row is valued at its rate. */
static void
test_foreign_money_is_read_as_written (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "1122", "131", "");
  g_autoptr (SheafDraft) copy = NULL;
  g_autoptr (GError) error = NULL;
  SheafDraftRow *row = draft->rows->pdata[0];
  gint64         id = 0;

  sheaf_draft_set (&draft->kind, "bank-in");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT_PARTY], "KH1");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CURRENCY], "USD");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_FOREIGN], "100.50");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_RATE], "25000");
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 2512500);
  copy = sheaf_voucher_copy (book, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copy->rows->len, ==, 1); /* units on 007 are the program's own rows */
  row = copy->rows->pdata[0];
  g_assert_cmpstr (row->cells[SHEAF_DRAFT_DEBIT_FOREIGN], ==, "100.50");
  g_assert_cmpstr (row->cells[SHEAF_DRAFT_DEBIT_CURRENCY], ==, "USD");
  sheaf_draft_set (&copy->date, "2025-02-05");
  g_assert_true (sheaf_draft_post (book, copy, NULL, NULL, NULL, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 5025000);
  test_verify (book);
}

static void
test_unreadable_foreign_money_is_told (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "1122", "131", "1000");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafDraftRow *row = draft->rows->pdata[0];

  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_FOREIGN], "100.505");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CURRENCY], "USD");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT_CURRENCY], "XYZ");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_RATE], "0");
  row = sheaf_draft_add_row (draft);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_FOREIGN], "5");
  row = sheaf_draft_add_row (draft);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_CURRENCY], "USD");
  g_assert_null (sheaf_draft_to_voucher (book, draft, NULL, NULL, problems, NULL));
  expect_problem (problems, 1, "debit_foreign");
  expect_problem (problems, 1, "credit_currency");
  expect_problem (problems, 1, "rate");
  expect_problem (problems, 2, "currency");
  expect_problem (problems, 3, "debit_foreign");
}

static void
test_refused_posting_leaves_the_draft (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "1000");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafDraftRow *row = draft->rows->pdata[0];

  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_ITEM], "HD-01");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], "331");
  save (book, draft);
  refused (sheaf_draft_post (book, draft, NULL, NULL, problems, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_PARTY);
  expect_problem (problems, 1, "credit_party");
  g_assert_cmpint (sheaf_item_find (book, "HD-01"), ==, 0); /* made and undone with the act */
  expect_amount (book, draft->id, "1000");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], "x");
  refused (sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_DRAFT);
  test_verify (book);
}

static void
test_new_item_is_a_warning_and_made_by_posting (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "141", "1111", "1000");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafDraftRow *row = draft->rows->pdata[0];

  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_PARTY], "NCC1");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT_ITEM], "TU-01");
  g_assert_true (sheaf_draft_check (book, draft, NULL, problems, &error));
  g_assert_cmpuint (problems->errors, ==, 0);
  expect_problem (problems, 1, "debit_item");
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sheaf_item_find (book, "TU-01"), >, 0);
}

static void
test_copy_has_the_rows_without_day_and_number (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  gint64 mirror;
  g_autoptr (SheafDraft) draft = NULL;
  g_autoptr (SheafDraft) of_mirror = NULL;
  g_autoptr (GError) error = NULL;
  SheafDraftRow *row;

  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-02-01"), "Sai", &mirror, &error));
  draft = sheaf_voucher_copy (book, id, &error);
  of_mirror = sheaf_voucher_copy (book, mirror, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->date, ==, "");
  g_assert_cmpstr (draft->number, ==, "");
  g_assert_cmpint (draft->id, ==, 0);
  row = draft->rows->pdata[0];
  g_assert_cmpstr (row->cells[SHEAF_DRAFT_DEBIT], ==, "156");
  g_assert_cmpstr (row->cells[SHEAF_DRAFT_CREDIT_PARTY], ==, "NCC1");
  g_assert_cmpstr (amount_of (draft), ==, "500");
  g_assert_cmpstr (amount_of (of_mirror), ==, "500");
  sheaf_draft_set (&draft->date, "2025-03-01");
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_cmpint (test_balance (book, "156", "2025-12-31"), ==, 500);
  refused (sheaf_voucher_copy (book, 999, &error) != NULL, &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/each-unreadable-cell-is-told", test_each_unreadable_cell_is_told);
  g_test_add_func ("/draft/each-unreadable-invoice-cell-is-told",
                   test_each_unreadable_invoice_cell_is_told);
  g_test_add_func ("/draft/cells-are-read-as-asked", test_cells_are_read_as_asked);
  g_test_add_func ("/draft/posting-takes-it-away", test_posting_takes_the_draft_away);
  g_test_add_func ("/draft/foreign-money-is-read-as-written",
                   test_foreign_money_is_read_as_written);
  g_test_add_func ("/draft/unreadable-foreign-money-is-told",
                   test_unreadable_foreign_money_is_told);
  g_test_add_func ("/draft/refused-posting-leaves-it", test_refused_posting_leaves_the_draft);
  g_test_add_func ("/draft/new-item-is-made-by-posting",
                   test_new_item_is_a_warning_and_made_by_posting);
  g_test_add_func ("/draft/copy-has-rows-without-day-and-number",
                   test_copy_has_the_rows_without_day_and_number);
  return g_test_run ();
}
