/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All reports there are: books of account, statements, lists; one table. */
#pragma once

#include "book/book.h"
#include "reports/report.h"

/* What is asked of a report; what a report does not use it leaves alone. */
typedef struct
{
  int         year; /* 0: the year of from */
  SheafDate   from; /* SHEAF_DATE_NONE: the year's first day; likewise to */
  SheafDate   to;
  const char *account;  /* codes; NULL: all that the report covers, a section each */
  const char *party;    /* or member */
  const char *item;     /* item or bank account */
  const char *product;  /* or service */
  const char *currency; /* of reports in foreign money */
  const char *detail;   /* of ageing: "party" (as for NULL) or "item" */
  const char *buckets;  /* of ageing: days parted by commas, "30,60,90" */
  const char *language; /* of headings that have one: "vi", "en", "fr"; NULL: vi */
  gboolean    hide_empty;
  SheafDate   today; /* the day on which it is made; for signing dates and overdue days */
} SheafReportQuestion;

typedef enum
{
  SHEAF_REPORT_STATEMENT, /* of the regulation's statements, or beside them */
  SHEAF_REPORT_BOOK,      /* a book of account of the regulation */
  SHEAF_REPORT_LIST,      /* what is not prescribed: ageing, ratios, lists for control */
} SheafReportGroup;

typedef struct _SheafReport SheafReport;
struct _SheafReport
{
  const char      *code;
  SheafReportGroup group;
  /* words of: "year", "days" (from … to), "day" (the last alone), "account", "party", "item",
   * "product", "currency", "detail", "buckets"; parted by blanks, what can be asked beside the
   * year */
  const char *asks;
  /* Writes the report. */
  gboolean (*write) (const SheafReport         *report,
                     SheafBook                 *book,
                     const SheafReportQuestion *question,
                     SheafReportSink           *sink,
                     GError                   **error);
  /* Why this book has no such report: a sentence (free with g_free), NULL when it has. May be NULL
   * itself: always offered. */
  char *(*withheld) (const SheafReport *report, SheafBook *book);
};

/* One of the list: what a book of this chart may print. */
typedef struct
{
  const SheafReport *report;
  char              *title;    /* in the language asked for */
  char              *withheld; /* why it is not offered, or NULL */
} SheafReportEntry;

/* All reports, offered or not, in order. Of SheafReportEntry. */
GPtrArray *sheaf_reports_list (SheafBook  *book,
                               const char *language,
                               GError    **error);
void       sheaf_report_entry_free (SheafReportEntry *entry);

/* Finds by code (case does not matter) and writes. Errors: SHEAF_REPORTS_ERROR_UNKNOWN names those
 * there are; _WITHHELD gives the reason; what the folders below refuse. */
gboolean sheaf_reports_write (SheafBook                 *book,
                              const char                *code,
                              const SheafReportQuestion *question,
                              SheafReportSink           *sink,
                              GError                   **error);

/* The tables of the parts, each closed by one without a code. */
extern const SheafReport sheaf_statement_reports[];
extern const SheafReport sheaf_book_reports[];
extern const SheafReport sheaf_list_reports[];
