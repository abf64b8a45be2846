/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report into a file that the person chooses: paper, sheet or plain table. */
#pragma once

#include "app/page.h"
#include "app/statements/report-jobs.h"
#include "base/file-stream.h"

typedef enum
{
  SHEAF_REPORT_FILE_PDF,
  SHEAF_REPORT_FILE_XLSX,
  SHEAF_REPORT_FILE_CSV,
} SheafReportFormat;

/* Asks for the place, then writes the whole report there; says in the page's window how it went. */
void sheaf_report_files_save (SheafPage             *page,
                              const SheafReportWish *wish,
                              SheafReportFormat      format);

/* A report to be written. */
typedef struct
{
  SheafReportWish  *wish;
  SheafReportFormat format;
  char             *path;
} SheafReportSaving;

void sheaf_report_saving_free (SheafReportSaving *saving);

/* data: SheafReportSaving. Result: the path; free with g_free. */
gpointer sheaf_report_save_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* Writes the report in pieces; on the reading thread. */
gboolean sheaf_report_files_write (SheafBook             *book,
                                   const SheafReportWish *wish,
                                   SheafReportFormat      format,
                                   SheafWriteBytes        write,
                                   gpointer               data,
                                   GError               **error);
