/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a statement over several years. */
#pragma once

#include "statements/form.h"
#include "statements/ratio.h"

#define SHEAF_TREND_YEARS 5

typedef struct
{
  const SheafFormLine *form;
  SheafRatioFigure     figures[SHEAF_TREND_YEARS]; /* as the trend's years */
} SheafTrendLine;

typedef struct
{
  SheafForm *form;
  guint      n_years;
  int        years[SHEAF_TREND_YEARS]; /* the earliest first */
  GArray    *lines;                    /* of SheafTrendLine, every line of the form */
} SheafTrend;

/* The years up to this one that the book or comparatives know, at most SHEAF_TREND_YEARS. */
SheafTrend *sheaf_trend_compute (SheafBook  *book,
                                 const char *form,
                                 int         year,
                                 GError    **error);
void        sheaf_trend_free (SheafTrend *trend);

/* The change between two known figures in millionths of the earlier; FALSE where that is 0 or below
 * or the quotient has no place. */
gboolean sheaf_trend_change (const SheafRatioFigure *earlier,
                             const SheafRatioFigure *later,
                             gint64                 *ret_millionths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTrend, sheaf_trend_free)
