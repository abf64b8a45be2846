/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed for the payments of the sample co-op: slips, notes and coins. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

static void
pay (const TestCliFixture *fixture,
     const char           *method)
{
  g_autofree char *folder = g_build_filename (fixture->folder, method, NULL);

  test_do ("payout", fixture->book, "--year", "2025", "--method", method, "--date", "2026-04-28",
           "-o", folder, NULL);
}

/* What a program says of a file; NULL where it is not installed. */
static char *
ask (const char *words,
     const char *path)
{
  g_autofree char *line = g_strdup_printf ("%s %s", words, path);
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  if (program == NULL)
    return NULL;
  (void) g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                       &error);
  g_assert_no_error (error);
  return out;
}

/* Every code of the first page, a line each, as a telephone reads them; NULL where none of the
 * programs is installed. */
static char *
read_codes (const TestCliFixture *fixture,
            const char           *path)
{
  g_autofree char *page = g_build_filename (fixture->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (page, ".png", NULL);
  g_autofree char *paths = g_strdup_printf ("%s %s", path, page);
  g_autofree char *made = ask ("pdftoppm -r 200 -png -singlefile", paths);
  char            *codes = made != NULL ? ask ("zbarimg --quiet --raw --nodbus", picture) : NULL;

  (void) g_remove (picture);
  return codes;
}

static void
check_codes (const TestCliFixture *fixture,
             const char           *path)
{
  g_autofree char *codes = read_codes (fixture, path);

  if (codes == NULL)
    return;
  test_contains (codes, "0006999999011000000000010208QRIBFTTA530370454083197430058");
  test_contains (codes, "0824CHIA THU NHAP 2025 TV0016304");
  test_contains (codes, "TV003");
}

/* Expects the amount on the line of the words. */
static void
expect_row (const char *text,
            const char *words,
            const char *amount)
{
  const char      *at = strstr (text, words);
  g_autofree char *row = NULL;

  test_contains (text, words);
  row = g_strndup (at, strcspn (at, "\n"));
  test_contains (row, amount);
}

static void
test_transfers (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slips.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (TestRun) draw = NULL;

  (void) data;
  pay (fixture, "bank");
  test_do ("slips", fixture->book, "1", "-o", path, NULL);
  text = test_paper_text (path);
  if (text != NULL)
    {
      test_contains (text, "PHIẾU TRẢ THU NHẬP ĐƯỢC CHIA NĂM 2025");
      test_contains (text, "Nguyễn Văn Mẫu — mã số TV001");
      test_contains (text, "Ba mươi mốt triệu chín trăm bảy mươi tư nghìn ba trăm đồng");
      test_contains (text, "Nghị quyết số 01/2026/NQ-ĐHTV");
      check_codes (fixture, path);
    }
  draw = test_run ("cash-draw", fixture->book, "1", NULL);
  test_run_expect (draw, 1);
  test_contains (draw->err, "take a list paid in cash");
}

static void
test_cash (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slips.pdf", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *members = NULL;
  g_autofree char *paper = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "PT26-900,2026-04-20,receipt,Rút tiền gửi,1111,1121,400000000\n");
  pay (fixture, "cash");
  csv = test_done ("cash-draw", fixture->book, "1", "--format", "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "note,count,amount\n500000,"));
  json = test_done ("cash-draw", fixture->book, "1", "--format", "json", NULL);
  test_contains (json, "\"500000\"");
  text = test_done ("cash-draw", fixture->book, "1", "--smallest", "10000", NULL);
  test_contains (text, "rest without a note");
  test_contains (text, "To be fetched: 295,088,050 (Two hundred and ninety-five million");
  members = test_done ("cash-draw", fixture->book, "1", "--members", "--format", "csv", NULL);
  test_contains (members, "TV001,Nguyễn Văn Mẫu,500000,63,31500000\n");
  test_do ("slips", fixture->book, "1", "-o", path, NULL);
  paper = test_paper_text (path);
  if (paper != NULL)
    test_contains (paper, "NGƯỜI NHẬN");
}

/* Shares 2026 as well. Not in agriculture, whose members pay no tax from July 2026 on. */
static void
share_2026 (const TestCliFixture *fixture)
{
  g_autofree char *plan = test_file (fixture->folder, "plan.ini",
                                     "[plan]\nlaw=vn-2023\nrounding-unit=1000\n"
                                     "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                                     "[internal]\nlabour=0.6\ncapital=0.4\n"
                                     "[external]\ncapital=1\n",
                                     -1);

  test_do ("set", fixture->book, "sector", "trade", NULL);
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "BC26-900,2026-06-20,bank-in,Bán hàng,1121,5111,200000000\n");
  test_do ("close", fixture->book, "--year", "2026", "--today", "2027-05-01", NULL);
  test_do ("plan", fixture->book, "--year", "2026", "--file", plan, "--today", "2027-05-01", NULL);
  test_do ("approve", fixture->book, "--year", "2026", "--resolution", "02/2027/NQ-ĐHTV", "--date",
           "2027-04-16", "--today", "2027-05-01", NULL);
  test_do ("post", fixture->book, "--year", "2026", "--date", "2027-04-17", "--today", "2027-05-01",
           NULL);
}

/* One transfer pays what is open of both years: 5 % are kept back of the 13,433,000 of 2026 and of
 * the 16,609,000 by capital of 2025, each by itself. The code is of the sum, once. */
static void
test_two_years (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slips.pdf", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "bank", NULL);
  g_autofree char *order = g_build_filename (folder, "bank-order-2026-1-neutral.csv", NULL);
  g_autofree char *rows = NULL, *text = NULL, *codes = NULL;

  (void) data;
  share_2026 (fixture);
  test_do ("payout", fixture->book, "--year", "2026", "--method", "bank", "--date", "2027-04-28",
           "--earlier", "--only", "TV002", "-o", folder, "--today", "2027-05-01", NULL);
  g_assert_true (g_file_get_contents (order, &rows, NULL, NULL));
  test_contains (rows, ",31300900,VND,CHIA THU NHAP 2026 TV002,");
  test_do ("slips", fixture->book, "1", "-o", path, "--today", "2027-05-01", NULL);
  text = test_paper_text (path);
  if (text == NULL)
    return;
  expect_row (text, "Trả lần này của thu nhập năm 2025", "19.370.000");
  expect_row (text, "Trả lần này của thu nhập năm 2026", "13.433.000");
  expect_row (text, "Thuế đã khấu trừ", "1.502.100");
  expect_row (text, "Thực nhận (đồng)", "31.300.900");
  test_contains (text, "Ba mươi mốt triệu ba trăm nghìn chín trăm đồng");
  codes = read_codes (fixture, path);
  if (codes == NULL)
    return;
  g_assert_true (g_str_has_prefix (
      codes, "00020101021238540010A00000072701240006999999011000000000020208QRIBFTTA"
             "53037045408313009005802VN62280824CHIA THU NHAP 2026 TV0026304"));
  g_assert_cmpstr (strchr (codes, '\n'), ==, "\n"); /* no second one */
}

static void
test_refusals (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "slips.pdf", NULL);
  g_autoptr (TestRun) missing = test_run ("slips", fixture->book, "9", "-o", path, NULL);
  g_autoptr (TestRun) word = test_run ("slips", fixture->book, "first", "-o", path, NULL);
  g_autoptr (TestRun) file = test_run ("slips", fixture->book, "1", NULL);
  g_autoptr (TestRun) note = test_run ("cash-draw", fixture->book, "1", "--smallest", "1k", NULL);

  (void) data;
  test_run_expect (missing, 1);
  test_contains (missing->err, "no such payment list");
  test_run_expect (word, 2);
  test_contains (word->err, "“first” is no number of a payment list");
  test_run_expect (file, 2);
  test_run_expect (note, 2);
  test_contains (note->err, "digits only");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(path, test) \
  g_test_add (path, TestCliFixture, NULL, test_cli_set_up_shares, test, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-slips/transfers-have-codes", test_transfers);
  ADD ("/cli-slips/cash-has-notes-and-signatures", test_cash);
  ADD ("/cli-slips/two-years-are-one-transfer", test_two_years);
  ADD ("/cli-slips/refusals", test_refusals);
  return g_test_run ();
}
