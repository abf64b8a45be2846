/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as workbooks, read back. */
#include "exchange/report-xlsx.h"

#include "book/setting.h"
#include "exchange/sheet-height.h"
#include "helpers/ledger.h"
#include "helpers/report.h"
#include "helpers/workbook.h"

#include <stdlib.h>
#include <string.h>

static TestWorkbook *
make_workbook (guint    n_lines,
               gboolean own_sheets)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_report_xlsx_new (book, sheaf_date_new (2026, 1, 15),
                                                 test_report_collect, bytes);

  g_assert_true (sheaf_setting_write (book, "chief-accountant", "Trần Thị Kế Toán", NULL));
  g_assert_true (sheaf_setting_write (book, "director", "Nguyễn Văn Giám Đốc", NULL));
  g_assert_true (test_report_write_pages (sink, n_lines, own_sheets, &error));
  g_assert_no_error (error);
  sheaf_report_xlsx_free (sink);
  return test_workbook_read (bytes->str, bytes->len);
}

static void
assert_cell (TestWorkbook *workbook,
             guint         sheet,
             const char   *place,
             const char   *text)
{
  g_assert_cmpstr (test_workbook_cell (workbook, sheet, place), ==, text);
}

static void
test_form (void)
{
  static const char *const words[] = { "Đơn vị: HTX Mẫu",
                                       "Mẫu số: S99-HTX",
                                       "(Kèm theo Thông tư số 71/2024/TT-BTC)",
                                       "SỔ THỬ NGHIỆM",
                                       "Năm 2025",
                                       "Đơn vị tính: đồng",
                                       "131 KH001",
                                       "Tài khoản: 131",
                                       "Chứng từ",
                                       "Phát sinh",
                                       "Nhập",
                                       "Số lượng",
                                       "A",
                                       "- Ngày mở sổ: 01/01/2025",
                                       "Ngày 15 tháng 01 năm 2026",
                                       "NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT",
                                       "(Ký, họ tên, đóng dấu)",
                                       "Trần Thị Kế Toán",
                                       "Nguyễn Văn Giám Đốc",
                                       "Ghi chú: sổ thử nghiệm." };
  g_autoptr (TestWorkbook) workbook = make_workbook (3, FALSE);
  const char *xml = test_workbook_xml (workbook, 0);

  g_assert_cmpuint (g_strv_length ((char **) test_workbook_sheets (workbook)), ==, 1);
  g_assert_cmpstr (test_workbook_sheets (workbook)[0], ==, "S99-HTX");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *place = test_workbook_find (workbook, 0, words[i]);

      g_assert_nonnull (place);
    }
  g_assert_nonnull (strstr (xml, "fitToPage=\"1\""));
  g_assert_nonnull (strstr (xml, "paperSize=\"9\""));
}

/* The place of a column beside another: "C7" and "E" give "E7". */
static char *
beside (const char *place,
        char        column)
{
  return g_strdup_printf ("%c%s", column, place + 1);
}

static void
test_sums_are_live (void)
{
  g_autoptr (TestWorkbook) workbook = make_workbook (5, FALSE);
  g_autofree char *opening = test_workbook_find (workbook, 0, "Hai lần số dư đầu kỳ");
  g_autofree char *total = test_workbook_find (workbook, 0, "Cộng");

  g_assert_cmpuint (test_workbook_check (workbook), ==, 2 * 3);
  g_assert_nonnull (opening);
  g_assert_nonnull (total);
}

static void
test_texts_stay_texts (void)
{
  g_autoptr (TestWorkbook) workbook = make_workbook (3, FALSE);
  g_autofree char *text = test_workbook_find (workbook, 0, "=1+1, \"mua\" phân bón");
  g_autofree char *number = beside (text, 'B');
  g_autofree char *day = beside (text, 'A');

  g_assert_null (test_workbook_formula (workbook, 0, text));
  assert_cell (workbook, 0, number, "0012");
  assert_cell (workbook, 0, day, "45662"); /* 2025-01-05, a number that is shown as a day */
}

static void
test_sheet_for_each_section (void)
{
  g_autoptr (TestWorkbook) workbook = make_workbook (3, TRUE);
  const char *const *names = test_workbook_sheets (workbook);

  g_assert_cmpuint (g_strv_length ((char **) names), ==, 2);
  g_assert_cmpstr (names[0], ==, "131 KH001");
  g_assert_cmpstr (names[1], ==, "131 KH002");
  g_assert_cmpuint (test_workbook_check (workbook), ==, 2 * 3);
  g_assert_nonnull (strstr (test_workbook_xml (workbook, 0), "state=\"frozen\""));
}

/* More rows than are kept: they stream, and the sums still hold. */
static void
test_long_report (void)
{
  g_autoptr (TestWorkbook) workbook = make_workbook (25000, FALSE);

  g_assert_cmpuint (test_workbook_check (workbook), ==, 2 * 3);
  g_free (test_workbook_find (workbook, 0, "Số lượng"));
  g_free (test_workbook_find (workbook, 0, "Phát sinh"));
}

/* Subtotals between the lines are not counted again, nor openings. */
static void
test_subtotals_are_not_counted_twice (void)
{
  static const SheafReportRowKind kinds[] = { SHEAF_ROW_KIND_OPENING, SHEAF_ROW_KIND_LINE,
                                              SHEAF_ROW_KIND_LINE, SHEAF_ROW_KIND_SUBTOTAL,
                                              SHEAF_ROW_KIND_LINE, SHEAF_ROW_KIND_SUBTOTAL,
                                              SHEAF_ROW_KIND_TOTAL };
  static const gint64             figures[] = { 7, 10, 20, 30, 5, 5, 35 };
  static const guint              from[] = { 0, 0, 0, 1, 0, 4, 0 };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("x");
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (TestWorkbook) workbook = NULL;
  SheafReportSink *sink = sheaf_report_xlsx_new (book, SHEAF_DATE_NONE, test_report_collect, bytes);

  sheaf_report_column_add (head->columns, "amount", NULL, "Tiền", NULL, SHEAF_CELL_MONEY, 1);
  g_assert_true (sheaf_report_sink_head (sink, head, NULL) &&
                 sheaf_report_sink_section (sink, section, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SheafCell      cell = { .state = SHEAF_CELL_FILLED, .number = figures[i] };
      SheafReportRow row = { .kind = kinds[i], .cells = &cell, .sum_from = from[i] };

      cell.sum = kinds[i] == SHEAF_ROW_KIND_SUBTOTAL || kinds[i] == SHEAF_ROW_KIND_TOTAL;
      g_assert_true (sheaf_report_sink_row (sink, &row, NULL));
    }
  g_assert_true (sheaf_report_sink_finish (sink, NULL));
  sheaf_report_xlsx_free (sink);
  workbook = test_workbook_read (bytes->str, bytes->len);
  g_assert_cmpuint (test_workbook_check (workbook), ==, 3);
}

static void
test_names_of_sheets (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("x");
  static const char *const wishes[] = { "131/KH[1]",
                                        "131/KH[1]",
                                        "131/kh(1)",
                                        "'quoted'",
                                        "History",
                                        "Một cái tên rất dài, dài hơn ba mươi mốt chữ",
                                        "Một cái tên rất dài, dài hơn ba mươi hai chữ" };
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (TestWorkbook) workbook = NULL;
  SheafReportSink   *sink = sheaf_report_xlsx_new (book, SHEAF_DATE_NONE, test_report_collect,
                                                   bytes);
  const char *const *names;

  head->section_pages = TRUE;
  sheaf_report_column_add (head->columns, "text", NULL, "Chữ", NULL, SHEAF_CELL_TEXT, 1);
  g_assert_true (sheaf_report_sink_head (sink, head, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autoptr (SheafReportSection) section = sheaf_report_section_new (wishes[i]);

      g_assert_true (sheaf_report_sink_section (sink, section, NULL));
    }
  g_assert_true (sheaf_report_sink_finish (sink, NULL));
  sheaf_report_xlsx_free (sink);
  workbook = test_workbook_read (bytes->str, bytes->len);
  names = test_workbook_sheets (workbook);
  g_assert_cmpuint (g_strv_length ((char **) names), ==, G_N_ELEMENTS (wishes));
  g_assert_cmpstr (names[0], ==, "131-KH-1-");
  g_assert_cmpstr (names[1], ==, "131-KH-1- (2)");
  g_assert_cmpstr (names[3], ==, "-quoted-");
  g_assert_cmpstr (names[4], ==, "History-");
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (names[i], -1), <=, 31);
}

/* The height that the sheet gives to the row of a cell; 0: none of its own. */
static int
height_of (TestWorkbook *workbook,
           const char   *place)
{
  const char      *row = place + strspn (place, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  g_autofree char *begin = g_strdup_printf ("<row r=\"%s\"", row);
  const char      *at = strstr (test_workbook_xml (workbook, 0), begin);
  const char      *end = at == NULL ? NULL : strchr (at, '>');
  const char      *height = at == NULL ? NULL : strstr (at, " ht=\"");

  g_assert_nonnull (end);
  return height == NULL || height > end ? 0 : atoi (height + strlen (" ht=\""));
}

/* Programs that print a workbook need not work out heights: long texts would run into the next
 * row. */
static void
test_wrapped_rows_are_higher (void)
{
  static const char *const text = "Mua phân bón NPK của Công ty Cổ phần Vật tư nông nghiệp theo "
                                  "hợp đồng số 12 ngày 05/01/2025, giao tại kho thôn Đông";
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GString) bytes = g_string_new (NULL);
  SheafReportSink *sink = sheaf_report_xlsx_new (book, sheaf_date_new (2026, 1, 15),
                                                 test_report_collect, bytes);
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("L1");
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("");
  SheafCell      cells[2] = { { 0 } };
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_LINE, .cells = cells };
  g_autoptr (TestWorkbook) workbook = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;

  sheaf_report_column_add (head->columns, "text", NULL, "Diễn giải", "A", SHEAF_CELL_TEXT, 1);
  sheaf_report_column_add (head->columns, "other", NULL, "Nợ", "1", SHEAF_CELL_MONEY, 3);
  g_assert_true (sheaf_report_sink_head (sink, head, NULL));
  g_assert_true (sheaf_report_sink_section (sink, section, NULL));
  sheaf_cell_set_text (&cells[0], text);
  g_assert_true (sheaf_report_sink_row (sink, &row, NULL));
  sheaf_cell_set_text (&cells[0], "Bán lúa");
  g_assert_true (sheaf_report_sink_row (sink, &row, NULL));
  g_assert_true (sheaf_report_sink_finish (sink, NULL));
  sheaf_report_xlsx_free (sink);
  workbook = test_workbook_read (bytes->str, bytes->len);
  high = test_workbook_find (workbook, 0, text);
  low = test_workbook_find (workbook, 0, "Bán lúa");
  g_assert_cmpint (height_of (workbook, high), >=, 5 * SHEAF_SHEET_LINE_POINTS);
  g_assert_cmpint (height_of (workbook, low), ==, 0);
}

static void
test_lines_of_text (void)
{
  g_assert_cmpuint (sheaf_sheet_lines (NULL, 10, FALSE), ==, 1);
  g_assert_cmpuint (sheaf_sheet_lines ("", 10, FALSE), ==, 1);
  g_assert_cmpuint (sheaf_sheet_lines ("lúa", 10, FALSE), ==, 1);
  g_assert_cmpuint (sheaf_sheet_lines ("phân bón lót", 8, FALSE), ==, 2);
  g_assert_cmpuint (sheaf_sheet_lines ("một\nhai", 10, FALSE), ==, 2);
  g_assert_cmpuint (sheaf_sheet_lines ("aaaaaaaaaaaaaaaaaaaaaaaaa", 10, FALSE), ==, 3);
  g_assert_cmpuint (sheaf_sheet_lines ("aaaaaaaaa", 9, FALSE), <,
                    sheaf_sheet_lines ("AAAAAAAAA", 9, TRUE));
  g_assert_cmpuint (sheaf_sheet_points (2), ==, 2 * SHEAF_SHEET_LINE_POINTS);
  g_assert_cmpuint (sheaf_sheet_points (1000), ==, 409);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-xlsx/has-the-heading-of-the-form", test_form);
  g_test_add_func ("/report-xlsx/sums-and-terms-are-live", test_sums_are_live);
  g_test_add_func ("/report-xlsx/texts-stay-texts", test_texts_stay_texts);
  g_test_add_func ("/report-xlsx/sections-that-begin-pages-have-sheets",
                   test_sheet_for_each_section);
  g_test_add_func ("/report-xlsx/long-reports-stream", test_long_report);
  g_test_add_func ("/report-xlsx/subtotals-are-not-counted-twice",
                   test_subtotals_are_not_counted_twice);
  g_test_add_func ("/report-xlsx/rows-whose-text-wraps-are-higher", test_wrapped_rows_are_higher);
  g_test_add_func ("/report-xlsx/lines-of-a-text-are-counted-by-words", test_lines_of_text);
  g_test_add_func ("/report-xlsx/names-of-sheets-are-valid", test_names_of_sheets);
  return g_test_run ();
}
