/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes for transfers, against those of the official paper and of a public library. */
#include "payouts/vietqr.h"

#include "payouts/error.h"

#include <string.h>

/* The paper gives its first code a length of 12 for an account of 13 characters; its sum is that of
 * the text as printed. */
static void
test_sums (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "payouts", "vietqr-codes.txt", NULL);
  g_autofree char *codes = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmphex (sheaf_vietqr_crc ("123456789"), ==, 0x29b1);
  (void) g_file_get_contents (path, &codes, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (codes, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      gsize            body = strlen (*line) < 4 ? 0 : strlen (*line) - 4;
      g_autofree char *text = g_strndup (*line, body);
      g_autofree char *sum = g_strdup_printf ("%04X", sheaf_vietqr_crc (text));

      if (**line != '#' && body > 0)
        g_assert_cmpstr (sum, ==, *line + body);
    }
}

typedef struct
{
  SheafVietqr qr;
  const char *text;
} Known;

static const Known known[] = {
  { { .bin = "970403", .account = "0011012345678" },
    "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304"
    "9E6F" },
  { { .bin = "970403", .account = "9704031101234567", .card = TRUE },
    "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304"
    "4F52" },
  { { .bin = "970403",
      .account = "0011012345678",
      .amount = { .units = 180000 },
      .reference = "NPS6869",
      .purpose = "thanh toan don hang" },
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802"
    "VN62340107NPS68690819thanh toan don hang63042E2E" },
  { { .bin = "970403",
      .account = "9704031101234567",
      .card = TRUE,
      .amount = { .units = 180000 },
      .reference = "NPS6869",
      .purpose = "thanh toán đơn hàng" },
    "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005"
    "802VN62340107NPS68690819thanh toan don hang6304A203" },
  { { .bin = "970416", .account = "257678859" },
    "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F" },
  { { .bin = "970416",
      .account = "257678859",
      .amount = { .units = 10000 },
      .purpose = "Chuyển tiền" },
    "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN621"
    "5"
    "0811Chuyen tien630453E6" },
  { { .bin = "970405",
      .account = "1500205123456",
      .amount = { .units = 1520000 },
      .purpose = "HTX chia lãi 2025/TV0012" },
    "00020101021238570010A00000072701270006970405011315002051234560208QRIBFTTA530370454071520000580"
    "2"
    "VN62280824HTX chia lai 2025 TV00126304CDB2" },
};

static void
test_known_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = sheaf_vietqr_to_text (&known[i].qr, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, known[i].text);
    }
}

static void
test_refusals (void)
{
  static const SheafVietqr bad[] = {
    { .bin = NULL, .account = "1" },
    { .bin = "97040", .account = "1" },
    { .bin = "97040a", .account = "1" },
    { .bin = "970403", .account = NULL },
    { .bin = "970403", .account = "" },
    { .bin = "970403", .account = "12345678901234567890" },
    { .bin = "970403", .account = "12 34" },
    { .bin = "970403", .account = "1", .amount = { .units = -1 } },
    { .bin = "970403", .account = "1", .amount = { .units = G_GINT64_CONSTANT (10000000000000) } },
    { .bin = "970403", .account = "1", .purpose = "abcdefghij klmnopqrst uvwx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sheaf_vietqr_to_text (&bad[i], &error));
      g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vietqr/check-sums-are-as-published", test_sums);
  g_test_add_func ("/vietqr/codes-are-as-published", test_known_codes);
  g_test_add_func ("/vietqr/what-does-not-fit-is-refused", test_refusals);
  return g_test_run ();
}
