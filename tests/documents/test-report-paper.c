/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on paper. */
#include "documents/reader.h"
#include "helpers/ledger.h"
#include "helpers/report.h"

#include "documents/report-paper.h"

#include <string.h>

static char *
make_paper (guint  n_lines,
            char **ret_folder,
            guint *ret_pages)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafReportSink *sink = sheaf_report_paper_new (book, "vi", sheaf_date_new (2026, 1, 15),
                                                  test_report_collect, bytes, &error);
  char            *path;

  g_assert_no_error (error);
  g_assert_true (test_report_write (sink, n_lines, &error));
  g_assert_no_error (error);
  *ret_pages = sheaf_report_paper_pages (sink);
  sheaf_report_paper_free (sink);
  *ret_folder = reader_folder ();
  path = g_build_filename (*ret_folder, "report.pdf", NULL);
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, &error));
  return path;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

static void
test_words_and_figures (void)
{
  static const char *const parts[] = { "Mẫu số: S99-HTX",
                                       "SỔ THỬ NGHIỆM",
                                       "Năm 2025",
                                       "Đơn vị tính: đồng",
                                       "131 KH001",
                                       "Tài khoản: 131",
                                       "Phát sinh",
                                       "Nhập",
                                       "Xuất",
                                       "05/09/2025",
                                       "(1.500)",
                                       "1.998.501",
                                       "Ngày 15 tháng 01 năm 2026",
                                       "NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT",
                                       "(Ký, họ tên, đóng dấu)",
                                       "- Sổ này có 01 trang, đánh số từ trang số 01 đến trang 01",
                                       "Ghi chú: sổ thử nghiệm.",
                                       "Trang 1/1" };
  g_autofree char         *folder = NULL;
  guint                    pages;
  g_autofree char         *path = make_paper (3, &folder, &pages);
  g_autofree char         *text = reader_text ("pdftotext -layout", path);

  g_assert_cmpuint (pages, ==, 1);
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is not on the paper", parts[i]);
  reader_drop (path, folder);
}

/* The amount at the end of the first line that has the words. */
static gint64
figure_after (const char *page,
              const char *words)
{
  const char *at = strstr (page, words);
  gint64      value = 0;
  gboolean    digits = FALSE;

  g_assert_nonnull (at);
  for (at += strlen (words); *at != '\n' && !(digits && *at == ' '); at++)
    if (g_ascii_isdigit (*at))
      {
        value = value * 10 + (*at - '0');
        digits = TRUE;
      }
  return value;
}

/* What a page carries forward is what its rows and the row before it come to. */
static void
test_sums_are_carried (void)
{
  g_autofree char *folder = NULL;
  guint            pages;
  g_autofree char *path = make_paper (150, &folder, &pages);
  g_autofree char *text = reader_text ("pdftotext -layout", path);
  g_auto (GStrv) sheets = text != NULL ? g_strsplit (text, "\f", -1) : NULL;
  guint  lines = 0;
  gint64 sum = 0;

  g_assert_cmpuint (pages, >, 2);
  for (guint page = 0; sheets != NULL && page + 1 < pages; page++)
    {
      guint on_page = count (sheets[page], "0012");

      if (page > 0)
        g_assert_cmpint (figure_after (sheets[page], "Số trang trước chuyển sang"), ==, sum);
      g_assert_true (page == 0 || strstr (sheets[page], "· SỔ THỬ NGHIỆM · Năm 2025") !=
                                      NULL); /* a loose sheet says what it is of */
      if (strstr (sheets[page], "Cộng chuyển sang trang sau") == NULL)
        break; /* the first account ends here, the other one begins */
      for (guint i = lines; i < lines + on_page; i++)
        sum += i % 3 == 2 ? -1500 : 1000000 + (gint64) i;
      lines += on_page;
      g_assert_cmpint (figure_after (sheets[page], "Cộng chuyển sang trang sau"), ==, sum);
    }
  g_assert_cmpuint (text != NULL ? lines : 150, >, 60);
  reader_drop (path, folder);
}

static void
test_signatures_are_never_alone (void)
{
  for (guint n = 31; n < 46; n += 2)
    {
      g_autofree char *folder = NULL;
      guint            pages;
      g_autofree char *path = make_paper (n, &folder, &pages);
      g_autofree char *text = reader_text ("pdftotext -layout", path);
      g_auto (GStrv) sheets = text != NULL ? g_strsplit (text, "\f", -1) : NULL;
      g_autofree char *foot = g_strdup_printf ("- Sổ này có %02u trang", pages);

      if (sheets != NULL)
        {
          g_assert_nonnull (strstr (sheets[pages - 1], "NGƯỜI LẬP BIỂU"));
          g_assert_nonnull (strstr (sheets[pages - 1], "Hai lần số dư đầu kỳ"));
          g_assert_nonnull (strstr (sheets[pages - 1], "Ghi chú"));
          g_assert_nonnull (strstr (sheets[pages - 1], foot));
        }
      reader_drop (path, folder);
    }
}

static void
test_speed (void)
{
  g_autofree char *folder = NULL;
  guint            pages;
  g_autofree char *path = NULL;

  g_test_timer_start ();
  path = make_paper (20000, &folder, &pages);
  g_test_message ("%u pages in %.2f s", pages, g_test_timer_elapsed ());
  reader_drop (path, folder);
}

/* What stands at the foot is in the language of the paper. */
static void
test_footer_language (void)
{
  static const char *const languages[][2] = { { "en", "Page 1/1" }, { "fr", "Sceau des comptes" } };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      g_autoptr (SheafBook) book = test_ledger_new ();
      SheafReportSink *sink = sheaf_report_paper_new (
          book, languages[i][0], sheaf_date_new (2026, 1, 15), test_report_collect, bytes, NULL);
      g_autofree char *folder = reader_folder ();
      g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
      g_autofree char *text = NULL;

      g_assert_true (test_report_write (sink, 3, NULL));
      sheaf_report_paper_free (sink);
      g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
      text = reader_text ("pdftotext -layout", path);
      if (text != NULL)
        {
          g_assert_nonnull (strstr (text, languages[i][1]));
          g_assert_null (strstr (text, "Trang 1/1"));
        }
      reader_drop (path, folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-paper/words-and-figures", test_words_and_figures);
  g_test_add_func ("/report-paper/pages-carry-sums-forward", test_sums_are_carried);
  g_test_add_func ("/report-paper/signatures-are-never-alone", test_signatures_are_never_alone);
  g_test_add_func ("/report-paper/footers-are-in-the-language-of-the-paper", test_footer_language);
  if (g_test_slow ())
    g_test_add_func ("/report-paper/twenty-thousand-rows", test_speed);
  return g_test_run ();
}
