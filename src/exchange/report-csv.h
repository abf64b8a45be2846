/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as CSV (RFC 4180), for programs: streaming, the same in every language.
 *
 * A record for each row of the report. Columns: "section" with the section's name, where sections
 * have one; the report's columns by their keys; last "row": line, heading, opening, subtotal, total
 * or closing, so that whoever adds up takes the lines. Money is plain integers of the smallest
 * unit, quantities, prices, rates and foreign money are decimals, days are 2025-12-31; empty and
 * crossed cells are empty.
 * A section with columns of its own begins with a header of its own; one without any has the column
 * "text" and a record for each paragraph. */
#pragma once

#include "base/file-stream.h"
#include "reports/report.h"

/* Writes what it has in pieces. Take it once; free it after the report was finished or failed. */
SheafReportSink *sheaf_report_csv_new (SheafWriteBytes write,
                                       gpointer        data);
void             sheaf_report_csv_free (SheafReportSink *sink);
