/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers behind one figure of a statement, or one amount of the ageing. */
#pragma once

#include "app/page.h"
#include "app/statements/figure-jobs.h"

#define SHEAF_TYPE_FIGURE_PANE (sheaf_figure_pane_get_type ())
G_DECLARE_FINAL_TYPE (SheafFigurePane, sheaf_figure_pane, SHEAF, FIGURE_PANE, AdwBin)

/* The signal "closed" comes when the person is done with it. page outlives the pane. */
GtkWidget *sheaf_figure_pane_new (SheafPage *page);

/* Takes the figure and reads what is behind it; title names it for people. */
void sheaf_figure_pane_show (SheafFigurePane *pane,
                             SheafFigure     *figure,
                             const char      *title);
