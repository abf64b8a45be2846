/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows come from the rule of the figure itself, so that their sum is the figure. */
#include "app/statements/figure-jobs.h"

#include "app/widgets/report-view.h"
#include "reports/ageing-drill.h"
#include "reports/list-head.h"
#include "reports/statement-drill.h"

SheafFigure *
sheaf_figure_new (const SheafReportWish *wish,
                  const char            *line,
                  SheafStatementColumn   column)
{
  SheafFigure *figure = g_new0 (SheafFigure, 1);

  figure->wish = sheaf_report_wish_copy (wish);
  figure->line = g_strdup (line);
  figure->column = column;
  return figure;
}

SheafFigure *
sheaf_figure_new_ageing (const SheafReportWish *wish,
                         const SheafReportRow  *row,
                         const char            *key)
{
  SheafFigure *figure = sheaf_figure_new (wish, row->line, SHEAF_STATEMENT_CURRENT);

  figure->key = g_strdup (key);
  figure->account_id = row->account_id;
  figure->party_id = row->party_id;
  figure->item_id = row->item_id;
  return figure;
}

void
sheaf_figure_free (SheafFigure *figure)
{
  if (figure == NULL)
    return;
  sheaf_report_wish_free (figure->wish);
  g_free (figure->line);
  g_free (figure->key);
  g_free (figure);
}

static gboolean
write_statement (SheafBook         *book,
                 const SheafFigure *figure,
                 SheafReportSink   *sink,
                 GError           **error)
{
  const SheafReportQuestion *question = &figure->wish->question;
  const SheafStatementDrill  drill = { .form = figure->wish->code,
                                       .year = question->year,
                                       .to = question->to,
                                       .line = figure->line,
                                       .column = figure->column,
                                       .language = question->language };

  return sheaf_statement_drill_write (book, &drill, sink, error);
}

/* What the list was asked for bounds a sum of it too. */
static gboolean
write_ageing (SheafBook         *book,
              const SheafFigure *figure,
              SheafReportSink   *sink,
              GError           **error)
{
  const SheafReportQuestion *question = &figure->wish->question;
  SheafAgeingDrill           drill = { .on = sheaf_list_day (question),
                                       .use = g_strcmp0 (figure->line, "claims") == 0
                                                  ? SHEAF_DUE_USE_CLAIM
                                                  : SHEAF_DUE_USE_DEBT,
                                       .buckets = question->buckets,
                                       .column = figure->key,
                                       .language = question->language };

  if (!sheaf_list_account (book, question->account, &drill.account_id, error) ||
      !sheaf_list_party (book, question->party, &drill.party_id, error) ||
      !sheaf_list_item (book, question->item, &drill.item_id, error))
    return FALSE;
  if (figure->account_id != 0)
    drill.account_id = figure->account_id;
  if (figure->party_id != 0)
    drill.party_id = figure->party_id;
  if (figure->item_id != 0)
    drill.item_id = figure->item_id;
  return sheaf_ageing_drill_write (book, &drill, sink, error);
}

gpointer
sheaf_figure_job (gpointer connection,
                  gpointer data,
                  GError **error)
{
  const SheafFigure *figure = data;
  SheafReportSink   *sink = sheaf_collected_sink_new (SHEAF_REPORT_VIEW_ROWS);
  SheafCollected    *collected = NULL;

  if (figure->key != NULL ? write_ageing (connection, figure, sink, error)
                          : write_statement (connection, figure, sink, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}
