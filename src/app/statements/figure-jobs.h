/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is behind a figure, read on a thread. */
#pragma once

#include "app/statements/report-jobs.h"
#include "statements/statement.h"

/* One figure of a statement, or one amount of the ageing; texts are its own. */
typedef struct
{
  SheafReportWish     *wish;   /* as the report was asked */
  char                *line;   /* "130"; of the ageing "claims" or "debts" */
  SheafStatementColumn column; /* of a statement */
  char                *key;    /* of the ageing's column; NULL: it is a statement's */
  gint64               account_id;
  gint64               party_id;
  gint64               item_id;
} SheafFigure;

SheafFigure *sheaf_figure_new (const SheafReportWish *wish,
                               const char            *line,
                               SheafStatementColumn   column);

/* Of a row of the ageing, in the column of that key. */
SheafFigure *sheaf_figure_new_ageing (const SheafReportWish *wish,
                                      const SheafReportRow  *row,
                                      const char            *key);
void         sheaf_figure_free (SheafFigure *figure);

/* data: SheafFigure. Result: SheafCollected, its rows with their vouchers. */
gpointer sheaf_figure_job (gpointer connection,
                           gpointer data,
                           GError **error);
