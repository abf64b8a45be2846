/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report made up for tests of sinks: every kind of cell, row and section. */
#pragma once

#include "reports/report.h"

/* Writes it: two sections with names, merged headings on two levels, a row of marks, figures below
 * zero, nothing, crossed cells, sums and terms. n_lines is that of the first section. */
gboolean test_report_write (SheafReportSink *sink,
                            guint            n_lines,
                            GError         **error);

/* The same; each section may begin a page. */
gboolean test_report_write_pages (SheafReportSink *sink,
                                  guint            n_lines,
                                  gboolean         section_pages,
                                  GError         **error);

/* Collects bytes in a GString. */
gboolean test_report_collect (const char *bytes,
                              gsize       length,
                              gpointer    data,
                              GError    **error);
