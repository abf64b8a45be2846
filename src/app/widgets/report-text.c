/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen writes figures as the statements' papers do. */
#include "app/widgets/report-text.h"

#include "app/format.h"
#include "base/currency.h"
#include "base/language.h"
#include "base/number.h"
#include "base/text.h"

/* What "1.25" is counted in. */
#define MILLIONTHS 6
#define THOUSANDTHS 3
/* A rate of 1 is 100 %. */
#define PERCENT_DECIMALS 4

static char *
write_percent (gint64 millionths)
{
  g_autofree char *number = sheaf_number_format (millionths, PERCENT_DECIMALS,
                                                 sheaf_language_current ());

  return g_strconcat (number, " %", NULL);
}

char *
sheaf_report_text_cell (const SheafCell *cell,
                        SheafCellKind    kind,
                        const char      *currency)
{
  const char *language = sheaf_language_current ();

  if (cell->state == SHEAF_CELL_CROSSED)
    return g_strdup ("x");
  if (cell->state == SHEAF_CELL_EMPTY)
    return g_strdup ("");
  switch (kind)
    {
    case SHEAF_CELL_TEXT:
      return g_strdup (cell->text != NULL ? cell->text : "");
    case SHEAF_CELL_DAY:
      return sheaf_format_date (cell->day);
    case SHEAF_CELL_MONEY:
      return sheaf_format_money (SHEAF_MONEY (cell->number));
    case SHEAF_CELL_FOREIGN:
      return cell->number == 0
                 ? g_strdup ("–")
                 : sheaf_currency_format (cell->number, currency != NULL ? currency : "", language);
    case SHEAF_CELL_QUANTITY:
      return cell->number == 0 ? g_strdup ("–")
                               : sheaf_number_format (cell->number, THOUSANDTHS, language);
    case SHEAF_CELL_PRICE:
    case SHEAF_CELL_RATIO:
      return sheaf_number_format (cell->number, MILLIONTHS, language);
    case SHEAF_CELL_RATE:
      return write_percent (cell->number);
    case SHEAF_CELL_COUNT:
    default:
      return sheaf_number_format (cell->number, 0, language);
    }
}

gboolean
sheaf_report_text_is_figure (SheafCellKind kind)
{
  return kind != SHEAF_CELL_TEXT && kind != SHEAF_CELL_DAY;
}

static int
compare_texts (const char *a,
               const char *b)
{
  g_autofree char *folded_a = sheaf_text_fold (a != NULL ? a : "");
  g_autofree char *folded_b = sheaf_text_fold (b != NULL ? b : "");
  int              order = strcmp (folded_a, folded_b);

  return order != 0 ? order : g_strcmp0 (a, b);
}

int
sheaf_report_text_compare (const SheafCell *a,
                           const SheafCell *b,
                           SheafCellKind    kind)
{
  gboolean a_there = a->state == SHEAF_CELL_FILLED;
  gboolean b_there = b->state == SHEAF_CELL_FILLED;

  if (!a_there || !b_there)
    return (int) b_there - (int) a_there;
  if (kind == SHEAF_CELL_TEXT)
    return compare_texts (a->text, b->text);
  if (kind == SHEAF_CELL_DAY)
    return sheaf_date_cmp (a->day, b->day);
  return (a->number > b->number) - (a->number < b->number);
}

char *
sheaf_report_text_row (const SheafReportRow *row,
                       const GPtrArray      *columns,
                       const char           *currency)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      const SheafCell         *cell = &row->cells[i];
      g_autofree char         *value = sheaf_report_text_cell (cell, column->kind, currency);

      if (*value == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (column->heading != NULL && *column->heading != '\0' && column->kind != SHEAF_CELL_TEXT)
        g_string_append_printf (text, "%s ", column->heading);
      g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

char *
sheaf_report_text_tabs (const SheafReportRow *row,
                        const GPtrArray      *columns,
                        const char           *currency)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      const SheafCell         *cell = &row->cells[i];
      g_autofree char         *value = sheaf_report_text_cell (cell, column->kind, currency);

      if (i > 0)
        g_string_append_c (text, '\t');
      g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}
