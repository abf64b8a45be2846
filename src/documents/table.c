/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are drawn as they come, all but the last one: only then is it known what must stay with
 * it. */
#include "documents/table.h"

#include <string.h>

#define PAD_X SHEAF_MM (1.2)
#define PAD_Y SHEAF_MM (0.45)
#define INDENT SHEAF_MM (2.5)
#define THIN 0.4f
#define THICK 0.8f
#define SHADE 0.93f

typedef struct
{
  char        **cells;
  SheafRowStyle style;
  guint         indent;
} Row;

struct _SheafTable
{
  SheafDocument    *document;
  SheafTableColumn *columns;
  float            *edges; /* n + 1 of them */
  guint             n_columns;
  guint             main_column; /* the one that rows indent */
  float             size;
  float             row_height;
  float             bands[3];    /* heights of the head: groups, headings, marks; 0: not there */
  float             head_height; /* all three */
  gboolean          headed;      /* the head stands on the current page */
  Row              *pending[2];  /* the last but one, the last */
};

static void
row_free (Row *row)
{
  if (row == NULL)
    return;
  for (char **cell = row->cells; *cell != NULL; cell++)
    g_free (*cell);
  g_free (row->cells);
  g_free (row);
}

static void
place_columns (SheafTable *table)
{
  float left = sheaf_document_left (table->document);
  float room = sheaf_document_right (table->document) - left;
  float weights = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      room -= table->columns[i].width;
      weights += table->columns[i].width > 0 ? 0 : table->columns[i].weight;
    }
  table->main_column = table->n_columns;
  table->edges[0] = left;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];

      table->edges[i + 1] = table->edges[i] +
                            (column->width > 0 ? column->width : room * column->weight / weights);
      if (table->main_column == table->n_columns && column->width <= 0 &&
          column->align == SHEAF_ALIGN_LEFT)
        table->main_column = i;
    }
}

static void
table_free (SheafTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_free ((char *) table->columns[i].heading);
      g_free ((char *) table->columns[i].group);
      g_free ((char *) table->columns[i].mark);
    }
  g_free (table->columns);
  g_free (table->edges);
  row_free (table->pending[0]);
  row_free (table->pending[1]);
  g_free (table);
}

static float
text_height (SheafTable    *table,
             SheafTextStyle style,
             const char    *text,
             float          width)
{
  g_auto (GStrv) lines = sheaf_document_text_wrap (table->document, style, text, width);

  return sheaf_document_text_line_height (style) * (float) g_strv_length (lines) + 2 * PAD_Y;
}

static void
draw_box (SheafTable *table,
          float       x1,
          float       y1,
          float       x2,
          float       y2,
          float       thickness)
{
  sheaf_document_line (table->document, x1, y1, x2, y1, thickness);
  sheaf_document_line (table->document, x1, y2, x2, y2, thickness);
  sheaf_document_line (table->document, x1, y1, x1, y2, thickness);
  sheaf_document_line (table->document, x2, y1, x2, y2, thickness);
}

/* A heading in the middle of its cell. */
static void
draw_heading (SheafTable *table,
              const char *text,
              guint       first,
              guint       behind,
              float       y1,
              float       y2,
              SheafFace   face)
{
  SheafTextStyle style = SHEAF_TEXT_STYLE (face, table->size, SHEAF_ALIGN_CENTRE);
  float          width = table->edges[behind] - table->edges[first] - 2 * PAD_X;
  float          height = text_height (table, style, text, width) - 2 * PAD_Y;

  (void) sheaf_document_text_box (table->document, style, table->edges[first] + PAD_X,
                                  y1 + (y2 - y1 - height) / 2, width, text);
  draw_box (table, table->edges[first], y1, table->edges[behind], y2, THIN);
}

/* The column behind the last of the group that begins here. */
static guint
group_end (SheafTable *table,
           guint       first)
{
  guint end = first + 1;

  while (end < table->n_columns && table->columns[first].group != NULL &&
         g_strcmp0 (table->columns[first].group, table->columns[end].group) == 0)
    end++;
  return end;
}

static void
measure_head (SheafTable *table)
{
  float         *bands = table->bands;
  SheafTextStyle style = SHEAF_TEXT_STYLE (SHEAF_FACE_BOLD, table->size, SHEAF_ALIGN_CENTRE);
  float          alone = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];
      float                   room = table->edges[i + 1] - table->edges[i] - 2 * PAD_X;
      float                   height = text_height (table, style, column->heading, room);

      if (column->mark != NULL)
        bands[2] = sheaf_document_text_line_height (style) + PAD_Y;
      if (column->group == NULL)
        {
          alone = MAX (alone, height);
          continue;
        }
      bands[1] = MAX (bands[1], height);
      height = text_height (table, style, column->group,
                            table->edges[group_end (table, i)] - table->edges[i] - 2 * PAD_X);
      if (i == 0 || group_end (table, i - 1) == i)
        bands[0] = MAX (bands[0], height);
    }
  if (bands[0] + bands[1] < alone)
    bands[1] = alone - bands[0];
  table->head_height = bands[0] + bands[1] + bands[2];
}

SheafTable *
sheaf_table_new (SheafDocument          *document,
                 const SheafTableColumn *columns,
                 guint                   n_columns,
                 float                   size,
                 float                   row_height)
{
  SheafTable *table;

  g_return_val_if_fail (document != NULL && columns != NULL && n_columns > 0, NULL);
  table = g_new0 (SheafTable, 1);
  table->document = document;
  table->n_columns = n_columns;
  table->columns = g_new0 (SheafTableColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      table->columns[i] = columns[i];
      table->columns[i].heading = g_strdup (columns[i].heading);
      table->columns[i].group = g_strdup (columns[i].group);
      table->columns[i].mark = g_strdup (columns[i].mark);
    }
  table->edges = g_new0 (float, n_columns + 1);
  table->size = size;
  table->row_height = row_height;
  place_columns (table);
  measure_head (table);
  return table;
}

static void
draw_head (SheafTable *table)
{
  const float *bands = table->bands;
  float        top = sheaf_document_y (table->document);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];
      float                   start = column->group != NULL ? top + bands[0] : top;

      if (column->group != NULL && (i == 0 || group_end (table, i - 1) == i))
        draw_heading (table, column->group, i, group_end (table, i), top, top + bands[0],
                      SHEAF_FACE_BOLD);
      draw_heading (table, column->heading, i, i + 1, start, top + bands[0] + bands[1],
                    SHEAF_FACE_BOLD);
      if (bands[2] > 0)
        draw_heading (table, column->mark != NULL ? column->mark : "", i, i + 1,
                      top + bands[0] + bands[1], top + table->head_height, SHEAF_FACE_REGULAR);
    }
  draw_box (table, table->edges[0], top, table->edges[table->n_columns], top + table->head_height,
            THICK);
  sheaf_document_set_y (table->document, top + table->head_height);
  table->headed = TRUE;
}

static SheafTextStyle
cell_style (SheafTable *table,
            const Row  *row,
            guint       column)
{
  SheafFace face = (SheafFace) ((row->style & SHEAF_ROW_BOLD ? SHEAF_FACE_BOLD : 0) |
                                (row->style & SHEAF_ROW_ITALIC ? SHEAF_FACE_ITALIC : 0));

  return SHEAF_TEXT_STYLE (face, table->size, table->columns[column].align);
}

/* Where the text of a cell begins and how wide it may be. */
static float
cell_room (SheafTable *table,
           const Row  *row,
           guint       column,
           float      *ret_x)
{
  float indent = column == table->main_column ? (float) row->indent * INDENT : 0;

  *ret_x = table->edges[column] + PAD_X + indent;
  return table->edges[column + 1] - PAD_X - *ret_x;
}

/* The style of a cell's text. A figure is never broken over lines: it is made smaller until it
 * fits. */
static SheafTextStyle
fit_style (SheafTable *table,
           const Row  *row,
           guint       column,
           float       room)
{
  SheafTextStyle style = cell_style (table, row, column);
  float          width;

  if (style.align != SHEAF_ALIGN_RIGHT || *row->cells[column] == '\0')
    return style;
  width = sheaf_document_text_width (table->document, style, row->cells[column]);
  if (width > room && room > 0)
    style.size *= room / width * 0.999f; /* a hair less, as widths are sums of rounded ones */
  return style;
}

static float
measure_row (SheafTable *table,
             const Row  *row)
{
  float tallest = MAX (table->row_height,
                       sheaf_document_text_line_height (cell_style (table, row, 0)) + 2 * PAD_Y);

  for (guint i = 0; i < table->n_columns; i++)
    {
      float x;
      float width = cell_room (table, row, i, &x);

      tallest = MAX (tallest,
                     text_height (table, cell_style (table, row, i), row->cells[i], width));
    }
  return tallest;
}

/* A text taller than a page would never end; it is cut where the row ends. */
static void
draw_cell (SheafTable *table,
           const Row  *row,
           guint       column,
           float       top,
           float       height)
{
  float          x, used;
  float          width = cell_room (table, row, column, &x);
  SheafTextStyle style = fit_style (table, row, column, width);
  float          line_height = sheaf_document_text_line_height (style);
  g_auto (GStrv)
      lines = sheaf_document_text_wrap (table->document, style, row->cells[column], width);
  guint most = (guint) ((height - 2 * PAD_Y) / line_height + 0.01f);

  if (g_strv_length (lines) > most && most > 0)
    {
      char *cut = g_strconcat (lines[most - 1], " …", NULL);

      g_free (lines[most - 1]);
      lines[most - 1] = cut;
      for (guint i = most; lines[i] != NULL; i++)
        g_clear_pointer (&lines[i], g_free);
    }
  used = line_height * (float) MAX (g_strv_length (lines), 1);
  (void) sheaf_document_text_lines (table->document, style, x, top + (height - used) / 2, width,
                                    lines);
}

/* The grey covers half of the line above, so that is drawn again. */
static void
shade_row (SheafTable *table,
           float       top,
           float       height)
{
  float left = table->edges[0], right = table->edges[table->n_columns];

  sheaf_document_fill (table->document, left, top, right - left, height, SHADE);
  sheaf_document_line (table->document, left, top, right, top, THIN);
}

static void
draw_row (SheafTable *table,
          const Row  *row,
          float       keep)
{
  float page = sheaf_document_bottom (table->document) - sheaf_document_top (table->document) -
               table->head_height;
  float height = MIN (measure_row (table, row), page);
  float head = table->headed ? 0 : table->head_height;
  float top;

  if (sheaf_document_reserve (table->document, head + height + MIN (keep, page - height)))
    table->headed = FALSE;
  if (!table->headed)
    draw_head (table);
  top = sheaf_document_y (table->document);
  if ((row->style & SHEAF_ROW_SHADED) != 0)
    shade_row (table, top, height);
  for (guint i = 0; i < table->n_columns; i++)
    draw_cell (table, row, i, top, height);
  for (guint i = 0; i <= table->n_columns; i++)
    sheaf_document_line (table->document, table->edges[i], top, table->edges[i], top + height,
                         i == 0 || i == table->n_columns ? THICK : THIN);
  sheaf_document_line (table->document, table->edges[0], top + height,
                       table->edges[table->n_columns], top + height, THIN);
  sheaf_document_set_y (table->document, top + height);
}

void
sheaf_table_add_row (SheafTable        *table,
                     SheafRowStyle      style,
                     guint              indent,
                     const char *const *cells)
{
  Row *row;

  g_return_if_fail (table != NULL && cells != NULL);
  if (table->pending[0] != NULL)
    draw_row (table, table->pending[0], 0);
  row_free (table->pending[0]);
  table->pending[0] = table->pending[1];
  row = g_new0 (Row, 1);
  row->cells = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    row->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  row->style = style;
  row->indent = indent;
  table->pending[1] = row;
}

void
sheaf_table_finish (SheafTable *table,
                    float       keep)
{
  float y;

  g_return_if_fail (table != NULL);
  if (table->pending[0] != NULL)
    draw_row (table, table->pending[0],
              keep > 0 ? measure_row (table, table->pending[1]) + keep : 0);
  if (table->pending[1] != NULL)
    draw_row (table, table->pending[1], keep);
  else
    {
      (void) sheaf_document_reserve (table->document,
                                     table->head_height + keep); /* an empty table is its head */
      draw_head (table);
    }
  y = sheaf_document_y (table->document);
  sheaf_document_line (table->document, table->edges[0], y, table->edges[table->n_columns], y,
                       THICK);
  table_free (table);
}
