/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures stand beside it in the list, where screen readers find them. */
#include "app/widgets/share-bar.h"

#define HEIGHT 14.0
#define HATCH 5.0

struct _SheafShareBar
{
  GtkWidget parent_instance;
  gint64    share;
  gint64    paid;
  gint64    limit;
  gint64    scale;
};

G_DEFINE_FINAL_TYPE (SheafShareBar, sheaf_share_bar, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, (double) colour->red, (double) colour->green, (double) colour->blue,
                         (double) colour->alpha * alpha);
}

static double
place (const SheafShareBar *bar,
       gint64               part,
       double               width)
{
  return width * (double) CLAMP (part, 0, bar->scale) / (double) bar->scale;
}

static void
draw_hatch (cairo_t *cr,
            double   from,
            double   to,
            double   top)
{
  cairo_save (cr);
  cairo_rectangle (cr, from, top, to - from, HEIGHT);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (int i = 0; from - HEIGHT + i * HATCH < to; i++)
    {
      double x = from - HEIGHT + i * HATCH;

      cairo_move_to (cr, x, top + HEIGHT);
      cairo_line_to (cr, x + HEIGHT, top);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw (const SheafShareBar *bar,
      cairo_t             *cr,
      const GdkRGBA       *text,
      const GdkRGBA       *accent,
      double               width,
      double               top)
{
  double share = place (bar, bar->share, width);
  double paid = place (bar, MIN (bar->paid, bar->share), width);
  double limit = place (bar, bar->limit, width);

  set_colour (cr, accent, 0.85);
  cairo_rectangle (cr, 0, top, paid, HEIGHT);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, top + 0.5, MAX (share - 1, 0), HEIGHT - 1);
  cairo_stroke (cr);
  if (bar->limit <= 0)
    return;
  set_colour (cr, text, 0.8);
  if (share > limit)
    draw_hatch (cr, limit, share, top);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, limit, top - 4);
  cairo_line_to (cr, limit, top + HEIGHT + 4);
  cairo_stroke (cr);
}

static void
sheaf_share_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SheafShareBar   *bar = SHEAF_SHARE_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double           width = gtk_widget_get_width (widget);
  double           height = gtk_widget_get_height (widget);
  GdkRGBA          text, accent;
  cairo_t         *cr;

  if (bar->scale <= 0 || width < 4)
    return;
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (bar, cr, &text, &accent, width - 2, (height - HEIGHT) / 2);
  cairo_destroy (cr);
}

static void
sheaf_share_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  (void) widget;
  (void) for_size;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : (int) HEIGHT + 8;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : (int) HEIGHT + 8;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
sheaf_share_bar_class_init (SheafShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sheaf_share_bar_snapshot;
  widget_class->measure = sheaf_share_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sheaf_share_bar_init (SheafShareBar *bar)
{
  bar->scale = 1;
}

GtkWidget *
sheaf_share_bar_new (void)
{
  return g_object_new (SHEAF_TYPE_SHARE_BAR, NULL);
}

void
sheaf_share_bar_show (SheafShareBar *bar,
                      gint64         share,
                      gint64         paid,
                      gint64         limit,
                      gint64         scale)
{
  g_return_if_fail (SHEAF_IS_SHARE_BAR (bar) && scale > 0);

  bar->share = share;
  bar->paid = paid;
  bar->limit = limit;
  bar->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (bar));
}
