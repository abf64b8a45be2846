/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement's lines over the years. */
#include "statements/trend.h"

#include "statements/form-book.h"
#include "statements/ratio-private.h"

void
sheaf_trend_free (SheafTrend *trend)
{
  if (trend == NULL)
    return;
  sheaf_form_free (trend->form);
  g_array_unref (trend->lines);
  g_free (trend);
}

static gboolean
fill_year (SheafTrend        *trend,
           SheafRatioFigures *figures,
           const char        *form,
           int                year,
           gboolean          *ret_known,
           GError           **error)
{
  guint at = trend->n_years;

  *ret_known = FALSE;
  for (guint i = 0; i < trend->lines->len; i++)
    {
      SheafTrendLine  *line = &g_array_index (trend->lines, SheafTrendLine, i);
      g_autofree char *term = NULL;
      gboolean         answered;

      if (line->form->line == NULL)
        continue;
      term = g_strdup_printf ("%s:%s", form, line->form->line);
      if (!sheaf_ratio_term_evaluate (figures, term, year, &line->figures[at], &answered, error))
        return FALSE;
      *ret_known |= line->figures[at].state == SHEAF_RATIO_KNOWN;
    }
  return TRUE;
}

SheafTrend *
sheaf_trend_compute (SheafBook  *book,
                     const char *form,
                     int         year,
                     GError    **error)
{
  g_autoptr (SheafTrend) trend = g_new0 (SheafTrend, 1);
  g_autoptr (SheafRatioFigures) figures = sheaf_ratio_figures_new (book);

  trend->lines = g_array_new (FALSE, TRUE, sizeof (SheafTrendLine));
  trend->form = sheaf_form_load (book, form, year, error);
  if (trend->form == NULL)
    return NULL;
  for (guint i = 0; i < trend->form->lines->len; i++)
    {
      SheafTrendLine line = { .form = trend->form->lines->pdata[i] };

      g_array_append_val (trend->lines, line);
    }
  for (int y = year - SHEAF_TREND_YEARS + 1; y <= year; y++)
    {
      gboolean known;

      if (!fill_year (trend, figures, form, y, &known, error))
        return NULL;
      if (known)
        trend->years[trend->n_years++] = y;
    }
  return g_steal_pointer (&trend);
}

gboolean
sheaf_trend_change (const SheafRatioFigure *earlier,
                    const SheafRatioFigure *later,
                    gint64                 *ret_millionths)
{
  SheafMoney quotient;

  if (earlier->state != SHEAF_RATIO_KNOWN || later->state != SHEAF_RATIO_KNOWN ||
      earlier->amount.units <= 0 ||
      !sheaf_money_try_mul_div (sheaf_money_sub (later->amount, earlier->amount), 1000000,
                                earlier->amount.units, SHEAF_ROUND_HALF_UP, &quotient))
    return FALSE;
  *ret_millionths = quotient.units;
  return TRUE;
}
