/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that banks send back: as they come, and broken. */
#include "exchange/bank-result.h"

#include "distribution/coop.h"
#include "exchange/bank-order-xlsx.h"
#include "exchange/error.h"
#include "exchange/parts.h"
#include "exchange/table-file.h"
#include "helpers/book.h"
#include "payouts/error.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARK "\xEF\xBB\xBF"
typedef struct
{
  SheafBook     *book;
  char          *folder;
  char          *path;
  SheafProblems *problems;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->book = coop_new ();
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "result.csv", NULL);
  fixture->problems = sheaf_problems_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_book_free (fixture->book);
  sheaf_problems_free (fixture->problems);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SheafBankResult *
read_bytes (Fixture    *fixture,
            const char *form_id,
            const char *bytes,
            gssize      length,
            GError    **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SheafBankResultForm) form = NULL;

  (void) g_file_set_contents (fixture->path, bytes, length, &cause);
  g_assert_no_error (cause);
  form = sheaf_bank_result_form_load (fixture->book, form_id, &cause);
  g_assert_no_error (cause);
  return sheaf_bank_result_read (fixture->book, form, fixture->path, fixture->problems, error);
}

static SheafBankResult *
read_text (Fixture    *fixture,
           const char *form,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  SheafBankResult *result = read_bytes (fixture, form, text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture->problems->items->len, ==, 0);
  return result;
}

static void
assert_answer (const SheafBankResult *result,
               guint                  place,
               const char            *text,
               const char            *account,
               gint64                 amount,
               gboolean               ok,
               const char            *reason)
{
  const SheafPayoutAnswer *answer = result->answers->pdata[place];

  g_assert_cmpstr (answer->reference, ==, text);
  g_assert_cmpstr (answer->account, ==, account);
  g_assert_cmpint (answer->amount.units, ==, amount);
  g_assert_cmpint (answer->ok, ==, ok);
  g_assert_cmpstr (answer->reason, ==, reason);
}

/* Above the headings a line with the number of the lot, below a sum; one row is not done yet. */
static void
test_mb (Fixture      *fixture,
         gconstpointer data)
{
  g_autoptr (SheafBankResult) result = NULL;

  (void) data;
  result = read_text (
      fixture, "vn-mb",
      MARK
      "Mã lô: 2026041000123,,,,,,,,\n"
      "STT,Số tài khoản,Tên người thụ hưởng,Ngân hàng thụ hưởng,Số tiền,Nội dung,Phí,Trạng thái,"
      "FT / Ghi chú\n"
      "1,0123456789,NGUYEN VAN B,Vietcombank,\"5,530,448\",CHIA THU NHAP HTX 2025 B,0,"
      "Thành công,FT26100123\n"
      "2,0011002200,TRAN THI C,Agribank,1.983.639 VND,CHIA THU NHAP HTX 2025 C,0,"
      "THAT BAI - sai số tài khoản,Tài khoản không tồn tại\n"
      "3,77,LE VAN L,Agribank,1003534,CHIA THU NHAP HTX 2025 L,0,Đang xử lý,\n"
      ",,Tổng cộng,,8517621,,,,\n");
  g_assert_cmpuint (result->answers->len, ==, 2);
  g_assert_cmpuint (result->waiting, ==, 1);
  assert_answer (result, 0, "CHIA THU NHAP HTX 2025 B", "0123456789", 5530448, TRUE, "FT26100123");
  assert_answer (result, 1, "CHIA THU NHAP HTX 2025 C", "0011002200", 1983639, FALSE,
                 "Tài khoản không tồn tại");
  g_assert_cmpuint (((SheafPayoutAnswer *) result->answers->pdata[1])->line, ==, 4);
}

static void
test_semicolons (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SheafBankResult) result = NULL;

  (void) data;
  result = read_text (fixture, "neutral",
                      "account_no;amount;description;status;reason\r\n"
                      "0123456789;5.530.448,00;HTX 2025 B, lần 1;Paid;\r\n");
  g_assert_cmpuint (result->answers->len, ==, 1);
  assert_answer (result, 0, "HTX 2025 B, lần 1", "0123456789", 5530448, TRUE, "");
}

/* Our own order with a column of states behind it, as CSV and as a workbook. */
static SheafBankOrder *
make_order (SheafBook                *book,
            const SheafBankOrderForm *form)
{
  const SheafPayoutSpec spec = { .year = 2025,
                                 .method = SHEAF_PAYOUT_BANK,
                                 .date = sheaf_date_new (2026, 4, 10),
                                 .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  SheafBankOrder *order;
  gint64          id = 0;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", 6000000, NULL);
  (void) sheaf_payout_make (book, &spec, problems, &id, &error);
  g_assert_no_error (error);
  batch = sheaf_payout_load (book, id, &error);
  g_assert_no_error (error);
  order = sheaf_bank_order_new (book, batch, form, problems, &error);
  g_assert_no_error (error);
  return order;
}

static const char *
cell_of (const SheafBankOrder *order,
         guint                 row,
         guint                 column)
{
  return ((SheafBankOrderRow *) order->rows->pdata[row])->cells->pdata[column];
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm) form =
      sheaf_bank_order_form_load (fixture->book, "neutral", &error);
  g_autoptr (SheafBankOrder) order = make_order (fixture->book, form);
  g_autoptr (SheafBankResult) result = NULL;
  g_autoptr (GBytes) sheet = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *csv = sheaf_bank_order_to_csv (order);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_autofree char *answered = g_strdup_printf (
      "%s,status,reason\n%s,refused,closed account\n%s,,\n", lines[0], lines[1], lines[2]);

  (void) data;
  result = read_text (fixture, "neutral", answered);
  g_assert_cmpuint (result->answers->len, ==, 1);
  assert_answer (result, 0, cell_of (order, 0, 11), cell_of (order, 0, 4), order->sum.units, FALSE,
                 "closed account");

  sheet = sheaf_bank_order_xlsx_make (order, sheaf_date_new (2026, 4, 10), &error);
  g_assert_no_error (error);
  rows = sheaf_xlsx_read (g_bytes_get_data (sheet, NULL), g_bytes_get_size (sheet), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < order->count; i++)
    for (guint k = 0; k < order->form->columns->len; k++)
      {
        const SheafTableRow *row = rows->pdata[i + 1];

        g_assert_cmpuint (row->line, ==, i + 2);
        g_assert_cmpstr (k < row->cells->len ? row->cells->pdata[k] : "", ==,
                         cell_of (order, i, k));
      }
}

/* As banks' programs write it: a prefix on every name, the first sheet not the first part, numbers
 * with exponents, texts in place, shared, and in pieces. */
static void
test_foreign_workbook (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const parts[] = {
    PARTS_WORKBOOK, "xl/worksheets/sheet1.xml", "<worksheet/>", "xl/sharedStrings.xml",
    "<sst><si><t>Số tài khoản</t></si><si><r><t>Số </t></r><r><t>tiền</t></r>"
    "<rPh><t>so tien</t></rPh></si></sst>",
    "xl/worksheets/other.xml",
    MARK "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><x:worksheet><x:sheetData>"
         "<x:row r='3'><x:c r='B3' t='s'><x:v>0</x:v></x:c><x:c r='C3' t='s'><x:v>1</x:v></x:c>"
         "<x:c r='E3' t='inlineStr'><x:is><x:t>Nội dung</x:t></x:is></x:c>"
         "<x:c r='F3' t='str'><x:v>Trạng thái</x:v></x:c></x:row>"
         "<x:row r='4'><x:c r='B4'><x:v>1.50020512E8</x:v></x:c><x:c r='C4'><x:v>1.5E7</x:v></x:c>"
         "<x:c r='E4' t='inlineStr'><x:is><x:t>HTX 2025 B</x:t></x:is></x:c>"
         "<x:c r='F4' t='str'><x:v>Thành công</x:v></x:c></x:row>"
         "</x:sheetData></x:worksheet>",
    NULL
  };
  g_autoptr (GBytes) bytes = parts_zip (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankResult) result = NULL;

  (void) data;
  result = read_bytes (fixture, "vn-mb", g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->answers->len, ==, 1);
  assert_answer (result, 0, "HTX 2025 B", "150020512", 15000000, TRUE, "");
  g_assert_cmpuint (((SheafPayoutAnswer *) result->answers->pdata[0])->line, ==, 4);
}

static void
test_formula_in_workbook (Fixture      *fixture,
                          gconstpointer data)
{
  static const char *const parts[] = {
    PARTS_WORKBOOK, "xl/worksheets/other.xml",
    "<worksheet><sheetData><row>"
    "<c t='str'><v>account_no</v></c><c t='str'><v>amount</v></c><c t='str'><v>description</v></c>"
    "<c t='str'><v>status</v></c></row>"
    "<row><c t='str'><v>01</v></c><c><f>SUM(B3:B4)</f><v>5000</v></c><c t='str'><v>T</v></c>"
    "<c t='str'><v>paid</v></c></row></sheetData></worksheet>",
    NULL
  };
  g_autoptr (GBytes) bytes = parts_zip (parts);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (read_bytes (fixture, "neutral", g_bytes_get_data (bytes, NULL),
                             (gssize) g_bytes_get_size (bytes), &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“=SUM(B3:B4)” is a formula"));
}

/* Each row has a fault of its own, and each is told with its line. */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const says[] = {
    "3: the transfer has no amount", "4: “12a” is no amount",
    "5: the transfer has no state", "6: the form does not know the state “perhaps”",
    "7: “=1+1” is a formula", "8: the row says the same transfer as row 2"
  };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (read_bytes (fixture, "neutral",
                             "account_no,amount,description,status\n"
                             "01,5000,A,paid\n02,,B,paid\n03,12a,C,paid\n04,5000,D,\n"
                             "05,5000,E,perhaps\n06,=1+1,F,paid\n01,5000,A,paid\n",
                             -1, &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpuint (fixture->problems->errors, ==, G_N_ELEMENTS (says));
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autofree char *text = sheaf_problem_to_text (fixture->problems->items->pdata[i]);

      g_assert_nonnull (strstr (text, says[i]));
      g_assert_true (g_str_has_prefix (text, "result.csv:"));
    }
}

static void
test_headings (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (read_bytes (fixture, "vn-mb", "STT,Số tài khoản,Amount due\n1,2,3\n", -1,
                             &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpuint (fixture->problems->errors, ==, 2); /* "Amount due" begins with Amount */
  g_assert_nonnull (strstr (error->message, "choose the form"));
}

/* What is no table of a result at all. */
static void
test_files (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    int         code;
    const char *says;
  } bad[] = {
    { "", 0, SHEAF_EXCHANGE_ERROR_REFUSED, "no column" },
    { "account_no,amount,description,status\n,,,\n", -1, SHEAF_EXCHANGE_ERROR_REFUSED,
      "no transfer" },
    { "\xD0\xCF\x11\xE0\xA1", -1, SHEAF_EXCHANGE_ERROR_FILE, "old kind" },
    { "<html><table>", -1, SHEAF_EXCHANGE_ERROR_FILE, "web page" },
    { "PK\x03\x04 half a workbook", -1, SHEAF_EXCHANGE_ERROR_FILE, "save it as CSV" },
    { "account_no,amount\n\"open,1\n", -1, SHEAF_EXCHANGE_ERROR_FILE, "line 2" },
    { "account_no,\xC3\x28\n", -1, SHEAF_EXCHANGE_ERROR_FILE, "UTF-8" },
    { "a\0b", 3, SHEAF_EXCHANGE_ERROR_FILE, "NUL" },
  };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafProblems) own = sheaf_problems_new ();
      SheafProblems *shared = fixture->problems;

      fixture->problems = own;
      g_assert_null (read_bytes (fixture, "neutral", bad[i].bytes, bad[i].length, &error));
      g_assert_error (error, SHEAF_EXCHANGE_ERROR, bad[i].code);
      g_assert_nonnull (strstr (error->message, bad[i].says));
      fixture->problems = shared;
    }
}

/* Of a form that says where the headings stand, a row above that looks like them is none. */
static void
test_form_row (Fixture      *fixture,
               gconstpointer data)
{
  static const char form_text[] = "[result]\ntitle=T\nsource=s\nrow=3\npaid=ok\nrefused=no\n"
                                  "[column account]\nheading=account\nneed=true\n"
                                  "[column amount]\nheading=amount\nneed=true\n"
                                  "[column text]\nheading=text\nneed=true\n"
                                  "[column state]\nheading=state\nneed=true\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankResultForm) form = sheaf_bank_result_form_parse (form_text, "test", &error);
  g_autoptr (SheafBankResult) result = NULL;

  (void) data;
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path,
                                      "account,amount,text,state\n01,5,OLD,ok\n"
                                      "state,text,amount,account\nok,NEW,7,02\n",
                                      -1, NULL));
  result = sheaf_bank_result_read (fixture->book, form, fixture->path, fixture->problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->answers->len, ==, 1);
  assert_answer (result, 0, "NEW", "02", 7, TRUE, "");
}

static void
test_unknown_form (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (sheaf_bank_result_form_load (fixture->book, "vn-none", &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM);
  g_assert_nonnull (strstr (error->message, "neutral, vn-mb"));
}

static void
test_broken_forms (void)
{
  static const char *const bad[] = {
    "[result]\ntitle=a\nsource=b\npaid=x\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\nrow=0\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\n[column odd]\nheading=h\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\n[column state]\nneed=true\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\n[column state]\nheading=s\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\n[column state]\nheading=s\nneed=true\n",
    "[result]\ntitle=a\nsource=b\npaid=x\nrefused=y\n[odd]\n",
    "no form",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sheaf_bank_result_form_parse (bad[i], "x", &error));
      g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FORM);
    }
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gint64      units; /* 0: none */
  } cases[] = {
    { "33386000", "VND", 33386000 },
    { "33.386.000", "VND", 33386000 },
    { "33,386,000", "VND", 33386000 },
    { "33 386 000", "VND", 33386000 },
    { "33.386.000,00", "VND", 33386000 },
    { "33,386,000.00 VND", "VND", 33386000 },
    { "33.386 đ", "VND", 33386 },
    { "500 ₫", "VND", 500 },
    { "1500000.0", "VND", 1500000 },
    { "007", "VND", 7 },
    { "33.386,50", "VND", 0 },
    { "3.38.600", "VND", 0 },
    { "0", "VND", 0 },
    { "", "VND", 0 },
    { "-5", "VND", 0 },
    { "12 USD", "VND", 0 },
    { "1.234,5", "EUR", 123450 },
    { "1,234.56 EUR", "EUR", 123456 },
    { "12", "EUR", 1200 },
    { "0.05", "EUR", 5 },
    { "1.2345", "EUR", 0 },
    { "99999999999999999999", "VND", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SheafMoney amount = SHEAF_MONEY_ZERO;
      gboolean   read = sheaf_bank_result_amount (cases[i].text, cases[i].currency, &amount);

      g_test_message ("%s %s", cases[i].text, cases[i].currency);
      g_assert_cmpint (read, ==, cases[i].units != 0);
      g_assert_cmpint (amount.units, ==, cases[i].units);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/bank-result/sheet-of-a-bank-is-read", test_mb);
  ADD ("/bank-result/semicolons-and-decimals", test_semicolons);
  ADD ("/bank-result/own-order-comes-back", test_round_trip);
  ADD ("/bank-result/workbook-of-another-program", test_foreign_workbook);
  ADD ("/bank-result/formula-in-a-workbook-is-refused", test_formula_in_workbook);
  ADD ("/bank-result/every-bad-row-is-told", test_rows);
  ADD ("/bank-result/missing-headings-are-told", test_headings);
  ADD ("/bank-result/what-is-no-table-is-refused", test_files);
  ADD ("/bank-result/a-form-may-name-the-row-of-its-headings", test_form_row);
  ADD ("/bank-result/unknown-form-names-those-there-are", test_unknown_form);
  g_test_add_func ("/bank-result/broken-forms-are-refused", test_broken_forms);
  g_test_add_func ("/bank-result/amounts-as-banks-write-them", test_amounts);
  return g_test_run ();
}
