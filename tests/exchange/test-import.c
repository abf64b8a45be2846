/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What imports accept and what they make of it. */
#include "exchange/csv-import.h"
#include "capital/event.h"
#include "exchange/error.h"
#include "helpers/ledger.h"
#include "ledger/journal.h"
#include "ledger/party.h"
#include "members/member.h"

#include <string.h>

#define HEAD "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"

typedef struct
{
  char          *folder;
  SheafBook     *book;
  SheafProblems *problems;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = test_ledger_new ();
  fixture->problems = sheaf_problems_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_problems_free (fixture->problems);
  sheaf_book_free (fixture->book);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
import (Fixture                  *fixture,
        const char               *kind,
        const char               *text,
        const SheafImportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  done = sheaf_import_file (fixture->book, kind, path, options, fixture->problems, NULL, &error);
  if (done)
    g_assert_no_error (error);
  else
    g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  return done;
}

static void
expect_done (Fixture    *fixture,
             const char *kind,
             const char *text)
{
  gboolean done = import (fixture, kind, text, NULL);

  for (guint i = 0; i < fixture->problems->items->len; i++)
    {
      g_autofree char *line = sheaf_problem_to_text (
          g_ptr_array_index (fixture->problems->items, i));

      g_test_message ("%s", line);
    }
  g_assert_true (done);
}

/* The column and line of the problem at a position. */
static void
expect_problem (const Fixture *fixture,
                guint          position,
                guint          line,
                const char    *column)
{
  const SheafProblem *problem;

  g_assert_cmpuint (fixture->problems->items->len, >, position);
  problem = g_ptr_array_index (fixture->problems->items, position);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->column, ==, column);
}

static void
test_any_order (Fixture      *fixture,
                gconstpointer data)
{
  (void) data;
  expect_done (fixture, "vouchers",
               "\xef\xbb\xbf"
               "amount,credit,debit,description,kind,date,number\r\n"
               "5000,1111,642,\"Văn phòng phẩm, bút\",payment,2025-01-05,PC1\r\n"
               "\r\n"
               "7000,1111,642,\"hai\ndòng\",payment,2025-01-05,PC2");
  g_assert_cmpint (test_balance (fixture->book, "642", "2025-01-31"), ==, 12000);
}

static void
test_compound (Fixture      *fixture,
               gconstpointer data)
{
  (void) data;
  expect_done (fixture, "vouchers",
               HEAD "PK1,2025-01-05,journal,Bán hàng,131,5111,1000,KH1,\n"
                    "PK1,2025-01-05,journal,Giá vốn,6111,156,600,,\n"
                    "PK1,2025-01-05,receipt,Số trùng của loại khác,1111,5111,9,,\n");
  g_assert_cmpint (sheaf_voucher_find (fixture->book, SHEAF_VOUCHER_JOURNAL, 2025, "PK1"), >, 0);
  g_assert_cmpint (sheaf_voucher_find (fixture->book, SHEAF_VOUCHER_RECEIPT, 2025, "PK1"), >, 0);
  g_assert_cmpint (test_balance (fixture->book, "131", "2025-01-31"), ==, 1000);
}

static void
test_reversal (Fixture      *fixture,
               gconstpointer data)
{
  (void) data;
  expect_done (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,reverses\n"
               "PC1,2025-01-05,payment,Nhầm,642,1111,1000,\n"
               "PC2,2025-02-05,payment,Ghi số âm,642,1111,-1000,PC1\n"
               "PC3,2025-02-05,payment,Đúng,642,1111,900,\n");
  g_assert_cmpint (test_balance (fixture->book, "642", "2025-12-31"), ==, 900);
  g_assert_false (import (fixture, "vouchers",
                          "number,date,kind,description,debit,credit,amount,reverses\n"
                          "PC4,2025-02-05,payment,Lần hai,642,1111,-1000,payment/PC1\n",
                          NULL));
}

static void
test_off_balance (Fixture      *fixture,
                  gconstpointer data)
{
  (void) data;
  expect_done (fixture, "vouchers", HEAD "PK1,2025-01-05,journal,Thuê kho,001,,1000,,\n");
  expect_done (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,reverses\n"
               "PK9,2025-01-06,journal,Ghi số âm,001,,-1000,PK1\n");
  g_assert_cmpint (test_balance (fixture->book, "001", "2025-12-31"), ==, 0);
  g_assert_false (
      import (fixture, "vouchers", HEAD "PK2,2025-01-05,journal,x,642,,1000,,\n", NULL));
  expect_problem (fixture, 0, 2, "credit");
}

/* Past a certain number of vouchers totals are refilled at the end: they must be the same. */
static void
test_bulk (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  (void) data;
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "PK%u,2025-%02u-05,journal,x,131,5111,%u,KH1,\n", i, i % 12 + 1,
                            i + 1);
  expect_done (fixture, "vouchers", text->str);
  g_assert_cmpint (test_balance (fixture->book, "131", "2025-12-31"), ==, 2500 * 2501 / 2);
  test_verify (fixture->book);
}

static void
test_refusal_leaves_nothing (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  (void) data;
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "PK%u,2025-01-05,journal,x,642,1111,%u,,\n", i, i + 1);
  g_string_append (text, "PK9999,2025-01-05,journal,x,642,1111,x,,\n");
  g_assert_false (import (fixture, "vouchers", text->str, NULL));
  g_assert_cmpuint (fixture->problems->errors, ==, 1);
  g_assert_cmpint (test_balance (fixture->book, "642", "2025-12-31"), ==, 0);
  g_assert_cmpint (sheaf_voucher_find (fixture->book, SHEAF_VOUCHER_JOURNAL, 2025, "PK7"), ==, 0);
  test_verify (fixture->book);
}

static void
test_detail_account (Fixture      *fixture,
                     gconstpointer data)
{
  const SheafAccount *account;

  (void) data;
  expect_done (fixture, "accounts", "code,name\n11211,Agribank\n1111,Tiền Việt Nam\n");
  account = sheaf_chart_by_code (sheaf_chart_get (fixture->book, NULL), "11211");
  g_assert_nonnull (account);
  g_assert_cmpint (account->type, ==, SHEAF_ACCOUNT_ASSET);
  expect_done (fixture, "vouchers", HEAD "BC1,2025-01-05,bank-in,x,11211,1111,1000,,\n");
}

static void
test_opening (Fixture      *fixture,
              gconstpointer data)
{
  (void) data;
  expect_done (fixture, "opening",
               "account,debit,credit,party,document\n"
               "1111,1500,,,\n"
               "131,500,,KH1,HĐ 1\n"
               "4111,,2000,TV1,\n"
               "001,70,,,\n");
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-01-01"), ==, -2000);
  test_verify (fixture->book);
}

#define MEMBERS "code,name,kind,joined,left,agreement\n"

static void
test_member_twice (Fixture      *fixture,
                   gconstpointer data)
{
  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  g_assert_false (import (fixture, "members", MEMBERS "TV8,Tám,official,2020-01-01,,yes\n"
                                                      "TV8,Tám,official,2021-01-01,,yes\n",
                          NULL));
  expect_problem (fixture, 0, 3, "code");
  g_assert_cmpint (sheaf_member_find (fixture->book, "TV8"), ==, 0);
  g_assert_false (import (fixture, "membership", "date,member,event,value\n"
                                                 "2024-01-01,TV7,join,official\n",
                          NULL));
  expect_problem (fixture, 1, 2, "event");
}

/* What the rows say together is told with what each says wrongly, and nothing twice. */
static void
test_lists_are_judged_with_broken_rows (Fixture      *fixture,
                                        gconstpointer data)
{
  const GPtrArray *problems = fixture->problems->items;

  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n"
                                           "TV8,Tám,official,2020-01-01,,yes\n");
  g_assert_false (import (fixture, "members", MEMBERS "TV9,Chín,official,2020-01-01,,yes\n"
                                                      "TV9,Mười,official,2021-02-30,,yes\n",
                          NULL));
  g_assert_cmpuint (problems->len, ==, 2);
  expect_problem (fixture, 0, 3, "joined");
  expect_problem (fixture, 1, 3, "code");
  /* TV8's second row may be what its third rests upon: only TV7 is judged. */
  g_assert_false (import (fixture, "capital", "date,member,event,amount\n"
                                              "2025-02-01,TV7,pay,600\n"
                                              "2025-02-01,TV8,commit,xx\n"
                                              "2025-02-01,TV8,pay,600\n",
                          NULL));
  g_assert_cmpuint (problems->len, ==, 4);
  expect_problem (fixture, 2, 3, "amount");
  expect_problem (fixture, 3, 2, "amount");
  g_assert_false (import (fixture, "membership", "date,member,event,value\n"
                                                 "2024-01-01,TV7,join,official\n"
                                                 "2024-01-01,TV8,gone,\n",
                          NULL));
  g_assert_cmpuint (problems->len, ==, 6);
  expect_problem (fixture, 4, 3, "event");
  expect_problem (fixture, 5, 2, "event");
}

/* Limits are judged after the whole file: a payment may stand before its commitment's raise. */
static void
test_capital (Fixture      *fixture,
              gconstpointer data)
{
  const SheafImportOptions no_post = { .no_post = TRUE };

  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  expect_done (fixture, "capital", "date,member,event,amount,form\n"
                                   "2025-02-01,TV7,commit,1000,\n"
                                   "2025-02-01,TV7,pay,600,bank\n");
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-12-31"), ==, -600);
  g_assert_cmpint (test_balance (fixture->book, "1121", "2025-12-31"), ==, 600);
  g_assert_true (import (fixture, "capital", "date,member,event,amount\n2025-03-01,TV7,pay,100\n",
                         &no_post));
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-12-31"), ==, -600);
  g_assert_false (import (fixture, "capital", "date,member,event,amount\n2025-03-01,TV7,pay,400\n",
                          NULL));
}

/* An event whose entry is in the books already names it, and is taken back with it. */
static void
test_capital_names_its_voucher (Fixture      *fixture,
                                gconstpointer data)
{
  const char       *head = "date,member,event,amount,voucher_kind,voucher,year\n"
                           "2025-02-01,TV7,commit,1000,,,\n";
  const char *const wrong[] = {
    "2025-02-02,TV7,pay,600,receipt,A1,2025\n", /* the day */
    "2025-02-01,TV7,pay,599,receipt,A1,2025\n", /* the amount */
    "2025-02-01,TV7,pay,600,receipt,A2,2025\n", /* there is none */
    "2025-02-01,TV7,pay,600,,A1,2025\n",        /* half a name */
    "2025-02-01,TV7,commit,600,receipt,A1,2025\n",
    "2025-02-01,TV7,pay,600,receipt,A1,2025\n2025-02-01,TV7,pay,600,receipt,A1,2025\n",
  };
  const SheafImportOptions no_post = { .no_post = TRUE };
  g_autofree char         *right =
      g_strconcat (head, "2025-02-01,TV7,pay,600,receipt,A1,2025\n", NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCapitalEvent *pay;

  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  expect_done (fixture, "vouchers", "number,date,kind,description,debit,credit,amount,"
                                    "credit_party\n"
                                    "A1,2025-02-01,receipt,Thu,1111,4111,600,TV7\n");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strconcat (head, wrong[i], NULL);

      sheaf_problems_free (fixture->problems);
      fixture->problems = sheaf_problems_new ();
      g_assert_false (import (fixture, "capital", text, &no_post));
      g_assert_cmpuint (fixture->problems->errors, ==, 1);
    }
  sheaf_problems_free (fixture->problems);
  fixture->problems = sheaf_problems_new ();
  g_assert_true (import (fixture, "capital", right, &no_post));
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-12-31"), ==, -600);
  events = sheaf_capital_list (fixture->book, 0, NULL);
  pay = g_ptr_array_index (events, 1);
  g_assert_true (sheaf_capital_reverse (fixture->book, pay->id, pay->date, "Sai", &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-12-31"), ==, 0);
}

/* Rows to be done give day and member only; papers that are there all they say. */
static void
test_certificates (Fixture      *fixture,
                   gconstpointer data)
{
  const GPtrArray *problems = fixture->problems->items;

  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  expect_done (fixture, "capital", "date,member,event,amount\n"
                                   "2025-02-01,TV7,commit,600\n"
                                   "2025-02-01,TV7,pay,600\n");
  expect_done (fixture, "certificates",
               "date,member,event,number,reason,amount,charter,coop\n"
               "2025-01-01,TV7,issue,A 1,,500,5000,HTX Cũ\n"
               "2025-02-01,TV7,exchange,,,,,\n");
  expect_problem (fixture, problems->len - 2, 2, "member"); /* nothing was paid in then */
  g_assert_false (
      import (fixture, "certificates", "date,member,event\n2025-03-01,TV7,issue\n", NULL));
  expect_problem (fixture, problems->len - 1, 2, "event");
  g_assert_false (
      import (fixture, "certificates", "date,member,event\n2025-03-01,TV7,lend\n", NULL));
  expect_problem (fixture, problems->len - 1, 2, "event");
}

/* A file cannot take an event of capital back: its voucher alone would leave the register as it
 * was. */
static void
test_reversal_of_capital_is_refused (Fixture      *fixture,
                                     gconstpointer data)
{
  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  expect_done (fixture, "capital", "date,member,event,amount,form\n"
                                   "2025-02-01,TV7,commit,1000,\n"
                                   "2025-02-01,TV7,pay,600,cash\n");
  g_assert_false (import (fixture, "vouchers",
                          "number,date,kind,description,debit,credit,amount,debit_party,"
                          "credit_party,reverses\n"
                          "X1,2025-03-01,receipt,Sai,1111,4111,-600,,TV7,receipt/PT00001\n",
                          NULL));
  expect_problem (fixture, fixture->problems->items->len - 1, 2, "reverses");
  g_assert_cmpint (test_balance (fixture->book, "4111", "2025-12-31"), ==, -600);
}

static void
test_trade (Fixture      *fixture,
            gconstpointer data)
{
  (void) data;
  expect_done (fixture, "members", MEMBERS "TV7,Bảy,official,2020-01-01,,yes\n");
  expect_done (fixture, "products",
               "code,name,unit,kind,price,stock_account\nLA,Lá,kg,produce,1800,156\n");
  expect_done (fixture, "deliveries", "date,member,product,quantity,price\n"
                                      "2025-03-01,TV7,LA,10.333,1750\n");
  g_assert_cmpint (test_balance (fixture->book, "156", "2025-12-31"), ==, 18083); /* 18082.75 */
  g_assert_false (import (fixture, "deliveries", "date,member,product,quantity,price\n"
                                                 "2025-03-01,TV7,QUA,1.5,1750\n"
                                                 "2025-03-01,TV9,LA,1.5555,1750\n",
                          NULL));
  expect_problem (fixture, 0, 2, "product");
  expect_problem (fixture, 1, 3, "member");
  expect_problem (fixture, 2, 3, "quantity");
}

static void
test_labour (Fixture      *fixture,
             gconstpointer data)
{
  (void) data;
  expect_done (fixture, "labour", "date,worker,days,rate,work\n2025-03-31,NCC1,2.5,220000,Hái\n");
  g_assert_cmpint (test_balance (fixture->book, "154", "2025-12-31"), ==, 550000);
  g_assert_false (import (fixture, "labour", "date,member,worker,amount\n2025-03-31,,,5\n", NULL));
  expect_problem (fixture, 0, 2, "member");
}

#define INVOICES "voucher_kind,voucher,direction,number,date,tax_code,base,rate,vat\n"

static void
test_invoices (Fixture      *fixture,
               gconstpointer data)
{
  (void) data;
  expect_done (fixture, "vouchers", HEAD "PK1,2025-01-05,journal,x,642,331,1080,,NCC1\n");
  expect_done (fixture, "invoices",
               INVOICES "journal,PK1,in,0007,2024-12-30,0100,1000,8,80\n"
                        "journal,PK1,in,0008,2025-01-05,0100,1000,not-taxable,\n"
                        "journal,PK1,out,0007,2024-12-30,0100,1000,8,\n");
  g_assert_cmpuint (fixture->problems->warnings, ==, 0);
  expect_done (fixture, "invoices", INVOICES "journal,PK1,in,0009,2025-01-05,0100,1000,8,81\n");
  g_assert_cmpuint (fixture->problems->warnings, ==, 1);
  g_assert_false (import (fixture, "invoices",
                          INVOICES "journal,PK1,in,0007,2024-12-31,0100,1000,8,80\n"
                                   "journal,PK9,in,0010,2025-01-05,0100,1000,8,80\n"
                                   "journal,PK1,in,0011,2025-01-05,0100,1000,not-taxable,80\n"
                                   "journal,PK1,in,0012,2025-01-05,0100,1000,7,80\n",
                          NULL));
  expect_problem (fixture, 1, 2, "number");
  expect_problem (fixture, 2, 3, "voucher");
  expect_problem (fixture, 3, 4, "vat");
  expect_problem (fixture, 4, 5, "rate");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/import/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("columns-in-any-order-with-mark-and-crlf", test_any_order);
  ADD ("rows-of-one-number-are-one-voucher", test_compound);
  ADD ("negative-only-as-a-reversal", test_reversal);
  ADD ("off-balance-is-single-sided", test_off_balance);
  ADD ("many-vouchers-keep-totals-right", test_bulk);
  ADD ("refusal-leaves-nothing", test_refusal_leaves_nothing);
  ADD ("detail-account-takes-after-its-parent", test_detail_account);
  ADD ("opening-balances", test_opening);
  ADD ("member-joined-twice-is-refused", test_member_twice);
  ADD ("lists-are-judged-with-broken-rows", test_lists_are_judged_with_broken_rows);
  ADD ("capital-posts-unless-told-not-to", test_capital);
  ADD ("certificates-of-before-and-of-now", test_certificates);
  ADD ("capital-names-its-voucher", test_capital_names_its_voucher);
  ADD ("reversal-of-capital-is-refused", test_reversal_of_capital_is_refused);
  ADD ("deliveries-by-quantity-and-price", test_trade);
  ADD ("labour-by-days-and-rate", test_labour);
  ADD ("invoices-hang-on-vouchers", test_invoices);
  return g_test_run ();
}
