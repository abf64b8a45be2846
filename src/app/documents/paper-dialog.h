/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One paper by itself: looked at, saved, printed. */
#pragma once

#include "app/page.h"
#include "app/statements/report-jobs.h"
#include "documents/paper.h"

#define SHEAF_TYPE_PAPER_DIALOG (sheaf_paper_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafPaperDialog, sheaf_paper_dialog, SHEAF, PAPER_DIALOG, AdwWindow)

/* The paper of a posted voucher. */
GtkWidget *sheaf_paper_dialog_new_for_voucher (SheafPage  *page,
                                               gint64      voucher_id,
                                               const char *number);

/* The certificate of contribution of a number, or (NULL) all in force on the day. */
GtkWidget *sheaf_paper_dialog_new_for_certificate (SheafPage  *page,
                                                   const char *number,
                                                   SheafDate   on,
                                                   const char *language,
                                                   const char *title);

/* The record of what the member handed over on the day. */
GtkWidget *sheaf_paper_dialog_new_for_handover (SheafPage *page,
                                                gint64     party_id,
                                                SheafDate  day);

/* A paper of a list of payments. */
GtkWidget *sheaf_paper_dialog_new_for_batch (SheafPage      *page,
                                             int             year,
                                             gint64          batch_id,
                                             SheafBatchPaper paper);

/* The paper of a report. */
GtkWidget *sheaf_paper_dialog_new_for_report (SheafPage             *page,
                                              const SheafReportWish *report,
                                              const char            *title);
