/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of XLSX that Sheaf writes, read without the library that wrote it. */
#include "workbook.h"

#include "book.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *text;    /* of a string, or of a number */
  char *formula; /* without "=" */
} Cell;

struct _TestWorkbook
{
  char      *folder;
  GPtrArray *strings; /* the shared ones */
  GPtrArray *names;   /* of sheets, NULL at the end */
  GPtrArray *cells;   /* a GHashTable of Cell for each sheet */
  GPtrArray *xml;
};

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->formula);
  g_free (cell);
}

typedef struct
{
  TestWorkbook *workbook;
  GHashTable   *cells;
  GString      *text;
  Cell         *cell;
  char         *place;
  gboolean      shared;
} Reading;

static const char *
attribute (const char **names,
           const char **values,
           const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
start_element (GMarkupParseContext *context G_GNUC_UNUSED,
               const char                  *element,
               const char                 **names,
               const char                 **values,
               gpointer                     data,
               GError **error               G_GNUC_UNUSED)
{
  Reading *reading = data;

  if (g_str_equal (element, "c"))
    {
      reading->cell = g_new0 (Cell, 1);
      reading->place = g_strdup (attribute (names, values, "r"));
      reading->shared = g_strcmp0 (attribute (names, values, "t"), "s") == 0;
    }
  else if (g_str_equal (element, "sheet"))
    g_ptr_array_add (reading->workbook->names, g_strdup (attribute (names, values, "name")));
  g_string_truncate (reading->text, 0);
}

static void
end_element (GMarkupParseContext *context G_GNUC_UNUSED,
             const char                  *element,
             gpointer                     data,
             GError **error               G_GNUC_UNUSED)
{
  Reading      *reading = data;
  TestWorkbook *workbook = reading->workbook;

  if (g_str_equal (element, "si"))
    g_ptr_array_add (workbook->strings, g_strdup (reading->text->str));
  else if (reading->cell != NULL && g_str_equal (element, "f"))
    reading->cell->formula = g_strdup (reading->text->str);
  else if (reading->cell != NULL && (g_str_equal (element, "v") || g_str_equal (element, "t")))
    reading->cell->text = g_strdup (
        reading->shared ? workbook->strings->pdata[atoi (reading->text->str)]
                        : reading->text->str);
  else if (g_str_equal (element, "c"))
    g_hash_table_insert (reading->cells, g_steal_pointer (&reading->place),
                         g_steal_pointer (&reading->cell));
}

static void
add_text (GMarkupParseContext *context G_GNUC_UNUSED,
          const char                  *text,
          gsize                        length,
          gpointer                     data,
          GError **error               G_GNUC_UNUSED)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

/* FALSE when the part is not there. */
static gboolean
read_part (TestWorkbook *workbook,
           const char   *name,
           GHashTable   *cells,
           char        **ret_xml)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autofree char           *path = g_build_filename (workbook->folder, name, NULL);
  g_autofree char           *xml = NULL;
  Reading                    reading = { .workbook = workbook, .cells = cells };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &xml, NULL, NULL))
    return FALSE;
  reading.text = g_string_new (NULL);
  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_string_free (reading.text, TRUE);
  if (ret_xml != NULL)
    *ret_xml = g_steal_pointer (&xml);
  return TRUE;
}

static void
read_sheets (TestWorkbook *workbook)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
      GHashTable      *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_cell);
      char            *xml = NULL;

      if (!read_part (workbook, name, cells, &xml))
        {
          g_hash_table_unref (cells);
          break;
        }
      g_ptr_array_add (workbook->cells, cells);
      g_ptr_array_add (workbook->xml, xml);
    }
}

TestWorkbook *
test_workbook_read (const char *bytes,
                    gsize       length)
{
  TestWorkbook    *workbook = g_new0 (TestWorkbook, 1);
  g_autofree char *path = NULL;
  char            *words[] = { (char *) "python3", (char *) "-m", (char *) "zipfile",
                               (char *) "-e", NULL /* the file */, NULL /* the folder */,
                               NULL };
  int              status = -1;
  g_autoptr (GError) error = NULL;

  workbook->folder = test_folder_new ();
  workbook->strings = g_ptr_array_new_with_free_func (g_free);
  workbook->names = g_ptr_array_new_with_free_func (g_free);
  workbook->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  workbook->xml = g_ptr_array_new_with_free_func (g_free);
  path = g_build_filename (workbook->folder, "book.xlsx", NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  words[4] = path;
  words[5] = workbook->folder;
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  (void) read_part (workbook, "xl/sharedStrings.xml", NULL, NULL); /* none without texts */
  g_assert_true (read_part (workbook, "xl/workbook.xml", NULL, NULL));
  g_assert_true (read_part (workbook, "xl/styles.xml", NULL, NULL));
  g_ptr_array_add (workbook->names, NULL);
  read_sheets (workbook);
  return workbook;
}

void
test_workbook_free (TestWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  test_folder_remove (workbook->folder);
  g_free (workbook->folder);
  g_ptr_array_unref (workbook->strings);
  g_ptr_array_unref (workbook->names);
  g_ptr_array_unref (workbook->cells);
  g_ptr_array_unref (workbook->xml);
  g_free (workbook);
}

const char *const *
test_workbook_sheets (TestWorkbook *workbook)
{
  return (const char *const *) workbook->names->pdata;
}

static Cell *
cell_at (TestWorkbook *workbook,
         guint         sheet,
         const char   *place)
{
  return g_hash_table_lookup (workbook->cells->pdata[sheet], place);
}

const char *
test_workbook_cell (TestWorkbook *workbook,
                    guint         sheet,
                    const char   *place)
{
  const Cell *cell = cell_at (workbook, sheet, place);

  return cell != NULL ? cell->text : NULL;
}

const char *
test_workbook_formula (TestWorkbook *workbook,
                       guint         sheet,
                       const char   *place)
{
  const Cell *cell = cell_at (workbook, sheet, place);

  return cell != NULL ? cell->formula : NULL;
}

char *
test_workbook_find (TestWorkbook *workbook,
                    guint         sheet,
                    const char   *text)
{
  GHashTableIter iter;
  gpointer       place, cell;

  g_hash_table_iter_init (&iter, workbook->cells->pdata[sheet]);
  while (g_hash_table_iter_next (&iter, &place, &cell))
    if (g_strcmp0 (((const Cell *) cell)->text, text) == 0)
      return g_strdup (place);
  g_error ("no cell of sheet %u says “%s”", sheet, text);
}

gboolean
test_workbook_has (TestWorkbook *workbook,
                   guint         sheet,
                   const char   *begin)
{
  GHashTableIter iter;
  gpointer       cell;

  g_hash_table_iter_init (&iter, workbook->cells->pdata[sheet]);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    if (((const Cell *) cell)->text != NULL &&
        g_str_has_prefix (((const Cell *) cell)->text, begin))
      return TRUE;
  return FALSE;
}

const char *
test_workbook_xml (TestWorkbook *workbook,
                   guint         sheet)
{
  return workbook->xml->pdata[sheet];
}

/* Figures of tests are whole, or have three decimals: thousandths are exact. */
static gint64
read_number (const char *text)
{
  double value = g_ascii_strtod (text, NULL) * 1000;

  return (gint64) (value < 0 ? value - 0.5 : value + 0.5);
}

static gint64 evaluate (GHashTable *cells,
                        const char *formula,
                        guint       depth);

/* A text counts nothing, as in SUM. */
static gint64
value_of (GHashTable *cells,
          const char *place,
          guint       depth)
{
  const Cell *cell = g_hash_table_lookup (cells, place);
  char       *end = NULL;

  g_assert_cmpuint (depth, <, 100); /* else a formula names itself */
  if (cell == NULL || cell->text == NULL)
    return 0;
  if (cell->formula != NULL)
    return evaluate (cells, cell->formula, depth + 1);
  (void) g_ascii_strtod (cell->text, &end);
  return *end == '\0' ? read_number (cell->text) : 0;
}

static gint64
sum_range (GHashTable *cells,
           const char *range,
           guint       depth)
{
  g_auto (GStrv) ends = g_strsplit (range, ":", 2);
  const char      *digits = ends[0] + strcspn (ends[0], "0123456789");
  g_autofree char *column = g_strndup (ends[0], (gsize) (digits - ends[0]));
  int              first = atoi (digits);
  int              last = atoi (ends[1] + strlen (column));
  gint64           sum = 0;

  g_assert_true (g_str_has_prefix (ends[1], column) && last >= first);
  for (int row = first; row <= last; row++)
    {
      g_autofree char *place = g_strdup_printf ("%s%d", column, row);

      sum += value_of (cells, place, depth);
    }
  return sum;
}

static gint64
evaluate (GHashTable *cells,
          const char *formula,
          guint       depth)
{
  gint64 sum = 0;

  if (g_str_has_prefix (formula, "SUM("))
    {
      g_autofree char *inner = g_strndup (formula + 4, strlen (formula) - 5);
      g_auto (GStrv) ranges = g_strsplit (inner, ",", -1);

      g_assert_true (g_str_has_suffix (formula, ")"));
      for (char **range = ranges; *range != NULL; range++)
        sum += sum_range (cells, *range, depth);
      return sum;
    }
  while (*formula != '\0')
    {
      gboolean         minus = *formula == '-';
      const char      *start = formula + (*formula == '-' || *formula == '+');
      gsize            length = strcspn (start, "+-");
      g_autofree char *place = g_strndup (start, length);

      sum += (minus ? -1 : 1) * value_of (cells, place, depth);
      formula = start + length;
    }
  return sum;
}

guint
test_workbook_check (TestWorkbook *workbook)
{
  guint n = 0;

  for (guint i = 0; i < workbook->cells->len; i++)
    {
      GHashTableIter iter;
      gpointer       place, data;

      g_hash_table_iter_init (&iter, workbook->cells->pdata[i]);
      while (g_hash_table_iter_next (&iter, &place, &data))
        {
          const Cell *cell = data;

          if (cell->formula == NULL)
            continue;
          n++;
          if (evaluate (workbook->cells->pdata[i], cell->formula, 0) != read_number (cell->text))
            g_error ("sheet %u, %s: =%s is not %s", i, (char *) place, cell->formula, cell->text);
        }
    }
  return n;
}
