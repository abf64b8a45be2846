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

/* Every code of the first page, as a telephone reads them. */
static void
check_codes (const TestCliFixture *fixture,
             const char           *path)
{
  g_autofree char *page = g_build_filename (fixture->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (page, ".png", NULL);
  g_autofree char *paths = g_strdup_printf ("%s %s", path, page);
  g_autofree char *made = ask ("pdftoppm -r 200 -png -singlefile", paths);
  g_autofree char *codes = made != NULL ? ask ("zbarimg --quiet --raw --nodbus", picture) : NULL;

  if (codes == NULL)
    return;
  test_contains (codes, "0006999999011000000000010208QRIBFTTA530370454083197430058");
  test_contains (codes, "0824CHIA THU NHAP 2025 TV0016304");
  test_contains (codes, "TV003");
  g_assert_cmpint (g_remove (picture), ==, 0);
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
  ADD ("/cli-slips/refusals", test_refusals);
  return g_test_run ();
}
