/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are drawn as they come, all but the last two and what stays with these: only at the end is
 * it known what must stay with them. */
#include "documents/table.h"

#include "documents/table-private.h"
#include "reports/cell.h"

#define INDENT SHEAF_MM (2.5)
#define SHADE 0.93f

/* The last rows, which signatures stand under; and the most rows that are kept on one page. */
#define HELD 2
#define BLOCK_MOST 12

static void
row_free (SheafTableRow *row)
{
  if (row == NULL)
    return;
  for (char **cell = row->cells; *cell != NULL; cell++)
    g_free (*cell);
  g_free (row->cells);
  g_free (row);
}

static gboolean
has_flexible_text (const SheafTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].width <= 0 && table->columns[i].align == SHEAF_ALIGN_LEFT)
      return TRUE;
  return FALSE;
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
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].indents)
      {
        table->main_column = i;
        return;
      }
  /* where every width is given, the widest column of text indents */
  for (guint i = 0; i < table->n_columns && !has_flexible_text (table); i++)
    if (table->columns[i].align == SHEAF_ALIGN_LEFT &&
        (table->main_column == table->n_columns ||
         table->columns[i].width > table->columns[table->main_column].width))
      table->main_column = i;
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
  g_ptr_array_unref (table->groups);
  g_free (table->edges);
  g_queue_clear_full (&table->pending, (GDestroyNotify) row_free);
  g_free (table);
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
  table->groups = sheaf_report_columns_new ();
  for (guint i = 0; i < n_columns; i++)
    {
      table->columns[i] = columns[i];
      table->columns[i].heading = g_strdup (columns[i].heading);
      table->columns[i].group = g_strdup (columns[i].group);
      table->columns[i].mark = g_strdup (columns[i].mark);
      sheaf_report_column_add (table->groups, "", columns[i].group, NULL, NULL, SHEAF_CELL_TEXT, 0);
    }
  table->edges = g_new0 (float, n_columns + 1);
  table->size = size;
  table->row_height = row_height;
  g_queue_init (&table->pending);
  place_columns (table);
  sheaf_table_head_measure (table);
  return table;
}

static SheafTextStyle
cell_style (SheafTable          *table,
            const SheafTableRow *row,
            guint                column)
{
  SheafFace face = (SheafFace) ((row->style & SHEAF_ROW_BOLD ? SHEAF_FACE_BOLD : 0) |
                                (row->style & SHEAF_ROW_ITALIC ? SHEAF_FACE_ITALIC : 0));

  /* a crossed cell has its cross in the middle, whatever the column holds */
  if (g_strcmp0 (row->cells[column], SHEAF_CELL_CROSS) == 0)
    return SHEAF_TEXT_STYLE (face, table->size, SHEAF_ALIGN_CENTRE);
  return SHEAF_TEXT_STYLE (face, table->size, table->columns[column].align);
}

/* Where the text of a cell begins and how wide it may be. */
static float
cell_room (SheafTable          *table,
           const SheafTableRow *row,
           guint                column,
           float               *ret_x)
{
  float indent = column == table->main_column ? (float) row->indent * INDENT : 0;

  *ret_x = table->edges[column] + SHEAF_TABLE_PAD_X + indent;
  return table->edges[column + 1] - SHEAF_TABLE_PAD_X - *ret_x;
}

/* The style of a cell's text. A figure is never broken over lines: it is made smaller until it
 * fits. */
static SheafTextStyle
fit_style (SheafTable          *table,
           const SheafTableRow *row,
           guint                column,
           float                room)
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
measure_row (SheafTable          *table,
             const SheafTableRow *row)
{
  float tallest = MAX (table->row_height,
                       sheaf_document_text_line_height (cell_style (table, row, 0)) +
                           2 * SHEAF_TABLE_PAD_Y);

  for (guint i = 0; i < table->n_columns; i++)
    {
      float x;
      float width = cell_room (table, row, i, &x);

      tallest = MAX (tallest, sheaf_table_text_height (table, fit_style (table, row, i, width),
                                                       row->cells[i], width));
    }
  return tallest;
}

/* A text taller than a page would never end; it is cut where the row ends. */
static void
draw_cell (SheafTable          *table,
           const SheafTableRow *row,
           guint                column,
           float                top,
           float                height)
{
  float          x, used;
  float          width = cell_room (table, row, column, &x);
  SheafTextStyle style = fit_style (table, row, column, width);
  float          line_height = sheaf_document_text_line_height (style);
  g_auto (GStrv)
      lines = sheaf_document_text_wrap (table->document, style, row->cells[column], width);
  guint most = (guint) ((height - 2 * SHEAF_TABLE_PAD_Y) / line_height + 0.01f);

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
  sheaf_document_line (table->document, left, top, right, top, SHEAF_TABLE_THIN);
}

static void
draw_cells (SheafTable          *table,
            const SheafTableRow *row,
            float                height)
{
  float top = sheaf_document_y (table->document);

  if ((row->style & SHEAF_ROW_SHADED) != 0)
    shade_row (table, top, height);
  for (guint i = 0; i < table->n_columns; i++)
    draw_cell (table, row, i, top, height);
  for (guint i = 0; i <= table->n_columns; i++)
    sheaf_document_line (table->document, table->edges[i], top, table->edges[i], top + height,
                         i == 0 || i == table->n_columns ? SHEAF_TABLE_THICK : SHEAF_TABLE_THIN);
  sheaf_document_line (table->document, table->edges[0], top + height,
                       table->edges[table->n_columns], top + height, SHEAF_TABLE_THIN);
  sheaf_document_set_y (table->document, top + height);
}

/* A row that carries sums is one line high: its label is short and its figures are made to fit. */
static float
carry_height (SheafTable *table)
{
  SheafTextStyle style = SHEAF_TEXT_STYLE (SHEAF_FACE_BOLD_ITALIC, table->size, SHEAF_ALIGN_LEFT);

  return table->carry.cells == NULL
             ? 0
             : 2 * sheaf_document_text_line_height (style) + 2 * SHEAF_TABLE_PAD_Y;
}

static void
draw_carry (SheafTable *table,
            gboolean    brought)
{
  SheafTableRow row = { .style = SHEAF_ROW_BOLD | SHEAF_ROW_ITALIC };

  row.cells = table->carry.cells (brought, table->drawn, table->carry.data);
  draw_cells (table, &row, MIN (measure_row (table, &row), carry_height (table)));
  g_strfreev (row.cells);
}

/* Starts a page where the row and what must stay with it do not fit; the head follows. */
static void
make_room (SheafTable *table,
           float       height)
{
  float    head = table->headed ? 0 : table->head_height;
  float    y = sheaf_document_y (table->document);
  gboolean carries = table->carry.cells != NULL && table->headed && table->drawn > 0 &&
                     y + height > sheaf_document_bottom (table->document);

  if (carries)
    {
      draw_carry (table, FALSE);
      sheaf_document_add_page (table->document);
      table->headed = FALSE;
    }
  else if (sheaf_document_reserve (table->document, head + height))
    table->headed = FALSE;
  if (!table->headed)
    sheaf_table_head_draw (table);
  if (carries)
    draw_carry (table, TRUE);
}

static void
draw_row (SheafTable          *table,
          const SheafTableRow *row,
          float                keep)
{
  float carry = carry_height (table);
  float page = sheaf_document_bottom (table->document) - sheaf_document_top (table->document) -
               table->head_height - 2 * carry;
  float height = MIN (measure_row (table, row), page);

  make_room (table, height + MAX (MIN (keep, page - height), carry));
  draw_cells (table, row, height);
  table->drawn++;
}

/* How many rows from the next one on stay on one page. */
static guint
block_length (SheafTable *table)
{
  guint n = 0;

  for (GList *link = table->pending.head; link != NULL && n < BLOCK_MOST; link = link->next)
    {
      n++;
      if ((((SheafTableRow *) link->data)->style & SHEAF_ROW_KEEP) == 0)
        break;
    }
  return n;
}

/* Whether the next block is whole and none of its rows may be among the last. */
static gboolean
may_draw_block (SheafTable *table)
{
  guint                n = block_length (table);
  const SheafTableRow *last = n > 0 ? g_queue_peek_nth (&table->pending, n - 1) : NULL;

  return last != NULL && table->pending.length >= n + HELD &&
         (n == BLOCK_MOST || (last->style & SHEAF_ROW_KEEP) == 0);
}

/* Draws the next rows on one page, with keep points left below the last. */
static void
draw_rows (SheafTable *table,
           guint       n,
           float       keep)
{
  float below = keep;

  for (guint i = 1; i < n; i++)
    below += measure_row (table, g_queue_peek_nth (&table->pending, i));
  for (guint i = 0; i < n; i++)
    {
      SheafTableRow       *row = g_queue_pop_head (&table->pending);
      const SheafTableRow *next = i + 1 < n ? g_queue_peek_head (&table->pending) : NULL;

      draw_row (table, row, below);
      row_free (row);
      below -= next != NULL ? measure_row (table, next) : 0;
    }
}

void
sheaf_table_set_carry (SheafTable            *table,
                       const SheafTableCarry *carry)
{
  g_return_if_fail (table != NULL && carry != NULL && g_queue_is_empty (&table->pending));
  table->carry = *carry;
}

void
sheaf_table_add_row (SheafTable        *table,
                     SheafRowStyle      style,
                     guint              indent,
                     const char *const *cells)
{
  SheafTableRow *row;

  g_return_if_fail (table != NULL && cells != NULL);
  row = g_new0 (SheafTableRow, 1);
  row->cells = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    row->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  row->style = style;
  row->indent = indent;
  g_queue_push_tail (&table->pending, row);
  while (may_draw_block (table))
    draw_rows (table, block_length (table), carry_height (table));
}

void
sheaf_table_finish (SheafTable *table,
                    float       keep)
{
  float y;

  g_return_if_fail (table != NULL);
  if (g_queue_is_empty (&table->pending))
    {
      (void) sheaf_document_reserve (table->document,
                                     table->head_height + keep); /* an empty table is its head */
      sheaf_table_head_draw (table);
    }
  while (!g_queue_is_empty (&table->pending))
    draw_rows (table, keep > 0 ? table->pending.length : block_length (table), keep);
  y = sheaf_document_y (table->document);
  sheaf_document_line (table->document, table->edges[0], y, table->edges[table->n_columns], y,
                       SHEAF_TABLE_THICK);
  table_free (table);
}
