/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a distribution show its figures, to the last đồng. */
#include "documents/fixture.h"
#include "documents/reader.h"

#include "documents/error.h"
#include "documents/member-changes.h"
#include "documents/share-slip.h"
#include "documents/words.h"
#include "distribution/quota.h"

#include <string.h>

static char *
read_and_drop (SheafDocument *document,
               const char    *words)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = reader_save (document, folder, "a.pdf");
  char            *text = reader_text (words, path);

  reader_drop (path, folder);
  return text;
}

static SheafDocument *
open_paper (Fixture      *fixture,
            SheafPageTurn turn)
{
  g_autoptr (GError) error = NULL;
  SheafDocument *document = sheaf_frame_open (&fixture->frame, fixture->texts, "vi", "Phân phối",
                                              fixture->shares.year_end, turn, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_has_money (const char *text,
                  SheafMoney  amount)
{
  g_autofree char *part = sheaf_money_format (amount, "vi");

  assert_has (text, part);
}

static void
quota (void)
{
  SheafWeight      large = (SheafWeight) 1 << 109;
  g_autofree char *cents = sheaf_quota_format (1234, 1, 3, 1, 2, "vi");
  g_autofree char *third = sheaf_quota_format (1234, 1, 3, 1000, 0, "vi");
  g_autofree char *nothing = sheaf_quota_format (0, 0, 7, 1, 0, "vi");
  g_autofree char *half = sheaf_quota_format (5, large / 2, large, 1000001, 0, "vi");
  g_autofree char *weight = sheaf_quota_weight ((SheafWeight) 1234567890123456789u * 1000, "vi");

  g_assert_cmpstr (cents, ==, "12,3433"); /* of a book in euro, with hundredths of a cent */
  g_assert_cmpstr (third, ==, "1.234.333,33");
  g_assert_cmpstr (nothing, ==, "0,00");
  g_assert_cmpstr (half, ==, "5.500.005,50");
  g_assert_cmpstr (weight, ==, "1.234.567.890.123.456.789.000");
  /* half up, also of totals whose millionfold no number holds */
  g_assert_cmpint (sheaf_quota_rate (large / 2, large).millionths, ==, 500000);
  g_assert_cmpint (sheaf_quota_rate (2, 3).millionths, ==, 666667);
  g_assert_cmpint (sheaf_quota_rate (1, 2000000).millionths, ==, 1);
  g_assert_cmpint (sheaf_quota_rate (7, 7).millionths, ==, 1000000);
}

static void
rounding (void)
{
  g_autofree char *up = sheaf_quota_rounding (1234, 1, 3, 1000, SHEAF_MONEY (1235000), 0, "vi");
  g_autofree char *down = sheaf_quota_rounding (1234, 1, 3, 1000, SHEAF_MONEY (1234000), 0, "vi");
  g_autofree char *cents = sheaf_quota_rounding (1234, 2, 3, 1, SHEAF_MONEY (1235), 2, "en");
  g_autofree char *none = sheaf_quota_rounding (1234, 0, 3, 1000, SHEAF_MONEY (1234000), 0, "vi");

  /* 1.234.333,33 + 666,67 = 1.235.000 and 1.234.333,33 − 333,33 = 1.234.000: the reader can add. */
  g_assert_cmpstr (up, ==, "+666,67");
  g_assert_cmpstr (down, ==, "(333,33)");
  g_assert_cmpstr (cents, ==, "+0.0034");
  g_assert_cmpstr (none, ==, "–");
}

static void
member_statement (void)
{
  g_autoptr (Fixture) fixture = fixture_new (25);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_PORTRAIT);
  g_autoptr (GError) error = NULL;
  SheafMemberFigures member = fixture_member (fixture, 3);
  SheafMoney         total = sheaf_distribution_member_total (fixture->result, member.code);
  g_autofree char   *text = NULL;

  member.tax = SHEAF_MONEY (1000);
  member.set_off = SHEAF_MONEY (2000);
  member.paid = sheaf_money_sub (total, SHEAF_MONEY (4000));
  member.paid_on = sheaf_date_new (2026, 4, 28);
  (void) sheaf_member_statement_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                      &member, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheaf_document_pages (document), ==, 1); /* also with all that became of it */
  text = read_and_drop (document, "pdftotext -layout");
  if (text == NULL)
    return;
  assert_has (text, "PHIẾU BÁO PHẦN THU NHẬP ĐƯỢC CHIA");
  assert_has (text, "Phạm Thị Tía");
  assert_has (text, "Thuế TNCN khi chi trả: Theo sử dụng SP, DV – không khấu trừ (Điều 9.2)");
  assert_has (text, "01/2026/NQ-ĐHTV ngày 16/04/2026");
  assert_has (text, "ít nhất 51 %");
  assert_has (text, "Trang 1/1");
  assert_has (text, "Mã số thuế: 0000000070");
  assert_has (text, "Số định danh cá nhân: 000000000001");
  g_assert_null (strstr (text, "Thay đổi trong năm"));
  assert_has_money (text, total);
  for (guint i = 0; i < fixture->result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (fixture->result->shares, SheafShare, i);

      if (strcmp (share->code, member.code) == 0)
        assert_has_money (text, share->amount);
    }
}

/* What is left to share, its parts in percent, and the pools of the next table hang together. */
static void
parts_of_the_income (void)
{
  g_autoptr (Fixture) fixture = fixture_new (25);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_PORTRAIT);
  g_autoptr (GError) error = NULL;
  SheafMemberFigures member = fixture_member (fixture, 3);
  g_autofree char   *text = NULL;

  (void) sheaf_member_statement_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                      &member, &error);
  g_assert_no_error (error);
  text = read_and_drop (document, "pdftotext -layout");
  for (guint pool = 0; text != NULL && pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *step = g_strconcat ("pool:", sheaf_pool_to_text ((SheafPool) pool), NULL);
      SheafMoney       amount = sheaf_distribution_step (fixture->result, step)->amounts[0];

      if (amount.units != 0)
        assert_has_money (text, amount);
    }
  if (text != NULL)
    assert_has (text, "– theo mức độ sử dụng sản phẩm, dịch vụ (nội bộ 40 %");
}

/* However long the text grows, the signers are not on a page of their own. */
static void
signers_have_company (void)
{
  g_autoptr (GError) error = NULL;

  for (guint lines = 1; lines < 12; lines++)
    {
      g_autoptr (Fixture) fixture = fixture_new (25);
      g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_PORTRAIT);
      g_autoptr (GString) place = g_string_new ("Thôn Ví Dụ 1");
      SheafMemberFigures member = fixture_member (fixture, 3);
      g_autofree char   *text = NULL;
      const char        *second;

      for (guint i = 0; i < lines * 8; i++)
        g_string_append (place, ", Thôn Ví Dụ 1");
      member.place = place->str;
      (void) sheaf_member_statement_draw (document, fixture->texts, &fixture->frame,
                                          &fixture->shares, &member, &error);
      g_assert_no_error (error);
      text = read_and_drop (document, "pdftotext -layout");
      second = text != NULL ? strchr (text, '\f') : NULL;
      if (second != NULL && strstr (second, "NGƯỜI NHẬN") != NULL)
        g_assert_nonnull (strstr (second, "Điều 8"));
    }
}

static SheafMemberSpan
new_span (const char     *from,
          SheafMemberKind kind,
          gboolean        agreement)
{
  SheafMemberSpan span = { .to = SHEAF_DATE_NONE,
                           .state = { .kind = kind, .agreement = agreement } };

  g_assert_true (sheaf_date_parse (from, &span.from, NULL));
  return span;
}

/* Joining stands elsewhere, other years do not matter, and who leaves has no agreement anyway. */
static void
changes (void)
{
  SheafMemberSpan spans[] = {
    new_span ("2023-01-05", SHEAF_MEMBER_NON_CONTRIBUTING, FALSE),
    new_span ("2024-02-01", SHEAF_MEMBER_CONTRIBUTING, FALSE),
    new_span ("2025-05-20", SHEAF_MEMBER_OFFICIAL, TRUE),
    new_span ("2025-07-01", SHEAF_MEMBER_NONE, FALSE),
  };
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SheafMemberSpan));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);
  g_autofree char *year = NULL;
  g_autofree char *quiet = NULL;

  g_assert_no_error (error);
  g_array_append_vals (list, spans, G_N_ELEMENTS (spans));
  year = sheaf_member_changes (list, sheaf_date_new (2025, 1, 1), sheaf_date_new (2025, 12, 31),
                               texts);
  quiet = sheaf_member_changes (list, sheaf_date_new (2026, 1, 1), sheaf_date_new (2026, 12, 31),
                                texts);
  g_assert_cmpstr (year, ==,
                   "từ ngày 20/05/2025 là thành viên chính thức; "
                   "từ ngày 20/05/2025 có thỏa thuận giao dịch nội bộ; "
                   "từ ngày 01/07/2025 không còn là thành viên");
  g_assert_cmpstr (quiet, ==, "");
}

static void
draft_statement (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_PORTRAIT);
  g_autoptr (GError) error = NULL;
  SheafMemberFigures member = fixture_member (fixture, 0);
  g_autofree char   *text = NULL;

  fixture->shares.resolution = NULL;
  (void) sheaf_member_statement_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                      &member, &error);
  g_assert_no_error (error);
  text = read_and_drop (document, "pdftotext -layout");
  if (text != NULL)
    assert_has (text, "chưa được đại hội thành viên thông qua");
}

static void
payout_list (void)
{
  g_autoptr (Fixture) fixture = fixture_new (60);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_LANDSCAPE);
  g_autoptr (GError) error = NULL;
  SheafMoney       total = SHEAF_MONEY_ZERO;
  g_autofree char *text = NULL;

  (void) sheaf_payout_list_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                 fixture->rows, fixture->n_rows, &error);
  g_assert_no_error (error);
  text = read_and_drop (document, "pdftotext -layout");
  if (text == NULL)
    return;
  for (guint i = 0; i < fixture->n_rows; i++)
    {
      SheafMoney amount = sheaf_distribution_member_total (fixture->result, fixture->rows[i].code);

      assert_has (text, fixture->rows[i].code);
      assert_has_money (text, amount);
      total = sheaf_money_add (total, amount);
    }
  assert_has_money (text, total);
  assert_has (strstr (text, "Cộng "), "100,00 %"); /* what was put in is added up too */
  assert_has (text, "Ký nhận");
  assert_has (text, "BAN KIỂM SOÁT");
  assert_has (text, "Thuế TNCN khi chi trả: ");
  assert_has (text, "Theo vốn góp – đầu tư vốn (Điều 9.2)");
  g_assert_null (strstr (text, "lĩnh"));
}

/* What payments kept back has columns, and what is left is the sum in words. */
static void
payout_list_after_payment (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_LANDSCAPE);
  g_autoptr (GError) error = NULL;
  SheafMoney       kept = SHEAF_MONEY (4321), left = SHEAF_MONEY_ZERO;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  SheafPayoutRow  *row = &fixture->rows[1];

  row->tax = SHEAF_MONEY (4000);
  row->set_off = SHEAF_MONEY (321);
  row->bank = TRUE;
  row->kind = "associate-contributing";
  for (guint i = 0; i < fixture->n_rows; i++)
    left = sheaf_money_add (
        left, sheaf_distribution_member_total (fixture->result, fixture->rows[i].code));
  left = sheaf_money_sub (left, kept);
  (void) sheaf_payout_list_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                 fixture->rows, fixture->n_rows, &error);
  g_assert_no_error (error);
  text = read_and_drop (document, "pdftotext");
  if (text == NULL)
    return;
  words = sheaf_words_amount (fixture->shares.words, left, &error);
  g_strdelimit (text, "\n", ' ');
  assert_has (text, "Thuế");
  assert_has (text, "4.000");
  assert_has (text, "321");
  assert_has (text, "LKGV");
  assert_has (text, "CK");
  assert_has (text, words);
  assert_has_money (text, left);
}

static void
nobody (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_LANDSCAPE);
  g_autoptr (GError) error = NULL;

  memset (fixture->result->pools, 0, sizeof fixture->result->pools);
  g_array_set_size (fixture->result->shares, 0);
  g_assert_false (sheaf_payout_list_draw (document, fixture->texts, &fixture->frame,
                                          &fixture->shares, fixture->rows, fixture->n_rows,
                                          &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
}

/* Three slips of a member who is paid so many years at once; gives the pages. */
static guint
draw_slips (guint  years,
            char **ret_text)
{
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (SheafDocument) document = open_paper (fixture, SHEAF_PAGE_PORTRAIT);
  g_autoptr (GError) error = NULL;
  SheafPayoutBatch       batch = { .year = 2025,
                                   .method = SHEAF_PAYOUT_CASH,
                                   .date = sheaf_date_new (2026, 4, 28) };
  SheafPayoutLine        lines[40] = { 0 };
  const SheafPayoutLine *all[40];
  SheafShareSlip         slip = { .batch = &batch, .lines = all, .n_lines = years };
  guint                  pages;

  for (guint i = 0; i < years; i++)
    {
      lines[i] = (SheafPayoutLine){ .code = (char *) fixture->rows[0].code,
                                    .name = (char *) fixture->rows[0].name,
                                    .voucher_number = (char *) "PC0101",
                                    .year = 2025 - (int) i,
                                    .gross = SHEAF_MONEY (1000 + i),
                                    .tax = SHEAF_MONEY (50),
                                    .set_off = SHEAF_MONEY (20),
                                    .net = SHEAF_MONEY (930 + i) };
      all[i] = &lines[i];
    }
  for (guint i = 0; i < 3; i++)
    {
      (void) sheaf_share_slip_draw (document, fixture->texts, &fixture->frame, &fixture->shares,
                                    &slip, &error);
      g_assert_no_error (error);
    }
  pages = sheaf_document_pages (document);
  *ret_text = read_and_drop (document, "pdftotext -layout");
  return pages;
}

/* Three share a page as long as each has room; more years make a slip longer, never print over the
 * next one: what is received stands once a slip, below all its years. */
static void
slips_grow (void)
{
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;
  const char      *at;

  g_assert_cmpuint (draw_slips (1, &few), ==, 1);
  g_assert_cmpuint (draw_slips (8, &many), ==, 2);
  at = many;
  for (guint slip = 0; slip < 3 && many != NULL; slip++)
    {
      const char *oldest = strstr (at, "năm 2018");
      const char *net = strstr (at, "Thực nhận");

      g_assert_true (oldest != NULL && net != NULL && oldest < net);
      at = strstr (net, "PHIẾU TRẢ");
      g_assert_cmpint (at != NULL, ==, slip < 2);
    }
}

/* A step without words would keep the paper from being made. */
static void
every_step_has_words (void)
{
  static const char *const steps[] = { "result", "loss-cover", "earmark", "common-fund", "reserve",
                                       "fund", "brought-forward", "carry-forward", "to-share",
                                       "cap", "pool-use", "pool-labour", "pool-capital",
                                       "pool-equal", "undistributed" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpstr (sheaf_paper_texts_get (texts, "steps", steps[i]), !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shares/every-step-has-words", every_step_has_words);
  g_test_add_func ("/shares/quota-is-exact-beyond-64-bits", quota);
  g_test_add_func ("/shares/quota-and-rounding-add-up-to-the-amount", rounding);
  g_test_add_func ("/shares/member-statement-is-one-page-with-every-amount", member_statement);
  g_test_add_func ("/shares/parts-of-the-income-are-shown-in-percent", parts_of_the_income);
  g_test_add_func ("/shares/signers-never-stand-alone", signers_have_company);
  g_test_add_func ("/shares/changes-of-standing-are-told-for-the-year", changes);
  g_test_add_func ("/shares/a-plan-without-resolution-is-called-a-draft", draft_statement);
  g_test_add_func ("/shares/payout-list-names-everyone-and-adds-up", payout_list);
  g_test_add_func ("/shares/payout-list-tells-what-was-kept-back", payout_list_after_payment);
  g_test_add_func ("/shares/slips-grow-with-their-years", slips_grow);
  g_test_add_func ("/shares/a-list-of-nobody-is-refused", nobody);
  return g_test_run ();
}
