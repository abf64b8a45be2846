/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text is cleaned and broken before libharu sees it. */
#include "documents/reader.h"

#include "documents/text.h"

#include <string.h>

static const SheafTextStyle STYLE = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };

static void
assert_clean (SheafDocument *document,
              const char    *text,
              const char    *expected)
{
  g_autofree char *clean = sheaf_document_text_clean (document, SHEAF_FACE_REGULAR, text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
clean (void)
{
  g_autoptr (SheafDocument) document = reader_document ();

  assert_clean (document, "Nguye\xcc\x82\xcc\x83n", "Nguyễn");
  assert_clean (document, "Dòng\tmột\r\nDòng\x07 hai", "Dòng một\nDòng hai");
  assert_clean (document, "Đ\u200bất\u2009nhà\ufeff", "Đất nhà");
  assert_clean (document, "Ổi \U0001F600 字", "Ổi ? ?");
  assert_clean (document, "sai \xff byte", "sai ? byte");
}

static void
composed_width (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  float split = sheaf_document_text_width (
      document, STYLE, "Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 Hu\xcc\x9b\xcc\x80ng");
  float whole = sheaf_document_text_width (document, STYLE, "Nguyễn Thị Hừng");

  g_assert_true (split > 0 && split == whole); /* the same letters, so the same sum */
}

static void
wrap (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  const char *text = "Phải trả của hoạt động tín dụng nội bộ\nKý, họ tên";
  float       width = sheaf_document_text_width (document, STYLE, "Phải trả của hoạt động");
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, STYLE, text, width);
  g_auto (GStrv) one = sheaf_document_text_wrap (document, STYLE, "", 100);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "Phải trả của hoạt động");
  g_assert_cmpstr (lines[1], ==, "tín dụng nội bộ");
  g_assert_cmpstr (lines[2], ==, "Ký, họ tên");
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, "");
}

static void
long_word (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  const char *word = "ĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐĐ";
  float       width = sheaf_document_text_width (document, STYLE, "ĐĐĐĐĐĐ");
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, STYLE, word, width);
  g_auto (GStrv) narrow = sheaf_document_text_wrap (document, STYLE, "ĐĐĐ", 1);
  g_autofree char *joined = g_strjoinv ("", lines);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "ĐĐĐĐĐĐ");
  g_assert_cmpstr (joined, ==, word);
  g_assert_cmpuint (g_strv_length (narrow), ==, 3); /* one letter a line, never none */
}

static void
ellipsize (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  float            width = sheaf_document_text_width (document, STYLE, "Hợp tác xã nông");
  g_autofree char *cut = sheaf_document_text_ellipsize (document, STYLE, "Hợp tác xã nông nghiệp",
                                                        width);
  g_autofree char *whole = sheaf_document_text_ellipsize (document, STYLE, "Hợp tác xã nông",
                                                          width);

  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_true (g_str_has_prefix (cut, "Hợp tác xã"));
  g_assert_true (sheaf_document_text_width (document, STYLE, cut) <= width);
  g_assert_cmpstr (whole, ==, "Hợp tác xã nông");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/is-composed-and-free-of-control-characters", clean);
  g_test_add_func ("/text/decomposed-is-as-wide-as-composed", composed_width);
  g_test_add_func ("/text/breaks-at-blanks-and-line-ends", wrap);
  g_test_add_func ("/text/a-word-wider-than-the-line-is-broken", long_word);
  g_test_add_func ("/text/ellipsis-fits-into-the-width", ellipsize);
  return g_test_run ();
}
