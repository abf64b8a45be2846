/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report made up for tests of sinks. */
#include "helpers/report.h"

static SheafReportHead *
make_head (void)
{
  SheafReportHead *head = sheaf_report_head_new ("S99-HTX");
  GPtrArray       *columns = head->columns;

  sheaf_report_column_add (columns, "day", NULL, "Ngày ghi sổ", "A", SHEAF_CELL_DAY, 2);
  sheaf_report_column_add (columns, "number", "Chứng từ", "Số hiệu", "B", SHEAF_CELL_TEXT, 2);
  sheaf_report_column_add (columns, "text", NULL, "Diễn giải", "C", SHEAF_CELL_TEXT, 6);
  sheaf_report_column_add (columns, "quantity", "Phát sinh > Nhập", "Số lượng", "1",
                           SHEAF_CELL_QUANTITY, 2);
  sheaf_report_column_add (columns, "debit", "Phát sinh > Nhập", "Nợ", "2", SHEAF_CELL_MONEY, 3);
  sheaf_report_column_add (columns, "credit", "Phát sinh > Xuất", "Có", "3", SHEAF_CELL_MONEY, 3);
  head->form_code = g_strdup ("Mẫu số: S99-HTX");
  head->attachment = g_strdup ("(Kèm theo Thông tư số 71/2024/TT-BTC)");
  head->title = g_strdup ("SỔ THỬ NGHIỆM");
  head->unit = g_strdup ("Đơn vị tính: đồng");
  head->forward = g_strdup ("Cộng chuyển sang trang sau");
  head->brought = g_strdup ("Số trang trước chuyển sang");
  head->signing_date = g_strdup ("Ngày {day} tháng {month} năm {year}");
  head->signing_block = 2;
  g_strfreev (head->subtitles);
  head->subtitles = g_strsplit ("Năm 2025", "|", -1);
  g_strfreev (head->header);
  head->header = g_strsplit ("Đơn vị|Địa chỉ", "|", -1);
  g_strfreev (head->foot);
  head->foot = g_strsplit ("- Sổ này có {pages} trang, đánh số từ trang số 01 đến trang "
                           "{pages}|- Ngày mở sổ: {opened}",
                           "|", -1);
  g_strfreev (head->signers);
  head->signers = g_strsplit ("NGƯỜI LẬP BIỂU|KẾ TOÁN TRƯỞNG|NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT", "|",
                              -1);
  g_strfreev (head->signer_notes);
  head->signer_notes = g_strsplit ("(Ký, họ tên)|(Ký, họ tên)|(Ký, họ tên, đóng dấu)", "|", -1);
  g_strfreev (head->notes);
  head->notes = g_strsplit ("Ghi chú: sổ thử nghiệm.", "|", -1);
  head->from = sheaf_date_new (2025, 1, 1);
  head->to = sheaf_date_new (2025, 12, 31);
  return head;
}

typedef struct
{
  SheafCell      cells[6];
  SheafReportRow row;
} Row;

static void
begin_row (Row               *row,
           SheafReportRowKind kind,
           const char        *text)
{
  *row = (Row){ 0 };
  row->row.kind = kind;
  row->row.cells = row->cells;
  row->row.bold = kind != SHEAF_ROW_KIND_LINE;
  sheaf_cell_set_text (&row->cells[2], text);
}

static gboolean
write_lines (SheafReportSink *sink,
             guint            n_lines,
             gint64          *ret_debit,
             GError         **error)
{
  *ret_debit = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      Row    row;
      char   number[8] = "0012";
      gint64 amount = i % 3 == 2 ? -1500 : 1000000 + (gint64) i;

      begin_row (&row, SHEAF_ROW_KIND_LINE, i == 0 ? "=1+1, \"mua\" phân bón" : "Bán lúa");
      sheaf_cell_set_day (&row.cells[0], sheaf_date_new (2025, 1 + (int) (i * 12 / n_lines), 5));
      sheaf_cell_set_text (&row.cells[1], number);
      sheaf_cell_set_number (&row.cells[3], 2500 * (gint64) i);
      sheaf_cell_set_number (&row.cells[4], amount);
      sheaf_cell_set_number (&row.cells[5], 0);
      *ret_debit += amount;
      if (!sheaf_report_sink_row (sink, &row.row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_section (SheafReportSink *sink,
               const char      *name,
               guint            n_lines,
               GError         **error)
{
  static const SheafCellTerm terms[] = { { 1, 0, 4 }, { 1, 0, 4 }, { -1, 0, 5 } };
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (name);
  gint64 debit;
  Row    row;

  g_strfreev (section->fields);
  section->fields = g_strdupv ((char *[]){ (char *) "Tài khoản: 131", NULL });
  section->title = g_strdup (name);
  begin_row (&row, SHEAF_ROW_KIND_OPENING, "Số dư đầu kỳ");
  sheaf_cell_set_number (&row.cells[4], 500);
  if (!sheaf_report_sink_section (sink, section, error) ||
      !sheaf_report_sink_row (sink, &row.row, error) ||
      !write_lines (sink, n_lines, &debit, error))
    return FALSE;
  begin_row (&row, SHEAF_ROW_KIND_SUBTOTAL, "Cộng");
  sheaf_cell_cross (&row.cells[3]);
  sheaf_cell_set_number (&row.cells[4], debit);
  sheaf_cell_set_number (&row.cells[5], 0);
  row.cells[4].sum = row.cells[5].sum = TRUE;
  if (!sheaf_report_sink_row (sink, &row.row, error))
    return FALSE;
  begin_row (&row, SHEAF_ROW_KIND_CLOSING, "Hai lần số dư đầu kỳ");
  sheaf_cell_set_number (&row.cells[4], 1000);
  row.cells[4].terms = terms;
  row.cells[4].n_terms = G_N_ELEMENTS (terms);
  return sheaf_report_sink_row (sink, &row.row, error);
}

gboolean
test_report_write_pages (SheafReportSink *sink,
                         guint            n_lines,
                         gboolean         section_pages,
                         GError         **error)
{
  g_autoptr (SheafReportHead) head = make_head ();

  head->section_pages = section_pages;
  return sheaf_report_sink_head (sink, head, error) &&
         write_section (sink, "131 KH001", n_lines, error) &&
         write_section (sink, "131 KH002", 1, error) && sheaf_report_sink_finish (sink, error);
}

gboolean
test_report_write (SheafReportSink *sink,
                   guint            n_lines,
                   GError         **error)
{
  return test_report_write_pages (sink, n_lines, FALSE, error);
}

gboolean
test_report_collect (const char    *bytes,
                     gsize          length,
                     gpointer       data,
                     GError **error G_GNUC_UNUSED)
{
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}
