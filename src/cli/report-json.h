/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as JSON, for programs: streaming, the same in every language.
 *
 * A list of objects, one a row, with the members of the CSV's columns: "section" where sections
 * have names, the columns' keys, "row". Money and counts are numbers, other figures are decimal
 * texts so that none is rounded, what is empty is null. A section without columns has an object
 * with "text" for each paragraph. */
#pragma once

#include "base/file-stream.h"
#include "reports/report.h"

SheafReportSink *sheaf_report_json_new (SheafWriteBytes write,
                                        gpointer        data);
void             sheaf_report_json_free (SheafReportSink *sink);
