/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tax kept back of members, a year's list for the tax office. */
#pragma once

#include "reports/reports.h"

/* Of the calendar year in which payments fell, whatever the book's year. Sections: persons (a total
 * at the end), taxes (the same by kind of tax). */
gboolean sheaf_list_withheld_write (const SheafReport         *report,
                                    SheafBook                 *book,
                                    const SheafReportQuestion *question,
                                    SheafReportSink           *sink,
                                    GError                   **error);
