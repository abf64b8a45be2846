/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows come from the statement's own rule, so that their sum is the figure. */
#include "app/statements/figure-pane.h"

#include "app/statements/report-board.h"
#include "app/widgets/report-view.h"
#include "base/i18n.h"
#include "reports/statement-drill.h"

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

/* Which figure. */
typedef struct
{
  SheafReportWish     *statement;
  char                *line;
  SheafStatementColumn column;
} Figure;

static void
free_figure (Figure *figure)
{
  sheaf_report_wish_free (figure->statement);
  g_free (figure->line);
  g_free (figure);
}

static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const Figure       *figure = data;
  SheafStatementDrill drill = { .form = figure->statement->code,
                                .year = figure->statement->question.year,
                                .to = figure->statement->question.to,
                                .line = figure->line,
                                .column = figure->column,
                                .language = figure->statement->question.language };
  SheafReportSink    *sink = sheaf_collected_sink_new (SHEAF_REPORT_VIEW_ROWS);
  SheafCollected     *collected = NULL;

  if (sheaf_statement_drill_write (connection, &drill, sink, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

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
sheaf_figure_pane_show (SheafFigurePane       *pane,
                        const SheafReportWish *statement,
                        const char            *line,
                        SheafStatementColumn   column,
                        const char            *title)
{
  Figure *figure = g_new0 (Figure, 1);

  g_return_if_fail (SHEAF_IS_FIGURE_PANE (pane));

  gtk_label_set_text (pane->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (pane->title), title);
  figure->statement = sheaf_report_wish_copy (statement);
  figure->line = g_strdup (line);
  figure->column = column;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (pane->page)), read_job, figure,
                   (GDestroyNotify) free_figure, (GDestroyNotify) sheaf_collected_free, pane, NULL,
                   answered_cb, GUINT_TO_POINTER (++pane->asking));
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
  g_signal_connect_swapped (pane->view, "row-activated", G_CALLBACK (activated_cb), pane);
}

GtkWidget *
sheaf_figure_pane_new (SheafPage *page)
{
  SheafFigurePane *pane = g_object_new (SHEAF_TYPE_FIGURE_PANE, NULL);

  pane->page = page;
  return GTK_WIDGET (pane);
}
