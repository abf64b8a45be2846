/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income tax from the command line. */
#include "helpers/cli.h"

#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *file = NULL;

  test_cli_set_up (fixture, data);
  file = test_file (fixture->folder, "in.csv",
                    "number,date,kind,description,debit,credit,amount\n"
                    "PT1,2025-02-01,receipt,Bán chè,1111,5112,100000000\n"
                    "PC1,2025-03-01,payment,Tiếp khách,642,1111,20000000\n",
                    -1);
  test_do ("import", fixture->book, "vouchers", file, NULL);
}

/* What must be known before the figures is told by every way out: beside files of rows, and in the
 * language and format of the paper where it stands on one. */
static void
test_warnings (TestCliFixture *fixture,
               gconstpointer   data)
{
  static const char *const formats[] = { "csv", "json" };
  g_autofree char         *english = test_done ("tax", fixture->book, "--year", "2025", "--lang",
                                                "en", NULL);
  g_autofree char         *vietnamese = test_done ("tax", fixture->book, "--year", "2025", "--lang",
                                                   "vi", NULL);

  (void) data;
  test_contains (english, "1 rows of 20,000,000 together were paid in cash");
  test_contains (vietnamese, "1 dòng cộng 20.000.000");
  g_assert_null (strstr (vietnamese, "20000000 "));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (TestRun) run = test_run ("tax", fixture->book, "--year", "2025", "--format",
                                          formats[i], NULL);

      test_run_expect (run, 0);
      test_contains (run->err, "1 dòng cộng 20.000.000"); /* programs' reports are Vietnamese */
      g_assert_null (strstr (run->out, "1 dòng cộng"));
    }
}

static void
test_marks (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (TestRun) no_reason = NULL;
  g_autoptr (TestRun) no_mark = NULL;
  g_autoptr (TestRun) not_known = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *cash = NULL;

  (void) data;
  no_reason = test_run ("tax-mark", fixture->book, "payment", "PC1", "--mark", "not-deductible",
                        NULL);
  test_run_expect (no_reason, 1);
  no_mark = test_run ("tax-mark", fixture->book, "payment", "PC1", NULL);
  test_run_expect (no_mark, 2);
  not_known = test_run ("tax-mark", fixture->book, "payment", "PC1", "--mark", "bad", NULL);
  test_run_expect (not_known, 2);
  cash = test_done ("tax-marks", fixture->book, "--year", "2025", "--cash", "--format", "csv",
                    NULL);
  g_assert_cmpstr (cash, ==,
                   "kind,number,date,description,account,amount,together\n"
                   "payment,PC1,2025-03-01,Tiếp khách,642,20000000,20000000\n");
  test_do ("tax-mark", fixture->book, "payment", "PC1", "--row", "1", "--mark", "not-deductible",
           "--reason", "Không có hóa đơn", NULL);
  marks = test_done ("tax-marks", fixture->book, "--year", "2025", "--format", "csv", NULL);
  g_assert_cmpstr (marks, ==,
                   "kind,number,date,row,description,account,amount,mark,reason\n"
                   "payment,PC1,2025-03-01,1,Tiếp khách,642,20000000,not-deductible,"
                   "Không có hóa đơn\n");
}

static void
test_sheet (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *vietnamese = NULL;

  (void) data;
  text = test_done ("tax", fixture->book, "--year", "2025", "--set", "last-revenue=2000000000",
                    "--set", "rate=0.1", "--set", "rate-reason=Ưu đãi", NULL);
  test_contains (text, "CORPORATE INCOME TAX SHEET");
  test_contains (text, "Ưu đãi");
  csv = test_done ("tax", fixture->book, "--year", "2025", "--format", "csv", NULL);
  test_contains (csv, "sheet,E,Thu nhập tính thuế,80000000,");
  test_contains (csv, "sheet,G,Thuế TNDN phải nộp,8000000,");
  json = test_done ("tax", fixture->book, "--year", "2025", "--format", "json", NULL);
  test_contains (json, "8000000");
  vietnamese = test_done ("tax", fixture->book, "--year", "2025", "--lang", "vi", NULL);
  test_contains (vietnamese, "Thu nhập tính thuế");
}

static void
test_entering (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *left = NULL;
  g_autoptr (TestRun) twice = NULL;
  g_autoptr (TestRun) alone = NULL;
  g_autoptr (TestRun) bad = NULL;

  (void) data;
  test_do ("tax", fixture->book, "--year", "2025", "--quarter", "1", "--post", "--amount",
           "5000000", NULL);
  twice = test_run ("tax", fixture->book, "--year", "2025", "--quarter", "1", "--post", "--amount",
                    "1", NULL);
  test_run_expect (twice, 1);
  test_contains (twice->err, "reverse it");
  alone = test_run ("tax", fixture->book, "--year", "2025", "--amount", "1", NULL);
  test_run_expect (alone, 2);
  bad = test_run ("tax", fixture->book, "--year", "2025", "--quarter", "2", "--post", "--amount",
                  "x", NULL);
  test_run_expect (bad, 2);
  text = test_done ("tax", fixture->book, "--year", "2025", "--set", "last-revenue=0", "--post",
                    "--date", "2025-12-30", NULL);
  test_contains (text, "enters the tax");
  sheet = test_done ("tax", fixture->book, "--year", "2025", "--format", "csv", NULL);
  test_contains (sheet, "sheet,H1,Thuế đã ghi sổ,12000000,");
  test_contains (sheet, "sheet,H1.1,tạm tính quý 1,5000000,");
  test_contains (sheet, "sheet,H1.2,quyết toán năm,7000000,");
  left = test_done ("tax", fixture->book, "--year", "2025", "--post", NULL);
  test_contains (left, "nothing was posted");
}

static void
test_shared_vat (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *file = test_file (fixture->folder, "vat.csv",
                                     "number,date,kind,description,debit,credit,amount\n"
                                     "PT2,2025-02-02,receipt,Bán phân bón,1111,5111,300000000\n"
                                     "PC2,2025-02-03,payment,Tiền điện,642,1111,1000000\n"
                                     "PC2,2025-02-03,payment,Thuế,1331,1111,100000\n",
                                     -1);
  g_autoptr (TestRun) nothing = NULL;
  g_autoptr (TestRun) both = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *posted = NULL;
  g_autofree char *left = NULL;

  (void) data;
  test_do ("import", fixture->book, "vouchers", file, NULL);
  nothing = test_run ("vat-share", fixture->book, "--year", "2025", "--month", "2", NULL);
  test_run_expect (nothing, 1);
  test_contains (nothing->err, "vat-not-taxable-accounts");
  both = test_run ("vat-share", fixture->book, "--year", "2025", "--month", "2", "--quarter", "1",
                   NULL);
  test_run_expect (both, 2);
  sheet = test_done ("vat-share", fixture->book, "--year", "2025", "--month", "2", "--set",
                     "vat-not-taxable-accounts=5112", "--format", "csv", NULL);
  test_contains (sheet, "sheet,C2,\"Không được khấu trừ, tính vào chi phí\",25000,");
  test_contains (sheet, "entry,642,1331,100000,25000,0,25000,");
  posted = test_done ("vat-share", fixture->book, "--year", "2025", "--month", "2", "--post", NULL);
  test_contains (posted, "puts input tax to cost");
  left = test_done ("vat-share", fixture->book, "--year", "2025", "--post", NULL);
  test_contains (left, "no voucher was posted");
}

static void
test_ratios (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *ratios = NULL;
  g_autofree char *own = NULL;
  g_autofree char *trends = NULL;
  g_autofree char *size = NULL;
  g_autofree char *json = NULL;
  g_autoptr (TestRun) none = NULL;
  g_autoptr (TestRun) bad = NULL;

  (void) data;
  ratios = test_done ("ratios", fixture->book, "--year", "2025", "--lang", "en", NULL);
  test_contains (ratios, "Net margin");
  test_contains (ratios, "80%");
  test_contains (ratios, "not available: Interest is 0 or below");
  own = test_done ("ratios", fixture->book, "--set", "equity-share=0.6", "--set", "interest=5",
                   NULL);
  test_contains (own, "the co-op’s own: at least 60%");
  none = test_run ("ratios", fixture->book, "--set", "none=1", NULL);
  test_run_expect (none, 1);
  bad = test_run ("ratios", fixture->book, "--set", "current=much", NULL);
  test_run_expect (bad, 1);
  trends = test_done ("trends", fixture->book, "--year", "2025", "--format", "csv", NULL);
  test_contains (trends, "B02-HTX,");
  test_contains (trends, ",50,80000000,");
  size = test_done ("size", fixture->book, "--format", "csv", NULL);
  test_contains (size, "chưa xác định được");
  json = test_done ("size", fixture->book, "--year", "2025", "--format", "json", NULL);
  test_contains (json, "members");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tax/marks", TestCliFixture, NULL, set_up, test_marks, test_cli_tear_down);
  g_test_add ("/tax/warnings-are-told", TestCliFixture, NULL, set_up, test_warnings,
              test_cli_tear_down);
  g_test_add ("/tax/sheet", TestCliFixture, NULL, set_up, test_sheet, test_cli_tear_down);
  g_test_add ("/tax/entering", TestCliFixture, NULL, set_up, test_entering, test_cli_tear_down);
  g_test_add ("/tax/shared-vat", TestCliFixture, NULL, set_up, test_shared_vat, test_cli_tear_down);
  g_test_add ("/tax/ratios-trends-size", TestCliFixture, NULL, set_up, test_ratios,
              test_cli_tear_down);
  return g_test_run ();
}
