/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers behind one figure of a statement. */
#pragma once

#include "app/page.h"
#include "app/statements/report-jobs.h"
#include "statements/statement.h"

#define SHEAF_TYPE_FIGURE_PANE (sheaf_figure_pane_get_type ())
G_DECLARE_FINAL_TYPE (SheafFigurePane, sheaf_figure_pane, SHEAF, FIGURE_PANE, AdwBin)

/* The signal "closed" comes when the person is done with it. page outlives the pane. */
GtkWidget *sheaf_figure_pane_new (SheafPage *page);

/* Reads what is behind the figure of a line ("130") of the statement; title is the line's words. */
void sheaf_figure_pane_show (SheafFigurePane       *pane,
                             const SheafReportWish *statement,
                             const char            *line,
                             SheafStatementColumn   column,
                             const char            *title);
