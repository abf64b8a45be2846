/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages ask of the reading thread about reports. */
#pragma once

#include "reports/collected.h"
#include "reports/reports.h"

/* A report that is asked for; texts are its own. */
typedef struct
{
  char               *code;
  SheafReportQuestion question;
} SheafReportWish;

/* Copies what the question names; the language is the program's, today the clock's. */
SheafReportWish *sheaf_report_wish_new (const char                *code,
                                        const SheafReportQuestion *question);
SheafReportWish *sheaf_report_wish_copy (const SheafReportWish *wish);
void             sheaf_report_wish_free (SheafReportWish *wish);

/* The wish goes with the answer: another one may have come meanwhile. */
typedef struct
{
  SheafReportWish *wish;
  SheafCollected  *collected;
} SheafReportAnswer;

void sheaf_report_answer_free (SheafReportAnswer *answer);

/* data: nothing. Result: GPtrArray of SheafReportEntry. */
gpointer sheaf_report_list_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* data: SheafReportWish. Result: SheafReportAnswer, with as many rows as a screen shows. */
gpointer sheaf_report_read_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* data: the voucher's id (gint64). Result: its place on the page of vouchers, as "2025-03-31 12";
 * free with g_free. */
gpointer sheaf_report_voucher_job (gpointer connection,
                                   gpointer data,
                                   GError **error);
