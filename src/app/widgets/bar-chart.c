/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn with cairo; the table behind it, for screen readers, is the accessible description. */
#include "app/widgets/bar-chart.h"

#include "app/format.h"
#include "base/language.h"
#include "base/number.h"

#include <math.h>

#define MONTHS SHEAF_BAR_CHART_MONTHS
#define LEFT 58.0
#define BOTTOM 22.0
#define TOP 26.0

struct _SheafBarChart
{
  GtkWidget  parent_instance;
  SheafMoney values[2][MONTHS];
  char      *names[2];
};

G_DEFINE_FINAL_TYPE (SheafBarChart, sheaf_bar_chart, GTK_TYPE_WIDGET)

/* 1, 2 or 5 times a power of ten, so that at most four lines stand above the ground. */
static gint64
choose_step (gint64 largest)
{
  static const gint64 steps[] = { 1, 2, 5 };
  gint64              power = 1;

  for (;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * power * 4 >= largest)
        return steps[i] * power;
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* align: 0: begins at x, 0.5: around it, 1: ends there. Gives the width. */
static int
draw_text (cairo_t    *cr,
           GtkWidget  *widget,
           const char *text,
           double      x,
           double      y,
           double      align)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, round (x - width * align), round (y - height / 2.0));
  pango_cairo_show_layout (cr, layout);
  return width;
}

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, (double) colour->red, (double) colour->green, (double) colour->blue,
                         (double) colour->alpha * alpha);
}

static gint64
find_largest (const SheafBarChart *chart)
{
  gint64 largest = 1;

  for (guint series = 0; series < 2; series++)
    for (guint month = 0; month < MONTHS; month++)
      largest = MAX (largest, chart->values[series][month].units);
  return largest;
}

static void
draw_scale (SheafBarChart *chart,
            cairo_t       *cr,
            const GdkRGBA *text,
            double         width,
            double         ground,
            gint64         step,
            gint64         top)
{
  for (gint64 mark = 0; mark <= top; mark += step)
    {
      g_autofree char *label = sheaf_number_short (mark, sheaf_language_current ());
      double           y = round (ground - (ground - TOP) * (double) mark / (double) top) + 0.5;

      set_colour (cr, text, mark == 0 ? 0.5 : 0.15);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, LEFT, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
      set_colour (cr, text, 0.7);
      (void) draw_text (cr, GTK_WIDGET (chart), label, LEFT - 6, y, 1.0);
    }
}

/* The first series is solid, the second an outline: right in black and white too. */
static void
draw_bar (cairo_t       *cr,
          const GdkRGBA *colour,
          guint          series,
          double         x,
          double         y,
          double         width,
          double         height)
{
  if (height < 1)
    return;
  if (series == 0)
    {
      set_colour (cr, colour, 0.9);
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
      return;
    }
  cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 0.5);
  set_colour (cr, colour, 0.18);
  cairo_fill_preserve (cr);
  set_colour (cr, colour, 0.75);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_legend (SheafBarChart *chart,
             cairo_t       *cr,
             const GdkRGBA *accent,
             const GdkRGBA *text,
             double         width)
{
  double x = width;

  for (guint i = 2; i-- > 0;)
    {
      if (chart->names[i] == NULL)
        continue;
      set_colour (cr, text, 0.9);
      x -= draw_text (cr, GTK_WIDGET (chart), chart->names[i], x, 9, 1.0);
      draw_bar (cr, i == 0 ? accent : text, i, x - 16, 4, 11, 10);
      x -= 34;
    }
}

static void
sheaf_bar_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SheafBarChart *chart = SHEAF_BAR_CHART (widget);
  double         width = gtk_widget_get_width (widget);
  double         ground = gtk_widget_get_height (widget) - BOTTOM;
  gint64         step = choose_step (find_largest (chart));
  gint64         top = (find_largest (chart) + step - 1) / step * step;
  double         slot = (width - LEFT) / MONTHS;
  GdkRGBA        text;
  GdkRGBA        accent;
  cairo_t       *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color",
                                       &accent))
    accent = text;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (ground + BOTTOM)));
  draw_legend (chart, cr, &accent, &text, width);
  draw_scale (chart, cr, &text, width, ground, step, top);
  for (guint month = 0; month < MONTHS; month++)
    {
      g_autofree char *label = g_strdup_printf ("%u", month + 1);

      for (guint series = 0; series < 2; series++)
        {
          double value = (double) MAX (chart->values[series][month].units, 0);
          double height = round ((ground - TOP) * value / (double) top);

          draw_bar (cr, series == 0 ? &accent : &text, series,
                    round (LEFT + slot * (month + 0.14 + 0.37 * series)), ground - height,
                    floor (slot * 0.34), height);
        }
      set_colour (cr, &text, 0.7);
      (void) draw_text (cr, widget, label, LEFT + slot * (month + 0.5), ground + 12, 0.5);
    }
  cairo_destroy (cr);
}

static void
sheaf_bar_chart_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  (void) widget;
  (void) for_size;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 150;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 520 : 200;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
sheaf_bar_chart_finalize (GObject *object)
{
  SheafBarChart *chart = SHEAF_BAR_CHART (object);

  g_free (chart->names[0]);
  g_free (chart->names[1]);
  G_OBJECT_CLASS (sheaf_bar_chart_parent_class)->finalize (object);
}

static void
sheaf_bar_chart_class_init (SheafBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_bar_chart_finalize;
  widget_class->snapshot = sheaf_bar_chart_snapshot;
  widget_class->measure = sheaf_bar_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sheaf_bar_chart_init (SheafBarChart *chart)
{
  chart->names[0] = NULL;
}

static void
describe (SheafBarChart *chart)
{
  g_autoptr (GString) table = g_string_new (NULL);

  for (guint month = 0; month < MONTHS; month++)
    {
      g_autofree char *first = sheaf_format_figure (chart->values[0][month]);
      g_autofree char *second = sheaf_format_figure (chart->values[1][month]);

      g_string_append_printf (table, "%u: %s %s, %s %s. ", month + 1, chart->names[0], first,
                              chart->names[1], second);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  table->str, -1);
}

void
sheaf_bar_chart_show (SheafBarChart    *chart,
                      const SheafMoney *first,
                      const char       *first_name,
                      const SheafMoney *second,
                      const char       *second_name)
{
  const char *names[2] = { first_name, second_name };

  g_return_if_fail (SHEAF_IS_BAR_CHART (chart));

  for (guint month = 0; month < MONTHS; month++)
    {
      chart->values[0][month] = first[month];
      chart->values[1][month] = second[month];
    }
  for (guint i = 0; i < 2; i++)
    {
      g_free (chart->names[i]);
      chart->names[i] = g_strdup (names[i]);
    }
  describe (chart);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}
