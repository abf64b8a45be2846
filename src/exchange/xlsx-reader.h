/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the cells of a workbook (Office Open XML, .xlsx) as text. */
#pragma once

#include <glib.h>

/* What stands before a cell that is computed: its value may be another when it is opened. */
#define SHEAF_XLSX_FORMULA "="

/* A row that has cells; empty ones between them are "". */
typedef struct
{
  guint      line;  /* its number in the sheet, from 1 */
  GPtrArray *cells; /* of char *, from the first column on */
} SheafTableRow;

void sheaf_table_row_free (gpointer row);

/* Adds a row with a cell for every column up to this one; gives the row. */
SheafTableRow *sheaf_table_row_add (GPtrArray *rows,
                                    guint      line);

/* The rows of the workbook's first sheet, of SheafTableRow. Numbers are written out in digits with
 * a decimal point; a formula is its text after "=". Errors: SHEAF_EXCHANGE_ERROR_FILE for bytes
 * that are no workbook, or one of more than 64 MiB, 100,000 rows or 200 columns. */
GPtrArray *sheaf_xlsx_read (const char *bytes,
                            gsize       length,
                            GError    **error);
