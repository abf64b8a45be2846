/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen writes figures as the statements' papers do. */
#include "app/widgets/report-text.h"

#include "app/format.h"
#include "base/language.h"
#include "base/text.h"

char *
sheaf_report_text_cell (const SheafCell *cell,
                        SheafCellKind    kind,
                        const char      *currency)
{
  if (kind == SHEAF_CELL_DAY && cell->state == SHEAF_CELL_FILLED)
    return sheaf_format_date (cell->day);
  return sheaf_cell_format (cell, kind, currency, sheaf_language_current ());
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
