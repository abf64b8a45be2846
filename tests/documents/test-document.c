/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file as other programs see it. */
#include "documents/reader.h"

#include "base/error.h"
#include "documents/error.h"
#include "documents/heading.h"
#include "documents/paper-texts.h"
#include "helpers/paper.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define SENTENCE "Ư Ơ Ạ ế ộ ữ ₫ đ Đ ằ ẵ ỹ Ỵ ử Ử ợ — Cộng hòa xã hội chủ nghĩa Việt Nam"

static const SheafTextStyle STYLES[] = {
  { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT },
  { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT },
  { SHEAF_FACE_ITALIC, 11, SHEAF_ALIGN_LEFT },
  { SHEAF_FACE_BOLD_ITALIC, 11, SHEAF_ALIGN_LEFT },
};

static void
draw_sample (SheafDocument *document,
             const char    *sentence)
{
  sheaf_document_set_footer (document, "Dấu kiểm tra sổ", "Trang {page}/{pages}");
  for (guint i = 0; i < G_N_ELEMENTS (STYLES); i++)
    sheaf_document_text_flow (document, STYLES[i], sentence);
  sheaf_document_add_outline (document, "Mục lục — Sổ cái");
}

/* A whole file of the sample, and its path. */
static char *
make_sample (const char *folder,
             const char *name,
             const char *sentence)
{
  g_autoptr (SheafDocument) document = reader_document ();

  draw_sample (document, sentence);
  return reader_save (document, folder, name);
}

static void
drop (const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
is_sound (void)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = make_sample (folder, "a.pdf", SENTENCE);
  g_autofree char *report = reader_run ("qpdf --check", path);

  if (report != NULL)
    g_assert_nonnull (strstr (report, "No syntax or stream encoding errors found"));
  reader_drop (path, folder);
}

static void
text_is_read (void)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = make_sample (folder, "a.pdf", SENTENCE);
  g_autofree char *text = reader_text ("pdftotext -layout", path);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, SENTENCE, -1) : NULL;

  if (parts != NULL)
    g_assert_cmpuint (g_strv_length (parts), ==, G_N_ELEMENTS (STYLES) + 1);
  reader_drop (path, folder);
}

static void
fonts_are_embedded (void)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = make_sample (folder, "a.pdf", SENTENCE);
  g_autofree char *report = reader_run ("pdffonts", path);
  g_auto (GStrv) lines = report != NULL ? g_strsplit (g_strchomp (report), "\n", -1) : NULL;

  if (lines != NULL)
    g_assert_cmpuint (g_strv_length (lines), ==, 2 + SHEAF_N_FACES);
  for (guint i = 2; lines != NULL && lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple ("yes +yes +yes +\\d+ +\\d+ *$", lines[i], 0, 0));
  reader_drop (path, folder);
}

static char *
read_bytes (const char *path,
            gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  (void) g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_same (const char *one,
             const char *other)
{
  gsize            length, other_length;
  g_autofree char *bytes = read_bytes (one, &length);
  g_autofree char *other_bytes = read_bytes (other, &other_length);

  g_assert_cmpmem (bytes, (int) length, other_bytes, (int) other_length);
}

static void
is_the_same_twice (void)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = make_sample (folder, "a.pdf", SENTENCE);
  g_autofree char *second = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *split = g_utf8_normalize (SENTENCE, -1, G_NORMALIZE_NFD);

  g_usleep (1100 * 1000); /* a clock of seconds would show */
  second = make_sample (folder, "b.pdf", SENTENCE);
  assert_same (path, second);
  composed = make_sample (folder, "c.pdf", split);
  assert_same (path, composed);
  drop (path);
  drop (second);
  drop (composed);
  drop (folder);
}

static void
properties (void)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = make_sample (folder, "a.pdf", SENTENCE);
  g_autofree char *report = reader_run ("pdfinfo -isodates", path);

  if (report != NULL)
    {
      g_assert_nonnull (strstr (report, "Báo cáo"));
      g_assert_nonnull (strstr (report, "HTX Cỏ Ngọt"));
      g_assert_nonnull (strstr (report, "2025-12-31"));
      g_assert_nonnull (strstr (report, "(A4)"));
    }
  reader_drop (path, folder);
}

static void
pages_are_counted (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  sheaf_document_set_footer (document, NULL, "Trang {page}/{pages}");
  for (guint i = 0; i < 120; i++)
    sheaf_document_text_flow (document, STYLES[0], "Một dòng");
  g_assert_cmpuint (sheaf_document_pages (document), ==, 3);
  sheaf_document_restart (document);
  sheaf_document_text_flow (document, STYLES[0], "Một dòng");
  path = reader_save (document, folder, "a.pdf");
  text = reader_text ("pdftotext -layout", path);
  if (text != NULL)
    {
      g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

      g_assert_cmpuint (g_strv_length (pages), ==, 5);
      g_assert_nonnull (strstr (pages[0], "Trang 1/3"));
      g_assert_nonnull (strstr (pages[2], "Trang 3/3"));
      g_assert_nonnull (strstr (pages[3], "Trang 1/1"));
    }
  reader_drop (path, folder);
}

/* Ordinary readers leave out what is drawn twice at one spot, so that no other test would see it;
 * the same words at the same spot of another page are no second drawing. */
static void
drawn_twice (void)
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");

  for (guint drawings = 1; drawings <= 2; drawings++)
    {
      g_autoptr (SheafDocument) document = reader_document ();
      g_autofree char *folder = reader_folder ();
      g_autofree char *path = NULL;
      float            y;

      for (guint page = 0; page < 2; page++)
        {
          sheaf_document_add_page (document);
          y = sheaf_document_y (document);
          for (guint i = 0; i < (page == 0 ? 1 : drawings); i++)
            (void) sheaf_document_text_box (document, STYLES[0], sheaf_document_left (document), y,
                                            300, "Hai từ");
        }
      path = reader_save (document, folder, "a.pdf");
      if (reader != NULL)
        g_assert_cmpuint (test_paper_count_meeting (path), ==, drawings == 1 ? 0 : 2);
      reader_drop (path, folder);
    }
}

static void
long_list_of_pages (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 33000; i++)
    sheaf_document_add_page (document);
  bytes = sheaf_document_finish (document, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

static void
failed_save (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "no", "such.pdf", NULL);
  g_autoptr (GDir) dir = NULL;

  draw_sample (document, SENTENCE);
  g_assert_false (sheaf_document_save (document, path, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  drop (folder);
}

/* A disk that takes 1 kB and no more; libharu's own saving would report success. */
static void
full_disk (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  struct rlimit    none = { 1024, RLIM_INFINITY }, before;

  draw_sample (document, SENTENCE);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none.rlim_max = before.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  g_assert_false (sheaf_document_save (document, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE);
  g_assert_cmpint (g_remove (folder), ==, 0); /* it is empty */
}

static void
missing_font (void)
{
  g_autoptr (GError) error = NULL;
  SheafFont         fonts[SHEAF_N_FACES];
  const char *const families[] = { "No Such Family", "Liberation Mono Of Nowhere", NULL };

  g_assert_false (sheaf_font_find (families, fonts, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "fonts-liberation2"));
}

static void
missing_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("vn", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sheaf_paper_texts_get (texts, "page", "number"), ==, "Trang {page}/{pages}");
  g_assert_true (sheaf_paper_texts_check (texts, &error));
  g_assert_cmpstr (sheaf_paper_texts_get (texts, "page", "nothing"), ==, "");
  g_assert_false (sheaf_paper_texts_check (texts, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "[page] nothing"));
  g_clear_error (&error);
  g_assert_null (sheaf_paper_texts_load ("none", &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA);
}

static void
heading (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  const char *const titles[] = { "NGƯỜI LẬP BIỂU", "KẾ TOÁN TRƯỞNG", NULL };
  const char *const dates[] = { "", "Lập, ngày … tháng … năm …", NULL };
  const char *const names[] = { "", "Trần Thị Ví Dụ", NULL };
  SheafSigners      signers = { .titles = titles, .dates = dates, .names = names };
  SheafHeading      head = { .unit = "Đơn vị báo cáo: HTX Cỏ Ngọt",
                             .code = "Mẫu số B01 - HTX",
                             .title = "BÁO CÁO TÌNH HÌNH TÀI CHÍNH",
                             .money = "Đơn vị tính: đồng" };
  g_autofree char  *folder = reader_folder ();
  g_autofree char  *path = NULL;
  g_autofree char  *text = NULL;
  const char *const wanted[] = { head.unit, head.code, head.title, head.money,
                                 titles[0], titles[1], dates[1], names[1] };

  sheaf_heading_draw (document, &head);
  sheaf_signers_draw (document, &signers);
  path = reader_save (document, folder, "a.pdf");
  text = reader_text ("pdftotext -layout", path);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (text, wanted[i]));
  reader_drop (path, folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/is-sound-to-qpdf", is_sound);
  g_test_add_func ("/document/vietnamese-text-is-read-back-in-every-face", text_is_read);
  g_test_add_func ("/document/fonts-are-embedded-and-subset-with-unicode", fonts_are_embedded);
  g_test_add_func ("/document/is-the-same-to-the-byte-and-composed", is_the_same_twice);
  g_test_add_func ("/document/has-title-author-and-the-given-day", properties);
  g_test_add_func ("/document/pages-are-counted-in-each-paper", pages_are_counted);
  g_test_add_func ("/document/what-is-drawn-twice-is-seen", drawn_twice);
  g_test_add_func ("/document/more-than-32767-pages", long_list_of_pages);
  g_test_add_func ("/document/a-save-that-fails-leaves-no-file", failed_save);
  g_test_add_func ("/document/a-full-disk-is-an-error-and-leaves-no-file", full_disk);
  g_test_add_func ("/document/without-a-font-the-package-is-named", missing_font);
  g_test_add_func ("/document/a-missing-text-is-an-error", missing_text);
  g_test_add_func ("/document/heading-and-signatures-as-printed", heading);
  return g_test_run ();
}
