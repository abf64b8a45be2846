/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook is a ZIP file of XML. Names of elements may have a prefix ("x:row"). */
#include "exchange/xlsx-reader.h"

#include "base/i18n.h"
#include "exchange/error.h"
#include "exchange/zip-reader.h"

#include <string.h>

static const char *const XML_ENDINGS[] = { ".xml", ".rels", NULL };

#define BYTES_MAX ((gsize) 64 * 1024 * 1024) /* of all parts together, unpacked */
#define ROWS_MAX 100000
#define COLUMNS_MAX 200

typedef struct
{
  GHashTable *parts; /* as unpacked: name to GString */
  GPtrArray  *strings;
  GPtrArray  *rows;
  char       *relation; /* of the first sheet */
  char       *sheet;    /* its part */
  GString    *text;     /* being gathered; NULL outside elements of text */
  GString    *shared;   /* a shared string being gathered */
  gboolean    phonetic; /* how a text is spoken: not part of it */
  guint       column;
  char        type; /* of the cell: 's' shared string, 'n' number, 't' text */
} Reading;

void
sheaf_table_row_free (gpointer row)
{
  SheafTableRow *own = row;

  g_ptr_array_unref (own->cells);
  g_free (own);
}

SheafTableRow *
sheaf_table_row_add (GPtrArray *rows,
                     guint      line)
{
  SheafTableRow *row = g_new0 (SheafTableRow, 1);

  row->line = line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (rows, row);
  return row;
}

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->parts, g_hash_table_unref);
  g_clear_pointer (&reading->strings, g_ptr_array_unref);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_free (reading->relation);
  g_free (reading->sheet);
  if (reading->text != NULL)
    (void) g_string_free (reading->text, TRUE);
  if (reading->shared != NULL)
    (void) g_string_free (reading->shared, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static gboolean
fail (GError    **error,
      const char *why)
{
  g_set_error_literal (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE, why);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, _ ("the file is no workbook of the kind XLSX, or is damaged or too large: "
                         "open it in a spreadsheet program and save it as CSV in UTF-8"));
}

static gboolean
fail_large (GError **error)
{
  return fail (error, _ ("the workbook is too large to be read: save the sheet that is needed as "
                         "CSV in UTF-8"));
}

/* The name without its prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (local_name (names[i]), name) == 0)
      return values[i];
  return NULL;
}

/* "xl/workbook.xml": the relation of the first sheet. An attribute "id" has a prefix, "sheetId" is
 * another one. */
static void
start_workbook (GMarkupParseContext *context,
                const char          *element,
                const char         **names,
                const char         **values,
                gpointer             data,
                GError             **error)
{
  Reading *reading = data;

  (void) context;
  (void) error;
  if (strcmp (local_name (element), "sheet") == 0 && reading->relation == NULL)
    reading->relation = g_strdup (find_attribute (names, values, "id"));
}

static void
start_relation (GMarkupParseContext *context,
                const char          *element,
                const char         **names,
                const char         **values,
                gpointer             data,
                GError             **error)
{
  Reading    *reading = data;
  const char *id = find_attribute (names, values, "Id");
  const char *target = find_attribute (names, values, "Target");

  (void) context;
  (void) error;
  if (strcmp (local_name (element), "Relationship") != 0 || target == NULL ||
      g_strcmp0 (id, reading->relation) != 0)
    return;
  g_free (reading->sheet);
  reading->sheet = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
start_string (GMarkupParseContext *context,
              const char          *element,
              const char         **names,
              const char         **values,
              gpointer             data,
              GError             **error)
{
  Reading    *reading = data;
  const char *name = local_name (element);

  (void) context;
  (void) names;
  (void) values;
  (void) error;
  if (strcmp (name, "si") == 0)
    reading->shared = g_string_new (NULL);
  else if (strcmp (name, "rPh") == 0)
    reading->phonetic = TRUE;
  else if (strcmp (name, "t") == 0 && reading->shared != NULL && !reading->phonetic)
    reading->text = g_string_new (NULL);
}

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  Reading *reading = data;

  (void) context;
  (void) error;
  if (reading->text != NULL)
    g_string_append_len (reading->text, text, (gssize) length);
}

static char *
take_text (GString **text)
{
  GString *taken = g_steal_pointer (text);

  return taken != NULL ? g_string_free (taken, FALSE) : NULL;
}

static void
end_string (GMarkupParseContext *context,
            const char          *element,
            gpointer             data,
            GError             **error)
{
  Reading         *reading = data;
  const char      *name = local_name (element);
  g_autofree char *text = NULL;

  (void) context;
  (void) error;
  if (strcmp (name, "rPh") == 0)
    reading->phonetic = FALSE;
  else if (strcmp (name, "t") == 0 && reading->text != NULL)
    {
      text = take_text (&reading->text);
      g_string_append (reading->shared, text);
    }
  else if (strcmp (name, "si") == 0 && reading->shared != NULL)
    g_ptr_array_add (reading->strings, take_text (&reading->shared));
}

/* The column of a place such as "AB12", from 0; the one behind the last where there is no place. */
static guint
find_column (const char *place,
             guint       next)
{
  guint column = 0;

  if (place == NULL || !g_ascii_isalpha (*place))
    return next;
  for (; g_ascii_isalpha (*place) && column <= COLUMNS_MAX; place++)
    column = column * 26 + (guint) (g_ascii_toupper (*place) - 'A') + 1;
  return column - 1;
}

static SheafTableRow *
last_row (const Reading *reading)
{
  return reading->rows->len > 0 ? reading->rows->pdata[reading->rows->len - 1] : NULL;
}

static void
start_row (Reading    *reading,
           const char *number)
{
  const SheafTableRow *before = last_row (reading);
  guint64              line = 0;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &line, NULL))
    line = before != NULL ? before->line + 1 : 1;
  (void) sheaf_table_row_add (reading->rows, (guint) line);
}

static void
start_cell (Reading     *reading,
            const char **names,
            const char **values)
{
  const char *type = find_attribute (names, values, "t");

  reading->column = find_column (find_attribute (names, values, "r"),
                                 last_row (reading)->cells->len);
  if (type == NULL || strcmp (type, "n") == 0)
    reading->type = 'n';
  else
    reading->type = strcmp (type, "s") == 0 ? 's' : 't';
}

static void
start_sheet (GMarkupParseContext *context,
             const char          *element,
             const char         **names,
             const char         **values,
             gpointer             data,
             GError             **error)
{
  Reading    *reading = data;
  const char *name = local_name (element);

  (void) context;
  if (strcmp (name, "row") == 0)
    start_row (reading, find_attribute (names, values, "r"));
  else if (last_row (reading) == NULL)
    return;
  else if (strcmp (name, "c") == 0)
    start_cell (reading, names, values);
  else if (reading->text == NULL &&
           (strcmp (name, "v") == 0 || strcmp (name, "t") == 0 || strcmp (name, "f") == 0))
    reading->text = g_string_new (NULL);
  if (reading->rows->len > ROWS_MAX || reading->column >= COLUMNS_MAX)
    (void) fail_large (error);
}

/* "1.5E7" as programs write it, in digits: 15000000. Text that is no number stays as it is. */
static char *
write_out (const char *number)
{
  const char *exponent = strpbrk (number, "eE");
  g_autoptr (GString) digits = NULL;
  const char *point;
  gint64      shift = 0;
  gsize       behind;

  if (exponent == NULL ||
      !g_ascii_string_to_signed (exponent + 1 + (exponent[1] == '+'), 10, -30, 30, &shift, NULL))
    return g_strdup (number);
  digits = g_string_new_len (number, exponent - number);
  point = strchr (digits->str, '.');
  behind = point != NULL ? digits->len - (gsize) (point - digits->str) - 1 : 0;
  if (shift < 0 || (gsize) shift < behind)
    return g_strdup (number); /* a part of one: no amount of whole units, and no account */
  if (point != NULL)
    g_string_erase (digits, point - digits->str, 1);
  for (gsize i = behind; i < (gsize) shift; i++)
    g_string_append_c (digits, '0');
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static char *
make_cell (Reading    *reading,
           const char *text)
{
  guint64 place;

  if (reading->type == 'n')
    return write_out (text);
  if (reading->type != 's')
    return g_strdup (text);
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &place, NULL) ||
      place >= reading->strings->len)
    return NULL;
  return g_strdup (reading->strings->pdata[place]);
}

static void
put_cell (Reading *reading,
          char    *text)
{
  GPtrArray *cells = last_row (reading)->cells;

  while (cells->len < reading->column)
    g_ptr_array_add (cells, g_strdup (""));
  if (cells->len == reading->column)
    g_ptr_array_add (cells, text);
  else
    { /* the parts of a text with formats, one after another */
      char *before = cells->pdata[reading->column];

      cells->pdata[reading->column] = g_str_has_prefix (before, SHEAF_XLSX_FORMULA)
                                          ? g_strdup (before)
                                          : g_strconcat (before, text, NULL);
      g_free (before);
      g_free (text);
    }
}

static void
end_sheet (GMarkupParseContext *context,
           const char          *element,
           gpointer             data,
           GError             **error)
{
  Reading         *reading = data;
  const char      *name = local_name (element);
  g_autofree char *text = NULL;
  char            *cell;

  (void) context;
  if (reading->text == NULL ||
      !(strcmp (name, "v") == 0 || strcmp (name, "t") == 0 || strcmp (name, "f") == 0))
    return;
  text = take_text (&reading->text);
  cell = strcmp (name, "f") == 0 ? g_strconcat (SHEAF_XLSX_FORMULA, text, NULL)
                                 : make_cell (reading, text);
  if (cell != NULL)
    put_cell (reading, cell);
  else
    (void) fail_damaged (error);
}

/* A part that is not there reads as an empty one where it may be missing. */
static gboolean
parse (Reading             *reading,
       const char          *name,
       const GMarkupParser *parser,
       gboolean             needed,
       GError             **error)
{
  const GString *part = name != NULL ? g_hash_table_lookup (reading->parts, name) : NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) cause = NULL;
  gsize skip; /* a byte order mark */

  if (part == NULL)
    return !needed || fail_damaged (error);
  context = g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reading, NULL);
  skip = g_str_has_prefix (part->str, "\xEF\xBB\xBF") ? 3 : 0;
  if (g_markup_parse_context_parse (context, part->str + skip, (gssize) (part->len - skip),
                                    &cause) &&
      g_markup_parse_context_end_parse (context, &cause))
    return TRUE;
  if (cause != NULL && cause->domain == SHEAF_EXCHANGE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return fail_damaged (error);
}

GPtrArray *
sheaf_xlsx_read (const char *bytes,
                 gsize       length,
                 GError    **error)
{
  static const GMarkupParser workbook = { .start_element = start_workbook };
  static const GMarkupParser relations = { .start_element = start_relation };
  static const GMarkupParser strings = { .start_element = start_string,
                                         .end_element = end_string,
                                         .text = add_text };
  static const GMarkupParser sheet = { .start_element = start_sheet,
                                       .end_element = end_sheet,
                                       .text = add_text };
  g_auto (Reading) reading = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);
  reading.parts = sheaf_zip_unpack (bytes, length, XML_ENDINGS, BYTES_MAX);
  reading.strings = g_ptr_array_new_with_free_func (g_free);
  reading.rows = g_ptr_array_new_with_free_func (sheaf_table_row_free);
  if (reading.parts == NULL)
    {
      fail_damaged (error);
      return NULL;
    }
  if (!parse (&reading, "xl/workbook.xml", &workbook, TRUE, error) ||
      !parse (&reading, "xl/_rels/workbook.xml.rels", &relations, TRUE, error) ||
      !parse (&reading, "xl/sharedStrings.xml", &strings, FALSE, error) ||
      !parse (&reading, reading.sheet, &sheet, TRUE, error))
    return NULL;
  return g_steal_pointer (&reading.rows);
}
