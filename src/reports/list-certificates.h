/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution (sổ theo dõi giấy chứng nhận phần vốn góp): in force on a day, ended
 * by it, to be dealt with. */
#pragma once

#include "reports/reports.h"

gboolean sheaf_list_certificates_write (const SheafReport         *report,
                                        SheafBook                 *book,
                                        const SheafReportQuestion *question,
                                        SheafReportSink           *sink,
                                        GError                   **error);

/* A book without members has none. */
char *sheaf_list_certificates_withheld (const SheafReport *report,
                                        SheafBook         *book);
