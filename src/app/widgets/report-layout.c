/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths are counted in letters, not measured: a sheet of ten thousand rows opens at once. */
#include "app/widgets/report-layout.h"

#include "app/widgets/report-text.h"

#define PADDINGS (2 * SHEAF_REPORT_PADDING_PX)
/* Words wider than this many letters are wrapped rather than given a line of their own. */
#define LONG_LETTERS 66
#define SHORT_LETTERS 22
/* A table is at most this part wider than it needs to be, in per cent. */
#define SPREAD 135
/* But a small one is not squeezed. */
#define USUAL_PX 720

static int
measure (GtkWidget  *widget,
         const char *sample)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sample);
  int width = 0;
  int letters = (int) g_utf8_strlen (sample, -1);

  pango_layout_get_pixel_size (layout, &width, NULL);
  return (width + letters - 1) / letters;
}

/* Capitals and figures are wider than small letters. */
static int
estimate (const SheafReportLayout *layout,
          const char              *text,
          gsize                    length)
{
  int width = 0;

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      width += g_unichar_isupper (letter) || g_unichar_isdigit (letter) ? layout->wide_px
                                                                        : layout->letter_px;
    }
  return width;
}

static int
longest_word (const SheafReportLayout *layout,
              const char              *text)
{
  int longest = 0;

  for (const char *word = text; word != NULL && *word != '\0';)
    {
      gsize length = strcspn (word, " \n");

      longest = MAX (longest, estimate (layout, word, length));
      word += length + strspn (word + length, " \n");
    }
  return longest;
}

/* Bold letters are a tenth wider. */
static int
bolden (int      px,
        gboolean bold)
{
  return bold ? px + px / 10 : px;
}

static void
take_words (SheafReportLayout    *layout,
            const SheafReportRow *row,
            guint                 i,
            const char           *text,
            gboolean              bold)
{
  int indent = (int) row->indent * 2 * SHEAF_REPORT_PADDING_PX;
  int width = bolden (estimate (layout, text, strlen (text)), bold) + indent + PADDINGS;
  int word = bolden (longest_word (layout, text), bold) + indent + PADDINGS;

  layout->natural[i] = MAX (layout->natural[i], MIN (width, LONG_LETTERS * layout->letter_px));
  layout->least[i] = MAX (layout->least[i], MIN (word, SHORT_LETTERS * layout->letter_px));
}

static void
take_cell (SheafReportLayout    *layout,
           const SheafReportRow *row,
           guint                 i,
           const char           *currency)
{
  const SheafReportColumn *column = layout->columns->pdata[i];
  const SheafCell         *cell = &row->cells[i];
  g_autofree char         *text = sheaf_report_text_cell (cell, column->kind, currency);
  gboolean                 bold = row->bold || row->kind == SHEAF_ROW_KIND_TOTAL;
  int                      width;

  if (*text == '\0')
    return;
  if (column->kind == SHEAF_CELL_TEXT)
    {
      take_words (layout, row, i, text, bold || row->kind == SHEAF_ROW_KIND_HEADING);
      return;
    }
  width = bolden ((int) g_utf8_strlen (text, -1) * layout->digit_px, bold) + PADDINGS;
  layout->natural[i] = MAX (layout->natural[i], width);
  layout->least[i] = MAX (layout->least[i], width);
}

static void
take_rows (SheafReportLayout *layout,
           GPtrArray         *rows,
           const char        *currency)
{
  for (guint r = 0; r < rows->len; r++)
    for (guint i = 0; i < layout->columns->len; i++)
      take_cell (layout, rows->pdata[r], i, currency);
}

/* Heads wrap, but not within words; the words of a group have all its columns. */
static void
take_heading (SheafReportLayout *layout,
              guint              i)
{
  const SheafReportColumn *column = layout->columns->pdata[i];
  int                      width = bolden (longest_word (layout, column->heading), TRUE) + PADDINGS;

  layout->least[i] = MAX (layout->least[i], width);
  layout->natural[i] = MAX (layout->natural[i], width);
}

SheafReportLayout *
sheaf_report_layout_new (GtkWidget  *widget,
                         GPtrArray  *columns,
                         GPtrArray  *sections,
                         const char *currency)
{
  SheafReportLayout *layout = g_new0 (SheafReportLayout, 1);

  layout->columns = columns;
  layout->least = g_new0 (int, columns->len);
  layout->natural = g_new0 (int, columns->len);
  layout->x = g_new0 (int, columns->len);
  layout->width = g_new0 (int, columns->len);
  layout->digit_px = measure (widget, "0123456789");
  layout->wide_px = measure (widget, "KHNTVBC0123456789");
  layout->letter_px = measure (widget, "nguyên liệu, vật liệu và công nợ");
  for (guint i = 0; i < columns->len; i++)
    take_heading (layout, i);
  for (guint i = 0; i < sections->len; i++)
    take_rows (layout, sections->pdata[i], currency);
  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];

      if (column->kind == SHEAF_CELL_TEXT)
        layout->least[i] = MAX (layout->least[i],
                                MIN (layout->natural[i], SHORT_LETTERS * layout->letter_px));
      layout->least_px += layout->least[i];
    }
  return layout;
}

void
sheaf_report_layout_free (SheafReportLayout *layout)
{
  if (layout == NULL)
    return;
  g_free (layout->least);
  g_free (layout->natural);
  g_free (layout->x);
  g_free (layout->width);
  g_free (layout);
}

/* Adds room to the columns in proportion to weights; the last one takes what is left over. */
static void
share (SheafReportLayout *layout,
       const int         *weights,
       int                room)
{
  gint64 sum = 0;
  int    left = room;
  guint  last = 0;

  for (guint i = 0; i < layout->columns->len; i++)
    sum += weights[i];
  if (sum == 0 || room <= 0)
    return;
  for (guint i = 0; i < layout->columns->len; i++)
    {
      int part = (int) ((gint64) room * weights[i] / sum);

      layout->width[i] += part;
      left -= part;
      if (weights[i] > 0)
        last = i;
    }
  layout->width[last] += left;
}

void
sheaf_report_layout_fit (SheafReportLayout *layout,
                         int                width_px)
{
  guint           n = layout->columns->len;
  g_autofree int *wants = g_new0 (int, n);
  int             wanted = 0;
  int             x = 0;

  if (layout->for_px == width_px)
    return;
  layout->for_px = width_px;
  for (guint i = 0; i < n; i++)
    {
      layout->width[i] = layout->least[i];
      wants[i] = layout->natural[i] - layout->least[i];
      wanted += wants[i];
    }
  share (layout, wants, MIN (wanted, width_px - layout->least_px));
  if (width_px > layout->least_px + wanted)
    {
      int natural = layout->least_px + wanted;
      int easy = MAX (USUAL_PX, (int) ((gint64) natural * SPREAD / 100));
      int most = MIN (width_px, easy);

      share (layout, layout->natural, most - natural);
      x = (width_px - most) / 2;
    }
  for (guint i = 0; i < n; x += layout->width[i], i++)
    layout->x[i] = x;
}

guint
sheaf_report_layout_column_at (const SheafReportLayout *layout,
                               int                      x)
{
  guint i = 0;

  while (i + 1 < layout->columns->len && x >= layout->x[i + 1])
    i++;
  return i;
}

PangoLayout *
sheaf_report_layout_write (const SheafReportLayout *layout,
                           GtkWidget               *widget,
                           guint                    column,
                           guint                    last,
                           const char              *text,
                           int                      indent_px,
                           gboolean                 bold)
{
  const SheafReportColumn *of = layout->columns->pdata[column];
  PangoLayout             *lines = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width = layout->x[last] + layout->width[last] - layout->x[column] - PADDINGS - indent_px;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (of->kind != SHEAF_CELL_TEXT)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (lines, attributes);
  if (of->kind == SHEAF_CELL_TEXT)
    {
      pango_layout_set_width (lines, MAX (width, 1) * PANGO_SCALE);
      pango_layout_set_wrap (lines, PANGO_WRAP_WORD_CHAR);
    }
  return lines;
}
