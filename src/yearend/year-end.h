/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All statements, books and lists of a year, in one act. */
#pragma once

#include "book/book.h"
#include "reports/reports.h"

typedef enum
{
  SHEAF_YEAR_END_PDF = 1 << 0,
  SHEAF_YEAR_END_XLSX = 1 << 1,
} SheafYearEndFormats;

typedef struct
{
  int                 year;
  const char         *folder;
  SheafYearEndFormats formats;
  const char *const  *only;     /* codes, case does not matter; NULL: all */
  const char         *language; /* of the papers; NULL: vi */
  gboolean            replace;  /* the files of a set that was written there before */
} SheafYearEndWish;

/* What became of one report. */
typedef struct
{
  char      *code;
  char      *title;
  char      *reason; /* why it was left out; NULL: it was written */
  GPtrArray *files;  /* their names */
  guint      pages;  /* of the paper; 0 without one */
} SheafYearEndEntry;

/* Told before each report; FALSE stops the act, with nothing written. */
typedef gboolean (*SheafYearEndTell) (const char *title,
                                      guint       done,
                                      guint       of,
                                      gpointer    data);

/* Writes CODE-YEAR.pdf and CODE-YEAR.xlsx for every report that the book offers, contents-YEAR in
 * the same formats and contents.csv (code,title,pages,files,reason). A report that this book has
 * nothing for, or that needs a question, is listed with the reason. The folder appears when all is
 * written; it must be new, empty, or, with replace, one that such a set was written to. Gives the
 * list of SheafYearEndEntry. Errors: SHEAF_YEAREND_ERROR; what the reports refuse otherwise. */
GPtrArray *sheaf_year_end_write (SheafBook              *book,
                                 const SheafYearEndWish *wish,
                                 SheafYearEndTell        tell,
                                 gpointer                data,
                                 GError                **error);
void       sheaf_year_end_entry_free (SheafYearEndEntry *entry);
