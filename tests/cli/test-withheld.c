/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year's list of tax kept back from the command line. */
#include "helpers/cli.h"

/* TV1 made 510 of income capital and took 600 out. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members",
               "code,name,kind,joined,id_number,tax_code\n"
               "TV1,Nguyễn Mẫu,official,2025-01-01,079012345678,8012345678\n");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PT1,2025-01-01,receipt,Vốn khác,1111,4118,5000,,\n"
               "PK1,2025-02-01,journal,Chia thu nhập,4211,338,510,,TV1\n");
  test_import (fixture, "capital",
               "date,member,event,amount\n2025-01-01,TV1,commit,1010\n2025-01-02,TV1,pay,500\n"
               "2025-02-01,TV1,capitalise,510\n");
}

static void
test_formats (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *refund = test_done ("capital-refund", fixture->book, "TV1", "--date",
                                       "2025-03-01", "--amount", "600", "--format", "csv", NULL);
  g_autofree char *csv = test_done ("withheld", fixture->book, "--year", "2025", "--format", "csv",
                                    NULL);
  g_autofree char *json = test_done ("withheld", fixture->book, "--year", "2025", "--format",
                                     "json", NULL);
  g_autofree char *text = test_done ("withheld", fixture->book, "--year", "2025", NULL);
  g_autofree char *pdf = g_build_filename (fixture->folder, "w.pdf", NULL);
  g_autofree char *xlsx = g_build_filename (fixture->folder, "w.xlsx", NULL);
  g_autofree char *later = test_done ("withheld", fixture->book, "--year", "2026", "--format",
                                      "csv", NULL);

  (void) data;
  g_assert_cmpstr (refund, ==, "form,amount,tax\ncash,600,26\n");
  test_contains (csv,
                 "section,no,member,name,tax_code,id_number,kind,basis,paid,rate,tax,days,row\n"
                 "persons,1,TV1,Nguyễn Mẫu,8012345678,079012345678,"
                 "Thu nhập từ đầu tư vốn (Điều 23),\"Thu nhập đã ghi tăng vốn, nay rút ra\","
                 "510,0.05,26,01/03/2025,line\n");
  test_contains (csv, "taxes,Thu nhập từ đầu tư vốn (Điều 23),1,510,0.05,26,line\n");
  test_contains (json, "\"paid\" : 510, \"rate\" : \"0.05\", \"tax\" : 26");
  test_contains (text, "Income from capital (Art. 23)");
  test_contains (text, "Capitalised income that went out");
  g_free (test_done ("withheld", fixture->book, "--year", "2025", "--format", "pdf", "-o", pdf,
                     NULL));
  g_free (test_done ("withheld", fixture->book, "--year", "2025", "--format", "xlsx", "-o", xlsx,
                     NULL));
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
  test_paper_expect_clear (pdf);
  g_assert_true (g_file_test (xlsx, G_FILE_TEST_EXISTS));
  g_assert_null (strstr (later, "TV1"));
  test_do ("verify", fixture->book, NULL);
}

static void
test_refused (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *help = test_done ("withheld", "--help", NULL);
  g_autoptr (TestRun) without = test_run ("withheld", fixture->book, NULL);
  g_autoptr (TestRun) early = test_run ("withheld", fixture->book, "--year", "2024", NULL);

  (void) data;
  test_contains (help, "--year");
  test_run_expect (without, 2);
  test_run_expect (early, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/withheld/in-every-format", TestCliFixture, NULL, set_up, test_formats,
              test_cli_tear_down);
  g_test_add ("/withheld/needs-a-year-of-the-book", TestCliFixture, NULL, set_up, test_refused,
              test_cli_tear_down);
  return g_test_run ();
}
