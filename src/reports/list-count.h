/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Count sheets as papers: 08a-TT and 05-VT. */
#pragma once

#include "ledger/count.h"
#include "reports/reports.h"

/* Reports "count-cash" and "count-stock": the sheet that detail names by its number, else the last
 * one of each account up to the day, a page each. Asked: account, the day, detail. */
gboolean sheaf_list_count_write (const SheafReport         *report,
                                 SheafBook                 *book,
                                 const SheafReportQuestion *question,
                                 SheafReportSink           *sink,
                                 GError                   **error);

/* The same paper of a sheet that was only prepared, to be filled in by hand at the store or the
 * cash box: what the books hold stands in it, what was found is left open. */
gboolean sheaf_list_count_write_blank (SheafBook        *book,
                                       const SheafCount *count,
                                       const char       *language,
                                       SheafReportSink  *sink,
                                       GError          **error);

/* Until something of the kind was counted. */
char *sheaf_list_count_withheld (const SheafReport *report,
                                 SheafBook         *book);
