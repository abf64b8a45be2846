/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Controls around the year end from the command line: ageing, bank reconciliation, counts,
 * confirmations. */
#include "helpers/cli.h"

typedef struct
{
  char *folder;
  char *book;
} Fixture;

static void
import (const Fixture *fixture,
        const char    *kind,
        const char    *text)
{
  g_autofree char *path = test_file (fixture->folder, "in.csv", text, -1);

  test_do ("import", fixture->book, kind, path, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = test_cli_book (fixture->folder);
  import (fixture, "items",
          "code,name,kind,party,due\n"
          "NH1,Agribank,bank-account,,\n"
          "HDV1,Hợp đồng vay 1,contract,,2027-06-30\n");
  import (fixture, "vouchers",
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
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book);
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_ageing (Fixture      *fixture,
             gconstpointer data)
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

#define STATE "1121,NH1,,2025-07-31,2300,2400,"

static void
test_reconcile (Fixture      *fixture,
                gconstpointer data)
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
           "5", "--finish", NULL);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/ageing", Fixture, NULL, set_up, test_ageing, tear_down);
  g_test_add ("/control/reconcile", Fixture, NULL, set_up, test_reconcile, tear_down);
  return g_test_run ();
}
