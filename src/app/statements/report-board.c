/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All reports share this board, so that a new one needs no page of its own. */
#include "app/statements/report-board.h"

#include "app/documents/paper-dialog.h"
#include "app/shortcuts.h"
#include "app/statements/report-files.h"
#include "app/statements/report-filters.h"
#include "base/i18n.h"
#include "base/text.h"

/* What stands beside needs as much as so many letters; where the report's own columns leave less,
 * it goes below: two tables side by side must both show their amounts. */
#define BESIDE_LETTERS 88

struct _SheafReportBoard
{
  AdwBin             parent_instance;
  SheafPage         *page;
  const SheafReport *report;
  SheafReportWish   *wish; /* of the answer shown */
  guint              asking;

  GtkBox             *lead;
  SheafReportFilters *filters;
  GtkPaned           *paned;
  GtkStack           *stack;
  SheafReportView    *view;
  AdwStatusPage      *reason;
  GtkWidget          *save_button;
};

G_DEFINE_FINAL_TYPE (SheafReportBoard, sheaf_report_board, ADW_TYPE_BIN)

static guint activated_signal;
static guint shown_signal;

static void
set_exportable (SheafReportBoard *board,
                gboolean          exportable)
{
  static const char *const actions[] = { "report.paper", "report.save-pdf", "report.save-xlsx",
                                         "report.save-csv" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (board), actions[i], exportable);
  gtk_widget_set_sensitive (board->save_button, exportable);
}

static void
show_reason (SheafReportBoard *board,
             const char       *reason)
{
  g_autofree char *sentence = NULL;

  sheaf_report_view_show (board->view, NULL, NULL);
  g_clear_pointer (&board->wish, sheaf_report_wish_free);
  sentence = sheaf_text_capitalize (reason);
  adw_status_page_set_description (board->reason, sentence);
  gtk_stack_set_visible_child_name (board->stack, "reason");
  set_exportable (board, FALSE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafReportBoard *board = SHEAF_REPORT_BOARD (source);
  g_autoptr (GError) error = NULL;
  SheafReportAnswer *answer = sheaf_jobs_finish (result, &error);

  if (board->view == NULL || GPOINTER_TO_UINT (user_data) != board->asking ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sheaf_report_answer_free (answer);
      return;
    }
  if (answer == NULL)
    {
      show_reason (board, error->message);
      return;
    }
  g_clear_pointer (&board->wish, sheaf_report_wish_free);
  board->wish = g_steal_pointer (&answer->wish);
  sheaf_report_view_show (board->view, g_steal_pointer (&answer->collected),
                          board->wish->question.currency);
  sheaf_report_answer_free (answer);
  gtk_stack_set_visible_child_name (board->stack, "report");
  set_exportable (board, TRUE);
  g_signal_emit (board, shown_signal, 0);
}

void
sheaf_report_board_reload (SheafReportBoard *board)
{
  SheafReportWish *wish;

  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  if (board->report == NULL || board->page == NULL)
    return;
  sheaf_report_filters_set (board->filters, board->report, sheaf_page_get_session (board->page));
  wish = sheaf_report_filters_get (board->filters);
  if (wish == NULL)
    return;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (board->page)),
                   sheaf_report_read_job, wish, (GDestroyNotify) sheaf_report_wish_free,
                   (GDestroyNotify) sheaf_report_answer_free, board, NULL, answered_cb,
                   GUINT_TO_POINTER (++board->asking));
}

void
sheaf_report_board_choose (SheafReportBoard  *board,
                           const SheafReport *report,
                           const char        *withheld)
{
  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  board->asking++;
  board->report = withheld == NULL ? report : NULL;
  gtk_widget_set_visible (GTK_WIDGET (board->filters), withheld == NULL);
  if (withheld != NULL)
    {
      show_reason (board, withheld);
      return;
    }
  sheaf_report_board_reload (board);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage       *page = SHEAF_PAGE (source);
  g_autofree char *place = sheaf_page_take (page, result);

  (void) user_data;
  if (place != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", "vouchers", place);
}

void
sheaf_report_board_go_to_voucher (SheafPage *page,
                                  gint64     voucher_id)
{
  g_return_if_fail (SHEAF_IS_PAGE (page));

  sheaf_page_read (page, sheaf_report_voucher_job, g_memdup2 (&voucher_id, sizeof voucher_id),
                   g_free, g_free, place_cb);
}

static void
activated_cb (SheafReportBoard     *board,
              const SheafReportRow *row,
              guint                 column)
{
  if (g_signal_has_handler_pending (board, activated_signal, 0, TRUE))
    g_signal_emit (board, activated_signal, 0, row, column);
  else if (row->voucher_id != 0)
    sheaf_report_board_go_to_voucher (board->page, row->voucher_id);
}

void
sheaf_report_board_attach (SheafReportBoard *board,
                           SheafPage        *page)
{
  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  board->page = page;
}

GtkBox *
sheaf_report_board_get_lead (SheafReportBoard *board)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_BOARD (board), NULL);

  return board->lead;
}

SheafReportView *
sheaf_report_board_get_view (SheafReportBoard *board)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_BOARD (board), NULL);

  return board->view;
}

const SheafReportWish *
sheaf_report_board_get_wish (SheafReportBoard *board)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_BOARD (board), NULL);

  return board->wish;
}

/* What stands beside must have, in the person's size of text. */
static int
room_beside_px (SheafReportBoard *board)
{
  g_autoptr (PangoLayout) letters =
      gtk_widget_create_pango_layout (GTK_WIDGET (board), "0123456789");
  int width = 0;

  pango_layout_get_pixel_size (letters, &width, NULL);
  return width * BESIDE_LETTERS / 10;
}

void
sheaf_report_board_set_beside (SheafReportBoard *board,
                               GtkWidget        *beside)
{
  gboolean across;
  int      least;
  int      room;

  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  least = sheaf_report_view_get_least_width (board->view);
  across = gtk_widget_get_width (GTK_WIDGET (board)) >= least + room_beside_px (board);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (board->paned), across
                                                                     ? GTK_ORIENTATION_HORIZONTAL
                                                                     : GTK_ORIENTATION_VERTICAL);
  room = across ? gtk_widget_get_width (GTK_WIDGET (board->paned))
                : gtk_widget_get_height (GTK_WIDGET (board->paned));
  /* What was asked need not be seen while one figure is looked into: a low window has no room. */
  gtk_widget_set_visible (GTK_WIDGET (board->filters), beside == NULL || across);
  if (gtk_paned_get_end_child (board->paned) != beside)
    {
      gtk_paned_set_end_child (board->paned, beside);
      gtk_paned_set_position (board->paned, across ? MAX (room / 2, least) : room / 2);
    }
}

void
sheaf_report_board_ask_account (SheafReportBoard *board,
                                const char       *code)
{
  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  sheaf_report_filters_set_account (board->filters, code);
  sheaf_report_board_reload (board);
}

void
sheaf_report_board_ask_party (SheafReportBoard *board,
                              const char       *code)
{
  g_return_if_fail (SHEAF_IS_REPORT_BOARD (board));

  sheaf_report_filters_set_party (board->filters, code);
  sheaf_report_board_reload (board);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafReportBoard *board = SHEAF_REPORT_BOARD (widget);
  SheafReportFormat format = SHEAF_REPORT_FILE_PDF;

  (void) parameter;
  if (board->wish == NULL)
    return;
  if (g_str_has_suffix (action, "xlsx"))
    format = SHEAF_REPORT_FILE_XLSX;
  else if (g_str_has_suffix (action, "csv"))
    format = SHEAF_REPORT_FILE_CSV;
  sheaf_report_files_save (board->page, board->wish, format);
}

static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafReportBoard     *board = SHEAF_REPORT_BOARD (widget);
  const SheafCollected *collected = sheaf_report_view_get_collected (board->view);

  (void) action;
  (void) parameter;
  if (board->wish != NULL && collected != NULL)
    gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_report (
        board->page, board->wish, collected->head->title)));
}

static gboolean
sheaf_report_board_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHEAF_REPORT_BOARD (widget)->view));
}

static void
sheaf_report_board_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_REPORT_BOARD (object)->wish, sheaf_report_wish_free);
  G_OBJECT_CLASS (sheaf_report_board_parent_class)->dispose (object);
}

static void
sheaf_report_board_class_init (SheafReportBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_report_board_dispose;
  widget_class->grab_focus = sheaf_report_board_grab_focus;
  g_type_ensure (SHEAF_TYPE_REPORT_FILTERS);
  g_type_ensure (SHEAF_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/statements/report-board.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, lead);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, filters);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, paned);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, view);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, reason);
  gtk_widget_class_bind_template_child (widget_class, SheafReportBoard, save_button);
  activated_signal = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  shown_signal = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  sheaf_shortcuts_bind (widget_class, "report.");
  gtk_widget_class_install_action (widget_class, "report.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "report.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-xlsx", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-csv", NULL, save_action);
}

static void
sheaf_report_board_init (SheafReportBoard *board)
{
  gtk_widget_init_template (GTK_WIDGET (board));
  g_signal_connect_swapped (board->filters, "changed", G_CALLBACK (sheaf_report_board_reload),
                            board);
  g_signal_connect_swapped (board->view, "row-activated", G_CALLBACK (activated_cb), board);
  set_exportable (board, FALSE);
}
