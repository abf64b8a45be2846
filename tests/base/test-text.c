/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese text in its several forms. */
#include "base/text.h"

static void
test_fold (void)
{
  g_autofree char *composed = sheaf_text_fold ("  Nguyễn   Văn ĐỨC ");
  g_autofree char *split = g_utf8_normalize ("Nguyễn Văn Đức", -1, G_NORMALIZE_NFD);
  g_autofree char *decomposed = sheaf_text_fold (split);

  g_assert_cmpstr (composed, ==, "nguyen van duc");
  g_assert_cmpstr (decomposed, ==, "nguyen van duc");
}

static void
test_unaccent (void)
{
  g_autofree char *text = sheaf_text_unaccent ("HTX Cỏ Ngọt – “Đợt 2”");

  g_assert_cmpstr (text, ==, "HTX Co Ngot Dot 2");
}

static void
test_clean (void)
{
  g_autofree char *split = g_utf8_normalize (" Ước ", -1, G_NORMALIZE_NFD);
  g_autofree char *clean = sheaf_text_clean (split, -1);

  g_assert_cmpstr (clean, ==, "Ước");
  g_assert_null (sheaf_text_clean ("\xff", -1));
  g_assert_null (sheaf_text_clean ("a\0b", 3));
}

static void
test_capital (void)
{
  g_autofree char *sentence = sheaf_text_capitalize ("đơn vị");
  g_autofree char *empty = sheaf_text_capitalize ("");

  g_assert_cmpstr (sentence, ==, "Đơn vị");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_code (void)
{
  g_assert_true (sheaf_text_is_code ("TV-001/a"));
  g_assert_true (sheaf_text_is_code ("Đ1"));
  g_assert_false (sheaf_text_is_code (""));
  g_assert_false (sheaf_text_is_code ("a b"));
  g_assert_false (sheaf_text_is_code ("123456789012345678901234567890123"));
}

/* A megabyte, with marks on both sides of every place where it could be cut. */
static void
test_long (void)
{
  GString         *split = g_string_new ("x");
  GString         *whole = g_string_new ("x");
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 250000; i++)
    {
      g_string_append (split, "o\xcc\xa3\xcc\x82"); /* o, dot below, circumflex */
      g_string_append (whole, "ộ");
    }
  clean = sheaf_text_clean (split->str, (gssize) split->len);
  g_assert_cmpstr (clean, ==, whole->str);
  g_string_free (split, TRUE);
  g_string_free (whole, TRUE);
}

static void
test_words (void)
{
  g_autofree char *text = sheaf_text_fold ("TV001 Nguyễn Văn Đức");

  g_assert_true (sheaf_text_has_words (text, (char *[]){ "duc", "tv001", NULL }));
  g_assert_true (sheaf_text_has_words (text, (char *[]){ "guy", "", NULL }));
  g_assert_true (sheaf_text_has_words (text, (char *[]){ NULL }));
  g_assert_false (sheaf_text_has_words (text, (char *[]){ "van", "duck", NULL }));
  g_assert_false (sheaf_text_has_words (text, (char *[]){ "hoa", "van", NULL }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold-ignores-accents-and-dd", test_fold);
  g_test_add_func ("/text/unaccented-for-banks", test_unaccent);
  g_test_add_func ("/text/clean-composes-and-refuses-bad-bytes", test_clean);
  g_test_add_func ("/text/a-megabyte-is-composed-at-once", test_long);
  g_test_add_func ("/text/a-sentence-begins-with-a-capital", test_capital);
  g_test_add_func ("/text/codes", test_code);
  g_test_add_func ("/text/every-typed-word-is-there", test_words);
  return g_test_run ();
}
