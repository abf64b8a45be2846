/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas of figures that are made of others in their section. */
#pragma once

#include "reports/report.h"

/* Where the rows of a section lie on its sheet, and which of them are lines. */
typedef struct _SheafSheetRows SheafSheetRows;

/* The row of the sheet on which the section's first row comes to lie, from 0. */
SheafSheetRows *sheaf_sheet_rows_new (guint first);
void            sheaf_sheet_rows_free (SheafSheetRows *rows);

/* Tells of the next row. */
void sheaf_sheet_rows_add (SheafSheetRows    *rows,
                           SheafReportRowKind kind);

/* "=SUM(C5:C9,C11:C15)": the lines from sum_from to the last row added; "=C5+C7-C9" for terms. NULL
 * where there is nothing to sum, or more runs of lines than a formula holds. Free with g_free. */
char *sheaf_sheet_rows_formula (const SheafSheetRows *rows,
                                const SheafCell      *cell,
                                guint                 sum_from,
                                guint                 column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSheetRows, sheaf_sheet_rows_free)
