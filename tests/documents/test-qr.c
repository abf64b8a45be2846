/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes as a reader of such codes sees them on paper. */
#include "documents/qr.h"
#include "documents/reader.h"

#include "documents/error.h"

#include <glib/gstdio.h>
#include <string.h>

#define SIDE SHEAF_MM (32)

/* What the reader finds on the first page of the paper; NULL when it is not installed. */
static char *
scan (const char *pdf)
{
  g_autofree char *page = g_strconcat (pdf, "-page", NULL);
  g_autofree char *picture = g_strconcat (page, ".png", NULL);
  g_autofree char *made = NULL;
  g_autofree char *paths = g_strconcat (pdf, " ", page, NULL);
  char            *found;

  made = reader_run ("pdftoppm -r 150 -png -singlefile", paths);
  if (made == NULL)
    return NULL;
  found = reader_run ("zbarimg --quiet --raw --nodbus", picture);
  g_assert_cmpint (g_remove (picture), ==, 0);
  return found != NULL ? g_strchomp (found) : NULL;
}

static void
assert_read_back (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = reader_folder ();
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (SheafQr) qr = sheaf_qr_new (text, &error);
  g_autofree char *path = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  sheaf_qr_draw (qr, document, SHEAF_MM (20), SHEAF_MM (30), SIDE);
  path = reader_save (document, folder, "qr.pdf");
  found = scan (path);
  if (found != NULL)
    g_assert_cmpstr (found, ==, text);
  reader_drop (path, folder);
}

/* All codes that were published for transfers. */
static void
codes_for_transfers (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "payouts", "vietqr-codes.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  (void) g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '#' && **line != '\0')
      {
        assert_read_back (*line);
        n++;
      }
  g_assert_cmpuint (n, ==, 7);
}

static void
other_texts (void)
{
  assert_read_back ("A");
  assert_read_back ("{\"year\": 2025, \"member\": \"TV-0012/b\"}");
}

/* The three corners by which readers find a code, and nothing dark around it. */
static void
matrix (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafQr) qr = sheaf_qr_new ("01234567", &error);
  int size;

  g_assert_no_error (error);
  size = (int) sheaf_qr_size (qr);
  g_assert_cmpint (size, ==, 21);
  for (int i = 0; i < 7; i++)
    {
      g_assert_true (sheaf_qr_is_dark (qr, i, 0));
      g_assert_true (sheaf_qr_is_dark (qr, size - 1 - i, 0));
      g_assert_true (sheaf_qr_is_dark (qr, i, size - 1));
      g_assert_false (sheaf_qr_is_dark (qr, i, 7));
    }
  g_assert_false (sheaf_qr_is_dark (qr, -1, 0));
  g_assert_false (sheaf_qr_is_dark (qr, 0, size));
}

/* Level M of version 1, mask 2 or any: the two bits of the level beside the corner are 1 0 after
 * the mask of format information is taken off (ISO/IEC 18004, 8.9). */
static void
level (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafQr) qr = sheaf_qr_new ("01234567", &error);
  guint bits;

  g_assert_no_error (error);
  bits = (guint) sheaf_qr_is_dark (qr, 0, 8) << 1 | (guint) sheaf_qr_is_dark (qr, 1, 8);
  g_assert_cmpuint (bits ^ 2, ==, 0); /* the mask begins with 10, level M is 00 */
}

static void
too_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (2332, 'a');
  g_autoptr (SheafQr) most = NULL;

  g_assert_null (sheaf_qr_new (text, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "shorten"));
  g_clear_error (&error);
  text[2331] = '\0';
  most = sheaf_qr_new (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheaf_qr_size (most), ==, 177);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/published-codes-for-transfers-are-read-back", codes_for_transfers);
  g_test_add_func ("/qr/other-texts-are-read-back", other_texts);
  g_test_add_func ("/qr/matrix-has-its-corners", matrix);
  g_test_add_func ("/qr/error-correction-is-M", level);
  g_test_add_func ("/qr/too-long-a-text-is-refused", too_long);
  return g_test_run ();
}
