/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on statements as reports share. */
#pragma once

#include "reports/report.h"
#include "statements/statement.h"

/* Head and columns of a statement. */
SheafReportHead *sheaf_statement_report_head (SheafBook            *book,
                                              const SheafStatement *statement,
                                              const char           *language);

/* The rows of a form of accounts (F01-HTX): inside the balance, their total, then those outside. */
gboolean sheaf_statement_report_accounts (const SheafStatement *statement,
                                          const char           *language,
                                          SheafReportSink      *sink,
                                          GError              **error);

/* The rows of a form of lines or movements. hide_empty leaves out lines without figures; codes and
 * numbers stay as they are. */
gboolean sheaf_statement_report_lines (const SheafStatement *statement,
                                       const char           *language,
                                       gboolean              hide_empty,
                                       SheafReportSink      *sink,
                                       GError              **error);
