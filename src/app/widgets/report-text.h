/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a report as people read them. */
#pragma once

#include "reports/cell.h"

/* The cell in the program's language, as paper has it (reports/cell.h), days as the screen writes
 * them. currency tells the decimals of foreign amounts; NULL: none are known. Free with g_free. */
char *sheaf_report_text_cell (const SheafCell *cell,
                              SheafCellKind    kind,
                              const char      *currency);

/* Which comes first in a column of a kind; empty cells last. Words in the folded order. */
int sheaf_report_text_compare (const SheafCell *a,
                               const SheafCell *b,
                               SheafCellKind    kind);

/* The whole row in one sentence, for screen readers: "heading value, heading value". Free with
 * g_free. */
char *sheaf_report_text_row (const SheafReportRow *row,
                             const GPtrArray      *columns,
                             const char           *currency);

/* The row's cells parted by tabs, for the clipboard. Free with g_free. */
char *sheaf_report_text_tabs (const SheafReportRow *row,
                              const GPtrArray      *columns,
                              const char           *currency);
