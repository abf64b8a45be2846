/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers of single vouchers: the form is that of the kind, and its figures are the voucher's. */
#include "documents/voucher-paper.h"

#include "base/file.h"
#include "helpers/ledger.h"
#include "ledger/error.h"
#include "reader.h"

#include <string.h>

static gint64
post (SheafBook       *book,
      SheafVoucherKind kind,
      const char      *number,
      const char      *debit,
      const char      *credit,
      gint64           amount)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-05", debit, credit, amount, "KH1",
                                                   "KH1");
  SheafVoucherRow *row = voucher->rows->pdata[0];
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  voucher->kind = kind;
  voucher->number = g_strdup (number);
  row->document = g_strdup ("HĐ 0000123");
  row->quantity = SHEAF_QUANTITY (2500);
  (void) sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* The paper's words; NULL when no reader is installed. */
static char *
read_paper (SheafBook *book,
            gint64     id)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sheaf_voucher_paper_make (book, id, &error);
  char *text;

  g_assert_no_error (error);
  (void) sheaf_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_forms (void)
{
  static const struct
  {
    SheafVoucherKind kind;
    const char      *debit;
    const char      *credit;
    const char      *parts[6];
  } cases[] = {
    { SHEAF_VOUCHER_RECEIPT,
      "1111",
      "131",
      { "Mẫu số 01 - TT", "PHIẾU THU", "người nộp tiền: KH1", "Nợ: 1111", "Có: 131",
        "Một triệu hai trăm nghìn đồng" } },
    { SHEAF_VOUCHER_PAYMENT,
      "131",
      "1111",
      { "Mẫu số 02 - TT", "PHIẾU CHI", "người nhận tiền: KH1", "1.200.000", "HĐ 0000123",
        "Có: 1111" } },
    { SHEAF_VOUCHER_STOCK_IN,
      "152",
      "131",
      { "Mẫu số 01 - VT", "PHIẾU NHẬP KHO", "2,5", "480.000", "1.200.000", "Nợ 152" } },
    { SHEAF_VOUCHER_STOCK_OUT,
      "154",
      "152",
      { "Mẫu số 02 - VT", "PHIẾU XUẤT KHO", "2,5", "480.000", "1.200.000", "Có 152" } },
    { SHEAF_VOUCHER_BANK_IN,
      "1121",
      "131",
      { "GIẤY BÁO CÓ", "1121", "131", "KH1", "1.200.000", "HĐ 0000123" } },
    { SHEAF_VOUCHER_JOURNAL,
      "642",
      "131",
      { "PHIẾU KẾ TOÁN", "642", "131", "KH1", "1.200.000", "KẾ TOÁN TRƯỞNG" } },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64           id = post (book, cases[i].kind, "X1", cases[i].debit, cases[i].credit,
                                  1200000);
      g_autofree char *text = read_paper (book, id);

      for (guint k = 0; text != NULL && k < G_N_ELEMENTS (cases[i].parts); k++)
        assert_has (text, cases[i].parts[k]);
    }
}

/* No cash moves when a receipt is reversed, so it gets no second receipt. */
static void
test_reversal (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = post (book, SHEAF_VOUCHER_RECEIPT, "PT1", "1111", "131", 1200000), reversal = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  (void) sheaf_voucher_reverse (book, id, test_day ("2025-03-06"), "Thu nhầm", &reversal, &error);
  g_assert_no_error (error);
  text = read_paper (book, reversal);
  if (text == NULL)
    return;
  assert_has (text, "PHIẾU KẾ TOÁN");
  assert_has (text, "Ghi số âm chứng từ số PT1: Thu nhầm");
  assert_has (text, "(1.200.000)");
  g_assert_null (strstr (text, "PHIẾU THU"));
}

static void
test_unknown (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_voucher_paper_make (book, 99, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voucher-paper/the-form-is-that-of-the-kind", test_forms);
  g_test_add_func ("/voucher-paper/a-reversal-is-a-plain-slip", test_reversal);
  g_test_add_func ("/voucher-paper/an-unknown-voucher-is-refused", test_unknown);
  return g_test_run ();
}
