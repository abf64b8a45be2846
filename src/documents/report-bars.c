/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small charts side by side, each with a scale of its own: amounts that differ a hundredfold would
 * hide each other on one. */
#include "documents/report-bars.h"

#include "base/number.h"
#include "documents/text.h"

/* As many bars as have room for their figures in charts of which so many stand side by side. */
#define BARS_FEW 6
#define ABREAST_OF_FEW 3
#define BARS_MOST 10
#define ABREAST_OF_MANY 2
#define CHART_HEIGHT SHEAF_MM (27)
#define CHART_GAP SHEAF_MM (6)
#define TITLE_HEIGHT SHEAF_MM (5)
#define LABEL_HEIGHT SHEAF_MM (4)
#define GREY 0.45f
#define HATCH SHEAF_MM (1.1)
#define GAP SHEAF_MM (3)

static const SheafTextStyle TITLE = { SHEAF_FACE_BOLD, 8, SHEAF_ALIGN_LEFT };
static const SheafTextStyle FIGURE = { SHEAF_FACE_REGULAR, 6.5f, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle LABEL = { SHEAF_FACE_REGULAR, 7, SHEAF_ALIGN_CENTRE };

typedef struct
{
  char    *label;
  gint64  *figures; /* by column */
  gboolean unfinished;
} Bar;

struct _SheafReportBars
{
  GPtrArray *columns; /* of SheafReportColumn */
  char      *language;
  GPtrArray *bars;
};

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->label);
  g_free (bar->figures);
  g_free (bar);
}

SheafReportBars *
sheaf_report_bars_new (GPtrArray  *columns,
                       const char *language)
{
  SheafReportBars *bars = g_new0 (SheafReportBars, 1);

  bars->columns = g_ptr_array_ref (columns);
  bars->language = g_strdup (language);
  bars->bars = g_ptr_array_new_with_free_func (bar_free);
  return bars;
}

void
sheaf_report_bars_free (SheafReportBars *bars)
{
  if (bars == NULL)
    return;
  g_ptr_array_unref (bars->columns);
  g_ptr_array_unref (bars->bars);
  g_free (bars->language);
  g_free (bars);
}

static SheafCellKind
kind_at (const SheafReportBars *bars,
         guint                  i)
{
  return ((const SheafReportColumn *) bars->columns->pdata[i])->kind;
}

void
sheaf_report_bars_take (SheafReportBars      *bars,
                        const SheafReportRow *row)
{
  Bar *bar;

  if (row->kind != SHEAF_ROW_KIND_LINE)
    return;
  bar = g_new0 (Bar, 1);
  bar->unfinished = row->unfinished;
  bar->figures = g_new0 (gint64, bars->columns->len);
  for (guint i = 0; i < bars->columns->len; i++)
    {
      if (kind_at (bars, i) == SHEAF_CELL_MONEY && row->cells[i].state == SHEAF_CELL_FILLED)
        bar->figures[i] = row->cells[i].number;
      if (kind_at (bars, i) == SHEAF_CELL_TEXT && bar->label == NULL)
        bar->label = g_strdup (row->cells[i].text);
    }
  g_ptr_array_add (bars->bars, bar);
  if (bars->bars->len > BARS_MOST)
    g_ptr_array_remove_index (bars->bars, 0);
}

static gboolean
is_many (const SheafReportBars *bars)
{
  return bars->bars->len > BARS_FEW;
}

static gint64
find_largest (const SheafReportBars *bars,
              guint                  column)
{
  gint64 largest = 0;

  for (guint i = 0; i < bars->bars->len; i++)
    largest = MAX (largest, ((const Bar *) bars->bars->pdata[i])->figures[column]);
  return largest;
}

/* Strokes that rise to the right, cut at the rectangle, and its outline. */
static void
draw_hatched (SheafDocument *document,
              float          x,
              float          y,
              float          width,
              float          height)
{
  guint strokes = (guint) ((width + height) / HATCH);

  for (guint i = 1; i <= strokes; i++)
    {
      float at = HATCH * (float) i;

      sheaf_document_line (document, x + MAX (at - height, 0), y + MIN (at, height),
                           x + MIN (at, width), y + MAX (at - width, 0), 0.5f);
    }
  sheaf_document_line (document, x, y, x + width, y, 0.7f);
  sheaf_document_line (document, x, y, x, y + height, 0.7f);
  sheaf_document_line (document, x + width, y, x + width, y + height, 0.7f);
}

static void
draw_bar (SheafDocument *document,
          const Bar     *bar,
          float          x,
          float          y,
          float          width,
          float          height)
{
  if (bar->unfinished)
    draw_hatched (document, x, y, width, height);
  else
    sheaf_document_fill (document, x, y, width, height, GREY);
}

/* Amounts below 0 stand on the ground with their figure. */
static void
draw_chart (const SheafReportBars *bars,
            SheafDocument         *document,
            guint                  column,
            float                  x,
            float                  y,
            float                  width)
{
  const SheafReportColumn *head = bars->columns->pdata[column];
  g_autofree char         *title = sheaf_document_text_ellipsize (document, TITLE, head->heading,
                                                                  width);
  float                    ground = y + CHART_HEIGHT - LABEL_HEIGHT;
  float                    room = CHART_HEIGHT - LABEL_HEIGHT - 2 * TITLE_HEIGHT;
  float                    slot = width / (float) (is_many (bars) ? BARS_MOST : BARS_FEW);
  gint64                   largest = find_largest (bars, column);

  sheaf_document_text_draw (document, TITLE, x, y + TITLE.size, title);
  for (guint i = 0; i < bars->bars->len; i++)
    {
      const Bar       *bar = bars->bars->pdata[i];
      gint64           value = bar->figures[column];
      g_autofree char *figure = sheaf_number_short (value, bars->language);
      float            height = value > 0 ? room * (float) value / (float) largest : 0;
      float            middle = x + slot * ((float) i + 0.5f);

      if (height > 0)
        draw_bar (document, bar, middle - slot * 0.3f, ground - height, slot * 0.6f, height);
      sheaf_document_text_draw (document, FIGURE, middle, ground - height - 2,
                                value != 0 ? figure : "–");
      sheaf_document_text_draw (document, LABEL, middle, ground + LABEL.size + 1,
                                bar->label != NULL ? bar->label : "");
    }
  sheaf_document_line (document, x, ground, x + width, ground, 0.5f);
}

void
sheaf_report_bars_draw (SheafReportBars *bars,
                        SheafDocument   *document)
{
  g_autoptr (GArray) charts = g_array_new (FALSE, FALSE, sizeof (guint));
  float left = sheaf_document_left (document);
  guint abreast = is_many (bars) ? ABREAST_OF_MANY : ABREAST_OF_FEW;
  float width = (sheaf_document_right (document) - left + CHART_GAP) / (float) abreast - CHART_GAP;
  float top;
  guint rows;

  for (guint i = 0; i < bars->columns->len; i++)
    if (kind_at (bars, i) == SHEAF_CELL_MONEY && find_largest (bars, i) > 0)
      g_array_append_val (charts, i);
  if (charts->len == 0)
    return;
  rows = (charts->len + abreast - 1) / abreast;
  (void) sheaf_document_reserve (document, (float) rows * (CHART_HEIGHT + GAP) + GAP);
  top = sheaf_document_y (document) + GAP;
  for (guint i = 0; i < charts->len; i++)
    {
      guint row = i / abreast;
      guint place = i % abreast;

      draw_chart (bars, document, g_array_index (charts, guint, i),
                  left + (float) place * (width + CHART_GAP),
                  top + (float) row * (CHART_HEIGHT + GAP), width);
    }
  sheaf_document_set_y (document, top + (float) rows * (CHART_HEIGHT + GAP));
}
