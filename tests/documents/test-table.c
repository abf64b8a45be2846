/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as they are read back from the page. */
#include "documents/reader.h"

#include "documents/table.h"

#include <string.h>

static const SheafTableColumn COLUMNS[] = {
  { .heading = "Tên", .mark = "A", .weight = 1 },
  { .heading = "Nợ",
    .group = "Số dư",
    .mark = "1",
    .width = SHEAF_MM (35),
    .align = SHEAF_ALIGN_RIGHT },
  { .heading = "Có",
    .group = "Số dư",
    .mark = "2",
    .width = SHEAF_MM (35),
    .align = SHEAF_ALIGN_RIGHT },
};

/* 1/1000 point: the reader's coordinates have six decimals, libharu's have five digits. */
#define NEAR 1000

static char *
read_and_drop (SheafDocument *document,
               const char    *words)
{
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = reader_save (document, folder, "a.pdf");
  char            *text = reader_text (words, path);

  reader_drop (path, folder);
  return text;
}

static void
figures_end_alike (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  SheafTable      *table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);
  g_autofree char *bbox = NULL;
  gint64           edge;

  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ "Tiền", "7", NULL });
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 1,
                       (const char *const[]){ "Hao mòn", "(1.234.567)", NULL });
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0,
                       (const char *const[]){ "Cộng", "123.456.789.012", "9.9" });
  sheaf_table_finish (table, 0);
  bbox = read_and_drop (document, "pdftotext -bbox");
  if (bbox == NULL)
    return;
  /* The right margin is 15 mm and the last column 35 mm wide, with 1.2 mm of air: (210 − 15 − 35
   * − 1.2) mm in points. */
  edge = G_GINT64_CONSTANT (450141732);
  g_assert_cmpint (ABS (reader_right_edge (bbox, "7", 0) - edge), <, NEAR);
  g_assert_cmpint (ABS (reader_right_edge (bbox, "(1.234.567)", 0) - edge), <, NEAR);
  g_assert_cmpint (ABS (reader_right_edge (bbox, "123.456.789.012", 0) - edge), <, NEAR);
}

static void
figures_stay_whole (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  SheafTable      *table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 20, 0);
  g_autofree char *bbox = NULL;

  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0,
                       (const char *const[]){ "Cộng", "(999.999.999.999.999.999)", NULL });
  sheaf_table_finish (table, 0);
  g_assert_true (sheaf_document_y (document) < SHEAF_MM (60)); /* head and one line of text */
  bbox = read_and_drop (document, "pdftotext -bbox");
  if (bbox == NULL)
    return;
  g_assert_cmpint (ABS (reader_right_edge (bbox, "(999.999.999.999.999.999)", 0) -
                        G_GINT64_CONSTANT (450141732)),
                   <, NEAR * 100);
}

static void
head_is_repeated (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  SheafTable      *table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 1; i <= 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Dòng %03u", i);

      sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0,
                           (const char *const[]){ name, "1.000", "2.000" });
    }
  sheaf_table_finish (table, 0);
  text = read_and_drop (document, "pdftotext -layout");
  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >=, 3);
  for (guint i = 0; i + 1 < g_strv_length (pages); i++)
    {
      g_assert_nonnull (strstr (pages[i], "Số dư"));
      g_assert_nonnull (strstr (pages[i], "Nợ"));
      g_assert_true (g_regex_match_simple ("A +1 +2\n", pages[i], 0, 0));
    }
  for (guint i = 1; i <= 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Dòng %03u", i);

      g_assert_nonnull (strstr (text, name));
    }
}

static void
last_row_stays (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  SheafTable *table;

  sheaf_document_add_page (document);
  sheaf_document_set_y (document, sheaf_document_bottom (document) - SHEAF_MM (40));
  table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ "Dòng đầu", NULL, NULL });
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0, (const char *const[]){ "Tổng cộng", NULL, NULL });
  g_assert_cmpuint (sheaf_document_pages (document), ==, 1);
  sheaf_table_finish (table, SHEAF_MM (50));
  g_assert_cmpuint (sheaf_document_pages (document), ==, 2);
  g_assert_true (sheaf_document_bottom (document) - sheaf_document_y (document) >= SHEAF_MM (50));
}

static void
rows_are_whole (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (GString) text = g_string_new (NULL);
  SheafTable      *table;
  g_autofree char *read = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 1; i <= 12; i++)
    g_string_append_printf (text, "phần%02u của một tên dài lắm ", i);
  sheaf_document_add_page (document);
  sheaf_document_set_y (document, sheaf_document_bottom (document) - SHEAF_MM (35));
  table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ "ngắn", NULL, NULL });
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ text->str, NULL, NULL });
  sheaf_table_finish (table, 0);
  read = read_and_drop (document, "pdftotext -layout");
  if (read == NULL)
    return;
  pages = g_strsplit (read, "\f", -1);
  g_assert_nonnull (strstr (pages[0], "ngắn"));
  g_assert_null (strstr (pages[0], "phần"));
  g_assert_nonnull (strstr (pages[1], "phần01"));
  g_assert_nonnull (strstr (pages[1], "phần12"));
}

/* An entry of three lines, a sum with the balance under it: whole on one page or the next. */
static void
kept_rows_stay_together (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  SheafTable      *table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("Bút %03u dòng %u", i / 3, i % 3);

      sheaf_table_add_row (table, i % 3 == 2 ? SHEAF_ROW_PLAIN : SHEAF_ROW_KEEP, 0,
                           (const char *const[]){ name, "1.000", "x" });
    }
  sheaf_table_finish (table, 0);
  text = read_and_drop (document, "pdftotext -layout");
  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >=, 4);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *first = g_strdup_printf ("Bút %03u dòng 0", i);
      g_autofree char *last = g_strdup_printf ("Bút %03u dòng 2", i);
      guint            found = 0;

      for (char **page = pages; *page != NULL; page++)
        found += strstr (*page, first) != NULL && strstr (*page, last) != NULL;
      g_assert_cmpuint (found, ==, 1);
    }
}

/* However long a text is, the paper comes to an end. */
static void
endless_row (void)
{
  g_autoptr (SheafDocument) document = reader_document ();
  g_autoptr (GString) text = g_string_new (NULL);
  SheafTable *table = sheaf_table_new (document, COLUMNS, G_N_ELEMENTS (COLUMNS), 10, 0);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "chữ ");
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ text->str, NULL, NULL });
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const[]){ "sau", NULL, NULL });
  sheaf_table_finish (table, 0);
  g_assert_cmpuint (sheaf_document_pages (document), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/figures-end-at-one-edge", figures_end_alike);
  g_test_add_func ("/table/figures-too-wide-are-made-smaller-never-broken", figures_stay_whole);
  g_test_add_func ("/table/head-is-repeated-on-each-page", head_is_repeated);
  g_test_add_func ("/table/last-row-stays-with-what-follows", last_row_stays);
  g_test_add_func ("/table/rows-are-never-split", rows_are_whole);
  g_test_add_func ("/table/kept-rows-stay-on-one-page", kept_rows_stay_together);
  g_test_add_func ("/table/a-row-taller-than-a-page-is-cut", endless_row);
  return g_test_run ();
}
