/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths are measured once at a size of ten points and scaled. */
#include "documents/report-columns.h"

#include "reports/cell.h"
#include "reports/group.h"

#define MEASURED 10.0f
#define LARGEST 9.5f
/* A form is set as small as this to stay on one sheet; columns, to stand beside each other. */
#define FORM_SMALLEST 7.5f
#define SMALLEST 5.5f
#define STEP 0.25f

#define PAD SHEAF_MM (2.6)
#define PAD_Y SHEAF_MM (0.9)
/* A word longer than this is broken, and running text has at least this much. */
#define WORD_MOST SHEAF_MM (28)
#define TEXT_LEAST SHEAF_MM (40)
/* Texts up to this stand in the middle of their column: codes, numbers of accounts. */
#define CODE_LETTERS 9

void
sheaf_report_paper_row_free (SheafReportPaperRow *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->cells);
  g_free (row->figures);
  g_free (row);
}

guint
sheaf_report_columns_main (const GPtrArray *columns)
{
  guint main_column = 0, most = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];

      if (column->kind != SHEAF_CELL_TEXT || column->weight < most + (most > 0))
        continue;
      main_column = i;
      most = MAX (column->weight, 1);
    }
  return main_column;
}

static float
text_width (SheafDocument *document,
            gboolean       bold,
            const char    *text)
{
  return sheaf_document_text_width (document,
                                    SHEAF_TEXT_STYLE (bold ? SHEAF_FACE_BOLD : SHEAF_FACE_REGULAR,
                                                      MEASURED, SHEAF_ALIGN_LEFT),
                                    text);
}

static float
longest_word (SheafDocument *document,
              gboolean       bold,
              const char    *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  float longest = 0;

  for (char **word = words; *word != NULL; word++)
    longest = MAX (longest, text_width (document, bold, *word));
  return longest;
}

/* A column of money holds this much even where it is empty so far. */
#define MONEY_LEAST "999.999.999"

/* The least width of a column at the measured size, without the air beside the text. */
static float
measure_column (SheafDocument   *document,
                const GPtrArray *columns,
                const GPtrArray *rows,
                guint            place)
{
  const SheafReportColumn *column = columns->pdata[place];
  gboolean                 figures = column->kind != SHEAF_CELL_TEXT;
  float                    need = MIN (longest_word (document, TRUE, column->heading), WORD_MOST);

  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReportPaperRow *row = rows->pdata[i];
      const char                *text = row->cells[place];

      if (*text != '\0' && figures)
        need = MAX (need, text_width (document, row->bold, text));
      else if (*text != '\0')
        need = MAX (need, MIN (longest_word (document, row->bold, text), WORD_MOST));
    }
  if (column->kind == SHEAF_CELL_MONEY)
    need = MAX (need, text_width (document, TRUE, MONEY_LEAST));
  if (!figures && place == sheaf_report_columns_main (columns))
    need = MAX (need, TEXT_LEAST);
  return need;
}

static float
sum_needs (const float *needs,
           guint        n,
           float        size)
{
  float sum = 0;

  for (guint i = 0; i < n; i++)
    sum += needs[i] * size / MEASURED + PAD;
  return sum;
}

static float
weight_of (const GPtrArray *columns,
           guint            place)
{
  return (float) MAX (((const SheafReportColumn *) columns->pdata[place])->weight, 1);
}

/* Shares the room by weight among the columns whose share is no less than they need; the others get
 * just that. */
static void
share_room (const GPtrArray  *columns,
            const float      *needs,
            float             size,
            float             room,
            SheafTableColumn *laid)
{
  gboolean again = TRUE;

  while (again)
    {
      float rest = room, weights = 0;

      again = FALSE;
      for (guint i = 0; i < columns->len; i++)
        if (laid[i].width > 0)
          rest -= laid[i].width;
        else
          weights += weight_of (columns, i);
      for (guint i = 0; i < columns->len; i++)
        {
          float need = needs[i] * size / MEASURED + PAD;

          if (laid[i].width > 0 || rest * weight_of (columns, i) / weights >= need)
            continue;
          laid[i].width = need;
          again = TRUE;
        }
      for (guint i = 0; !again && i < columns->len; i++)
        if (laid[i].width <= 0)
          laid[i].width = rest * weight_of (columns, i) / weights;
    }
}

static SheafAlign
choose_align (const GPtrArray *columns,
              const GPtrArray *rows,
              guint            place)
{
  const SheafReportColumn *column = columns->pdata[place];

  if (sheaf_cell_kind_is_number (column->kind))
    return SHEAF_ALIGN_RIGHT;
  if (column->kind == SHEAF_CELL_DAY)
    return SHEAF_ALIGN_CENTRE;
  if (place == sheaf_report_columns_main (columns))
    return SHEAF_ALIGN_LEFT;
  for (guint i = 0; i < rows->len; i++)
    if (g_utf8_strlen (((SheafReportPaperRow *) rows->pdata[i])->cells[place], -1) > CODE_LETTERS)
      return SHEAF_ALIGN_LEFT;
  return SHEAF_ALIGN_CENTRE;
}

/* Widths at a size. */
static void
lay_at (const GPtrArray  *columns,
        const float      *needs,
        float             size,
        float             room,
        SheafTableColumn *laid)
{
  float sum = sum_needs (needs, columns->len, size);

  for (guint i = 0; i < columns->len; i++)
    laid[i].width = 0;
  if (sum <= room)
    share_room (columns, needs, size, room, laid);
  else /* more columns than a sheet takes: each gives way; figures are made smaller yet */
    for (guint i = 0; i < columns->len; i++)
      laid[i].width = (needs[i] * size / MEASURED + PAD) * room / sum;
}

static float
text_height (SheafDocument          *document,
             const SheafTableColumn *column,
             gboolean                bold,
             float                   size,
             const char             *text)
{
  SheafTextStyle style = SHEAF_TEXT_STYLE (bold ? SHEAF_FACE_BOLD : SHEAF_FACE_REGULAR, size,
                                           SHEAF_ALIGN_LEFT);
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, style, text, column->width - PAD);

  return sheaf_document_text_line_height (style) * (float) g_strv_length (lines) + PAD_Y;
}

/* The height that the table comes to; figures never wrap. */
static float
table_height (SheafDocument          *document,
              const GPtrArray        *columns,
              const GPtrArray        *rows,
              const SheafTableColumn *laid,
              float                   size)
{
  guint levels = sheaf_report_group_levels (columns);
  float line = sheaf_document_text_line_height (SHEAF_TEXT_STYLE (0, size, SHEAF_ALIGN_LEFT));
  float height = (line + PAD_Y) * (float) (levels + 1), head = 0;

  for (guint i = 0; i < columns->len; i++)
    head = MAX (head, text_height (document, &laid[i], TRUE, size, laid[i].heading));
  height += head;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReportPaperRow *row = rows->pdata[i];
      float                      tallest = line + PAD_Y;

      for (guint k = 0; k < columns->len; k++)
        if (((const SheafReportColumn *) columns->pdata[k])->kind == SHEAF_CELL_TEXT)
          tallest = MAX (tallest, text_height (document, &laid[k], row->bold, size, row->cells[k]));
      height += tallest;
    }
  return height;
}

/* The largest size at which all stays in the room; the one given where it is too much for a
 * sheet. */
static float
fit_height (SheafDocument    *document,
            const GPtrArray  *columns,
            const GPtrArray  *rows,
            const float      *needs,
            float             size,
            float             width,
            float             height,
            SheafTableColumn *laid)
{
  int steps = height > 0 ? (int) ((size - FORM_SMALLEST) / STEP) : -1;

  for (int step = 0; step <= steps; step++)
    {
      float smaller = size - (float) step * STEP;

      lay_at (columns, needs, smaller, width, laid);
      if (table_height (document, columns, rows, laid, smaller) <= height)
        return smaller;
    }
  return size;
}

SheafTableColumn *
sheaf_report_columns_lay (SheafDocument   *document,
                          const GPtrArray *columns,
                          const GPtrArray *rows,
                          float            room,
                          float           *ret_size)
{
  SheafTableColumn *laid = g_new0 (SheafTableColumn, columns->len);
  g_autofree float *needs = g_new0 (float, columns->len);
  float             width = sheaf_document_right (document) - sheaf_document_left (document);
  float             size = LARGEST;

  for (guint i = 0; i < columns->len; i++)
    needs[i] = measure_column (document, columns, rows, i);
  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];

      laid[i].heading = column->heading;
      laid[i].group = column->group;
      laid[i].mark = column->mark;
      laid[i].align = choose_align (columns, rows, i);
      laid[i].weight = weight_of (columns, i);
      laid[i].indents = i == sheaf_report_columns_main (columns);
    }
  while (size > SMALLEST && sum_needs (needs, columns->len, size) > width)
    size -= STEP;
  size = fit_height (document, columns, rows, needs, size, width, room, laid);
  lay_at (columns, needs, size, width, laid);
  *ret_size = size;
  return laid;
}
