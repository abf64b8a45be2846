/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a table: merged headings, headings, the row of marks. */
#include "documents/table-private.h"

float
sheaf_table_text_height (SheafTable    *table,
                         SheafTextStyle style,
                         const char    *text,
                         float          width)
{
  g_auto (GStrv) lines = sheaf_document_text_wrap (table->document, style, text, width);

  return sheaf_document_text_line_height (style) * (float) g_strv_length (lines) +
         2 * SHEAF_TABLE_PAD_Y;
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

/* Room for text from the first column to the one behind the last. */
static float
inner_width (SheafTable *table,
             guint       first,
             guint       behind)
{
  return table->edges[behind] - table->edges[first] - 2 * SHEAF_TABLE_PAD_X;
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
  float          width = inner_width (table, first, behind);
  float          height = sheaf_table_text_height (table, style, text, width);

  height -= 2 * SHEAF_TABLE_PAD_Y;
  (void) sheaf_document_text_box (table->document, style, table->edges[first] + SHEAF_TABLE_PAD_X,
                                  y1 + (y2 - y1 - height) / 2, width, text);
  draw_box (table, table->edges[first], y1, table->edges[behind], y2, SHEAF_TABLE_THIN);
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

void
sheaf_table_head_measure (SheafTable *table)
{
  float         *bands = table->bands;
  SheafTextStyle style = SHEAF_TEXT_STYLE (SHEAF_FACE_BOLD, table->size, SHEAF_ALIGN_CENTRE);
  float          alone = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];
      const char             *heading = column->heading;
      float                   room = inner_width (table, i, i + 1);
      float                   height = sheaf_table_text_height (table, style, heading, room);

      if (column->mark != NULL)
        bands[2] = sheaf_document_text_line_height (style) + SHEAF_TABLE_PAD_Y;
      if (column->group == NULL)
        {
          alone = MAX (alone, height);
          continue;
        }
      bands[1] = MAX (bands[1], height);
      height = sheaf_table_text_height (table, style, column->group,
                                        inner_width (table, i, group_end (table, i)));
      if (i == 0 || group_end (table, i - 1) == i)
        bands[0] = MAX (bands[0], height);
    }
  if (bands[0] + bands[1] < alone)
    bands[1] = alone - bands[0];
  table->head_height = bands[0] + bands[1] + bands[2];
}

void
sheaf_table_head_draw (SheafTable *table)
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
            SHEAF_TABLE_THICK);
  sheaf_document_set_y (table->document, top + table->head_height);
  table->headed = TRUE;
}
