/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Controls around the year end from the command line: ageing, bank reconciliation, counts,
 * confirmations. */
#include "helpers/cli.h"

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "items",
               "code,name,kind,party,due\n"
               "NH1,Agribank,bank-account,,\n"
               "HDV1,Hợp đồng vay 1,contract,,2027-06-30\n");
  test_import (
      fixture, "vouchers",
      "number,date,kind,description,debit,credit,amount,debit_party,credit_party,debit_item,"
      "credit_item,due\n"
      "PK1,2025-02-01,journal,Bán trà,131,5111,900,KH1,,,,2025-03-01\n"
      "PK2,2025-05-01,journal,Bán trà,131,5111,500,KH1,,,,2025-12-20\n"
      "PK3,2025-06-01,journal,Bán trà,131,5111,70,NLD1,,,,\n"
      "BC1,2025-07-01,bank-in,Thu một phần,1121,131,300,,KH1,NH1,,\n"
      "BC2,2025-07-02,bank-in,Vay,1121,341,2000,,NCC1,NH1,HDV1,\n"
      "BC3,2025-07-03,bank-in,Ứng trước,1121,131,100,,NLD1,NH1,,\n"
      "BN1,2025-08-01,bank-out,Trả người bán,331,1121,400,NCC1,,,NH1,\n");
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_ageing (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (TestRun) wrong = NULL;
  g_autofree char *text = NULL;

  (void) data;
  expect (test_done ("ageing", fixture->book, "--on", "2025-12-31", "--format", "csv", "--buckets",
                     "30,90", "--by", "item", NULL),
          "account,party,name,item,due,days,balance,advance,current,undated,overdue_1_30,"
          "overdue_31_90,overdue_over_90,row\n"
          ",,Nợ phải thu,,,,,,,,,,,heading\n"
          "131,KH1,Khách hàng,,2025-03-01,305,1100,0,0,0,500,0,600,line\n"
          "131,NLD1,Người lao động,,,,-30,-30,0,0,0,0,0,line\n"
          ",,Cộng tài khoản 131,,,,1070,-30,0,0,500,0,600,subtotal\n"
          ",,Tổng nợ phải thu,,,,1070,-30,0,0,500,0,600,total\n"
          ",,Nợ phải trả,,,,,,,,,,,heading\n"
          "331,NCC1,Nhà cung cấp,,,,-400,-400,0,0,0,0,0,line\n"
          ",,Cộng tài khoản 331,,,,-400,-400,0,0,0,0,0,subtotal\n"
          "341,NCC1,Nhà cung cấp,HDV1,2027-06-30,,2000,0,2000,0,0,0,0,line\n"
          ",,Cộng tài khoản 341,,,,2000,0,2000,0,0,0,0,subtotal\n"
          ",,Tổng nợ phải trả,,,,1600,-400,2000,0,0,0,0,total\n");
  text = test_done ("ageing", fixture->book, "--on", "2025-12-31", "--account", "131", NULL);
  test_contains (text, "1,070");
  wrong = test_run ("ageing", fixture->book, "--buckets", "30,30", NULL);
  test_run_expect (wrong, 1);
  test_contains (wrong->err, "stretches of days");
}

/* The rows behind one amount, and their sum. */
static void
test_ageing_rows (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (TestRun) wrong = NULL;
  g_autofree char *text = test_done ("ageing", fixture->book, "--on", "2025-12-31", "--format",
                                     "csv", "--account", "131", "--party", "KH1", "--column",
                                     "balance", NULL);
  g_autofree char *debts = test_done ("ageing", fixture->book, "--on", "2025-12-31", "--format",
                                      "csv", "--column", "current", "--of", "debts", NULL);

  (void) data;
  g_assert_true (g_str_has_prefix (
      text, "account,party,date,number,description,due,days,amount,row\n131,KH1,2025-"));
  test_contains (text, ",1100,total");
  test_contains (debts, "341,NCC1,");
  test_contains (debts, ",2000,total");
  wrong = test_run ("ageing", fixture->book, "--column", "late", NULL);
  test_run_expect (wrong, 1);
  test_contains (wrong->err, "overdue_1_30");
  g_clear_pointer (&wrong, test_run_free);
  wrong = test_run ("ageing", fixture->book, "--column", "balance", "--of", "both", NULL);
  test_run_expect (wrong, 2);
}

#define STATE "1121,NH1,,2025-07-31,2300,2400,"

static void
test_reconcile (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *file = test_file (fixture->folder, "bank.csv",
                                     "date,amount,text\n2025-07-02,300,Thu\n2025-07-03,2000,Vay\n",
                                     -1);
  g_autofree char *paper = NULL;
  g_autoptr (TestRun) uneven = NULL;
  g_autoptr (TestRun) nothing = NULL;
  g_autoptr (TestRun) strange = NULL;

  (void) data;
  nothing = test_run ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31",
                      NULL);
  test_run_expect (nothing, 2); /* no balance */
  expect (test_done ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31",
                     "--balance", "2300", "--format", "csv", NULL),
          "row,date,number,description,amount,ticked\n"
          "4,2025-07-01,BC1,Thu một phần,300,\n"
          "5,2025-07-02,BC2,Vay,2000,\n"
          "6,2025-07-03,BC3,Ứng trước,100,\n");
  expect (test_done ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31",
                     "--file", file, "--format", "csv", NULL),
          "line,date,amount,text,row,row_date,number\n"
          "2,2025-07-02,300,Thu,4,2025-07-01,BC1\n"
          "3,2025-07-03,2000,Vay,5,2025-07-02,BC2\n");
  strange = test_run ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31",
                      "--tick", "4,77", NULL);
  test_run_expect (strange, 1);
  uneven = test_run ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31",
                     "--tick", "4", "--finish", NULL);
  test_run_expect (uneven, 1);
  test_contains (uneven->err, "note");
  test_do ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31", "--tick",
           "4,5", "--finish", NULL); /* what was refused before has ticked nothing */
  expect (test_done ("reconciliations", fixture->book, "--format", "csv", NULL),
          "account,item,currency,date,balance,booked,ticked,outstanding_in,outstanding_out,"
          "difference,state,changes\n" STATE "2300,100,0,0,finished,0\n");
  test_do ("reverse", fixture->book, "bank-in", "BC1", "--date", "2025-08-01", "--reason", "Sai",
           NULL);
  expect (test_done ("reconciliations", fixture->book, "--format", "csv", NULL),
          "account,item,currency,date,balance,booked,ticked,outstanding_in,outstanding_out,"
          "difference,state,changes\n" STATE "2300,100,0,0,finished,1\n");
  paper = test_done ("reconciliations", fixture->book, "--on", "2025-12-31", "--format", "csv",
                     NULL);
  test_contains (paper, ",Số dư theo sổ kế toán,,,2400,opening");
  test_contains (paper, "BC3,Ứng trước,100,,,line");
  test_contains (paper, "Thu một phần (chứng từ đã bị ghi âm),300,,,line");
  test_do ("reconcile", fixture->book, "1121", "--item", "NH1", "--date", "2025-07-31", "--reopen",
           "--note", "Ghi nhầm", "--untick", "4", NULL);
}

static void
test_count_cash (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *file = NULL;
  g_autofree char *sheet = NULL;
  g_autoptr (TestRun) twice = NULL;
  g_autoptr (TestRun) note = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PT1,2025-07-01,receipt,Thu nợ,1111,131,700000,,KH1\n");
  sheet = test_done ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                     "--format", "csv", NULL);
  test_contains (sheet, "\n500000,,,,0,0,,\n");
  file = test_file (fixture->folder, "found.csv",
                    "name,quantity\n500000,1\n100000,1\n50000,2\n1000,5\n", -1);
  expect (test_done ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                     "--file", file, "--people", "An,Bình", "--format", "csv", NULL),
          "section,position,description,number,amount,row\n"
          "KK0001,I,Số dư theo sổ quỹ,,700000,subtotal\n"
          "KK0001,II,Số kiểm kê thực tế,,705000,subtotal\n"
          "KK0001,1,Trong đó: - Loại 500.000,1,500000,line\n"
          "KK0001,2,- Loại 100.000,1,100000,line\n"
          "KK0001,3,- Loại 50.000,2,100000,line\n"
          "KK0001,4,- Loại 1.000,5,5000,line\n"
          "KK0001,III,Chênh lệch (III = I - II),,-5000,subtotal\n");
  test_do ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31", "--post",
           NULL);
  sheet = (g_free (sheet), test_done ("balance", fixture->book, "--format", "csv", NULL));
  test_contains (sheet, "1111,Tiền Việt Nam,0,0,705000,0,705000,0");
  test_contains (sheet, "338,Phải trả khác,0,0,0,5000,0,5000");
  twice = test_run ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                    "--post", NULL);
  test_run_expect (twice, 1);
  test_contains (twice->err, "posted already");
  g_free (file);
  file = test_file (fixture->folder, "found.csv", "name,quantity\nmột trăm,1\n", -1);
  note = test_run ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                   "--file", file, NULL);
  test_run_expect (note, 1);
  test_contains (note->err, "no note");
  test_do ("verify", fixture->book, NULL);
}

static void
test_count_stock (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TestRun) unknown = NULL;
  g_autoptr (TestRun) silent = NULL;

  (void) data;
  test_import (fixture, "products", "code,name,unit,kind,price,vat_rate,stock_account,"
                                    "revenue_account,cost_account\n"
                                    "TRA,Trà khô,kg,produce,,,156,5111,6111\n");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party,product,"
               "quantity\n"
               "PN1,2025-07-01,stock-in,Mua trà,156,331,1000,,NCC1,TRA,10\n"
               "PN2,2025-07-02,stock-in,Mua bao,156,331,90,,NCC1,,\n");
  file = test_file (fixture->folder, "found.csv",
                    "name,quantity,amount,note\nTRA,9,,Hao hụt\n,,90,\nBAO,3,30,Thừa\n", -1);
  text = test_done ("count", fixture->book, "stock", "--account", "156", "--date", "2025-12-31",
                    "--file", file, "--post", "--format", "csv", NULL);
  test_contains (text, "KK0001,2,Trà khô,TRA,kg,100,10,1000,9,900,,0,1,100,,,,line");
  test_contains (text, "KK0001,3,BAO,BAO,,,0,0,3,30,3,30,,0,,,,line");
  test_contains (text, ",Cộng,,,,,1090,,1020,,30,,100,,,,total");
  text = (g_free (text), test_done ("balance", fixture->book, "--format", "csv", NULL));
  test_contains (text, "138,Phải thu khác,0,0,100,0,100,0");
  test_contains (text, "338,Phải trả khác,0,0,0,30,0,30");
  g_free (file);
  file = test_file (fixture->folder, "found.csv", "name,quantity\nGAO,9\n", -1);
  unknown = test_run ("count", fixture->book, "stock", "--account", "156", "--date", "2025-12-31",
                      "--file", file, NULL);
  test_run_expect (unknown, 1);
  test_contains (unknown->err, "say what it is worth");
  g_free (file);
  file = test_file (fixture->folder, "found.csv", "name,quantity\nTRA,9\nBAO,3\n", -1);
  silent = test_run ("count", fixture->book, "stock", "--account", "156", "--date", "2025-12-31",
                     "--file", file, NULL);
  test_run_expect (silent, 1);
  test_contains (silent->err, "says nothing (1): “”; write");
  test_do ("verify", fixture->book, NULL);
}

/* The form for a pen: what the books hold stands in it, what was found does not. */
static void
test_blank_sheets_are_the_forms (TestCliFixture *fixture,
                                 gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "blank.pdf", NULL);
  g_autofree char *stock = NULL;
  g_autofree char *cash = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PN1,2025-07-01,stock-in,Mua bao,156,331,7654321,,NCC1\n");
  test_do ("count", fixture->book, "stock", "--account", "156", "--date", "2025-12-31", "--format",
           "pdf", "-o", path, NULL);
  stock = test_paper_text (path);
  test_do ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31", "--format",
           "pdf", "-o", path, NULL);
  cash = test_paper_text (path);
  if (stock == NULL || cash == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  test_contains (stock, "Mẫu số 05 - VT");
  test_contains (stock, "7.654.321");
  test_contains (stock, "TRƯỞNG BAN KIỂM KÊ");
  test_contains (cash, "Mẫu số 08a - TT");
  test_contains (cash, "- Loại 200.000");
  test_contains (cash, "+ Thừa: …");
}

static void
test_counts (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TestRun) time = NULL;
  g_autoptr (TestRun) aside = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PT1,2025-07-01,receipt,Thu nợ,1111,131,700000,,KH1\n");
  expect (test_done ("counts", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL),
          "kind,accounts,counted,missing,open\ncash,1,0,1111,\nstock,0,0,,\n");
  file = test_file (fixture->folder, "found.csv", "name,quantity\n500000,1\n", -1);
  time = test_run ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                   "--file", file, "--time", "25:00", NULL);
  test_run_expect (time, 1);
  test_contains (time->err, "“25:00” is no time of the day");
  test_do ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31", "--file",
           file, "--time", "16:30", "--people", "An; Kế toán,Bình", NULL);
  expect (test_done ("counts", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL),
          "kind,accounts,counted,missing,open\ncash,1,1,,KK0001\nstock,0,0,,\n");
  test_do ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31", "--file",
           file, "--number", "KK0001", NULL);
  aside = test_run ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
                    "--withdraw", "Đếm nhầm", NULL);
  test_run_expect (aside, 2);
  test_do ("count", fixture->book, "cash", "--account", "1111", "--date", "2025-12-31",
           "--withdraw", "Đếm nhầm", "--number", "KK0002", NULL);
  expect (test_done ("counts", fixture->book, "--format", "csv", NULL),
          "number,date,kind,account,booked,counted,difference,state,note\n"
          "KK0001,2025-12-31,cash,1111,700000,500000,-200000,withdrawn,Counted again\n"
          "KK0002,2025-12-31,cash,1111,700000,500000,-200000,withdrawn,Đếm nhầm\n");
  text = test_done ("counts", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (text, "cash,1,0,1111,");
  test_do ("verify", fixture->book, NULL);
}

#define CONFIRMATIONS                                                                             \
  "account,party,name,booked_debit,booked_credit,confirmed_debit,confirmed_credit,sent,answered," \
  "difference,posted,note,row\n"

static void
test_confirm (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *letters = NULL;
  g_autofree char *balance = NULL;
  g_autoptr (TestRun) nobody = NULL;
  g_autoptr (TestRun) again = NULL;

  (void) data;
  expect (test_done ("confirm", fixture->book, "--date", "2025-12-31", "--format", "csv", NULL),
          CONFIRMATIONS "131,KH1,Khách hàng,1100,,,,,,,,,line\n"
                        "131,NLD1,Người lao động,,30,,,,,,,,line\n"
                        "331,NCC1,Nhà cung cấp,400,,,,,,,,,line\n"
                        "341,NCC1,Nhà cung cấp,,2000,,,,,,,,line\n"
                        ",,Cộng,1500,2030,0,0,,,0,,,total\n");
  nobody = test_run ("confirm", fixture->book, "--date", "2025-12-31", "--party", "KH1",
                     "--answer", "5", NULL);
  test_run_expect (nobody, 2);
  test_do ("confirm", fixture->book, "--date", "2025-12-31", "--account", "341", "--party", "NCC1",
           "--answer", "2100", "--answered", "2026-01-10", "--note", "Lãi", NULL);
  expect (test_done ("confirm", fixture->book, "--date", "2025-12-31", "--account", "131",
                     "--party", "KH1", "--answer", "1000", "--answered", "2026-01-15", "--post",
                     "--format", "csv", NULL),
          CONFIRMATIONS "131,KH1,Khách hàng,1100,,1000,,,2026-01-15,-100,x,,line\n"
                        ",,Cộng,1100,0,1000,0,,,-100,,,total\n");
  balance = test_done ("balance", fixture->book, "--format", "csv", NULL);
  test_contains (balance, "138,Phải thu khác,0,0,100,0,100,0");
  again = test_run ("confirm", fixture->book, "--date", "2025-12-31", "--account", "131",
                    "--party", "KH1", "--post", NULL);
  test_run_expect (again, 1);
  test_contains (again->err, "posted already");
  letters = test_done ("confirm", fixture->book, "--date", "2025-12-31", "--letters", "--format",
                       "csv", NULL);
  test_contains (letters, "NCC1,TK 341: chúng tôi còn phải trả quý vị,2000,2100,100,line");
  test_do ("verify", fixture->book, NULL);
}

/* Sent, answered, posted, taken back: each by its option, each told in the list. */
static void
test_confirm_and_take_back (TestCliFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr (TestRun) early = NULL;
  g_autoptr (TestRun) unanswered = NULL;

  (void) data;
  test_do ("confirm", fixture->book, "--date", "2025-12-31", "--sent", "2026-01-03", NULL);
  early = test_run ("confirm", fixture->book, "--date", "2025-12-31", "--sent", "2025-12-01", NULL);
  test_run_expect (early, 1);
  test_contains (early->err, "give a later day");
  test_do ("confirm", fixture->book, "--date", "2025-12-31", "--account", "131", "--party", "KH1",
           "--answer", "1000", "--answered", "2026-01-15", "--note", "Thiếu", "--post", NULL);
  expect (test_done ("confirm", fixture->book, "--date", "2025-12-31", "--account", "131",
                     "--party", "KH1", "--reverse", "Đã tìm ra", "--withdraw", "--format", "csv",
                     NULL),
          CONFIRMATIONS "131,KH1,Khách hàng,1100,,,,2026-01-03,,,,,line\n"
                        ",,Cộng,1100,0,0,0,,,0,,,total\n");
  unanswered = test_run ("confirm", fixture->book, "--date", "2025-12-31", "--account", "131",
                         "--party", "KH1", "--withdraw", NULL);
  test_run_expect (unanswered, 1);
  test_contains (unanswered->err, "no answer yet");
  test_do ("verify", fixture->book, NULL);
}

/* Nothing to ask about is told as that, and not as something forgotten. */
static void
test_confirm_nothing (TestCliFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (TestRun) nothing = test_run ("confirm", fixture->book, "--date", "2025-01-31", NULL);
  g_autoptr (TestRun) forgotten = test_run ("statement", fixture->book, "confirmations", "--year",
                                            "2025", NULL);
  g_autoptr (TestRun) account = test_run ("confirm", fixture->book, "--date", "2025-12-31",
                                          "--account", "1121", NULL);

  (void) data;
  test_run_expect (nothing, 1);
  test_contains (nothing->err, "no balance of 2025-01-31 to be confirmed");
  g_assert_null (strstr (nothing->err, "“confirm”"));
  test_run_expect (forgotten, 1);
  test_contains (forgotten->err, "make the letters");
  test_run_expect (account, 1);
  test_contains (account->err, "choose one of 131, 331, 341");
}

static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (const char *at = text; *at != '\0'; at++)
    lines += *at == '\n';
  return lines;
}

static void
test_verify (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *list = test_done ("verify", fixture->book, "--list", "--format", "csv", NULL);
  g_autofree char *table = NULL;
  g_autofree char *text = NULL;

  (void) data;
  g_assert_cmpuint (count_lines (list), >, 40); /* some forty, and the heading */
  test_contains (list, "check,title,why\n");
  test_contains (list, "reversal-rows,Reversals mirror their originals,");
  table = test_done ("verify", fixture->book, "--format", "csv", NULL);
  test_contains (table, "check,title,state,count,finding,why\n");
  test_contains (table, "audit-chain,The audit trail agrees with the rows,holds,0,,");
  text = test_done ("verify", fixture->book, "--all", NULL);
  test_contains (text, "totals: Kept totals are the sums of their rows\n");
  test_contains (text, "All checks hold.");
}

/* What cannot be told afterwards is not done: the file is tried before the act. */
static void
test_output_is_tried_before_the_act (TestCliFixture *fixture,
                                     gconstpointer   data)
{
  g_autofree char *found = test_file (fixture->folder, "found.csv", "name,quantity\n500000,1\n",
                                      -1);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "sheet.csv", NULL);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (TestRun) run = test_run ("count", fixture->book, "cash", "--account", "1111", "--date",
                                      "2025-12-31", "--file", found, "--format", "csv", "-o",
                                      nowhere, NULL);

  (void) data;
  test_run_expect (run, 1);
  test_contains (run->err, "sheet.csv");
  after = test_folder_state (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/ageing", TestCliFixture, NULL, set_up, test_ageing, test_cli_tear_down);
  g_test_add ("/control/ageing-rows", TestCliFixture, NULL, set_up, test_ageing_rows,
              test_cli_tear_down);
  g_test_add ("/control/reconcile", TestCliFixture, NULL, set_up, test_reconcile,
              test_cli_tear_down);
  g_test_add ("/control/count-cash", TestCliFixture, NULL, set_up, test_count_cash,
              test_cli_tear_down);
  g_test_add ("/control/blank-sheets-are-the-forms", TestCliFixture, NULL, set_up,
              test_blank_sheets_are_the_forms, test_cli_tear_down);
  g_test_add ("/control/count-stock", TestCliFixture, NULL, set_up, test_count_stock,
              test_cli_tear_down);
  g_test_add ("/control/counts", TestCliFixture, NULL, set_up, test_counts, test_cli_tear_down);
  g_test_add ("/control/confirm", TestCliFixture, NULL, set_up, test_confirm, test_cli_tear_down);
  g_test_add ("/control/confirm-and-take-back", TestCliFixture, NULL, set_up,
              test_confirm_and_take_back, test_cli_tear_down);
  g_test_add ("/control/confirm-nothing", TestCliFixture, NULL, set_up, test_confirm_nothing,
              test_cli_tear_down);
  g_test_add ("/control/output-is-tried-before-the-act", TestCliFixture, NULL, set_up,
              test_output_is_tried_before_the_act, test_cli_tear_down);
  g_test_add ("/control/verify", TestCliFixture, NULL, set_up, test_verify, test_cli_tear_down);
  return g_test_run ();
}
