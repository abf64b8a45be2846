/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios, trends and size class as reports. */
#pragma once

#include "reports/reports.h"

/* Sections: times, percent, days, inputs. */
gboolean sheaf_list_ratios_write (const SheafReport         *report,
                                  SheafBook                 *book,
                                  const SheafReportQuestion *question,
                                  SheafReportSink           *sink,
                                  GError                   **error);

/* The main lines of balance sheet and results, a section each. */
gboolean sheaf_list_trends_write (const SheafReport         *report,
                                  SheafBook                 *book,
                                  const SheafReportQuestion *question,
                                  SheafReportSink           *sink,
                                  GError                   **error);

/* Sections: result, classes. */
gboolean sheaf_list_size_write (const SheafReport         *report,
                                SheafBook                 *book,
                                const SheafReportQuestion *question,
                                SheafReportSink           *sink,
                                GError                   **error);

/* The reason where the chart lacks the forms that the figures come from. */
char *sheaf_list_ratios_withheld (const SheafReport *report,
                                  SheafBook         *book);
