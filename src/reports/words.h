/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of reports: data/forms for statements, data/books and data/lists for the others. */
#pragma once

#include "book/book.h"
#include "reports/report.h"

/* The words of a report (statements/words.h), the book's own before the program's. [form] words
 * names a file of words that reports share; its group "text" and those that [form] parts lists
 * stand in for what the report does not say itself. */
GKeyFile *sheaf_report_words_load (SheafBook  *book,
                                   const char *code,
                                   GError    **error);

/* A head with all that stands in the words: form_code, attachment, title, subtitle, unit, foot,
 * signers, signer_notes, signing_date, notes, forward, brought, header; from group [form]
 * signing_block (from 0; the last where it is not told), landscape, section_pages. Days are filled
 * in but in the signing date, which the paper's day fills. Columns, opening day and revision are
 * left to the report. */
SheafReportHead *sheaf_report_words_head (GKeyFile   *words,
                                          const char *code,
                                          const char *language,
                                          SheafDate   from,
                                          SheafDate   to);

/* The title alone, for lists of reports. */
char *sheaf_report_title (SheafBook  *book,
                          const char *code,
                          const char *language,
                          GError    **error);
