/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floating point begins here, where nothing is counted any more. */
#include "exchange/sheet-number.h"

/* 1899-12-30, from which Excel's days after February 1900 are counted. */
#define DAYS_BEFORE_1970 25569

static double
scale (gint64 number,
       guint  decimals)
{
  double value = (double) number;

  for (guint i = 0; i < decimals; i++)
    value /= 10;
  return value;
}

void
sheaf_sheet_write_number (lxw_worksheet *sheet,
                          lxw_row_t      row,
                          lxw_col_t      column,
                          gint64         number,
                          guint          decimals,
                          lxw_format    *format)
{
  worksheet_write_number (sheet, row, column, scale (number, decimals), format);
}

void
sheaf_sheet_write_formula (lxw_worksheet *sheet,
                           lxw_row_t      row,
                           lxw_col_t      column,
                           const char    *formula,
                           gint64         number,
                           guint          decimals,
                           lxw_format    *format)
{
  worksheet_write_formula_num (sheet, row, column, formula, format, scale (number, decimals));
}

void
sheaf_sheet_write_day (lxw_worksheet *sheet,
                       lxw_row_t      row,
                       lxw_col_t      column,
                       SheafDate      day,
                       lxw_format    *format)
{
  worksheet_write_number (sheet, row, column, day.days + DAYS_BEFORE_1970, format);
}

void
sheaf_sheet_set_width (lxw_worksheet *sheet,
                       lxw_col_t      column,
                       guint          letters)
{
  worksheet_set_column (sheet, column, column, letters, NULL);
}

void
sheaf_sheet_set_height (lxw_worksheet *sheet,
                        lxw_row_t      row,
                        guint          points)
{
  worksheet_set_row (sheet, row, points, NULL);
}
