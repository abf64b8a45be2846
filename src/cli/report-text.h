/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as aligned text, for people at a terminal. */
#pragma once

#include "base/file-stream.h"
#include "reports/report.h"

/* Figures are written as the language asks. The widths are those of the first some thousand rows of
 * a section; a longer book goes on in them, so that it need not be kept in memory. */
SheafReportSink *sheaf_report_text_new (const char     *language,
                                        SheafWriteBytes write,
                                        gpointer        data);
void             sheaf_report_text_free (SheafReportSink *sink);
