/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command's table as a report, for workbooks and papers. */
#pragma once

#include "cli/output.h"

/* Writes cells, texts as programs read them, row after row, with the command's summary as title, in
 * the format of the line. */
gboolean sheaf_output_report (const SheafCommandLine  *line,
                              const SheafOutputColumn *columns,
                              guint                    n_columns,
                              const GPtrArray         *cells,
                              GError                 **error);
