/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where all parts of a report have the same columns, one head stands above them all; else each part
 * has its own, as on paper. */
#include "app/widgets/report-lines.h"

#include "app/widgets/report-text.h"

static SheafReportLineRecord *
add_line (GPtrArray          *lines,
          SheafReportLineKind kind,
          const char         *text)
{
  SheafReportLineRecord *line = g_new0 (SheafReportLineRecord, 1);

  line->kind = kind;
  line->text = text;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_words (GPtrArray *lines,
           char     **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (words[i], "{pages}") == NULL)
      add_line (lines, SHEAF_REPORT_LINE_WORDS, words[i]);
}

static SheafReportLayout *
add_layout (SheafReportLines *self,
            GtkWidget        *widget,
            GPtrArray        *columns,
            GPtrArray        *sections,
            const char       *currency)
{
  SheafReportLayout *layout = sheaf_report_layout_new (widget, columns, sections, currency);

  g_ptr_array_add (self->layouts, layout);
  return layout;
}

/* The columns that every table of the report has; NULL: they differ. */
static GPtrArray *
find_common (const SheafCollected *collected)
{
  for (guint i = 0; i < collected->sections->len; i++)
    {
      const SheafCollectedSection *section = collected->sections->pdata[i];

      if (section->section->columns != NULL && section->section->columns->len > 0)
        return NULL;
    }
  return collected->head->columns->len > 0 ? collected->head->columns : NULL;
}

static void
add_section (SheafReportLines            *self,
             GtkWidget                   *widget,
             const SheafCollected        *collected,
             const SheafCollectedSection *section,
             const char                  *currency)
{
  GPtrArray         *columns = sheaf_report_columns (collected->head, section->section);
  SheafReportLayout *layout = self->layout;

  if (section->section->title != NULL)
    add_line (self->lines, SHEAF_REPORT_LINE_TITLE, section->section->title);
  add_words (self->lines, section->section->fields);
  add_words (self->lines, section->section->paragraphs);
  if (columns->len == 0)
    return;
  if (layout == NULL)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();

      if (section->rows->len == 0)
        return;
      g_ptr_array_add (rows, section->rows);
      layout = add_layout (self, widget, columns, rows, currency);
      add_line (self->lines, SHEAF_REPORT_LINE_HEADING, NULL)->layout = layout;
    }
  for (guint i = 0; i < section->rows->len; i++)
    {
      SheafReportLineRecord *line = add_line (self->lines, SHEAF_REPORT_LINE_ROW, NULL);

      line->row = section->rows->pdata[i];
      line->layout = layout;
    }
  if (section->section->bars)
    {
      SheafReportLineRecord *chart = add_line (self->lines, SHEAF_REPORT_LINE_CHART,
                                               section->section->title);

      chart->columns = columns;
      chart->rows = section->rows;
    }
}

/* The one total of all stays in sight; two totals of a balance sheet stay where they are. */
static void
take_total (SheafReportLines *self)
{
  guint found = 0;
  guint place = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const SheafReportLineRecord *line = self->lines->pdata[i];

      if (line->kind != SHEAF_REPORT_LINE_ROW || line->row->kind != SHEAF_ROW_KIND_TOTAL)
        continue;
      found++;
      place = i;
    }
  if (found != 1 || self->layout == NULL || place + 1 < self->lines->len)
    return;
  self->total = g_ptr_array_steal_index (self->lines, place);
}

/* One part of plain rows only: sums between rows belong to the rows above them. */
static gboolean
is_flat (const SheafReportLines *self,
         const SheafCollected   *collected)
{
  if (self->layout == NULL || collected->sections->len != 1)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SheafReportLineRecord *line = self->lines->pdata[i];

      if (line->kind != SHEAF_REPORT_LINE_ROW || line->row->kind != SHEAF_ROW_KIND_LINE ||
          line->row->indent > 0)
        return FALSE;
    }
  return self->lines->len > 1;
}

SheafReportLines *
sheaf_report_lines_new (GtkWidget            *widget,
                        const SheafCollected *collected,
                        const char           *currency)
{
  SheafReportLines *self = g_new0 (SheafReportLines, 1);
  GPtrArray        *common = find_common (collected);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_report_layout_free);
  if (common != NULL)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();

      for (guint i = 0; i < collected->sections->len; i++)
        g_ptr_array_add (rows, ((SheafCollectedSection *) collected->sections->pdata[i])->rows);
      self->layout = add_layout (self, widget, common, rows, currency);
    }
  for (guint i = 0; i < collected->sections->len; i++)
    add_section (self, widget, collected, collected->sections->pdata[i], currency);
  take_total (self);
  self->sortable = is_flat (self, collected);
  add_words (self->lines, collected->head->foot);
  add_words (self->lines, collected->head->notes);
  return self;
}

void
sheaf_report_lines_free (SheafReportLines *lines)
{
  if (lines == NULL)
    return;
  g_ptr_array_unref (lines->lines);
  g_ptr_array_unref (lines->layouts);
  g_free (lines->total);
  g_free (lines);
}

typedef struct
{
  guint column;
  int   direction;
} Order;

/* Words under the table stay there; equal rows keep their order, as the sort is stable. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const SheafReportLineRecord *line_a = *(SheafReportLineRecord *const *) a;
  const SheafReportLineRecord *line_b = *(SheafReportLineRecord *const *) b;
  const Order                 *order = data;
  const SheafReportColumn     *column;
  const SheafCell             *cell_a, *cell_b;

  if (line_a->row == NULL || line_b->row == NULL)
    return (line_a->row == NULL) - (line_b->row == NULL);
  column = line_a->layout->columns->pdata[order->column];
  cell_a = &line_a->row->cells[order->column];
  cell_b = &line_b->row->cells[order->column];
  /* Empty cells stay last either way. */
  if (cell_a->state != SHEAF_CELL_FILLED || cell_b->state != SHEAF_CELL_FILLED)
    return sheaf_report_text_compare (cell_a, cell_b, column->kind);
  return order->direction * sheaf_report_text_compare (cell_a, cell_b, column->kind);
}

GPtrArray *
sheaf_report_lines_sort (const SheafReportLines *lines,
                         guint                   column,
                         int                     direction)
{
  GPtrArray *sorted = g_ptr_array_new ();
  Order      order = { column, direction };

  for (guint i = 0; i < lines->lines->len; i++)
    g_ptr_array_add (sorted, lines->lines->pdata[i]);
  if (direction != 0)
    g_ptr_array_sort_with_data (sorted, compare, &order);
  return sorted;
}
