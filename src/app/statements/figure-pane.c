/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside or below the report: the figure's name, its rows, their sum. */
#include "app/statements/figure-pane.h"

#include "app/statements/report-board.h"
#include "app/widgets/report-view.h"
#include "base/i18n.h"

struct _SheafFigurePane
{
  AdwBin           parent_instance;
  SheafPage       *page;
  guint            asking;
  GtkLabel        *title;
  GtkStack        *stack;
  SheafReportView *view;
  GtkLabel        *reason;
};

G_DEFINE_FINAL_TYPE (SheafFigurePane, sheaf_figure_pane, ADW_TYPE_BIN)

static guint closed_signal;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafFigurePane *pane = SHEAF_FIGURE_PANE (source);
  g_autoptr (GError) error = NULL;
  SheafCollected *collected = sheaf_jobs_finish (result, &error);

  if (pane->view == NULL || GPOINTER_TO_UINT (user_data) != pane->asking)
    {
      sheaf_collected_free (collected);
      return;
    }
  sheaf_report_view_show (pane->view, collected, NULL);
  if (collected == NULL)
    gtk_label_set_text (pane->reason, error->message);
  gtk_stack_set_visible_child_name (pane->stack, collected != NULL ? "rows" : "reason");
  if (collected != NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (pane->view));
}

void
sheaf_figure_pane_show (SheafFigurePane *pane,
                        SheafFigure     *figure,
                        const char      *title)
{
  g_return_if_fail (SHEAF_IS_FIGURE_PANE (pane) && figure != NULL);

  gtk_label_set_text (pane->title, title);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (pane->page)), sheaf_figure_job,
                   figure, (GDestroyNotify) sheaf_figure_free,
                   (GDestroyNotify) sheaf_collected_free, pane, NULL, answered_cb,
                   GUINT_TO_POINTER (++pane->asking));
}

static void
activated_cb (SheafFigurePane      *pane,
              const SheafReportRow *row)
{
  if (row->voucher_id != 0)
    sheaf_report_board_go_to_voucher (pane->page, row->voucher_id);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  g_signal_emit (widget, closed_signal, 0);
}

static void
sheaf_figure_pane_class_init (SheafFigurePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SHEAF_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/statements/figure-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafFigurePane, title);
  gtk_widget_class_bind_template_child (widget_class, SheafFigurePane, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafFigurePane, view);
  gtk_widget_class_bind_template_child (widget_class, SheafFigurePane, reason);
  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "figure.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "figure.close", NULL);
}

static void
sheaf_figure_pane_init (SheafFigurePane *pane)
{
  gtk_widget_init_template (GTK_WIDGET (pane));
  sheaf_report_view_set_named (pane->view, FALSE);
  g_signal_connect_swapped (pane->view, "row-activated", G_CALLBACK (activated_cb), pane);
}

GtkWidget *
sheaf_figure_pane_new (SheafPage *page)
{
  SheafFigurePane *pane = g_object_new (SHEAF_TYPE_FIGURE_PANE, NULL);

  pane->page = page;
  return GTK_WIDGET (pane);
}
