/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share (bảng phân phối thu nhập), as a table: the figures
 * of the paper of the same name. */
#pragma once

#include "reports/reports.h"

/* Always all columns, so that programs find them; the paper leaves out those without a figure.
 * Parts of a weight are exact to a millionth. Errors: SHEAF_REPORTS_ERROR_WITHHELD when nobody has
 * a share in the year; what distribution refuses, first of all a year without a plan. */
gboolean sheaf_list_shares_write (const SheafReport         *report,
                                  SheafBook                 *book,
                                  const SheafReportQuestion *question,
                                  SheafReportSink           *sink,
                                  GError                   **error);
