/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of payments: who was paid, how much, and what of it was taken back. */
#include "documents/reader.h"

#include "documents/payment-list.h"
#include "documents/cash-slip.h"

#include <string.h>

static const SheafFrame FRAME = { .name = "HTX Cỏ Ngọt Mẫu",
                                  .address = "Thôn Ví Dụ 1, xã Mẫu, tỉnh Ví Dụ",
                                  .director = "Nguyễn Văn Mẫu",
                                  .chief_accountant = "Trần Thị Ví Dụ",
                                  .accountant = "Lê Thị Lập Biểu",
                                  .cashier = "Kiều Thị Thủ Quỹ",
                                  .seal = "00ff7a3c",
                                  .date = { .days = 20512 } };

static SheafPayoutLine LINES[] = {
  { .code = (char *) "TV001",
    .name = (char *) "Nguyễn Văn Mẫu",
    .bank_bin = (char *) "999999",
    .bank_account = (char *) "0000000001",
    .net = { 1520000 },
    .voucher_number = (char *) "PC0101",
    .paid = TRUE },
  { .code = (char *) "TV002",
    .name = (char *) "Trần Thị Ví Dụ",
    .net = { 4000000 },
    .voucher_number = (char *) "PC0102",
    .state = SHEAF_PAYOUT_REVERSED,
    .paid = FALSE },
  { .code = (char *) "TV003",
    .name = (char *) "Lê Văn Ngải",
    .net = { 104000 },
    .voucher_number = (char *) "PC0103",
    .paid = TRUE },
};

static char *
draw_lines (SheafPayoutMethod    method,
            SheafPayoutLine     *of,
            guint                n_lines,
            const SheafCashDraw *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (SheafWords) words = NULL;
  SheafPayoutBatch batch = {
    .year = 2025, .method = method, .date = sheaf_date_new (2026, 4, 28), .lines = lines
  };
  g_autoptr (SheafDocument) document = NULL;
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = NULL;
  char            *text;

  g_assert_no_error (error);
  words = sheaf_words_new ("vi", "VND", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (lines, &of[i]);
  document = sheaf_frame_open (&FRAME, texts, "vi", "payment", batch.date, SHEAF_PAGE_PORTRAIT,
                               &error);
  g_assert_no_error (error);
  (void) sheaf_payment_list_draw (document, texts, &FRAME, &batch, notes, words, &error);
  g_assert_no_error (error);
  path = reader_save (document, folder, "a.pdf");
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  return text;
}

static char *
draw_and_read (SheafPayoutMethod method)
{
  return draw_lines (method, LINES, G_N_ELEMENTS (LINES), NULL);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
cash (void)
{
  g_autofree char *text = draw_and_read (SHEAF_PAYOUT_CASH);

  if (text == NULL)
    return;
  assert_has (text, "Trả bằng tiền mặt phần thu nhập được chia năm 2025.");
  assert_has (text, "1.520.000");
  assert_has (text, "Ký nhận");
  assert_has (text, "Kiều Thị Thủ Quỹ");
  assert_has (text, "PC0103");
}

/* 1,600,000 less 80,000 of tax and 20,000 of debts; an earlier year's 100,000 beside it. */
static void
kept_back (void)
{
  SheafPayoutLine  lines[] = { { .code = (char *) "TV001",
                                 .name = (char *) "Nguyễn Văn Mẫu",
                                 .year = 2024,
                                 .gross = { 100000 },
                                 .net = { 100000 },
                                 .voucher_number = (char *) "PC0101",
                                 .paid = TRUE },
                               { .code = (char *) "TV001",
                                 .name = (char *) "Nguyễn Văn Mẫu",
                                 .year = 2025,
                                 .gross = { 1600000 },
                                 .tax = { 80000 },
                                 .set_off = { 20000 },
                                 .net = { 1500000 },
                                 .voucher_number = (char *) "PC0101",
                                 .paid = TRUE } };
  g_autofree char *text = draw_lines (SHEAF_PAYOUT_CASH, lines, G_N_ELEMENTS (lines), NULL);

  if (text == NULL)
    return;
  assert_has (text, "Thuế khấu");
  assert_has (text, "80.000");
  assert_has (text, "20.000");
  assert_has (text, "2024");
  assert_has (text, "1.700.000"); /* gross in all */
  assert_has (text, "1.600.000"); /* gross of the year, and what is handed out in all */
  assert_has (text, "Một triệu sáu trăm nghìn đồng.");
  g_assert_null (strstr (text, "Cơ cấu"));
}

/* The figures of the line that a word is on, one blank between them, are these at its end. */
static void
assert_has_row (const char *text,
                const char *word,
                const char *figures)
{
  const char      *at = strstr (text, word);
  g_autofree char *row = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (at);
  row = g_strndup (at, strcspn (at, "\n"));
  parts = g_strsplit (row, " ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (found, " %s", *part);
  if (!g_str_has_suffix (found->str, figures))
    g_error ("“%s” does not end “%s”", figures, found->str);
}

/* Of two lines with tax the money of one came back: its tax was kept back all the same, as the list
 * of taxes says; a reversed one has none. */
static void
returned (void)
{
  SheafPayoutLine  lines[] = { { .code = (char *) "TV001",
                                 .name = (char *) "Nguyễn Văn Mẫu",
                                 .year = 2025,
                                 .gross = { 1600000 },
                                 .tax = { 80000 },
                                 .net = { 1520000 },
                                 .voucher_number = (char *) "PC0101",
                                 .state = SHEAF_PAYOUT_PAID,
                                 .paid = TRUE },
                               { .code = (char *) "TV002",
                                 .name = (char *) "Trần Thị Ví Dụ",
                                 .year = 2025,
                                 .gross = { 2000000 },
                                 .tax = { 100000 },
                                 .net = { 1900000 },
                                 .voucher_number = (char *) "PC0102",
                                 .state = SHEAF_PAYOUT_UNCLAIMED },
                               { .code = (char *) "TV003",
                                 .name = (char *) "Lê Văn Ngải",
                                 .year = 2025,
                                 .gross = { 700000 },
                                 .tax = { 35000 },
                                 .net = { 665000 },
                                 .voucher_number = (char *) "PC0103",
                                 .state = SHEAF_PAYOUT_REVERSED } };
  g_autofree char *text = draw_lines (SHEAF_PAYOUT_CASH, lines, G_N_ELEMENTS (lines), NULL);

  if (text == NULL)
    return;
  assert_has (text, "2.000.000");
  assert_has (text, "100.000");
  assert_has (text, "Đã hoàn");
  assert_has (text, "(đã hủy)");
  assert_has (text, "3.600.000"); /* gross of both that were paid off */
  assert_has (text, "180.000");   /* their tax */
  assert_has (text, "1.900.000"); /* came back: 3.600.000 = 180.000 + 1.900.000 + 1.520.000 */
  assert_has_row (text, "TV001", "1.600.000 80.000 – 1.520.000");
  assert_has_row (text, "TV002", "2.000.000 100.000 1.900.000 –");
  assert_has_row (text, " Cộng ", "3.600.000 180.000 1.900.000 1.520.000");
  g_assert_null (strstr (text, "700.000"));
  g_assert_null (strstr (text, "35.000"));
  assert_has (text, "Một triệu năm trăm hai mươi nghìn đồng.");
}

static void
notes (void)
{
  guint64           counts[] = { 3, 1 };
  SheafMoney        values[] = { { 500000 }, { 100000 } };
  SheafCashDrawLine total = { .amount = { 1600079 }, .counts = counts, .rest = { 79 } };
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (SheafMoney));
  SheafCashDraw    draw = { .notes = kinds, .total = &total };
  g_autofree char *text = NULL;

  g_array_append_vals (kinds, values, G_N_ELEMENTS (values));
  text = draw_lines (SHEAF_PAYOUT_CASH, LINES, G_N_ELEMENTS (LINES), &draw);
  if (text == NULL)
    return;
  assert_has (text, "Cơ cấu tiền cần rút");
  assert_has (text, "1.500.000");
  assert_has (text, "Phần lẻ không có tờ tiền");
  assert_has (text, "1.600.079");
}

static void
reversed (void)
{
  g_autofree char *text = draw_and_read (SHEAF_PAYOUT_CASH);

  if (text == NULL)
    return;
  assert_has (text, "(đã hủy)");
  g_assert_null (strstr (text, "4.000.000"));
  assert_has (text, "1.624.000");
  assert_has (text, "Một triệu sáu trăm hai mươi tư nghìn đồng.");
}

static void
bank (void)
{
  g_autofree char *text = draw_and_read (SHEAF_PAYOUT_BANK);

  if (text == NULL)
    return;
  assert_has (text, "Số tài khoản");
  assert_has (text, "0000000001");
  g_assert_null (strstr (text, "Ký nhận"));
}

static void
slips (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);
  g_autoptr (SheafWords) words = NULL;
  g_autoptr (SheafDocument) document = NULL;
  SheafCashSlip    slip = { .form = "02-TT",
                            .papers = "",
                            .number = "PC0101",
                            .date = sheaf_date_new (2026, 4, 28),
                            .person = "Nguyễn Văn Mẫu",
                            .place = "Thôn Ví Dụ 1, Xã Mẫu, tỉnh Ví Dụ",
                            .reason = "Trả thu nhập được chia năm 2025 (mã thành viên TV001)",
                            .amount = SHEAF_MONEY (1520000),
                            .debit = "338",
                            .credit = "1111" };
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  words = sheaf_words_new ("vi", "VND", NULL, &error);
  g_assert_no_error (error);
  document = sheaf_frame_open (&FRAME, texts, "vi", "slips", slip.date, SHEAF_PAGE_PORTRAIT,
                               &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      (void) sheaf_cash_slip_draw (document, texts, &FRAME, &slip, words, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (sheaf_document_pages (document), ==, 2);
  path = reader_save (document, folder, "a.pdf");
  text = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  if (text == NULL)
    return;
  assert_has (text, "Mẫu số 02 - TT");
  assert_has (text, "Số: PC0101");
  assert_has (text, "1.520.000 đồng (Viết bằng chữ): Một triệu năm trăm hai mươi nghìn đồng");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payment-list/cash-is-signed-for", cash);
  g_test_add_func ("/payment-list/a-reversed-payment-is-not-in-the-sum", reversed);
  g_test_add_func ("/payment-list/bank-has-accounts-and-no-signatures", bank);
  g_test_add_func ("/payment-slip/two-share-a-page", slips);
  g_test_add_func ("/payment-list/what-was-kept-back-has-columns", kept_back);
  g_test_add_func ("/payment-list/money-that-came-back-leaves-its-tax", returned);
  g_test_add_func ("/payment-list/notes-and-coins-at-the-end", notes);
  return g_test_run ();
}
