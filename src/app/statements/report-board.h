/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report at work: what is asked of it, the report, paper and sheets of it. */
#pragma once

#include "app/page.h"
#include "app/statements/report-jobs.h"
#include "app/widgets/report-view.h"

#define SHEAF_TYPE_REPORT_BOARD (sheaf_report_board_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportBoard, sheaf_report_board, SHEAF, REPORT_BOARD, AdwBin)

/* The signal "row-activated" (SheafReportRow *row, guint column) is the view's; "shown" comes when
 * another answer stands on the screen. Rows with a voucher lead to it by themselves where nobody
 * listens to the first. */

/* page is above the board and outlives it; its session is there. */
void sheaf_report_board_attach (SheafReportBoard *board,
                                SheafPage        *page);

/* Shows a report; withheld is the reason why there is none, or NULL. */
void sheaf_report_board_choose (SheafReportBoard  *board,
                                const SheafReport *report,
                                const char        *withheld);

/* Reads again, as after the book has changed. */
void sheaf_report_board_reload (SheafReportBoard *board);

/* Where the chooser of reports stands: a box at the head's left. */
GtkBox *sheaf_report_board_get_lead (SheafReportBoard *board);

SheafReportView *sheaf_report_board_get_view (SheafReportBoard *board);

/* Of the answer shown; NULL while there is none. */
const SheafReportWish *sheaf_report_board_get_wish (SheafReportBoard *board);

/* What stands beside the report, or NULL; below it in a narrow window. */
void sheaf_report_board_set_beside (SheafReportBoard *board,
                                    GtkWidget        *beside);

/* Asks for one account or party of the report, then reads. */
void sheaf_report_board_ask_account (SheafReportBoard *board,
                                     const char       *code);
void sheaf_report_board_ask_party (SheafReportBoard *board,
                                   const char       *code);

/* Goes to the voucher on its page. */
void sheaf_report_board_go_to_voucher (SheafPage *page,
                                       gint64     voucher_id);
