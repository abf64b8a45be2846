/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of recycled rows between a head that does not scroll away and the total. */
#include "app/widgets/report-view-private.h"

#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"

G_DEFINE_FINAL_TYPE (SheafReportView, sheaf_report_view, ADW_TYPE_BIN)

static guint activated_signal;

void
sheaf_report_view_activate (SheafReportView      *view,
                            const SheafReportRow *row)
{
  if (row != NULL)
    g_signal_emit (view, activated_signal, 0, row, view->place.column);
}

static void
activated_cb (SheafReportView *view,
              guint            position)
{
  const SheafReportLineRecord *line = sheaf_report_view_line_at (view, position);

  sheaf_report_view_activate (view, line != NULL ? line->row : NULL);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          SheafReportView    *view)
{
  GtkWidget *line = sheaf_report_line_new (&view->place, FALSE);

  (void) factory;
  sheaf_report_view_watch_line (view, line);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  SheafListRow                *row = gtk_list_item_get_item (item);
  const SheafReportLineRecord *record = sheaf_list_row_get_record (row);
  gboolean                     is_row = record->kind == SHEAF_REPORT_LINE_ROW;

  (void) factory;
  /* Titles and heads are passed on the way down, but nothing can be chosen there. */
  gtk_list_item_set_selectable (item, is_row);
  gtk_list_item_set_activatable (item, is_row);
  sheaf_report_line_set_record (SHEAF_REPORT_LINE (gtk_list_item_get_child (item)), record);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  (void) factory;
  if (gtk_list_item_get_child (item) != NULL)
    sheaf_report_line_set_record (SHEAF_REPORT_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
scrolled_cb (SheafReportView *view,
             GtkAdjustment   *adjustment)
{
  int offset = (int) gtk_adjustment_get_value (adjustment);

  sheaf_report_heading_set_offset (view->heading, offset);
  sheaf_report_line_set_offset (view->total, offset);
}

/* The first row that says something is where the person begins, not a title above it. */
static void
select_row (SheafReportView      *view,
            const SheafReportRow *row)
{
  for (guint i = 0; view->shown != NULL && i < view->shown->len; i++)
    {
      const SheafReportLineRecord *line = view->shown->pdata[i];

      if (line->row == NULL || (row != NULL ? line->row != row
                                            : line->row->kind == SHEAF_ROW_KIND_HEADING))
        continue;
      gtk_single_selection_set_selected (view->selection, i);
      return;
    }
}

/* In two steps: GTK 4.8 reads every row of a list that changes into another. */
static void
fill_list (SheafReportView *view)
{
  g_autoptr (SheafRecordList) records = NULL;
  const SheafReportRow *before = sheaf_report_view_get_row (view);

  gtk_single_selection_set_model (view->selection, NULL);
  g_clear_pointer (&view->shown, g_ptr_array_unref);
  if (view->lines == NULL)
    return;
  view->shown = sheaf_report_lines_sort (view->lines, view->sort_column, view->sort_direction);
  records = sheaf_record_list_new (g_ptr_array_ref (view->shown));
  gtk_single_selection_set_model (view->selection, G_LIST_MODEL (records));
  select_row (view, before);
}

gboolean
sheaf_report_view_sort (SheafReportView *view,
                        guint            column)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_VIEW (view), FALSE);

  if (view->lines == NULL || !view->lines->sortable ||
      column >= view->lines->layout->columns->len)
    return FALSE;
  if (view->sort_column != column)
    view->sort_direction = 1;
  else
    view->sort_direction = view->sort_direction == 1 ? -1 : view->sort_direction + 1;
  view->sort_column = column;
  sheaf_report_heading_set_sort (view->heading, column, view->sort_direction);
  fill_list (view);
  return TRUE;
}

/* By the column where the person stands. */
static void
sort_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafReportView *view = SHEAF_REPORT_VIEW (widget);

  (void) action;
  (void) parameter;
  if (sheaf_report_view_sort (view, view->place.column))
    (void) gtk_widget_grab_focus (widget);
}

static void
sort_cb (SheafReportView *view,
         guint            column)
{
  (void) sheaf_report_view_sort (view, column);
}

static void
show_words (SheafReportView *view)
{
  g_autofree char *rows = sheaf_number_format (view->collected->n_rows, 0,
                                               sheaf_language_current ());
  g_autofree char *cut = g_strdup_printf (
      _ ("The first %s rows; the paper and the sheet hold all of them"), rows);

  sheaf_report_title_show (view->title, view->collected->head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  view->collected->head->title, -1);
  gtk_label_set_text (view->cut, cut);
  gtk_widget_set_visible (GTK_WIDGET (view->cut), view->collected->cut);
}

static void
drop_report (SheafReportView *view)
{
  gtk_single_selection_set_model (view->selection, NULL);
  sheaf_report_line_set_record (view->total, NULL);
  sheaf_report_heading_set_layout (view->heading, NULL, FALSE);
  g_clear_pointer (&view->shown, g_ptr_array_unref);
  g_clear_pointer (&view->lines, sheaf_report_lines_free);
  g_clear_pointer (&view->collected, sheaf_collected_free);
  g_clear_pointer (&view->currency, g_free);
  view->place.currency = NULL;
}

/* Where the person stood in the report before; the row's number is enough, as figures change and
 * rows seldom do. */
static void
restore_position (SheafReportView *view,
                  guint            position)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (view->selection)))
    gtk_single_selection_set_selected (view->selection, position);
  (void) gtk_widget_activate_action (GTK_WIDGET (view->list), "list.scroll-to-item", "u", position);
}

static void
show_report (SheafReportView *view)
{
  view->place.currency = view->currency;
  view->lines = sheaf_report_lines_new (GTK_WIDGET (view), view->collected, view->currency);
  view->place.cells = view->cells || view->lines->sortable;
  view->place.words = view->lines->sortable;
  gtk_widget_set_visible (GTK_WIDGET (view->heading), view->lines->layout != NULL);
  sheaf_report_heading_set_layout (view->heading, view->lines->layout, view->lines->sortable);
  sheaf_report_line_set_record (view->total, view->lines->total);
  gtk_widget_set_visible (GTK_WIDGET (view->foot), view->lines->total != NULL);
  show_words (view);
  fill_list (view);
}

void
sheaf_report_view_show (SheafReportView *view,
                        SheafCollected  *collected,
                        const char      *currency)
{
  gboolean again;
  guint    position;
  guint    column;

  g_return_if_fail (SHEAF_IS_REPORT_VIEW (view));

  again = collected != NULL && view->collected != NULL &&
          g_strcmp0 (collected->head->code, view->collected->head->code) == 0 &&
          collected->head->columns->len == view->collected->head->columns->len;
  position = gtk_single_selection_get_selected (view->selection);
  column = view->place.column;
  drop_report (view);
  if (!again)
    view->sort_direction = 0;
  view->collected = collected;
  view->currency = g_strdup (currency);
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (view)), collected != NULL);
  if (collected == NULL)
    return;
  show_report (view);
  sheaf_report_view_find_column (view);
  if (!again || position == GTK_INVALID_LIST_POSITION)
    return;
  view->place.column = column;
  sheaf_report_heading_set_sort (view->heading, view->sort_column, view->sort_direction);
  restore_position (view, position);
}

const SheafCollected *
sheaf_report_view_get_collected (SheafReportView *view)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_VIEW (view), NULL);

  return view->collected;
}

int
sheaf_report_view_get_least_width (SheafReportView *view)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_VIEW (view), 0);

  return view->lines != NULL && view->lines->layout != NULL ? view->lines->layout->least_px : 0;
}

void
sheaf_report_view_set_cells (SheafReportView *view,
                             gboolean         cells)
{
  g_return_if_fail (SHEAF_IS_REPORT_VIEW (view));

  view->cells = cells;
  view->place.cells = cells || (view->lines != NULL && view->lines->sortable);
}

void
sheaf_report_view_set_named (SheafReportView *view,
                             gboolean         named)
{
  g_return_if_fail (SHEAF_IS_REPORT_VIEW (view));

  sheaf_report_title_set_named (view->title, named);
}

gboolean
sheaf_report_view_select (SheafReportView *view,
                          gboolean (*is_it) (const SheafReportRow *row, gpointer data),
                          gpointer data)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_VIEW (view), FALSE);

  for (guint i = 0; view->shown != NULL && i < view->shown->len; i++)
    {
      const SheafReportLineRecord *line = view->shown->pdata[i];

      if (line->row == NULL || !is_it (line->row, data))
        continue;
      restore_position (view, i);
      return TRUE;
    }
  return FALSE;
}

/* Lengths were counted in the font as it was. */
static void
text_size_cb (SheafReportView *view)
{
  SheafCollected  *collected = view->collected;
  g_autofree char *currency = g_strdup (view->currency);

  if (collected == NULL)
    return;
  view->collected = NULL;
  sheaf_report_view_show (view, collected, currency);
}

static gboolean
sheaf_report_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHEAF_REPORT_VIEW (widget)->list));
}

static void
sheaf_report_view_dispose (GObject *object)
{
  SheafReportView *view = SHEAF_REPORT_VIEW (object);

  if (view->selection != NULL)
    drop_report (view);
  g_clear_object (&view->selection);
  G_OBJECT_CLASS (sheaf_report_view_parent_class)->dispose (object);
}

static void
sheaf_report_view_class_init (SheafReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_report_view_dispose;
  widget_class->grab_focus = sheaf_report_view_grab_focus;
  g_type_ensure (SHEAF_TYPE_REPORT_HEADING);
  g_type_ensure (SHEAF_TYPE_REPORT_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/widgets/report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, title);
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, list);
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, foot);
  gtk_widget_class_bind_template_child (widget_class, SheafReportView, cut);
  sheaf_shortcuts_bind (widget_class, "report-view.");
  gtk_widget_class_install_action (widget_class, "report-view.sort", NULL, sort_action);
  activated_signal = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
make_list (SheafReportView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), view);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (view->list, GTK_SELECTION_MODEL (view->selection));
  gtk_list_view_set_factory (view->list, factory);
  g_object_unref (factory);
  sheaf_report_view_watch_list (view);
  g_signal_connect_swapped (view->list, "activate", G_CALLBACK (activated_cb), view);
  g_signal_connect_swapped (view->selection, "notify::selected",
                            G_CALLBACK (sheaf_report_view_redraw), view);
}

static void
sheaf_report_view_init (SheafReportView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  make_list (view);
  view->total = SHEAF_REPORT_LINE (sheaf_report_line_new (&view->place, TRUE));
  gtk_widget_set_hexpand (GTK_WIDGET (view->total), TRUE);
  sheaf_report_view_watch_line (view, GTK_WIDGET (view->total));
  gtk_box_append (view->foot, GTK_WIDGET (view->total));
  g_signal_connect_swapped (view->heading, "sort", G_CALLBACK (sort_cb), view);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (view->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (view)), FALSE);
}
