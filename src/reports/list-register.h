/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members as Law 17/2023 Art. 15 asks for it (sổ đăng ký thành viên), and the list
 * of contributions that Art. 14 has published. Both as of a day, by given name. */
#pragma once

#include "reports/reports.h"

gboolean sheaf_list_register_write (const SheafReport         *report,
                                    SheafBook                 *book,
                                    const SheafReportQuestion *question,
                                    SheafReportSink           *sink,
                                    GError                   **error);
gboolean sheaf_list_contributions_write (const SheafReport         *report,
                                         SheafBook                 *book,
                                         const SheafReportQuestion *question,
                                         SheafReportSink           *sink,
                                         GError                   **error);
