/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official statements as reports. */
#pragma once

#include "reports/reports.h"
#include "statements/statement.h"

/* Writes the form of the report's code: B01-HTX, B02-HTX, F01-HTX, F02-HTX and those of other
 * charts. A line made of other lines carries them as terms; problems and the state of the year are
 * warnings of the head. Errors: as sheaf_statement_compute. */
gboolean sheaf_statement_report_write (const SheafReport         *report,
                                       SheafBook                 *book,
                                       const SheafReportQuestion *question,
                                       SheafReportSink           *sink,
                                       GError                   **error);

/* The same for the notes, B09-HTX: a section for each text and table. */
gboolean sheaf_notes_report_write (const SheafReport         *report,
                                   SheafBook                 *book,
                                   const SheafReportQuestion *question,
                                   SheafReportSink           *sink,
                                   GError                   **error);
char    *sheaf_notes_report_withheld (const SheafReport *report,
                                      SheafBook         *book);

/* The reason when the form belongs to another chart than the book's. */
char *sheaf_statement_report_withheld (const SheafReport *report,
                                       SheafBook         *book);

/* The year and the last day that a question means for a statement; the book's last year with
 * entries when it names none. */
gboolean sheaf_statement_report_days (SheafBook                 *book,
                                      const SheafReportQuestion *question,
                                      int                       *ret_year,
                                      SheafDate                 *ret_to,
                                      GError                   **error);

/* A word that stands on any statement (data/forms/words.ini), filled in for these days. */
char *sheaf_statement_report_word (SheafBook  *book,
                                   const char *key,
                                   const char *language,
                                   SheafDate   from,
                                   SheafDate   to);

/* Adds the next column; its heading may name its group: "Group > Heading". marks may be NULL. */
void sheaf_statement_report_column (GPtrArray    *columns,
                                    const char   *key,
                                    char        **headings,
                                    char        **marks,
                                    SheafCellKind kind,
                                    guint         weight);

/* A list with one more text at its end; takes list over. */
char **sheaf_statement_report_append (char      **list,
                                      const char *text);
