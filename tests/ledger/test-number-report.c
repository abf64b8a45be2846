/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automatic numbers leave no gap; what imports bring is reported, never refused. */
#include "ledger/number-report.h"

#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/verify.h"

#include <glib/gstdio.h>
#include <string.h>

static void
post_numbered (SheafBook  *book,
               const char *day,
               const char *number)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, day, "642", "335", 5, "", "");
  g_autoptr (GError) error = NULL;

  g_free (voucher->number);
  voucher->number = g_strdup (number);
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
}

/* "YEAR KIND FINDING FIRST LAST COUNT", a line each. */
static char *
report (SheafBook *book,
        int        year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sheaf_number_report (book, year, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const SheafNumberFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%d %s %s %s %s %d\n", finding->year,
                              sheaf_voucher_kind_to_word (finding->kind),
                              sheaf_number_finding_to_word (finding->what), finding->first,
                              finding->last, (int) finding->count);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
expect (SheafBook  *book,
        int         year,
        const char *text)
{
  g_autofree char *found = report (book, year);

  g_assert_cmpstr (found, ==, text);
}

/* Refused vouchers, undone acts and acts that fail in an act take no number. */
static void
test_no_gaps (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (guint round = 0; round < 3; round++)
    {
      SheafAct *act;

      test_post (book, "2025-03-01", "642", "335", 5, "", "");
      test_refused (book, test_voucher (book, "2025-03-01", "642", "131", 5, "", ""),
                    SHEAF_LEDGER_ERROR_PARTY);
      act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
      test_post (book, "2025-03-01", "642", "335", 5, "", "");
      sheaf_act_free (act);
      act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
      test_post (book, "2025-03-01", "642", "335", 5, "", "");
      test_refused (book, test_voucher (book, "2025-03-01", "642", "131", 5, "", ""),
                    SHEAF_LEDGER_ERROR_PARTY);
      test_post (book, "2025-03-01", "642", "335", 5, "", "");
      g_assert_true (sheaf_act_commit (act, NULL));
      sheaf_act_free (act);
    }
  expect (book, 0, "2025 journal series PK00001 PK00009 9\n");
}

/* Kinds and years count for themselves. */
static void
test_kinds_and_years (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *receipt = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");

  receipt->kind = SHEAF_VOUCHER_RECEIPT;
  test_post (book, "2025-03-01", "642", "335", 5, "", "");
  test_post (book, "2026-03-01", "642", "335", 5, "", "");
  test_post (book, "2025-03-01", "642", "335", 5, "", "");
  g_assert_true (sheaf_voucher_post (book, receipt, NULL, NULL));
  sheaf_voucher_free (receipt);
  expect (book, 0,
          "2025 receipt series PT00001 PT00001 1\n"
          "2025 journal series PK00001 PK00002 2\n"
          "2026 journal series PK00001 PK00001 1\n");
  expect (book, 2026, "2026 journal series PK00001 PK00001 1\n");
  expect (book, 2027, "");
}

static void
test_missing (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  post_numbered (book, "2025-03-01", "PK00002");
  post_numbered (book, "2025-03-02", "PK00005");
  post_numbered (book, "2025-03-03", "PK00006");
  post_numbered (book, "2025-03-04", "PK00010");
  test_post (book, "2025-03-05", "642", "335", 5, "", ""); /* goes on behind them */
  expect (book, 2025,
          "2025 journal series PK00002 PK00011 5\n"
          "2025 journal missing PK00001 PK00001 1\n"
          "2025 journal missing PK00003 PK00004 2\n"
          "2025 journal missing PK00007 PK00009 3\n");
  for (const SheafCheck *check = sheaf_ledger_checks; check->name != NULL; check++)
    g_assert_true (check->run (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1);
  g_assert_nonnull (
      strstr (((SheafProblem *) problems->items->pdata[0])->text, "6 are missing, from PK00001"));
}

static void
test_order_and_forms (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  post_numbered (book, "2025-03-03", "PK00001");
  post_numbered (book, "2025-03-02", "PK00002");
  post_numbered (book, "2025-03-02", "PK00003");
  post_numbered (book, "2025-03-02", "12/KT");
  post_numbered (book, "2025-03-05", "11/KT");
  expect (book, 2025,
          "2025 journal series PK00001 PK00003 3\n"
          "2025 journal out-of-order PK00002 PK00001 1\n"
          "2025 journal other-form 12/KT 11/KT 2\n");
}

/* Two that write by turns: the second is refused while the first has the book, and goes on where it
 * ended. */
static void
test_two_writers (void)
{
  g_autofree char    *folder = test_folder_new ();
  g_autofree char    *path = g_build_filename (folder, "a.sheaf", NULL);
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));

  sheaf_book_free (sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, NULL));
  for (guint turn = 0; turn < 4; turn++)
    {
      g_autoptr (SheafBook) book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (book);
      test_post (book, "2025-03-01", "642", "335", 5, "", "");
      g_assert_null (sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error));
      g_assert_nonnull (error);
    }
  {
    g_autoptr (SheafBook) book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, NULL);

    expect (book, 0, "2025 journal series PK00001 PK00004 4\n");
  }
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-report/automatic-numbers-leave-no-gap", test_no_gaps);
  g_test_add_func ("/number-report/kinds-and-years-count-for-themselves", test_kinds_and_years);
  g_test_add_func ("/number-report/missing-numbers-are-ranges", test_missing);
  g_test_add_func ("/number-report/order-of-days-and-other-forms", test_order_and_forms);
  g_test_add_func ("/number-report/two-writers-leave-no-gap", test_two_writers);
  return g_test_run ();
}
