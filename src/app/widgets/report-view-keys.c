/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the person stands in a report: row by row, and from column to column. */
#include "app/widgets/report-view-private.h"

#include "app/widgets/report-text.h"

const SheafReportLineRecord *
sheaf_report_view_line_at (SheafReportView *view,
                           guint            position)
{
  return view->shown != NULL && position < view->shown->len ? view->shown->pdata[position] : NULL;
}

const SheafReportRow *
sheaf_report_view_get_row (SheafReportView *view)
{
  const SheafReportLineRecord *line;

  g_return_val_if_fail (SHEAF_IS_REPORT_VIEW (view), NULL);

  line = sheaf_report_view_line_at (view, gtk_single_selection_get_selected (view->selection));
  return line != NULL ? line->row : NULL;
}

/* The lines in sight draw the mark of the column themselves. */
void
sheaf_report_view_redraw (SheafReportView *view)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_first_child (row) != NULL)
      gtk_widget_queue_draw (gtk_widget_get_first_child (row));
}

/* A list that can be sorted is walked column by column, a form from figure to figure. */
static gboolean
can_stand (SheafReportView *view,
           guint            column)
{
  const GPtrArray *columns = view->lines->layout->columns;

  return view->lines->sortable ||
         sheaf_cell_kind_is_number (((SheafReportColumn *) columns->pdata[column])->kind);
}

/* The next column to stand in; stays where there is none. */
static void
step_column (SheafReportView *view,
             int              step)
{
  int column = (int) view->place.column + step;
  int count = (int) view->lines->layout->columns->len;

  while (column >= 0 && column < count && !can_stand (view, (guint) column))
    column += step;
  if (column < 0 || column >= count)
    return;
  view->place.column = (guint) column;
  sheaf_report_view_redraw (view);
}

static gboolean
copy_row (SheafReportView *view)
{
  const SheafReportLineRecord *line = sheaf_report_view_line_at (
      view, gtk_single_selection_get_selected (view->selection));
  g_autofree char *text = NULL;

  if (line == NULL)
    return GDK_EVENT_PROPAGATE;
  text = line->row != NULL
             ? sheaf_report_text_tabs (line->row, line->layout->columns, view->currency)
             : g_strdup (line->text != NULL ? line->text : "");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (SheafReportView *view,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  (void) keycode;
  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_c || keyval == GDK_KEY_C))
    return copy_row (view);
  if (!view->place.cells || view->lines == NULL || view->lines->layout == NULL ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  step_column (view, keyval == GDK_KEY_Left ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             SheafReportView *view)
{
  GtkEventController          *controller = GTK_EVENT_CONTROLLER (gesture);
  GtkWidget                   *widget = gtk_event_controller_get_widget (controller);
  const SheafReportLineRecord *line = sheaf_report_line_get_record (SHEAF_REPORT_LINE (widget));

  (void) y;
  if (line == NULL || line->row == NULL)
    return;
  view->place.column = sheaf_report_layout_column_at (line->layout, (int) x);
  sheaf_report_view_redraw (view);
  if (n_press == 1 && view->cells)
    sheaf_report_view_activate (view, line->row);
}

void
sheaf_report_view_watch_line (SheafReportView *view,
                              GtkWidget       *line)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), view);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (click));
}

void
sheaf_report_view_watch_list (SheafReportView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view->list), keys);
}

void
sheaf_report_view_find_column (SheafReportView *view)
{
  const GPtrArray *columns = view->lines->layout != NULL ? view->lines->layout->columns : NULL;

  view->place.column = 0;
  for (guint i = columns != NULL ? columns->len : 0; i-- > 0;)
    if (((SheafReportColumn *) columns->pdata[i])->kind == SHEAF_CELL_MONEY)
      view->place.column = i;
}
