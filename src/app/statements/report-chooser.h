/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down of reports: code and title. */
#pragma once

#include "reports/reports.h"

#include <adwaita.h>

#define SHEAF_TYPE_REPORT_CHOOSER (sheaf_report_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportChooser, sheaf_report_chooser, SHEAF, REPORT_CHOOSER, AdwBin)

/* The signal "chosen" comes when another report has been chosen, by the person or below. */

GtkWidget *sheaf_report_chooser_new (void);

/* Offers these; the one chosen before stays chosen. Of SheafReportEntry, owned elsewhere until
 * others are set. */
void sheaf_report_chooser_set (SheafReportChooser *chooser,
                               GPtrArray          *entries);

/* The one chosen; NULL while there are none. */
const SheafReportEntry *sheaf_report_chooser_get (SheafReportChooser *chooser);

/* Chooses by code (case does not matter); FALSE when there is no such report. */
gboolean sheaf_report_chooser_choose (SheafReportChooser *chooser,
                                      const char         *code);
