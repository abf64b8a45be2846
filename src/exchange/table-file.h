/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that banks and others make: a table as CSV or as a workbook, read into rows of text. */
#pragma once

#include "exchange/xlsx-reader.h"

/* The rows of the file, of SheafTableRow: of a workbook's first sheet, or of CSV in UTF-8, with or
 * without a mark at the start, whose fields are parted by commas, semicolons or tabs (the one by
 * which most records have the same number of fields). Errors: SHEAF_EXCHANGE_ERROR_FILE for a file
 * that cannot be read, that is of an old or other kind (.xls, a web page), or is larger than
 * 32 MiB. */
GPtrArray *sheaf_table_file_read (const char *path,
                                  GError    **error);

/* TRUE for a cell that a spreadsheet program would compute: its text is no fact. */
gboolean sheaf_table_is_formula (const char *cell);
