/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios with formula, inputs, wish and finding. */
#include "reports/list-ratios.h"

#include "base/i18n.h"
#include "base/number.h"
#include "reports/list-writer.h"
#include "statements/form-book.h"
#include "statements/ratio.h"

#include <string.h>

#define RATIO_COLUMNS(kind)                                                        \
  {                                                                                \
    { "ratio", SHEAF_CELL_TEXT, 40 }, { "formula", SHEAF_CELL_TEXT, 44 },          \
        { "current", kind, 10 }, { "previous", kind, 10 }, { "before", kind, 10 }, \
        { "wish", SHEAF_CELL_TEXT, 20 }, { "finding", SHEAF_CELL_TEXT, 28 },       \
        { NULL, SHEAF_CELL_TEXT, 0 },                                              \
  }

static const SheafListColumn times_columns[] = RATIO_COLUMNS (SHEAF_CELL_RATIO);
static const SheafListColumn percent_columns[] = RATIO_COLUMNS (SHEAF_CELL_RATE);
static const SheafListColumn days_columns[] = RATIO_COLUMNS (SHEAF_CELL_COUNT);
static const SheafListColumn input_columns[] = {
  { "figure", SHEAF_CELL_TEXT, 46 },
  { "origin", SHEAF_CELL_TEXT, 46 },
  { "current", SHEAF_CELL_MONEY, 17 },
  { "previous", SHEAF_CELL_MONEY, 17 },
  { "before", SHEAF_CELL_MONEY, 17 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

static const struct
{
  SheafRatioShown        shown;
  const char            *name;
  const SheafListColumn *columns;
} parts[] = {
  { SHEAF_RATIO_TIMES, "times", times_columns },
  { SHEAF_RATIO_PERCENT, "percent", percent_columns },
  { SHEAF_RATIO_DAYS, "days", days_columns },
};

static const char *
name_of (const SheafListWriter *writer,
         char *const           *names)
{
  gsize place = strcmp (writer->language, "en") == 0   ? 1
                : strcmp (writer->language, "fr") == 0 ? 2
                                                       : 0;

  return names[place] != NULL ? names[place] : names[0];
}

/* Columns of years are headed by them. */
static void
name_years (GPtrArray *columns,
            int        year)
{
  for (guint i = 0; i < columns->len; i++)
    {
      SheafReportColumn *column = columns->pdata[i];

      for (int back = 0; back < SHEAF_RATIO_YEARS; back++)
        {
          g_autofree char *sign = g_strdup_printf ("{y%d}", back);

          if (strcmp (column->heading, sign) != 0)
            continue;
          g_free (column->heading);
          column->heading = g_strdup_printf ("%d", year - back);
        }
    }
}

static gboolean
begin_section (SheafListWriter       *writer,
               const char            *name,
               const SheafListColumn *columns,
               int                    year,
               GError               **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (name);
  g_autofree char *key = g_strconcat ("title_", name, NULL);

  section->title = sheaf_list_text (writer, key, NULL);
  section->columns = sheaf_list_columns (writer, name, columns);
  name_years (section->columns, year);
  return sheaf_report_sink_section (writer->sink, section, error);
}

static char *
formula_of (const SheafListWriter *writer,
            const SheafRatio      *ratio)
{
  g_autofree char *factor = ratio->factor == 1
                                ? g_strdup ("")
                                : g_strdup_printf (" × %" G_GINT64_FORMAT, ratio->factor);

  return sheaf_list_text (writer, "formula", "above", name_of (writer, ratio->numerator->names),
                          "below", name_of (writer, ratio->denominator->names), "factor", factor,
                          NULL);
}

static char *
wish_of (const SheafListWriter *writer,
         const SheafRatio      *ratio)
{
  gboolean         percent = ratio->shown == SHEAF_RATIO_PERCENT;
  g_autofree char *number =
      sheaf_number_format (percent ? ratio->wish * 100 : ratio->wish, 6, writer->language);
  g_autofree char *value = percent ? g_strconcat (number, "%", NULL) : g_strdup (number);

  if (ratio->trend)
    return sheaf_list_text (writer, ratio->higher_is_better ? "wish_up" : "wish_down", NULL);
  if (!ratio->has_wish)
    return sheaf_list_text (writer, "wish_none", NULL);
  if (ratio->own_wish)
    return sheaf_list_text (writer, ratio->higher_is_better ? "wish_own_min" : "wish_own_max",
                            "value", value, NULL);
  return sheaf_list_text (writer, ratio->higher_is_better ? "wish_min" : "wish_max", "value", value,
                          NULL);
}

/* In words, so that nobody needs colours to tell. */
static char *
finding_of (const SheafListWriter *writer,
            const SheafRatio      *ratio)
{
  static const char *const verdicts[] = {
    [SHEAF_RATIO_MET] = "verdict_met",
    [SHEAF_RATIO_MISSED] = "verdict_missed",
    [SHEAF_RATIO_BETTER] = "verdict_better",
    [SHEAF_RATIO_WORSE] = "verdict_worse",
    [SHEAF_RATIO_SAME] = "verdict_same",
    [SHEAF_RATIO_UNJUDGED] = "verdict_unjudged",
  };
  static const char *const reasons[] = {
    [SHEAF_RATIO_NO_YEAR] = "unknown_year",
    [SHEAF_RATIO_NOT_POSITIVE] = "unknown_zero",
    [SHEAF_RATIO_TOO_LARGE] = "unknown_large",
  };

  if (ratio->verdict == SHEAF_RATIO_UNKNOWN)
    return sheaf_list_text (writer, reasons[ratio->states[0]], "below",
                            name_of (writer, ratio->denominator->names), NULL);
  return sheaf_list_text (writer, verdicts[ratio->verdict], NULL);
}

static gboolean
write_ratio (SheafListWriter  *writer,
             const SheafRatio *ratio,
             GError          **error)
{
  g_autofree char *formula = formula_of (writer, ratio);
  g_autofree char *wish = wish_of (writer, ratio);
  g_autofree char *finding = finding_of (writer, ratio);
  SheafCell        cells[7] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_LINE, .cells = cells, .line = ratio->key };

  sheaf_cell_set_text (&cells[0], name_of (writer, ratio->names));
  sheaf_cell_set_text (&cells[1], formula);
  for (int i = 0; i < SHEAF_RATIO_YEARS; i++)
    {
      gint64 value = ratio->values[i];

      if (ratio->states[i] != SHEAF_RATIO_KNOWN)
        sheaf_cell_cross (&cells[2 + i]);
      else if (ratio->shown == SHEAF_RATIO_DAYS)
        sheaf_cell_set_number (
            &cells[2 + i],
            sheaf_money_mul_div (SHEAF_MONEY (value), 1, 1000000, SHEAF_ROUND_HALF_UP).units);
      else /* four decimals tell enough */
        sheaf_cell_set_number (
            &cells[2 + i],
            sheaf_money_mul_div (SHEAF_MONEY (value), 1, 100, SHEAF_ROUND_HALF_UP).units * 100);
    }
  sheaf_cell_set_text (&cells[5], wish);
  sheaf_cell_set_text (&cells[6], finding);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

/* "DUE(credit, soon, 341+342)" and "CT(214)" in words; others as they are. Free with g_free. */
static char *
function_text (const SheafListWriter *writer,
               const char            *term)
{
  g_auto (GStrv) words = g_strsplit_set (term, "(,)", -1);
  g_autofree char *key = NULL;

  if (g_str_has_prefix (term, "DUE("))
    {
      key = g_strdup_printf ("term_%s-%s", g_strstrip (words[1]), g_strstrip (words[2]));
      return sheaf_list_text (writer, key, "text", g_strstrip (words[3]), NULL);
    }
  if (g_str_has_prefix (term, "XT("))
    return sheaf_list_text (writer, "term_XT", "text", g_strstrip (words[1]), "other",
                            g_strstrip (words[2]), NULL);
  if (strlen (words[0]) == 2 && words[1] != NULL)
    {
      key = g_strconcat ("term_", words[0], NULL);
      return sheaf_list_text (writer, key, "text", words[1], NULL);
    }
  return g_strdup (term);
}

/* A term of the data in words. Free with g_free. */
static char *
term_text (const SheafListWriter *writer,
           const char            *term,
           gboolean               answered)
{
  gboolean         at_start = g_str_has_suffix (term, "@start");
  g_autofree char *bare = g_strndup (term, strlen (term) - (at_start ? strlen ("@start") : 0));
  g_autofree char *text = NULL;

  g_strdelimit (bare, ":", ' ');
  if (g_str_has_prefix (bare, "MOST("))
    {
      g_autofree char *inner = g_strndup (term + 5, strlen (term) - 6);
      g_auto (GStrv) words = g_strsplit (inner, ";", 2);
      g_autofree char *one = term_text (writer, g_strstrip (words[0]), FALSE);
      g_autofree char *two = term_text (writer, g_strstrip (words[1]), FALSE);

      return sheaf_list_text (writer, "term_most", "one", one, "two", two, NULL);
    }
  if (g_str_has_prefix (bare, "ANSWER("))
    {
      g_auto (GStrv) words = g_strsplit_set (bare, "(,)", -1);

      text = answered ? sheaf_list_text (writer, "term_answer", "text", g_strstrip (words[1]), NULL)
                      : g_strdup (g_strstrip (words[2]));
    }
  else
    text = function_text (writer, bare);
  return at_start ? sheaf_list_text (writer, "term_start", "text", text, NULL)
                  : g_steal_pointer (&text);
}

static void
set_figures (SheafCell              *cells,
             const SheafRatioFigure *figures,
             int                     sign)
{
  for (int i = 0; i < SHEAF_RATIO_YEARS; i++)
    if (figures[i].state == SHEAF_RATIO_KNOWN)
      sheaf_cell_set_number (&cells[2 + i], sign * figures[i].amount.units);
    else
      sheaf_cell_cross (&cells[2 + i]);
}

static gboolean
write_input (SheafListWriter       *writer,
             const SheafRatioInput *input,
             guint                 *at,
             GError               **error)
{
  SheafCell      cells[5] = { { 0 } };
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_SUBTOTAL,
                         .bold = TRUE,
                         .keep = input->terms->len > 0,
                         .cells = cells,
                         .line = input->key };
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (SheafCellTerm));

  for (int i = 0; i < SHEAF_RATIO_YEARS; i++)
    for (guint t = 0; t < input->terms->len; t++)
      {
        SheafCellTerm term = { 1, *at + 1 + t, 2 + (guint) i };

        g_array_append_val (terms, term);
      }
  sheaf_cell_set_text (&cells[0], name_of (writer, input->names));
  set_figures (cells, input->figures, 1);
  for (guint i = 0; i < SHEAF_RATIO_YEARS; i++)
    if (cells[2 + i].state == SHEAF_CELL_FILLED)
      {
        cells[2 + i].terms =
            &g_array_index (terms, SheafCellTerm, (gsize) i * input->terms->len);
        cells[2 + i].n_terms = input->terms->len;
      }
  if (!sheaf_report_sink_row (writer->sink, &row, error))
    return FALSE;
  ++*at;
  for (guint i = 0; i < input->terms->len; i++, ++*at)
    {
      const SheafRatioTerm *term = input->terms->pdata[i];
      g_autofree char      *text = term_text (writer, term->text, term->answered);
      SheafCell             of_term[5] = { { 0 } };
      SheafReportRow        line = { .kind = SHEAF_ROW_KIND_LINE, .indent = 1, .cells = of_term };

      sheaf_cell_set_text (&of_term[1], text);
      set_figures (of_term, term->figures, term->sign);
      if (!sheaf_report_sink_row (writer->sink, &line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_list (SheafListWriter      *writer,
            const SheafRatioList *list,
            GError              **error)
{
  guint at = 0;

  for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      if (!begin_section (writer, parts[p].name, parts[p].columns, list->year, error))
        return FALSE;
      for (guint i = 0; i < list->ratios->len; i++)
        {
          const SheafRatio *ratio = list->ratios->pdata[i];

          if (ratio->shown == parts[p].shown && !write_ratio (writer, ratio, error))
            return FALSE;
        }
    }
  if (!begin_section (writer, "inputs", input_columns, list->year, error))
    return FALSE;
  for (guint i = 0; i < list->inputs->len; i++)
    if (!write_input (writer, list->inputs->pdata[i], &at, error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_list_ratios_write (const SheafReport         *report,
                         SheafBook                 *book,
                         const SheafReportQuestion *question,
                         SheafReportSink           *sink,
                         GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (SheafRatioList) list = NULL;
  int year;

  if (!sheaf_list_year (book, question, &year, error))
    return FALSE;
  list = sheaf_ratio_list_compute (book, year, error);
  if (list == NULL ||
      !sheaf_list_writer_init (&writer, book, report->code, question, sink,
                               sheaf_book_year_start (book, year),
                               sheaf_book_year_end (book, year), error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "times", times_columns);
  name_years (writer.head->columns, year);
  return sheaf_report_sink_head (sink, writer.head, error) && write_list (&writer, list, error) &&
         sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_ratios_withheld (const SheafReport *report,
                            SheafBook         *book)
{
  static const char *const needed[] = { "B01-HTX", "B02-HTX" };
  g_auto (GStrv) codes = sheaf_form_codes (book, NULL);

  (void) report;
  for (gsize i = 0; codes != NULL && i < G_N_ELEMENTS (needed); i++)
    if (!g_strv_contains ((const char *const *) codes, needed[i]))
      return g_strdup_printf (_ ("The chart of accounts of this book has no statement %s"),
                              needed[i]);
  return NULL;
}
