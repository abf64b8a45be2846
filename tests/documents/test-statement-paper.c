/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on paper: the official layout with the figures it is given. */
#include "documents/reader.h"

#include "documents/statement-paper.h"

#include <string.h>

static const SheafFrame FRAME = { .name = "HTX Cỏ Ngọt Mẫu",
                                  .address = "Thôn Ví Dụ 1, xã Mẫu, tỉnh Ví Dụ",
                                  .director = "Nguyễn Văn Mẫu",
                                  .chief_accountant = "Trần Thị Ví Dụ",
                                  .accountant = "Lê Thị Lập Biểu",
                                  .cashier = "Kiều Thị Thủ Quỹ",
                                  .seal = "00ff7a3c",
                                  .date = { .days = 20512 } };

static char *
read_data (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "forms", name,
                                            NULL);
  char            *text = NULL;

  (void) g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static SheafStatement *
new_statement (const char *code,
               gboolean    lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words_name = g_strconcat (code, ".ini", NULL);
  g_autofree char *lines_name = g_strconcat (code, ".csv", NULL);
  g_autofree char *words = read_data (words_name);
  g_autofree char *rows = lines ? read_data (lines_name) : NULL;
  SheafStatement  *statement = g_new0 (SheafStatement, 1);

  statement->form = sheaf_form_parse (code, words, rows, &error);
  g_assert_no_error (error);
  statement->year = 2025;
  statement->from = sheaf_date_new (2025, 1, 1);
  statement->to = sheaf_date_new (2025, 12, 31);
  statement->closed = TRUE;
  statement->previous_from = SHEAF_STATEMENT_PREVIOUS_BOOK;
  statement->lines = g_array_new (FALSE, TRUE, sizeof (SheafStatementLine));
  statement->problems = sheaf_problems_new ();
  for (guint i = 0; i < statement->form->lines->len; i++)
    {
      SheafStatementLine line = { .form = g_ptr_array_index (statement->form->lines, i),
                                  .current = SHEAF_MONEY ((gint64) i * 12345678),
                                  .previous = SHEAF_MONEY (-(gint64) i * 9876543),
                                  .previous_known = TRUE };

      g_array_append_val (statement->lines, line);
    }
  return statement;
}

static char *
draw_and_read (const SheafStatement *statement,
               const char           *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);
  g_autoptr (SheafDocument) document = NULL;
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = NULL;
  char            *text;

  g_assert_no_error (error);
  document = sheaf_frame_open (&FRAME, texts, "vi", statement->form->code, statement->to,
                               sheaf_statement_paper_turn (statement), &error);
  g_assert_no_error (error);
  (void) sheaf_statement_paper_draw (document, texts, &FRAME, statement, &error);
  g_assert_no_error (error);
  path = reader_save (document, folder, "a.pdf");
  text = reader_text (words, path);
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
position (void)
{
  g_autoptr (SheafStatement) statement = new_statement ("B01-HTX", TRUE);
  g_autofree char  *text = draw_and_read (statement, "pdftotext -layout");
  const char *const wanted[] = { "Đơn vị báo cáo: HTX Cỏ Ngọt Mẫu",
                                 "Địa chỉ: Thôn Ví Dụ 1",
                                 "Mẫu số B01 - HTX",
                                 "BÁO CÁO TÌNH HÌNH TÀI CHÍNH",
                                 "Tại ngày 31 tháng 12 năm 2025",
                                 "Mã số",
                                 "1. Tiền",
                                 "Ghi chú:",
                                 "(5) Chỉ tiêu phải trả",
                                 "KẾ TOÁN TRƯỞNG",
                                 "Lê Thị Lập Biểu",
                                 "Dấu kiểm tra sổ kế toán: 00ff7a3c",
                                 "Trang 1/1" };

  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_has (text, wanted[i]);
  g_assert_true (g_regex_match_simple (
      "1\\. Tiền +110 +IV\\.1 +12\\.345\\.678 +\\(9\\.876\\.543\\)\n", text, 0, 0));
}

/* A position that is not final says so; and its notes never leave one line alone on a page. */
static void
unclosed (void)
{
  g_autoptr (SheafStatement) closed = new_statement ("B01-HTX", TRUE);
  g_autoptr (SheafStatement) open = new_statement ("B01-HTX", TRUE);
  g_autofree char *final = draw_and_read (closed, "pdftotext -layout");
  g_autofree char *text = NULL;

  open->closed = FALSE;
  text = draw_and_read (open, "pdftotext -layout");
  if (text == NULL || final == NULL)
    return;
  g_assert_null (strstr (final, "chưa khóa sổ"));
  assert_has (text, "năm 2025 chưa khóa sổ");
  g_assert_true (strstr (text, "Ghi chú:") > strchr (text, '\f'));
}

static void
every_figure (void)
{
  g_autoptr (SheafStatement) statement = new_statement ("B02-HTX", TRUE);
  g_autofree char *text = draw_and_read (statement, "pdftotext -layout");

  for (guint i = 0; text != NULL && i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);
      g_autofree char          *current = sheaf_money_format (line->current, "vi");

      if (line->form->line != NULL && line->current.units != 0)
        assert_has (text, current);
    }
}

static void
warnings (void)
{
  g_autoptr (SheafStatement) statement = new_statement ("B01-HTX", TRUE);
  g_autofree char *text = NULL;

  statement->previous_from = SHEAF_STATEMENT_PREVIOUS_COMPARATIVES;
  sheaf_problems_add (statement->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "200 is not 500");
  text = draw_and_read (statement, "pdftotext -layout");
  if (text == NULL)
    return;
  assert_has (text, "BẢN NHÁP");
  assert_has (text, "trước khi mở sổ này");
}

static SheafBalanceRow *
new_row (const char *code,
         const char *name,
         gint64      units,
         gboolean    off_balance)
{
  SheafBalanceRow *row = g_new0 (SheafBalanceRow, 1);

  row->code = g_strdup (code);
  row->names[SHEAF_FORM_VI] = g_strdup (name);
  row->level = 1;
  row->off_balance = off_balance;
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i += 2)
    row->amounts[i] = SHEAF_MONEY (units + i);
  return row;
}

static void
free_row (gpointer data)
{
  SheafBalanceRow *row = data;

  g_free (row->code);
  g_free (row->names[SHEAF_FORM_VI]);
  g_free (row);
}

static void
trial_balance (void)
{
  g_autoptr (SheafStatement) statement = new_statement ("F01-HTX", FALSE);
  g_autofree char *text = NULL;

  statement->balance = g_new0 (SheafBalance, 1);
  statement->balance->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < 45; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", 900 + i);

      g_ptr_array_add (statement->balance->rows,
                       new_row (code, "Chi phí sản xuất, kinh doanh dở dang", 1234567890, FALSE));
    }
  g_ptr_array_add (statement->balance->rows, new_row ("00", "Tài sản thuê ngoài", 777000, TRUE));
  statement->balance->total[SHEAF_BALANCE_DEBIT] = SHEAF_MONEY (G_GINT64_CONSTANT (55555555555));
  text = draw_and_read (statement, "pdftotext -layout");
  if (text == NULL)
    return;
  assert_has (text, "Số phát sinh trong kỳ");
  assert_has (text, "Tổng cộng");
  assert_has (text, "55.555.555.555");
  g_assert_true (strstr (text, "777.000") > strstr (text, "Tổng cộng"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-paper/position-has-the-official-layout", position);
  g_test_add_func ("/statement-paper/open-year-is-called-provisional", unclosed);
  g_test_add_func ("/statement-paper/every-figure-is-printed", every_figure);
  g_test_add_func ("/statement-paper/drafts-and-foreign-figures-are-marked", warnings);
  g_test_add_func ("/statement-paper/off-balance-follows-the-total", trial_balance);
  return g_test_run ();
}
