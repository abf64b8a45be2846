/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a cell: for programs, and for people. */
#pragma once

#include "reports/report.h"

/* TRUE for what is counted; text and days are not. */
gboolean sheaf_cell_kind_is_number (SheafCellKind kind);

/* The decimals behind the point that a figure of the kind has: 3 for a quantity; of foreign money
 * those of the currency, which may be NULL: none. */
guint sheaf_cell_kind_decimals (SheafCellKind kind,
                                const char   *currency);

/* The kind of a cell in a column of a kind: a cell of money in another currency than the book's is
 * one of foreign money; currency is then set to its. */
SheafCellKind sheaf_cell_kind_of (const SheafCell *cell,
                                  SheafCellKind    kind,
                                  const char     **currency);

/* What paper and screens show where nothing is summed. */
#define SHEAF_CELL_CROSS "x"

/* As files hold it: plain numbers with a point, days as 2025-12-31; empty and crossed cells are
 * "". */
char *sheaf_cell_to_text (const SheafCell *cell,
                          SheafCellKind    kind,
                          const char      *currency);

/* As paper and screens show it: grouped as the language asks, negative in parentheses, nothing as
 * "–" where money or goods are counted, a crossed cell as SHEAF_CELL_CROSS, a rate as per cent. */
char *sheaf_cell_format (const SheafCell *cell,
                         SheafCellKind    kind,
                         const char      *currency,
                         const char      *language);

/* The word of a row's kind in files: "line", "heading", "opening", "subtotal", "total",
 * "closing". */
const char *sheaf_report_row_word (SheafReportRowKind kind);
