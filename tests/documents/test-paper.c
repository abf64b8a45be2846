/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers of a real book: every figure on paper is the one that was computed. */
#include "documents/reader.h"

#include "base/error.h"
#include "book/setting.h"
#include "documents/error.h"
#include "documents/paper.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/voucher.h"
#include "statements/statement.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64
account (SheafBook  *book,
         const char *code)
{
  const SheafAccount *found = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);

  g_assert_nonnull (found);
  return found->id;
}

static void
post (SheafBook  *book,
      const char *debit,
      const char *credit,
      gint64      party_id,
      gint64      amount)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (
      SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2025, 3, 31), "Vay vốn");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, account (book, debit),
                                                account (book, credit), SHEAF_MONEY (amount));

  row->credit_party_id = party_id;
  (void) sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
}

/* A co-op that borrowed money and spent some: enough for every form to have figures. */
static SheafBook *
new_book (void)
{
  SheafBookSpec spec = {
    .name = "HTX Thử Nghiệm", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = { .user = "test", .today = sheaf_date_new (2026, 1, 15), .now = 1768435200 };
  SheafParty lender = { .code = (char *) "NH",
                        .name = (char *) "Ngân hàng",
                        .kind = SHEAF_PARTY_LENDER };
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  (void) sheaf_setting_write (book, "address", "Xã Mẫu, tỉnh Ví Dụ", &error);
  g_assert_no_error (error);
  (void) sheaf_setting_write (book, "director", "Nguyễn Văn Mẫu", &error);
  g_assert_no_error (error);
  (void) sheaf_party_insert (book, &lender, NULL, &error);
  g_assert_no_error (error);
  post (book, "1121", "341", sheaf_party_find (book, "NH"), 123456789);
  post (book, "1111", "1121", 0, 23456000);
  post (book, "642", "1111", 0, 3456789);
  return book;
}

static void
remove_all (GPtrArray  *paths,
            const char *folder)
{
  for (guint i = 0; i < paths->len; i++)
    g_assert_cmpint (g_remove (g_ptr_array_index (paths, i)), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static void
assert_money (const char *text,
              SheafMoney  amount)
{
  g_autofree char *part = sheaf_money_format (amount, "vi");

  if (amount.units != 0 && strstr (text, part) == NULL)
    g_error ("%s is not in:\n%s", part, text);
}

/* Every figure of the statement is read in the paper. */
static void
check_figures (SheafBook  *book,
               const char *form,
               const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatement)
      statement = sheaf_statement_compute (book, form, 2025, SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);

      assert_money (text, line->current);
      assert_money (text, line->previous);
    }
  for (guint i = 0; statement->balance != NULL && i < statement->balance->rows->len; i++)
    for (guint k = 0; k < SHEAF_BALANCE_AMOUNTS; k++)
      assert_money (
          text, ((SheafBalanceRow *) g_ptr_array_index (statement->balance->rows, i))->amounts[k]);
}

static void
figures (void)
{
  static const char *const forms[] = { "B01-HTX", "B02-HTX", "F01-HTX", NULL };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = reader_folder ();
  g_autoptr (GPtrArray) paths = sheaf_paper_write (book, 2025, folder, forms, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 3);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = reader_text ("pdftotext -layout", g_ptr_array_index (paths, i));

      if (text == NULL)
        continue;
      g_assert_nonnull (strstr (text, "HTX Thử Nghiệm"));
      g_assert_nonnull (strstr (text, "Xã Mẫu, tỉnh Ví Dụ"));
      g_assert_nonnull (strstr (text, "Nguyễn Văn Mẫu"));
      g_assert_nonnull (strstr (text, "Dấu kiểm tra sổ kế toán: "));
      check_figures (book, forms[i], text);
    }
  remove_all (paths, folder);
}

static void
without_plan (void)
{
  static const char *const only[] = { "payout-list", NULL };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = reader_folder ();
  g_autoptr (GPtrArray) paths = sheaf_paper_write (book, 2025, folder, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 3);
  g_assert_cmpuint (problems->warnings, ==, 4);
  remove_all (paths, folder);
  g_assert_null (sheaf_paper_write (book, 2025, folder, only, problems, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS)); /* no papers, no folder */
}

static void
names (void)
{
  static const char *const only[] = { "B99-HTX", NULL };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (sheaf_paper_write (book, 2025, "/nowhere", only, problems, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_NAME);
  g_assert_nonnull (strstr (error->message, "B01-HTX, B02-HTX"));
  g_clear_error (&error);
  bytes = sheaf_paper_make (book, "b01-htx", 2025, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
}

static void
folders (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_paper_write (book, 2025, "/dev/null/papers", NULL, problems, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_null (sheaf_paper_write (book, 2025, "/dev/full", NULL, problems, &error));
  g_assert_nonnull (error);
}

static void
twice (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = sheaf_paper_make (book, "F01-HTX", 2025, NULL, &error);
  g_autoptr (GBytes) other = sheaf_paper_make (book, "F01-HTX", 2025, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/every-figure-is-the-statements", figures);
  g_test_add_func ("/paper/a-year-without-plan-has-its-statements", without_plan);
  g_test_add_func ("/paper/an-unknown-name-is-told-the-known-ones", names);
  g_test_add_func ("/paper/a-folder-that-cannot-be-made-is-named", folders);
  g_test_add_func ("/paper/the-same-book-gives-the-same-bytes", twice);
  return g_test_run ();
}
