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

/* Levels of merged headings above a column's own. */
static guint
levels_over (SheafTable *table,
             guint       column)
{
  guint level = 0;

  for (; level < SHEAF_TABLE_LEVELS; level++)
    {
      g_autofree char *text = sheaf_report_group_text (table->groups, column, level);

      if (text == NULL)
        break;
    }
  return level;
}

/* Height of the bands from one to before another. */
static float
band_sum (SheafTable *table,
          guint       from,
          guint       behind)
{
  float sum = 0;

  for (guint i = from; i < behind; i++)
    sum += table->bands[i];
  return sum;
}

static void
measure_level (SheafTable    *table,
               SheafTextStyle style,
               guint          level)
{
  guint behind;

  for (guint i = 0; i < table->n_columns; i = behind)
    {
      g_autofree char *text = sheaf_report_group_text (table->groups, i, level);

      behind = sheaf_report_group_end (table->groups, i, level);
      if (text != NULL)
        table->bands[level] = MAX (table->bands[level],
                                   sheaf_table_text_height (table, style, text,
                                                            inner_width (table, i, behind)));
    }
}

void
sheaf_table_head_measure (SheafTable *table)
{
  float         *bands = table->bands;
  SheafTextStyle style = SHEAF_TEXT_STYLE (SHEAF_FACE_BOLD, table->size, SHEAF_ALIGN_CENTRE);

  for (guint level = 0; level < SHEAF_TABLE_LEVELS; level++)
    measure_level (table, style, level);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];
      float                   room = inner_width (table, i, i + 1);
      float                   above = band_sum (table, levels_over (table, i), SHEAF_TABLE_LEVELS);

      bands[2] = MAX (bands[2], sheaf_table_text_height (table, style, column->heading, room) -
                                    above);
      if (column->mark != NULL)
        bands[3] = sheaf_document_text_line_height (style) + SHEAF_TABLE_PAD_Y;
    }
  table->head_height = band_sum (table, 0, G_N_ELEMENTS (table->bands));
}

static void
draw_level (SheafTable *table,
            guint       level,
            float       top)
{
  guint behind;

  for (guint i = 0; i < table->n_columns; i = behind)
    {
      g_autofree char *text = sheaf_report_group_text (table->groups, i, level);

      behind = sheaf_report_group_end (table->groups, i, level);
      if (text != NULL)
        draw_heading (table, text, i, behind, top + band_sum (table, 0, level),
                      top + band_sum (table, 0, level + 1), SHEAF_FACE_BOLD);
    }
}

void
sheaf_table_head_draw (SheafTable *table)
{
  float top = sheaf_document_y (table->document);
  float marks = top + table->head_height - table->bands[3];

  for (guint level = 0; level < SHEAF_TABLE_LEVELS; level++)
    draw_level (table, level, top);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const SheafTableColumn *column = &table->columns[i];

      draw_heading (table, column->heading, i, i + 1,
                    top + band_sum (table, 0, levels_over (table, i)), marks, SHEAF_FACE_BOLD);
      if (table->bands[3] > 0)
        draw_heading (table, column->mark != NULL ? column->mark : "", i, i + 1, marks,
                      top + table->head_height, SHEAF_FACE_REGULAR);
    }
  draw_box (table, table->edges[0], top, table->edges[table->n_columns], top + table->head_height,
            SHEAF_TABLE_THICK);
  sheaf_document_set_y (table->document, top + table->head_height);
  table->headed = TRUE;
}
