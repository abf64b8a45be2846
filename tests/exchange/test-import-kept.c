/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside vouchers comes in by rules of its own: each is shown a file against it. */
#include "exchange/csv-import.h"
#include "exchange/error.h"
#include "helpers/ledger.h"
#include "ledger/item.h"
#include "ledger/own-template.h"
#include "ledger/party.h"

#include <string.h>

/* A book with a payment PC00001 of 100 for costs and a receipt at the bank, BC00001. */
static SheafBook *
kept_book (void)
{
  SheafBook *book = test_ledger_new ();
  g_autoptr (SheafVoucher) payment =
      sheaf_voucher_new (SHEAF_VOUCHER_PAYMENT, test_day ("2025-03-31"), "Chi phí");
  g_autoptr (SheafVoucher) receipt =
      sheaf_voucher_new (SHEAF_VOUCHER_BANK_IN, test_day ("2025-03-31"), "Thu nợ");
  g_autoptr (GError) error = NULL;
  gint64 item;

  payment->number = g_strdup ("PC1");
  receipt->number = g_strdup ("BC1");
  (void) sheaf_voucher_add_row (payment, test_account (book, "642"), test_account (book, "1111"),
                                SHEAF_MONEY (100));
  sheaf_voucher_add_row (receipt, test_account (book, "1121"), test_account (book, "131"),
                         SHEAF_MONEY (100))
      ->credit_party_id = sheaf_party_find (book, "KH1");
  g_assert_true (sheaf_voucher_post (book, payment, NULL, &error));
  g_assert_true (sheaf_voucher_post (book, receipt, NULL, &error));
  g_assert_true (sheaf_item_ensure (book, "HD1", &item, &error));
  g_assert_no_error (error);
  return book;
}

static char *
import (SheafBook  *book,
        const char *folder,
        const char *kind,
        const char *text)
{
  g_autofree char *path = g_build_filename (folder, "file.csv", NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  if (sheaf_import_file (book, kind, path, NULL, problems, NULL, &error))
    return g_strdup ("");
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpuint (problems->items->len, >=, 1);
  return sheaf_problem_to_text (problems->items->pdata[0]);
}

#define RECEIPT "bank-in,BC1,2025"
#define PAYMENT "payment,PC1,2025"
#define TICK "account,item,currency,date,voucher_kind,voucher,year,row,side\n1121,,,2025-03-31,"
#define LOCK "until,reason\n2025-03-31,\n"

static const struct
{
  const char *kind, *text;
  const char *said; /* in the problem; NULL: the file is taken */
} files[] = {
  { "settings", "key,value\ndirector,Lụa\ndirector,Lụa\n", NULL },
  { "settings", "key,value\nattachment-limit,0\n", ":2: value: " },
  { "settings", "key,value\nmoon,full\n", "there is no setting" },
  { "settings", "key,value\nratio-moon,1\n", "no wish can be set" },
  { "locks", LOCK, NULL },
  { "locks", LOCK "2025-02-28,\n", ":3: until: everything up to that day is locked" },
  { "locks", LOCK "2025-04-30,Sót\n", ":3: until: nothing after that day" },
  { "locks", "until,reason\n,\n", "a lock lacks its day" },
  { "former-parties", "code,name,kind\nKH1,Tên cũ,customer\nKH1,Tên cũ nữa,other\n", NULL },
  { "former-parties", "code,name,kind\nKH1,KH1,customer\n", "is what KH1 is called now" },
  { "former-parties", "code,name,kind\nKH1,Tên cũ,member\n", "is no member" },
  { "former-parties", "code,name,kind\nKH7,Tên cũ,customer\n", ":2: code: nobody has the code" },
  { "former-items", "code,name,kind\nHD1,Tên cũ,contract\n", "nothing is said of item HD1 now" },
  { "former-items", "code,name,kind\nHD7,Tên cũ,contract\n", "there is no item HD7" },
  { "templates", "template,debit,credit,amount\nThuê,642,1111,=2*3\nThuê,642,1111,\n", NULL },
  { "templates", "template,debit,credit\nA,642,1111\nB,642,1111\nA,642,1111\n", ":4: template: " },
  { "templates", "template,kind,debit\nA,payment,642\nA,journal,642\n", ":3: kind: " },
  { "recurrences", "template,months,first\nKho,0,2025-01-31\n", "no whole number from 1 on" },
  { "recurrences", "template,months,first\nKho,1,2025-01-31\n", "there is no template" },
  { "recurrence-days", "template,due,reason\nKho,2025-01-31,Nghỉ\n", "does not come again" },
  { "recurrence-days", "template,due,reason\nKho,2025-01-31,\n", "give a voucher or a reason" },
  { "tax-marks", "voucher_kind,voucher,year,row,mark,reason\n" PAYMENT ",1,not-deductible,Quà\n",
    NULL },
  { "tax-marks", "voucher_kind,voucher,year,mark,reason\n" PAYMENT ",moon,Quà\n", "no tax mark" },
  { "tax-marks", "voucher_kind,voucher,year,mark,reason\n" RECEIPT ",not-deductible,Quà\n",
    ":2: row: " },
  { "tax-marks", "voucher_kind,voucher,year,mark,reason\npayment,PC9,2025,exempt,Quà\n",
    "there is no voucher PC9" },
  { "revaluations", "voucher_kind,voucher,year,date\n" PAYMENT ",2025-03-31\n", NULL },
  { "revaluations", "voucher_kind,voucher,year,date\n" PAYMENT ",2025-03-30\n", "of another day" },
  { "revaluations",
    "voucher_kind,voucher,year,date\n" PAYMENT ",2025-03-31\n" PAYMENT ",2025-03-31\n",
    "was posted for is told already" },
  { "tax-entries", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",quarter-1,-100\n", NULL },
  { "tax-entries", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",quarter-1,99\n",
    "come to another amount" },
  { "tax-entries", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",quarter-1,0\n",
    "was posted for an amount" },
  { "tax-entries", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",month-1,100\n",
    "take year or quarter-1" },
  { "tax-entries",
    "voucher_kind,voucher,year,part,amount\n" PAYMENT ",year,100\n" RECEIPT ",year,100\n",
    "entered already: leave voucher BC1 out" },
  { "vat-shares", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",month-3,100\n", NULL },
  { "vat-shares", "voucher_kind,voucher,year,part,amount\n" PAYMENT ",month-13,100\n",
    "no part of a year" },
  { "reconciliations", "account,date,balance\n1121,2025-03-31,-100\n", NULL },
  { "reconciliations", "account,date,balance\n642,2025-03-31,100\n", "keeps no money" },
  { "reconciliation-ticks", TICK RECEIPT ",1,debit\n", "there is no reconciliation" },
  { "reconciliation-ends", "account,date,finished\n1121,2025-03-31,yes\n",
    "there is no reconciliation" },
  { "counts", "number,kind,date,account,name,booked_amount\nA1,cash,2025-03-31,1111,,-100\n",
    NULL },
  { "counts", "number,kind,date,account\nA1,cash,2025-03-31,1111\nA2,cash,2025-03-31,1111\n"
              "A1,cash,2025-03-31,1111\n",
    ":4: number: there is a count A1 already" },
  { "counts", "number,kind,date,account\nA1,cash,2025-03-31,642\n", ":2: account: " },
  { "counts",
    "number,kind,date,account,name,counted_quantity,poor,spoilt\n"
    "A1,stock,2025-03-31,156,P1,3,2,2\n",
    "more is poor or spoilt" },
  { "confirmations", "account,party,date,booked\n131,KH1,2025-03-31,-100\n", NULL },
  { "confirmations",
    "account,party,date,booked\n131,KH1,2025-03-31,-100\n131,KH1,2025-03-31,-100\n",
    ":3: party: this party was asked" },
  { "confirmations", "account,party,date,booked,confirmed\n131,KH1,2025-03-31,1,2\n",
    "an answer has a figure and a day" },
  { "confirmations", "account,party,date,booked\n642,KH1,2025-03-31,1\n", ":2: party: " },
  { "differences", "voucher_kind,voucher,year,count\n" PAYMENT ",KK9\n", "there is no count KK9" },
  { "differences", "voucher_kind,voucher,year,count\n" PAYMENT ",\n", "of a count or of a" },
  { "differences",
    "voucher_kind,voucher,year,account,party,date\n" PAYMENT ",131,KH1,2025-03-31\n",
    "nobody was asked" },
};

static void
test_each (void)
{
  g_autofree char *folder = test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SheafBook) book = kept_book ();
      g_autofree char *said = import (book, folder, files[i].kind, files[i].text);

      g_test_message ("%s: %s", files[i].kind, said);
      if (files[i].said == NULL)
        g_assert_cmpstr (said, ==, "");
      else
        g_assert_nonnull (strstr (said, files[i].said));
    }
  test_folder_remove (folder);
}

/* Templates that are there and ticks of a reconciliation that is. */
static void
test_second_files (void)
{
  static const struct
  {
    const char *first_kind, *first, *kind, *text, *said;
  } pairs[] = {
    { "templates", "template,debit,credit\nKho,642,1111\n", "templates",
      "template,debit,credit\nKho,642,1111\n", "there is a template “Kho” already" },
    { "reconciliations", "account,date,balance\n1121,2025-03-31,100\n", "reconciliation-ticks",
      TICK RECEIPT ",1,debit\n", "" },
    { "reconciliations", "account,date,balance\n1121,2025-03-31,100\n", "reconciliation-ticks",
      TICK RECEIPT ",2,debit\n", "has no row 2" },
    { "reconciliations", "account,date,balance\n1121,2025-03-31,100\n", "reconciliation-ticks",
      TICK RECEIPT ",1,credit\n", "is not of this bank account" },
    { "reconciliations", "account,date,balance\n1121,2025-03-31,100\n", "reconciliation-ends",
      "account,date,finished\n1121,2025-03-31,yes\n", "differ from the statement by 100" },
    { "reconciliations", "account,date,balance\n1121,2025-03-31,100\n", "reconciliation-ends",
      "account,date,finished\n1121,2025-03-31,no\n", "nothing says why" },
  };
  g_autofree char *folder = test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (SheafBook) book = kept_book ();
      g_autofree char *before = import (book, folder, pairs[i].first_kind, pairs[i].first);
      g_autofree char *said = import (book, folder, pairs[i].kind, pairs[i].text);

      g_assert_cmpstr (before, ==, "");
      g_test_message ("%s: %s", pairs[i].kind, said);
      g_assert_true (*pairs[i].said == '\0' ? *said == '\0'
                                            : strstr (said, pairs[i].said) != NULL);
    }
  test_folder_remove (folder);
}

/* However often a row's currency is read: for both sides, and for units outside the balance. */
static void
test_currency_is_told_once (void)
{
  static const char *const texts[] = {
    "number,date,kind,description,debit,credit,amount,currency,debit_foreign,credit_foreign\n"
    "1,2025-05-05,journal,a,1122,1112,100,XQZ,1,1\n",
    "number,date,kind,description,debit,credit,amount,currency\n"
    "1,2025-05-05,journal,a,1122,1112,100,XQZ\n",
  };
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "file.csv", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SheafBook) book = kept_book ();
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (GError) error = NULL;
      guint told = 0;

      g_assert_true (g_file_set_contents (path, texts[i], -1, &error));
      g_assert_false (sheaf_import_file (book, "vouchers", path, NULL, problems, NULL, &error));
      for (guint j = 0; j < problems->items->len; j++)
        told += strstr (((SheafProblem *) problems->items->pdata[j])->text, "XQZ") != NULL;
      g_assert_cmpuint (told, ==, 1);
    }
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/what-stands-beside-vouchers-is-judged", test_each);
  g_test_add_func ("/import/what-is-there-already-is-judged-too", test_second_files);
  g_test_add_func ("/import/unknown-currency-is-told-once", test_currency_is_told_once);
  return g_test_run ();
}
