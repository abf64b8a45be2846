/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns share the paper by what stands in them. */
#include "cli/output-report.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/report-output.h"

#include <string.h>

/* Figures that are no amounts are decimals; millionths hold every one that is kept. */
#define DECIMALS 6

#define LETTERS_LEAST 5
#define LETTERS_MOST 40
#define LETTERS_PORTRAIT 90

typedef struct
{
  const SheafCommandLine  *line;
  const SheafOutputColumn *columns;
  guint                    n_columns;
  const GPtrArray         *cells;
} Table;

/* FALSE for what is no plain decimal. */
static gboolean
read_decimal (const char *text,
              gint64     *ret_value)
{
  gboolean minus = *text == '-';
  gint64   value;

  if (!sheaf_number_parse (text + minus, DECIMALS, &value, NULL))
    return FALSE;
  *ret_value = minus ? -value : value;
  return TRUE;
}

/* A column of numbers in which some cell is none ("13/12") is one of texts. */
static SheafCellKind
choose_kind (const Table *table,
             guint        place)
{
  switch (table->columns[place].type)
    {
    case SHEAF_OUTPUT_AMOUNT:
      return SHEAF_CELL_MONEY;
    case SHEAF_OUTPUT_DAY:
      return SHEAF_CELL_DAY;
    case SHEAF_OUTPUT_TEXT:
      return SHEAF_CELL_TEXT;
    case SHEAF_OUTPUT_NUMBER:
      break;
    }
  for (guint i = place; i < table->cells->len; i += table->n_columns)
    {
      const char *text = table->cells->pdata[i];
      gint64      value;

      if (*text != '\0' && !read_decimal (text, &value))
        return SHEAF_CELL_TEXT;
    }
  return SHEAF_CELL_PRICE;
}

static guint
count_letters (const Table *table,
               guint        place)
{
  glong most = LETTERS_LEAST;

  for (guint i = place; i < table->cells->len && most < LETTERS_MOST; i += table->n_columns)
    most = MAX (most, g_utf8_strlen (table->cells->pdata[i], -1));
  return (guint) MIN (most, LETTERS_MOST);
}

/* The summary of the command, as a title. */
static char *
make_title (const SheafCommandLine *line)
{
  return sheaf_text_capitalize (_ (sheaf_command_of (line)->summary));
}

static SheafReportHead *
make_head (const Table *table)
{
  SheafReportHead *head = sheaf_report_head_new (sheaf_command_of (table->line)->name);
  guint            letters = 0;

  head->title = make_title (table->line);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint weight = count_letters (table, i);

      sheaf_report_column_add (head->columns, table->columns[i].name, NULL,
                               _ (table->columns[i].title), NULL, choose_kind (table, i), weight);
      letters += weight;
    }
  head->landscape = letters > LETTERS_PORTRAIT;
  return head;
}

static void
fill_cell (SheafCell    *cell,
           SheafCellKind kind,
           const char   *text)
{
  SheafDate day;
  gint64    number;
  char     *end;

  if (*text == '\0')
    return;
  if (kind == SHEAF_CELL_TEXT)
    sheaf_cell_set_text (cell, text);
  else if (kind == SHEAF_CELL_DAY && sheaf_date_parse (text, &day, NULL))
    sheaf_cell_set_day (cell, day);
  else if (kind == SHEAF_CELL_MONEY)
    {
      sheaf_cell_set_number (cell, g_ascii_strtoll (text, &end, 10));
      g_strlcpy (cell->currency, g_strchug (end), sizeof cell->currency); /* "60000 USD" */
    }
  else if (kind == SHEAF_CELL_PRICE && read_decimal (text, &number))
    sheaf_cell_set_number (cell, number);
}

static gboolean
fill (SheafReportSink *sink,
      gpointer         data,
      GError         **error)
{
  const Table *table = data;
  guint        n = table->n_columns;
  g_autoptr (SheafReportHead) head = make_head (table);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);
  g_autofree SheafCell *cells = g_new0 (SheafCell, n);
  SheafReportRow        row = { .cells = cells };

  if (!sheaf_report_sink_head (sink, head, error) ||
      !sheaf_report_sink_section (sink, section, error))
    return FALSE;
  for (guint i = 0; i + n <= table->cells->len; i += n)
    {
      memset (cells, 0, n * sizeof *cells);
      for (guint k = 0; k < n; k++)
        fill_cell (&cells[k], ((SheafReportColumn *) head->columns->pdata[k])->kind,
                   table->cells->pdata[i + k]);
      if (!sheaf_report_sink_row (sink, &row, error))
        return FALSE;
    }
  return sheaf_report_sink_finish (sink, error);
}

gboolean
sheaf_output_report (const SheafCommandLine  *line,
                     const SheafOutputColumn *columns,
                     guint                    n_columns,
                     const GPtrArray         *cells,
                     GError                 **error)
{
  Table table = { line, columns, n_columns, cells };

  return sheaf_report_output_filled (line, sheaf_command_opened (line), sheaf_language_current (),
                                     fill, &table, error);
}
