/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as spreadsheet programs hold them: the one place where a kept figure becomes a floating
 * one, on its way out. Whole numbers up to 9,007,199,254,740,992 stay exact. */
#pragma once

#include "reports/report.h"

#include <xlsxwriter.h>

/* A figure with its decimals. */
void sheaf_sheet_write_number (lxw_worksheet *sheet,
                               lxw_row_t      row,
                               lxw_col_t      column,
                               gint64         number,
                               guint          decimals,
                               lxw_format    *format);

/* A formula, with the figure that programs show until they compute it. */
void sheaf_sheet_write_formula (lxw_worksheet *sheet,
                                lxw_row_t      row,
                                lxw_col_t      column,
                                const char    *formula,
                                gint64         number,
                                guint          decimals,
                                lxw_format    *format);

/* A day as sheets count them: from the last of 1899. */
void sheaf_sheet_write_day (lxw_worksheet *sheet,
                            lxw_row_t      row,
                            lxw_col_t      column,
                            SheafDate      day,
                            lxw_format    *format);

/* Widths in letters, heights in points. */
void sheaf_sheet_set_width (lxw_worksheet *sheet,
                            lxw_col_t      column,
                            guint          letters);
void sheaf_sheet_set_height (lxw_worksheet *sheet,
                             lxw_row_t      row,
                             guint          points);
