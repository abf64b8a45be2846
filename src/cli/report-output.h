/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in the format that the line asks for: text, csv, json, xlsx, pdf. */
#pragma once

#include "cli/command.h"
#include "reports/reports.h"

/* Fills the language, where the question has none (that of the program for text, Vietnamese else,
 * unless --lang asks for another on paper), and today with the day of the line. Then writes the
 * report to -o or standard output. A sheet or a paper is not written to a terminal. Errors: those
 * of sheaf_reports_write; SHEAF_CLI_ERROR_USAGE. */
gboolean sheaf_report_output (const SheafCommandLine    *line,
                              SheafBook                 *book,
                              const char                *code,
                              const SheafReportQuestion *question,
                              GError                   **error);

/* The language that the above fills in. */
const char *sheaf_report_output_language (const SheafCommandLine *line);

/* Writes a report that is not in the table of them: fill gives it to the sink. */
typedef gboolean (*SheafReportFill) (SheafReportSink *sink,
                                     gpointer         data,
                                     GError         **error);
gboolean sheaf_report_output_filled (const SheafCommandLine *line,
                                     SheafBook              *book,
                                     const char             *language,
                                     SheafReportFill         fill,
                                     gpointer                data,
                                     GError                **error);
