/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports as CSV. */
#include "exchange/report-csv.h"

#include "helpers/report.h"

#include <gio/gio.h>

static char *
make_csv (guint n_lines)
{
  GString         *text = g_string_new (NULL);
  SheafReportSink *sink = sheaf_report_csv_new (test_report_collect, text);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_report_write (sink, n_lines, &error));
  g_assert_no_error (error);
  sheaf_report_csv_free (sink);
  return g_string_free (text, FALSE);
}

static void
test_rows_and_cells (void)
{
  g_autofree char *text = make_csv (3);

  g_assert_cmpstr (
      text, ==,
      "section,day,number,text,quantity,debit,credit,row\n"
      "131 KH001,,,Số dư đầu kỳ,,500,,opening\n"
      "131 KH001,2025-01-05,0012,\"=1+1, \"\"mua\"\" phân bón\",0,1000000,0,line\n"
      "131 KH001,2025-05-05,0012,Bán lúa,2.5,1000001,0,line\n"
      "131 KH001,2025-09-05,0012,Bán lúa,5,-1500,0,line\n"
      "131 KH001,,,Cộng,,1998501,0,subtotal\n"
      "131 KH001,,,Hai lần số dư đầu kỳ,,1000,,closing\n"
      "131 KH002,,,Số dư đầu kỳ,,500,,opening\n"
      "131 KH002,2025-01-05,0012,\"=1+1, \"\"mua\"\" phân bón\",0,1000000,0,line\n"
      "131 KH002,,,Cộng,,1000000,0,subtotal\n"
      "131 KH002,,,Hai lần số dư đầu kỳ,,1000,,closing\n");
}

/* Sections of a note: one with columns of its own, one of text alone. */
static void
test_sections_of_their_own (void)
{
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("B09-HTX");
  g_autoptr (SheafReportSection) table = sheaf_report_section_new ("V.1");
  g_autoptr (SheafReportSection) words = sheaf_report_section_new ("V.2");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_report_csv_new (test_report_collect, text);
  SheafCell        cells[1] = { { .state = SHEAF_CELL_FILLED, .number = 105050 } };
  SheafReportRow   row = { .cells = cells };

  table->columns = sheaf_report_columns_new ();
  table->currency = g_strdup ("USD");
  sheaf_report_column_add (table->columns, "units", NULL, "", NULL, SHEAF_CELL_FOREIGN, 1);
  words->columns = sheaf_report_columns_new ();
  g_strfreev (words->paragraphs);
  words->paragraphs = g_strsplit ("Không có.|Hết, năm.", "|", -1);
  g_assert_true (sheaf_report_sink_head (sink, head, &error) &&
                 sheaf_report_sink_section (sink, table, &error) &&
                 sheaf_report_sink_row (sink, &row, &error) &&
                 sheaf_report_sink_section (sink, words, &error) &&
                 sheaf_report_sink_finish (sink, &error));
  sheaf_report_csv_free (sink);
  g_assert_cmpstr (text->str, ==,
                   "section,units,row\nV.1,1050.50,line\nsection,text,row\nV.2,Không có.,line\n"
                   "V.2,\"Hết, năm.\",line\n");
}

static gboolean
refuse (const char *bytes G_GNUC_UNUSED,
        gsize length      G_GNUC_UNUSED,
        gpointer data     G_GNUC_UNUSED,
        GError          **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_full_disk_is_told (void)
{
  SheafReportSink *sink = sheaf_report_csv_new (refuse, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (test_report_write (sink, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  sheaf_report_csv_free (sink);
}

static gboolean
count (const char *bytes G_GNUC_UNUSED,
       gsize             length,
       gpointer          data,
       GError **error    G_GNUC_UNUSED)
{
  *(gsize *) data += length;
  return TRUE;
}

/* Five million lines; slow mode only. */
static void
test_speed (void)
{
  gsize            length = 0;
  SheafReportSink *sink = sheaf_report_csv_new (count, &length);

  g_test_timer_start ();
  g_assert_true (test_report_write (sink, 5000000, NULL));
  g_test_message ("%" G_GSIZE_FORMAT " bytes in %.2f s", length, g_test_timer_elapsed ());
  g_assert_cmpfloat (g_test_timer_last (), <, 10);
  sheaf_report_csv_free (sink);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-csv/rows-say-what-they-are", test_rows_and_cells);
  g_test_add_func ("/report-csv/sections-may-have-their-own-columns", test_sections_of_their_own);
  g_test_add_func ("/report-csv/a-full-disk-is-told", test_full_disk_is_told);
  if (g_test_slow ())
    g_test_add_func ("/report-csv/five-million-lines", test_speed);
  return g_test_run ();
}
