/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in a window of its own: looked at, printed, saved. */
#pragma once

#include "app/page.h"
#include "app/statements/report-jobs.h"

#define SHEAF_TYPE_REPORT_WINDOW (sheaf_report_window_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportWindow, sheaf_report_window, SHEAF, REPORT_WINDOW, AdwWindow)

/* Takes the report; over the page's window, closed by Escape. wish is what was asked for it, for
 * its paper and files; NULL: it has none. subject stands under the title, or NULL. */
void sheaf_report_window_show (SheafPage             *page,
                               SheafCollected        *collected,
                               const SheafReportWish *wish,
                               const char            *subject);
