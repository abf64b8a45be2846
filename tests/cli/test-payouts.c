/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of the sample co-op are paid from the command line: lists, what comes back, what the
 * bank answers. */
#include "helpers/cli.h"

#include <string.h>

#define HEAD "account_no,amount,description,reference,status,reason,bank_reference\n"

/* Makes a list; gives its bank order as CSV, or NULL for one in cash. */
static char *
pay (const TestCliFixture *fixture,
     const char           *method,
     const char           *date,
     const char           *option,
     const char           *value)
{
  g_autofree char *folder = g_build_filename (fixture->folder, date, NULL);
  const char      *words[] = { "payout", fixture->book, "--year", "2025", "--method", method,
                               "--date", date, "-o", folder, option, value, NULL };
  g_autoptr (TestRun) run = test_run_words (words);
  g_autofree char *path = NULL;
  char            *csv = NULL;

  test_run_expect (run, 0);
  for (guint list = 1; list < 9 && csv == NULL && g_str_equal (method, "bank"); list++)
    {
      g_autofree char *name = g_strdup_printf ("bank-order-2025-%u-neutral.csv", list);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
      (void) g_file_get_contents (path, &csv, NULL, NULL);
    }
  return csv;
}

static char *
standing (const TestCliFixture *fixture,
          const char           *on)
{
  return test_done ("payouts", fixture->book, "--year", "2025", "--on", on, "--format", "csv",
                    NULL);
}

/* 400 million come from the bank to the cash box. */
static void
fetch_cash (const TestCliFixture *fixture)
{
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "PT26-900,2026-04-20,receipt,Rút tiền gửi,1111,1121,400000000\n");
}

/* Every row of the trial is a row of what was paid then. */
static void
expect_same (const char *trial,
             const char *paid)
{
  g_auto (GStrv) rows = g_strsplit (trial, "\n", -1);

  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);
      g_autofree char *row = NULL;

      /* member,name,year,gross,taxed-before,tax,set-off,net; the share is paid off whole */
      row = g_strdup_printf ("%s,%s,%s,%s,%s,%s,%s,%s,", cells[0], cells[1], cells[2], cells[3],
                             cells[3], cells[5], cells[6], cells[7]);
      test_contains (paid, row);
    }
}

/* TV008 owes an advance, TV013 and TV014 have not paid goods; TV014 does not consent. */
static void
test_set_off (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autofree char *trial = NULL, *after = NULL, *paid = NULL, *journal = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "list", NULL);
  g_autoptr (TestRun)
      both = test_run ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                       "2026-04-28", "--dry-run", "-o", folder, NULL);
  g_autoptr (TestRun)
      part = test_run ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                       "2026-04-28", "--part", "1.5", "--dry-run", NULL);
  g_autoptr (TestRun)
      none = test_run ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                       "2026-04-28", "--part", "0", "--dry-run", NULL);

  (void) data;
  test_run_expect (both, 2);
  test_contains (both->err, "give one of them");
  test_run_expect (part, 2);
  test_contains (part->err, "--part 1.5 cannot be taken");
  test_run_expect (none, 2);
  test_contains (none->err, "--part 0 cannot be taken");
  trial = test_done ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                     "2026-04-28", "--net-debts", "--keep-debts", "TV014", "--dry-run", "--format",
                     "csv", NULL);
  after = test_folder_state (fixture->folder);
  g_assert_cmpstr (before, ==, after);
  test_contains (trial, "member,name,year,gross,taxed-before,tax,set-off,net\nTV001,");
  test_contains (trial, "TV008,Vũ Thị Húng,2025,12757000,0,415200,4000000,8341800\n");
  test_contains (trial, "TV013,Mai Văn Hồi,2025,12567000,0,332200,5556600,6678200\n");
  test_contains (trial, "TV014,Hồ Thị Diếp,2025,11530000,0,332200,0,11197800\n");
  test_do ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date", "2026-04-28",
           "--net-debts", "--keep-debts", "TV014", "-o", folder, NULL);
  paid = standing (fixture, "2026-04-28");
  expect_same (trial, paid);
  journal = test_done ("items", fixture->book, "--party", "TV013", "--open", "--on", "2026-04-28",
                       "--format", "csv", NULL);
  g_assert_null (strstr (journal, "5556600"));
  test_do ("verify", fixture->book, NULL);
}

static void
test_instalments (TestCliFixture *fixture,
                  gconstpointer   data)
{
  static const char *const dates[] = { "2026-04-28", "2026-05-28", "2026-06-28" };
  static const char *const parts[] = { "0.3333", "0.6667", "1" };
  /* up to a third and two thirds, rounded down; the last takes what is left */
  static const char *const rows[] = {
    "TV001,Nguyễn Văn Mẫu,2025,33386000,11127553,470520,0,10657033,0,22258447,0,to-pay,2026-04-17,"
    "11,1,\n",
    "TV001,Nguyễn Văn Mẫu,2025,33386000,22258446,941181,0,21317265,0,11127554,0,to-pay,2026-04-17,"
    "41,2,\n",
    "TV001,Nguyễn Văn Mẫu,2025,33386000,33386000,1411701,0,31974299,0,0,0,paid,2026-06-28,0,3,\n",
  };
  g_autoptr (TestRun) again = NULL;

  (void) data;
  fetch_cash (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = NULL;

      g_free (pay (fixture, "cash", dates[i], "--part", parts[i]));
      shown = standing (fixture, dates[i]);
      test_contains (shown, rows[i]);
    }
  again = test_run ("payout", fixture->book, "--year", "2025", "--method", "cash", "--date",
                    "2026-06-29", "-o", fixture->folder, NULL);
  test_run_expect (again, 1);
  test_contains (again->err, "nobody is left to be paid");
  test_do ("verify", fixture->book, NULL);
}

/* 2026 brings less: TV011 has too little in each year but enough in both together. */
static void
share_2026 (const TestCliFixture *fixture)
{
  g_autofree char *labour = test_file (
      fixture->folder, "labour.csv",
      "date,member,work,days,rate,amount,account,tax,insurance\n"
      "2026-06-30,TV011,Tháng 6,,,6000000,642,,\n2026-06-30,TV015,Tháng 6,,,6000000,642,,\n",
      -1);
  g_autofree char *plan = test_file (
      fixture->folder, "plan.ini",
      "[plan]\nlaw=vn-2023\nrounding-unit=1000\n"
      "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
      "[fund development]\ntitle=Quỹ đầu tư phát triển\naccount=418\nrate=0.10\n"
      "[internal]\nlabour=0.6\ncapital=0.4\n[external]\ncapital=1\n",
      -1);

  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "BC26-900,2026-06-20,bank-in,Bán hàng,1121,5111,200000000\n");
  test_do ("import", fixture->book, "labour", labour, "--no-post", NULL);
  test_do ("close", fixture->book, "--year", "2026", "--today", "2027-04-01", NULL);
  test_do ("plan", fixture->book, "--year", "2026", "--file", plan, "--today", "2027-04-01", NULL);
  test_do ("approve", fixture->book, "--year", "2026", "--resolution", "01/2027/NQ-ĐHTV", "--date",
           "2027-03-16", "--today", "2027-04-01", NULL);
  test_do ("post", fixture->book, "--year", "2026", "--date", "2027-03-17", "--today",
           "2027-04-01", NULL);
}

/* A line for each year, but one transfer a member. */
static void
test_earlier (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *first = pay (fixture, "bank", "2026-04-28", "--min", "10000000");
  g_autofree char *trial = NULL, *order = NULL, *xml = NULL, *json = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "o", NULL);
  g_autofree char *path = g_build_filename (folder, "bank-order-2026-2-neutral.csv", NULL);
  g_autoptr (TestRun) alone = NULL;

  (void) data;
  g_assert_null (strstr (first, "TV011"));
  share_2026 (fixture);
  alone = test_run ("payout", fixture->book, "--year", "2026", "--method", "bank", "--date",
                    "2027-04-01", "--today", "2027-04-01", "--only", "TV011", "--min", "15000000",
                    "--dry-run", NULL);
  test_run_expect (alone, 1);
  test_contains (alone->err, "5,440,000 is below the minimum of 15,000,000 and stays open");
  trial = test_done ("payout", fixture->book, "--year", "2026", "--method", "bank", "--date",
                     "2027-04-01", "--today", "2027-04-01", "--earlier", "--min", "15000000",
                     "--dry-run", "--format", "csv", NULL);
  g_assert_cmpstr (trial, ==,
                   "member,name,year,gross,taxed-before,tax,set-off,net\n"
                   "TV001,Nguyễn Văn Mẫu,2026,20552000,0,0,0,20552000\n"
                   "TV011,Dương Văn Hẹ,2025,9921000,0,0,0,9921000\n"
                   "TV011,Dương Văn Hẹ,2026,5440000,0,0,0,5440000\n");
  test_do ("payout", fixture->book, "--year", "2026", "--method", "bank", "--date", "2027-04-01",
           "--today", "2027-04-01", "--earlier", "--min", "15000000", "-o", folder, NULL);
  g_assert_true (g_file_get_contents (path, &order, NULL, NULL));
  test_contains (order, "\n2,TV011,Dương Văn Hẹ,");
  test_contains (order, ",15361000,VND,");
  test_contains (order, "\n2,,,,,,,,,35913000,");
  json = test_done ("payouts", fixture->book, "--on", "2027-04-03", "--today", "2027-04-03",
                    "--state", "ordered", "--year", "2026", "--format", "json", NULL);
  test_contains (json, "\"member\" : \"TV011\"");
  test_contains (json, "\"since\" : \"2027-04-01\"");
  test_contains (json, "\"days\" : 2");
  test_do ("verify", fixture->book, "--today", "2027-04-03", NULL);
}

static void
come_back (const TestCliFixture *fixture,
           const char           *list,
           const char           *member,
           const char           *date)
{
  test_do ("payout-return", fixture->book, list, member, "--date", date, "--reason",
           "Sai số tài khoản", NULL);
}

/* What came back is paid without tax; what was paid again cannot be taken back. */
static void
test_bounced (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *first = pay (fixture, "bank", "2026-04-28", NULL, NULL);
  g_autofree char *shown = NULL, *second = NULL, *again = NULL, *text = NULL;
  g_autoptr (TestRun) twice = NULL, refused = NULL, nothing = NULL, stranger = NULL;
  g_autoptr (TestRun) nobody = NULL;

  (void) data;
  test_contains (first, ",21521600,VND,");
  come_back (fixture, "1", "TV003", "2026-04-30");
  come_back (fixture, "1", "TV002", "2026-04-30");
  shown = standing (fixture, "2026-05-04");
  test_contains (shown, "TV003,Lê Văn Ngải,2025,22269000,22269000,747400,0,0,21521600,21521600,"
                        "21521600,bounced,2026-04-30,4,1,\n");
  test_contains (shown, ",ordered,2026-04-28,6,1,\n");
  test_contains (shown, "TV016,Trịnh Thị Ngò,2025,10142000,0,0,0,0,0,10142000,0,to-pay,"
                        "2026-04-17,17,,\n");
  text = test_done ("payouts", fixture->book, "--state", "bounced", NULL);
  test_contains (text, "Bounced");
  g_assert_null (strstr (text, "TV001"));
  twice = test_run ("payout-return", fixture->book, "1", "TV003", "--date", "2026-05-01",
                    "--reason", "x", NULL);
  test_run_expect (twice, 1);
  test_contains (twice->err, "came back already");
  second = pay (fixture, "bank", "2026-05-05", "--only", "TV003");
  test_contains (second, ",21521600,VND,");
  again = standing (fixture, "2026-05-05");
  test_contains (again, "TV003,Lê Văn Ngải,2025,22269000,43790600,747400,0,21521600,21521600,0,0,"
                        "ordered,2026-05-05,0,2,\n");
  refused = test_run ("payout-return", fixture->book, "1", "TV003", "--take-back", "--date",
                      "2026-05-06", "--reason", "Nhầm", NULL);
  test_run_expect (refused, 1);
  test_contains (refused->err, "the money was paid again by list 2");
  test_do ("payout-return", fixture->book, "1", "TV002", "--take-back", "--date", "2026-05-06",
           "--reason", "Nhầm", NULL);
  nothing = test_run ("payout-return", fixture->book, "1", "TV002", "--take-back", "--date",
                      "2026-05-06", "--reason", "Nhầm", NULL);
  test_run_expect (nothing, 1);
  stranger = test_run ("payout-return", fixture->book, "1", "TV016", "--date", "2026-05-06",
                       "--reason", "Nhầm", NULL);
  test_run_expect (stranger, 1);
  test_contains (stranger->err, "not on this payment list");
  nobody = test_run ("payout-return", fixture->book, "1", "NOBODY", "--date", "2026-05-06",
                     "--reason", "Nhầm", NULL);
  test_run_expect (nobody, 1);
  test_contains (nobody->err, "nobody has the code NOBODY");
  test_do ("verify", fixture->book, NULL);
}

static void
test_unclaimed (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *shown = NULL, *back = NULL;
  g_autoptr (TestRun) early = NULL, silent = NULL, state = NULL;

  (void) data;
  fetch_cash (fixture);
  g_free (pay (fixture, "cash", "2026-04-28", NULL, NULL));
  come_back (fixture, "1", "TV019", "2026-05-08");
  shown = standing (fixture, "2026-05-10");
  test_contains (shown, "TV019,Tạ Văn Sâm,2025,14948000,14948000,747400,0,0,14200600,14200600,"
                        "14200600,unclaimed,2026-05-08,2,1,\n");
  test_contains (shown, ",paid,2026-04-28,12,1,\n");
  test_do ("payout-return", fixture->book, "1", "TV019", "--take-back", "--date", "2026-05-09",
           "--reason", "Đã nhận", NULL);
  back = standing (fixture, "2026-05-10");
  test_contains (back, ",14200600,0,0,0,paid,2026-04-28,12,1,\n");
  early = test_run ("payout-return", fixture->book, "1", "TV001", "--date", "2026-04-27",
                    "--reason", "x", NULL);
  test_run_expect (early, 1);
  silent = test_run ("payout-return", fixture->book, "1", "TV001", "--date", "2026-04-29", NULL);
  test_run_expect (silent, 2);
  state = test_run ("payouts", fixture->book, "--state", "reversed", NULL);
  test_run_expect (state, 2);
  test_contains (state->err, "write to-pay, ordered, paid, bounced or unclaimed");
  test_do ("verify", fixture->book, NULL);
}

static char *
answer (const TestCliFixture *fixture,
        const char           *form,
        const char           *date,
        const char           *rows)
{
  g_autofree char *path = test_file (fixture->folder, "answer.csv", rows, -1);

  return test_done ("payout-result", fixture->book, "1", path, "--form", form, "--date", date,
                    NULL);
}

static void
test_result (TestCliFixture *fixture,
             gconstpointer   data)
{
  static const char *const rows =
      HEAD "0000000001,31974300,CHIA THU NHAP HTX 2025 TV001,BN00001,paid,,FT001\n"
           "0000000002,18539550,CHIA THU NHAP HTX 2025 TV002,BN00002,refused,Sai tên,\n";
  g_autofree char *first = NULL, *again = NULL, *mb = NULL, *shown = NULL;

  (void) data;
  g_free (pay (fixture, "bank", "2026-04-28", NULL, NULL));
  first = answer (fixture, "neutral", "2026-04-29", rows);
  test_contains (first, "Paid: 1, 31,974,300. Returned: 1, 18,539,550. Known before: 0. Without "
                        "an answer: 13.");
  again = answer (fixture, "neutral", "2026-04-30", rows);
  test_contains (again, "Paid: 0, 0. Returned: 0, 0. Known before: 2. Without an answer: 13.");
  /* TV004 was paid by the code of the slip, whose text is the shorter one: it fits as well */
  mb = answer (fixture, "vn-mb", "2026-05-02",
               "Kết quả chuyển lô\n"
               "Số tài khoản,Số tiền,Nội dung,Trạng thái,FT / Ghi chú\n"
               "0000000004,15.525.700,CHIA THU NHAP 2025 TV004,Thành công,FT004\n"
               "0000000005,13657850,CHIA THU NHAP HTX 2025 TV005,Thất bại,Tài khoản đóng\n"
               "0000000006,15177750,CHIA THU NHAP HTX 2025 TV006,Đang xử lý,\n");
  test_contains (mb, "Paid: 1, 15,525,700. Returned: 1, 13,657,850. Known before: 0. Without an "
                     "answer: 11.");
  test_contains (mb, "Rows left out, as the bank is still at it: 1.");
  shown = standing (fixture, "2026-05-05");
  test_contains (shown, ",31974300,0,0,0,paid,2026-04-29,6,1,\n");
  test_contains (shown, ",0,18539550,18539550,18539550,bounced,2026-04-29,6,1,\n");
  test_contains (shown, ",15525700,0,0,0,paid,2026-05-02,3,1,\n");
  test_contains (shown, ",bounced,2026-05-02,3,1,\n");
  test_contains (shown, ",15177750,0,0,0,ordered,2026-04-28,7,1,\n");
  test_do ("verify", fixture->book, NULL);
}

/* Every row that does not fit is named, and the rows that do are not taken over either. */
static void
test_result_refused (TestCliFixture *fixture,
                     gconstpointer   data)
{
  static const char *const says[] = {
    "no payment of the list fits “CHUYEN TIEN”",
    "several payments of the list fit “TV008 TV013”",
    "21,521,600 was to be paid to TV003 but the bank says 1",
    "the bank refused the payment of TV004 without a reason",
    "row 2 speaks of the payment of TV001 already",
    "nothing was taken over",
  };
  g_autofree char *path = test_file (
      fixture->folder, "bad.csv",
      HEAD "0000000001,31974300,CHIA THU NHAP HTX 2025 TV001,BN00001,paid,,FT001\n"
           "0000000002,18539550,CHIA THU NHAP HTX 2025 TV002,BN00002,refused,Sai tên,\n"
           "999,5,CHUYEN TIEN,,paid,,\n0000000008,8341800,TV008 TV013,,paid,,\n"
           "0000000003,1,CHIA THU NHAP HTX 2025 TV003,BN00003,paid,,\n"
           "0000000004,15525700,CHIA THU NHAP HTX 2025 TV004,BN00004,refused,,\n"
           "0000000001,31974300,BN00001,,refused,Sai tên,\n",
      -1);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (TestRun) bad = NULL, form = NULL, early = NULL;

  (void) data;
  g_free (pay (fixture, "bank", "2026-04-28", NULL, NULL));
  before = standing (fixture, "2026-05-05");
  bad = test_run ("payout-result", fixture->book, "1", path, "--date", "2026-04-29", NULL);
  test_run_expect (bad, 1);
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    test_contains (bad->err, says[i]);
  form = test_run ("payout-result", fixture->book, "1", path, "--form", "nobank", "--date",
                   "2026-04-29", NULL);
  test_run_expect (form, 1);
  test_contains (form->err, "take one of neutral, vn-mb");
  early = test_run ("payout-result", fixture->book, "1", path, "--date", "2026-04-27", NULL);
  test_run_expect (early, 1);
  test_contains (early->err, "cannot have answered before");
  after = standing (fixture, "2026-05-05");
  g_assert_cmpstr (before, ==, after);
  g_assert_null (strstr (after, ",bounced,"));
  g_assert_null (strstr (after, ",paid,"));
}

/* TV015 owes more than the share: there is no money to be drawn, ordered or signed for. */
static void
test_all_set_off (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *shown = NULL, *folder = g_build_filename (fixture->folder, "order", NULL);
  g_autofree char *order = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party\n"
               "PC26-900,2026-04-20,payment,Tạm ứng,141,1111,15000000,TV015\n");
  order = pay (fixture, "bank", "2026-04-28", "--net-debts", NULL);
  g_assert_null (strstr (order, "TV015"));
  test_contains (order, "TV014");
  shown = standing (fixture, "2026-04-28");
  test_contains (shown, "TV015,Phan Văn Tỏi,2025,10327000,10327000,305550,10021450,0,0,0,0,paid,");
  test_do ("verify", fixture->book, NULL);
}

static void
test_help (void)
{
  g_autofree char *help = test_done ("payout", "--help", NULL);
  const char      *place = strstr (help, "\n  -o ");

  g_assert_nonnull (place);
  g_assert_null (strstr (place + 1, "\n  -o "));
  test_contains (help, "-o DIR");
}

#define ADD(path, test) \
  g_test_add (path, TestCliFixture, NULL, test_cli_set_up_shares, test, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-payouts/debts-are-set-off-with-consent", test_set_off);
  ADD ("/cli-payouts/the-last-instalment-takes-the-rest", test_instalments);
  ADD ("/cli-payouts/earlier-years-count-for-the-minimum", test_earlier);
  ADD ("/cli-payouts/what-the-bank-returned-is-paid-without-tax", test_bounced);
  ADD ("/cli-payouts/what-nobody-collected-waits", test_unclaimed);
  ADD ("/cli-payouts/the-bank-answers", test_result);
  ADD ("/cli-payouts/an-answer-that-does-not-fit-changes-nothing", test_result_refused);
  ADD ("/cli-payouts/all-set-off-is-no-transfer", test_all_set_off);
  g_test_add_func ("/cli-payouts/help-lists-an-option-once", test_help);
  return g_test_run ();
}
