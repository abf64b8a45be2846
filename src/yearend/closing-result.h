/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closing voucher as sections of a report: its entries, and the result by side. */
#pragma once

#include "book/book.h"
#include "reports/report.h"

/* Two sections, the first with the head's columns (debit, credit, text, amount); voucher_id 0 has
 * no entries. */
gboolean sheaf_closing_result_write (SheafBook       *book,
                                     gint64           voucher_id,
                                     const char      *language,
                                     SheafReportSink *sink,
                                     GError         **error);
