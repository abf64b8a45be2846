/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of accounts that a new book may be kept by, as data/charts/charts.ini lists them. */
#pragma once

#include "book/book.h"

typedef struct
{
  char    *id;         /* "vn-tt71": the name of its files */
  char    *names[3];   /* vi, en, fr */
  char    *law;        /* the law pack taken when none is named */
  char    *law_title;  /* what that law calls itself */
  char    *currency;   /* the book's, when none is named */
  int      first_year; /* 0: any; else the first year that the chart is meant for */
  int      last_year;  /* 0: any */
  gboolean separate;   /* FALSE: internal and external transactions are not kept apart */
} SheafChartEntry;

void sheaf_chart_entry_free (SheafChartEntry *entry);

/* In the order in which they are offered; NULL when the list cannot be read. Free with
 * g_ptr_array_unref. */
GPtrArray *sheaf_chart_list (GError **error);

/* The entry of one chart; an error names those there are. */
SheafChartEntry *sheaf_chart_entry_find (const char *id,
                                         GError    **error);

/* The name in vi, en or fr. */
const char *sheaf_chart_entry_name (const SheafChartEntry *entry,
                                    const char            *language);

/* TRUE when a book that begins in this year may be kept by the chart as its regulation says. */
gboolean sheaf_chart_entry_fits (const SheafChartEntry *entry,
                                 int                    year);

/* Looks at every data file that a book of this chart and law takes in (the chart, its closing, its
 * postings, its forms, the law), before anything is made. The error names the first that is missing
 * or cannot be read. */
gboolean sheaf_chart_check_files (const char *chart,
                                  const char *law,
                                  gboolean    is_union,
                                  GError    **error);

/* The data files of a form: those of the chart's own ("forms/CHART.CODE.ini") before those that
 * every chart shares ("forms/CODE.ini"). book may be NULL: the program's files. Free with
 * g_free. */
char *sheaf_chart_form_file (SheafBook  *book,
                             const char *chart,
                             const char *code,
                             const char *ending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafChartEntry, sheaf_chart_entry_free)
