/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a report beside the year: days, codes, empty lines. */
#pragma once

#include "app/session.h"
#include "app/statements/report-jobs.h"

#include <adwaita.h>

#define SHEAF_TYPE_REPORT_FILTERS (sheaf_report_filters_get_type ())
G_DECLARE_FINAL_TYPE (SheafReportFilters, sheaf_report_filters, SHEAF, REPORT_FILTERS, AdwBin)

/* The signal "changed" comes when something else is asked. */

/* Shows what the report asks for. The days are the year's, until others are typed; codes stay with
 * the report they were typed for. */
void sheaf_report_filters_set (SheafReportFilters *filters,
                               const SheafReport  *report,
                               SheafSession       *session);

/* What is asked now, as a wish; NULL while an entry holds what cannot be read (the entry says so).
 * Free with sheaf_report_wish_free. */
SheafReportWish *sheaf_report_filters_get (SheafReportFilters *filters);

/* Asks for one account or party: "" for all. */
void sheaf_report_filters_set_account (SheafReportFilters *filters,
                                       const char         *code);
void sheaf_report_filters_set_party (SheafReportFilters *filters,
                                     const char         *code);
