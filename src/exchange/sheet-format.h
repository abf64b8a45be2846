/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats of cells, each made once in a workbook. */
#pragma once

#include "reports/report.h"

#include <xlsxwriter.h>

typedef enum
{
  SHEAF_SHEET_BOLD = 1 << 0,
  SHEAF_SHEET_ITALIC = 1 << 1,
  SHEAF_SHEET_CENTRE = 1 << 2,
  SHEAF_SHEET_RIGHT = 1 << 3,
  SHEAF_SHEET_WRAP = 1 << 4,
  SHEAF_SHEET_BORDER = 1 << 5,
  SHEAF_SHEET_LARGE = 1 << 6, /* a title */
  SHEAF_SHEET_SMALL = 1 << 7, /* a note */
  SHEAF_SHEET_HEADING = 1 << 8,
} SheafSheetStyle;

typedef struct _SheafSheetFormats SheafSheetFormats;

SheafSheetFormats *sheaf_sheet_formats_new (lxw_workbook *workbook);
void               sheaf_sheet_formats_free (SheafSheetFormats *formats);

/* The format of words. */
lxw_format *sheaf_sheet_format (SheafSheetFormats *formats,
                                SheafSheetStyle    style,
                                guint              indent);

/* The format of a cell of a table: amounts below zero in parentheses, nothing as a dash, days as
 * days, as many decimals as the figure has. */
lxw_format *sheaf_sheet_format_cell (SheafSheetFormats *formats,
                                     SheafSheetStyle    style,
                                     guint              indent,
                                     SheafCellKind      kind,
                                     guint              decimals);
