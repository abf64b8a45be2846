/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as text and JSON. */
#include "cli/report-json.h"
#include "cli/report-text.h"

#include "helpers/report.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_report_text_new ("vi", test_report_collect, text);

  g_assert_true (test_report_write (sink, 3, &error));
  sheaf_report_text_free (sink);
  g_assert_true (g_str_has_prefix (
      text->str,
      "SỔ THỬ NGHIỆM · Mẫu số: S99-HTX\nNăm 2025\nĐơn vị tính: đồng\n\n131 KH001\nTài khoản: 131\n"
      "             Chứng từ                        Phát sinh\n"
      "                                             Nhập                 Xuất\n"));
  g_assert_nonnull (strstr (
      text->str, "\n05/05/2025   0012      Bán lúa                    2,5  1.000.001     –\n"));
  g_assert_nonnull (strstr (
      text->str, "\n05/09/2025   0012      Bán lúa                      5    (1.500)     –\n"));
}

/* What is kept for the widths ends somewhere; no row may be lost there. */
static void
test_long_text_is_whole (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SheafReportSink *sink = sheaf_report_text_new ("en", test_report_collect, text);
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (test_report_write (sink, 5001, NULL));
  sheaf_report_text_free (sink);
  lines = g_strsplit (text->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    n += strstr (*line, " 0012 ") != NULL;
  g_assert_cmpuint (n, ==, 5001 + 1);
}

static void
test_json (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_report_json_new (test_report_collect, text);
  JsonArray       *rows;
  JsonObject      *row;

  g_assert_true (test_report_write (sink, 3, &error));
  sheaf_report_json_free (sink);
  g_assert_true (json_parser_load_from_data (parser, text->str, -1, &error));
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), ==, 6 + 4);
  row = json_array_get_object_element (rows, 1);
  g_assert_cmpstr (json_object_get_string_member (row, "section"), ==, "131 KH001");
  g_assert_cmpstr (json_object_get_string_member (row, "text"), ==, "=1+1, \"mua\" phân bón");
  g_assert_cmpstr (json_object_get_string_member (row, "number"), ==, "0012");
  g_assert_cmpint (json_object_get_int_member (row, "debit"), ==, 1000000);
  g_assert_cmpstr (json_object_get_string_member (row, "row"), ==, "line");
  row = json_array_get_object_element (rows, 4);
  g_assert_true (json_object_get_null_member (row, "quantity"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-output/text-is-aligned-under-merged-headings", test_text);
  g_test_add_func ("/report-output/long-text-loses-no-row", test_long_text_is_whole);
  g_test_add_func ("/report-output/json-has-the-columns-of-csv", test_json);
  return g_test_run ();
}
