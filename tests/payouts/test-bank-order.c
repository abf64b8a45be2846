/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of transfers in the forms of banks. */
#include "payouts/bank-order.h"

#include "book/setting.h"
#include "paying.h"

#include <string.h>

/* The share of B in the co-op of distribution/coop.c; worked in test-approval.c. Only B has an
 * account. */
#define SHARE_B "5331540" /* 5,530,448 less the tax of 5 % on the part by capital */

static SheafBook *
paid_coop (SheafPayoutMethod  method,
           SheafPayoutBatch **ret_batch)
{
  SheafBook            *book = paying_coop (6000000);
  const SheafPayoutSpec spec = paying_spec (method, 4, 10);

  *ret_batch = paying_list (book, &spec, NULL);
  return book;
}

/* What the form makes of the list, as CSV without the mark; warnings counted. */
static char *
fill (SheafBook              *book,
      const SheafPayoutBatch *batch,
      const char             *id,
      guint                  *ret_warnings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBankOrderForm) form = sheaf_bank_order_form_load (book, id, &error);
  g_autoptr (SheafBankOrder) order = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  order = sheaf_bank_order_new (book, batch, form, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (order->count, ==, 1);
  *ret_warnings = problems->warnings;
  text = sheaf_bank_order_to_csv (order);
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF"));
  return g_strdup (text + 3);
}

static void
test_neutral (void)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafBook) book = paid_coop (SHEAF_PAYOUT_BANK, &batch);
  guint            warnings;
  g_autofree char *text = fill (book, batch, "neutral", &warnings);

  g_assert_cmpstr (text, ==,
                   "seq,member_code,beneficiary_name,beneficiary_name_ascii,account_no,bank_bin,"
                   "bank_name,bank_branch,citad_code,amount,currency,description,reference,"
                   "id_number,phone\n"
                   "1,B,Nguyễn Văn B,NGUYEN VAN B,0123456789,970436,Vietcombank,,," SHARE_B
                   ",VND,CHIA THU NHAP HTX 2025 B,BN00001,,\n"
                   "1,,,,,,,,," SHARE_B ",,,,,\n");
  g_assert_cmpuint (warnings, ==, 0);
}

static void
test_forms_of_banks (void)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafBook) book = paid_coop (SHEAF_PAYOUT_BANK, &batch);
  guint            warnings;
  g_autofree char *mb = fill (book, batch, "vn-mb", &warnings);
  g_autofree char *onepay = fill (book, batch, "vn-mb-onepay", &warnings);
  g_autofree char *payroll = NULL;

  g_assert_cmpstr (mb, ==,
                   ",DANH SÁCH GIAO DỊCH (LIST OF TRANSACTIONS),,,,\n"
                   "STT (Ord. No.),Số tài khoản (Account No.),Tên người thụ hưởng (Beneficiary),"
                   "Ngân hàng thụ hưởng/Chi nhánh (Beneficiary Bank),Số tiền (Amount),"
                   "Nội dung chuyển khoản (Payment Detail)\n"
                   "1,0123456789,NGUYEN VAN B,Vietcombank," SHARE_B
                   ",CHIA THU NHAP HTX 2025 B\n");
  g_assert_nonnull (
      strstr (onepay, "\n1,0123456789,NGUYEN VAN B,Vietcombank,BFTVVNVX," SHARE_B ","));
  g_assert_cmpuint (warnings, ==, 0);
  payroll = fill (book, batch, "vn-payroll-mix", &warnings);
  g_assert_nonnull (strstr (payroll, "\nBN00001,," SHARE_B ",NGUYEN VAN B,0123456789,"));
  g_assert_cmpuint (warnings, ==, 2); /* the co-op's own account, the bank's eight digits */
}

static SheafBankOrder *
order_of (SheafBook              *book,
          const SheafPayoutBatch *batch,
          SheafBankOrderForm     *form,
          GError                **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  return sheaf_bank_order_new (book, batch, form, problems, error);
}

static void
test_pain (void)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafBook) book = paid_coop (SHEAF_PAYOUT_BANK, &batch);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 4, 10, 8, 30, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm) form = sheaf_bank_order_form_load (book, "iso-pain-001", &error);
  g_autoptr (SheafBankOrder) order = order_of (book, batch, form, &error);
  g_autofree char *xml = NULL;

  g_assert_no_error (error);
  g_assert_null (sheaf_bank_order_to_pain (book, batch, order, now, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK);
  g_clear_error (&error);
  g_assert_true (sheaf_setting_write (book, "bank-account", "DE89370400440532013000", &error));
  g_assert_true (sheaf_setting_write (book, "bank-bin", "970400", &error));
  xml = sheaf_bank_order_to_pain (book, batch, order, now, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (strstr (strstr (xml, i == 0 ? "<GrpHdr>" : "<PmtInf>"),
                              "<NbOfTxs>1</NbOfTxs><CtrlSum>" SHARE_B "</CtrlSum>"));
  g_assert_nonnull (strstr (xml, "<CreDtTm>2026-04-10T08:30:00</CreDtTm>"));
  g_assert_nonnull (strstr (xml, "<ReqdExctnDt>2026-04-10</ReqdExctnDt>"));
  g_assert_nonnull (strstr (xml, "<DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id>"));
  g_assert_nonnull (strstr (xml, "<DbtrAgt><FinInstnId><BIC>SBITVNVX</BIC>"));
  g_assert_nonnull (strstr (xml, "<InstdAmt Ccy=\"VND\">" SHARE_B "</InstdAmt>"));
  g_assert_nonnull (strstr (xml, "<CdtrAcct><Id><Othr><Id>0123456789</Id></Othr></Id>"));
  g_assert_nonnull (strstr (xml, "<Cdtr><Nm>Nguyen Van B</Nm></Cdtr>"));
}

static void
test_refusals (void)
{
  static const char *const broken[] = {
    "",
    "[order]\ntitle=x\nsource=x\ntype=sheet\n",
    "[order]\ntitle=x\nsource=x\ntype=table\n",
    "[order]\ntitle=x\nsource=x\ntype=table\nrow=0\n[column 1]\nheading=x\nvalue=seq\n",
    "[order]\ntitle=x\nsource=x\ntype=table\n[column 1]\nheading=x\nvalue=money\n",
    "[order]\ntitle=x\nsource=x\ntype=table\n[title 1]\nrow=1\ntext=x\n[column 1]\nvalue=seq\n",
    "[order]\ntitle=x\nsource=x\ntype=table\n[colum 1]\nheading=x\nvalue=seq\n",
  };
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafBook) book = paid_coop (SHEAF_PAYOUT_CASH, &batch);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm) form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_null (sheaf_bank_order_form_parse (broken[i], "x", &error));
      g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
    }
  g_assert_null (sheaf_bank_order_form_load (book, "../laws/vn-2023", &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM);
  g_assert_nonnull (strstr (error->message, "vn-payroll-mix"));
  g_clear_error (&error);
  form = sheaf_bank_order_form_load (book, "neutral", NULL);
  g_assert_null (order_of (book, batch, form, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK);
}

/* A bank cuts off what is too long: then the order does not say what it should. */
static void
test_long_text_is_refused (void)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafBook) book = paid_coop (SHEAF_PAYOUT_BANK, &batch);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm)
      form = sheaf_bank_order_form_parse ("[order]\ntitle=x\nsource=x\ntype=table\n[column "
                                          "1]\nheading=Account\nvalue=account\nmost=9\n",
                                          "x", &error);

  g_assert_no_error (error);
  g_assert_null (order_of (book, batch, form, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-order/neutral-form-has-a-control-line", test_neutral);
  g_test_add_func ("/bank-order/forms-of-banks-are-data", test_forms_of_banks);
  g_test_add_func ("/bank-order/pain-001-sums-and-names-accounts", test_pain);
  g_test_add_func ("/bank-order/what-cannot-be-read-or-paid-is-refused", test_refusals);
  g_test_add_func ("/bank-order/text-longer-than-the-bank-takes-is-refused",
                   test_long_text_is_refused);
  return g_test_run ();
}
