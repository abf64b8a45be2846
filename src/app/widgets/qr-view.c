/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modules are whole pixels, so that a camera sees sharp edges; what is left is white around. */
#include "app/widgets/qr-view.h"

#include "documents/qr.h"

/* Of a side, when nothing else is asked: about 4 cm on a common screen. */
#define SIDE_PX 176

struct _SheafQrView
{
  GtkWidget parent_instance;
  SheafQr  *qr; /* NULL: none */
  char     *text;
};

G_DEFINE_FINAL_TYPE (SheafQrView, sheaf_qr_view, GTK_TYPE_WIDGET)

static void
sheaf_qr_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  const SheafQrView *view = SHEAF_QR_VIEW (widget);
  const GdkRGBA      dark = { 0, 0, 0, 1 };
  int                side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int                modules, module, left, top;

  if (view->qr == NULL)
    return;
  modules = (int) sheaf_qr_size (view->qr) + 2 * SHEAF_QR_QUIET;
  module = side / modules;
  left = (gtk_widget_get_width (widget) - module * modules) / 2 + SHEAF_QR_QUIET * module;
  top = (gtk_widget_get_height (widget) - module * modules) / 2 + SHEAF_QR_QUIET * module;
  for (int y = 0; y < modules - 2 * SHEAF_QR_QUIET; y++)
    for (int x = 0; x < modules - 2 * SHEAF_QR_QUIET; x++)
      if (sheaf_qr_is_dark (view->qr, x, y))
        gtk_snapshot_append_color (snapshot, &dark,
                                   &GRAPHENE_RECT_INIT ((float) (left + x * module),
                                                        (float) (top + y * module),
                                                        (float) module, (float) module));
}

static void
sheaf_qr_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  (void) widget;
  (void) orientation;
  (void) for_size;
  *minimum = SIDE_PX;
  *natural = SIDE_PX;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
sheaf_qr_view_finalize (GObject *object)
{
  SheafQrView *view = SHEAF_QR_VIEW (object);

  sheaf_qr_free (view->qr);
  g_free (view->text);
  G_OBJECT_CLASS (sheaf_qr_view_parent_class)->finalize (object);
}

static void
sheaf_qr_view_class_init (SheafQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_qr_view_finalize;
  widget_class->snapshot = sheaf_qr_view_snapshot;
  widget_class->measure = sheaf_qr_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sheaf_qr_view_init (SheafQrView *view)
{
  gtk_widget_add_css_class (GTK_WIDGET (view), "qr-code");
}

void
sheaf_qr_view_show (SheafQrView *view,
                    const char  *text,
                    const char  *name)
{
  g_return_if_fail (SHEAF_IS_QR_VIEW (view));

  if (g_strcmp0 (view->text, text) != 0)
    {
      g_clear_pointer (&view->qr, sheaf_qr_free);
      g_free (view->text);
      view->text = g_strdup (text);
      /* A text too long for any code draws nothing: payments never come near. */
      view->qr = text != NULL ? sheaf_qr_new (text, NULL) : NULL;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

const char *
sheaf_qr_view_get_text (SheafQrView *view)
{
  g_return_val_if_fail (SHEAF_IS_QR_VIEW (view), NULL);

  return view->text;
}
