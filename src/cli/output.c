/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV and JSON are the same in every language; only text is translated. */
#include "cli/output.h"

#include "base/csv-writer.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"
#include "cli/output-report.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef enum
{
  FORMAT_TEXT,
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_REPORT, /* xlsx, pdf */
} Format;

struct _SheafOutput
{
  const SheafOutputColumn *columns;
  guint                    n_columns;
  Format                   format;
  GString                 *csv;
  JsonBuilder             *json;
  GPtrArray               *cells; /* of char *, row after row, for text and reports */
  guint                    place; /* the column of the next cell */
};

/* The line has been judged: a format that is none of these goes another way. */
static Format
read_format (const SheafCommandLine *line)
{
  const char *name = sheaf_command_format (line);

  if (strcmp (name, "csv") == 0)
    return FORMAT_CSV;
  if (strcmp (name, "xlsx") == 0 || strcmp (name, "pdf") == 0)
    return FORMAT_REPORT;
  return strcmp (name, "json") == 0 ? FORMAT_JSON : FORMAT_TEXT;
}

SheafOutput *
sheaf_output_new (const SheafCommandLine  *line,
                  const SheafOutputColumn *columns,
                  guint                    n_columns)
{
  SheafOutput *output = g_new0 (SheafOutput, 1);
  Format       format = read_format (line);

  output->columns = columns;
  output->n_columns = n_columns;
  output->format = format;
  output->csv = g_string_new (NULL);
  output->json = json_builder_new ();
  output->cells = g_ptr_array_new_with_free_func (g_free);
  json_builder_begin_array (output->json);
  for (guint i = 0; i < n_columns && format == FORMAT_CSV; i++)
    sheaf_csv_append (output->csv, i == 0, columns[i].name);
  if (format == FORMAT_CSV)
    g_string_append_c (output->csv, '\n');
  return output;
}

void
sheaf_output_free (SheafOutput *output)
{
  if (output == NULL)
    return;
  g_string_free (output->csv, TRUE);
  g_object_unref (output->json);
  g_ptr_array_unref (output->cells);
  g_free (output);
}

gboolean
sheaf_output_is_text (const SheafOutput *output)
{
  return output->format == FORMAT_TEXT;
}

gboolean
sheaf_output_is_for_people (const SheafOutput *output)
{
  return output->format == FORMAT_TEXT || output->format == FORMAT_REPORT;
}

static void
add_json (SheafOutput *output,
          const char  *text)
{
  const SheafOutputColumn *column = &output->columns[output->place];

  if (output->place == 0)
    json_builder_begin_object (output->json);
  json_builder_set_member_name (output->json, column->name);
  if (column->type == SHEAF_OUTPUT_AMOUNT && *text != '\0')
    json_builder_add_int_value (output->json, g_ascii_strtoll (text, NULL, 10));
  else if (*text == '\0' && column->type != SHEAF_OUTPUT_TEXT)
    json_builder_add_null_value (output->json);
  else
    json_builder_add_string_value (output->json, text);
  if (output->place + 1 == output->n_columns)
    json_builder_end_object (output->json);
}

/* plain is what programs read, shown what people do. */
static void
add_cell (SheafOutput *output,
          const char  *plain,
          char        *shown)
{
  if (output->format == FORMAT_TEXT)
    g_ptr_array_add (output->cells, g_steal_pointer (&shown));
  else if (output->format == FORMAT_REPORT)
    g_ptr_array_add (output->cells, g_strdup (plain));
  else if (output->format == FORMAT_JSON)
    add_json (output, plain);
  else
    {
      sheaf_csv_append (output->csv, output->place == 0, plain);
      if (output->place + 1 == output->n_columns)
        g_string_append_c (output->csv, '\n');
    }
  g_free (shown);
  output->place = (output->place + 1) % output->n_columns;
}

void
sheaf_output_text (SheafOutput *output,
                   const char  *text)
{
  const char *plain = text != NULL ? text : "";

  add_cell (output, plain, g_strdup (plain));
}

void
sheaf_output_amount (SheafOutput *output,
                     SheafMoney   amount)
{
  g_autofree char *plain = sheaf_money_to_text (amount);

  add_cell (output, plain,
            amount.units == 0 ? g_strdup ("0")
                              : sheaf_money_format (amount, sheaf_language_current ()));
}

void
sheaf_output_units (SheafOutput *output,
                    gint64       units,
                    const char  *currency)
{
  g_autofree char *plain =
      output->format == FORMAT_REPORT
          ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", units, currency) /* output-report.c */
          : g_strdup_printf ("%" G_GINT64_FORMAT, units);

  add_cell (output, plain,
            units == 0 ? g_strdup ("0")
                       : sheaf_currency_format (units, currency, sheaf_language_current ()));
}

void
sheaf_output_day (SheafOutput *output,
                  SheafDate    day)
{
  g_autofree char *plain = sheaf_date_to_text (day);

  add_cell (output, plain,
            sheaf_date_is_none (day) ? g_strdup ("")
                                     : sheaf_date_format (day, sheaf_language_current ()));
}

static gboolean
is_figure (const SheafOutput *output,
           guint              column)
{
  return output->columns[column].type == SHEAF_OUTPUT_AMOUNT ||
         output->columns[column].type == SHEAF_OUTPUT_NUMBER;
}

static void
append_cell (GString           *text,
             const SheafOutput *output,
             guint              column,
             const char        *cell,
             const glong       *widths)
{
  glong    blanks = widths[column] - g_utf8_strlen (cell, -1);
  gboolean last = column + 1 == output->n_columns;

  if (column > 0)
    g_string_append (text, "  ");
  if (is_figure (output, column))
    g_string_append_printf (text, "%*s", (int) blanks, "");
  g_string_append (text, cell);
  if (!is_figure (output, column) && !last)
    g_string_append_printf (text, "%*s", (int) blanks, "");
}

/* Ends the line without the blanks of empty cells. */
static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static char *
make_text (const SheafOutput *output)
{
  GString          *text = g_string_new (NULL);
  g_autofree glong *widths = g_new0 (glong, output->n_columns);

  for (guint i = 0; i < output->n_columns; i++)
    widths[i] = g_utf8_strlen (_ (output->columns[i].title), -1);
  for (guint i = 0; i < output->cells->len; i++)
    {
      glong width = g_utf8_strlen (g_ptr_array_index (output->cells, i), -1);

      widths[i % output->n_columns] = MAX (widths[i % output->n_columns], width);
    }
  for (guint i = 0; i < output->n_columns; i++)
    append_cell (text, output, i, _ (output->columns[i].title), widths);
  end_line (text);
  for (guint i = 0; i < output->cells->len; i++)
    {
      append_cell (text, output, i % output->n_columns, g_ptr_array_index (output->cells, i),
                   widths);
      if ((i + 1) % output->n_columns == 0)
        end_line (text);
    }
  return g_string_free (text, FALSE);
}

static char *
make_json (SheafOutput *output)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_array (output->json);
  root = json_builder_get_root (output->json);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

gboolean
sheaf_output_write (SheafOutput            *output,
                    const SheafCommandLine *line,
                    GError                **error)
{
  g_autofree char *text = NULL;

  if (output->format == FORMAT_CSV)
    return sheaf_command_write (line, output->csv->str, output->csv->len, error);
  if (output->format == FORMAT_REPORT)
    return sheaf_output_report (line, output->columns, output->n_columns, output->cells, error);
  text = output->format == FORMAT_TEXT ? make_text (output) : make_json (output);
  return sheaf_command_write (line, text, strlen (text), error);
}
