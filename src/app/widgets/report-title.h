/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words above a report's table: title, period, unit, what a reader must know first. */
#pragma once

#include "reports/report.h"

#include <adwaita.h>

#define SHEAF_TYPE_REPORT_TITLE (sheaf_report_title_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportTitle, sheaf_report_title, SHEAF, REPORT_TITLE, AdwBin)

void sheaf_report_title_show (SheafReportTitle      *title,
                              const SheafReportHead *head);

/* FALSE: what stands around the report names it already. */
void sheaf_report_title_set_named (SheafReportTitle *title,
                                   gboolean          named);
