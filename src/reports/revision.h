/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What papers say about figures that were changed after their period had been closed. */
#pragma once

#include "book/book.h"
#include "reports/report.h"

/* "Bản thứ 2: mở lại sổ ngày 05/03/2026, lý do: …", in vi, en or fr; *ret_note is NULL for figures
 * as first printed, and *ret_number, which may be NULL, is 1 then. Free with g_free. */
gboolean sheaf_report_revision (SheafBook  *book,
                                SheafDate   from,
                                SheafDate   to,
                                const char *language,
                                guint      *ret_number,
                                char      **ret_note,
                                GError    **error);

/* A sink that hands all on to another, and fills in the revision of the head on the way. Free it
 * alone with g_free. */
SheafReportSink *sheaf_report_revision_sink (SheafBook       *book,
                                             const char      *language,
                                             SheafReportSink *to);
