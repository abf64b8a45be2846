/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was counted beside what is booked, in the columns of the forms. */
#include "reports/list-count.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/count.h"
#include "reports/error.h"
#include "reports/list-writer.h"
#include "trade/product.h"

#include <string.h>

static const SheafListColumn cash_columns[] = {
  { "position", SHEAF_CELL_TEXT, 2 },
  { "description", SHEAF_CELL_TEXT, 12 },
  { "number", SHEAF_CELL_COUNT, 4 },
  { "amount", SHEAF_CELL_MONEY, 6 },
};

enum
{
  POSITION,
  NAME,
  CODE,
  UNIT,
  PRICE,
  BOOKED_QUANTITY,
  BOOKED,
  COUNTED_QUANTITY,
  COUNTED,
  OVER_QUANTITY,
  OVER,
  SHORT_QUANTITY,
  SHORT,
  GOOD,
  POOR,
  SPOILT,
  N_STOCK
};

static const SheafListColumn stock_columns[] = {
  { "position", SHEAF_CELL_COUNT, 2 },
  { "name", SHEAF_CELL_TEXT, 9 },
  { "code", SHEAF_CELL_TEXT, 4 },
  { "unit", SHEAF_CELL_TEXT, 3 },
  { "price", SHEAF_CELL_PRICE, 4 },
  { "booked_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "booked_amount", SHEAF_CELL_MONEY, 5 },
  { "counted_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "counted_amount", SHEAF_CELL_MONEY, 5 },
  { "over_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "over_amount", SHEAF_CELL_MONEY, 5 },
  { "short_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "short_amount", SHEAF_CELL_MONEY, 5 },
  { "good", SHEAF_CELL_QUANTITY, 3 },
  { "poor", SHEAF_CELL_QUANTITY, 3 },
  { "spoilt", SHEAF_CELL_QUANTITY, 3 },
};

typedef struct
{
  SheafBook       *book;
  SheafReportSink *sink;
  GKeyFile        *words;
  const char      *language;
} Paper;

/* "…" where nothing was said, to be written by hand. */
static const char *
or_dots (const char *text)
{
  return text == NULL || *text == '\0' ? "…" : text;
}

/* "Ông/Bà: … Chức vụ: … Đại diện: …"; the first is the head of those who counted. */
static char *
write_person (const Paper *paper,
              const char  *line,
              gboolean     first)
{
  static const char *const words[] = { "{name}", "{office}", "{whom}" };
  g_auto (GStrv) parts = g_strsplit (line, ";", G_N_ELEMENTS (words));
  guint            n = g_strv_length (parts);
  g_autofree char *text = sheaf_list_word (paper->words, first ? "person_first" : "person",
                                           paper->language);
  GString         *filled = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_replace (filled, words[i], or_dots (i < n ? g_strstrip (parts[i]) : NULL), 0);
  return g_string_free (filled, FALSE);
}

static void
add_people (const Paper      *paper,
            const SheafCount *count,
            GStrvBuilder     *fields)
{
  g_auto (GStrv) people = g_strsplit (count->people == NULL ? "" : count->people, "\n", -1);
  guint            n = g_strv_length (people);
  g_autofree char *heading = sheaf_list_fill (paper->words, paper->language, "people", NULL, NULL);

  g_strv_builder_add (fields, heading);
  /* the forms have three lines */
  for (guint i = 0; i < MAX (n, 3); i++)
    {
      g_autofree char *person = write_person (paper, i < n ? people[i] : "", i == 0);

      g_strv_builder_add (fields, person);
    }
}

static char *
write_day (const Paper      *paper,
           const SheafCount *count)
{
  g_autofree char *day = sheaf_date_format (count->date, paper->language);
  g_auto (GStrv) time = g_strsplit (count->time == NULL ? "" : count->time, ":", 2);
  guint            n = g_strv_length (time);
  g_autofree char *text = sheaf_list_fill (paper->words, paper->language, "day", "{day}", day);
  GString         *filled = g_string_new (text);

  g_string_replace (filled, "{hour}", or_dots (n > 0 ? time[0] : NULL), 0);
  g_string_replace (filled, "{minute}", or_dots (n > 1 ? time[1] : NULL), 0);
  return g_string_free (filled, FALSE);
}

static gboolean
write_section (const Paper      *paper,
               const SheafCount *count,
               GError          **error)
{
  const SheafChart *chart = sheaf_chart_get (paper->book, error);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (count->number);
  g_autofree char *number = sheaf_list_fill (paper->words, paper->language, "number", "{number}",
                                             count->number);
  g_autofree char *day = write_day (paper, count);
  g_autofree char *done = NULL;
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  if (chart == NULL)
    return FALSE;
  done = sheaf_list_fill (paper->words, paper->language, "done", "{account}",
                          sheaf_chart_by_id (chart, count->account_id)->code);
  g_strv_builder_add_many (fields, number, day, NULL);
  add_people (paper, count, fields);
  g_strv_builder_add (fields, done);
  g_strfreev (section->fields);
  section->fields = g_strv_builder_end (fields);
  return sheaf_report_sink_section (paper->sink, section, error);
}

/* What the foot says of the difference, where the paper is of one sheet; else it is left to be
 * written. */
static void
fill_foot (const GPtrArray *chosen,
           const char      *language,
           SheafReportHead *head)
{
  const SheafCount *count = chosen->len == 1 ? chosen->pdata[0] : NULL;
  gint64            units = count != NULL ? sheaf_count_difference (count).units : 0;
  g_autofree char  *amount = sheaf_money_format (SHEAF_MONEY (ABS (units)), language);

  for (char **line = head->foot; line != NULL && *line != NULL; line++)
    {
      GString *text = g_string_new (*line);

      g_string_replace (text, "{over}", units > 0 ? amount : "…", 0);
      g_string_replace (text, "{short}", units < 0 ? amount : "…", 0);
      g_string_replace (text, "{note}", or_dots (count != NULL ? count->note : NULL), 0);
      g_free (*line);
      *line = g_string_free (text, FALSE);
    }
}

/* cross: the number is none of the row's business. */
static gboolean
write_cash_row (const Paper *paper,
                const char  *position,
                const char  *text,
                gboolean     cross,
                gint64       number,
                SheafMoney   amount,
                GError     **error)
{
  SheafCell      cells[G_N_ELEMENTS (cash_columns)] = { { 0 } };
  SheafReportRow row = { .kind = cross ? SHEAF_ROW_KIND_SUBTOTAL : SHEAF_ROW_KIND_LINE,
                         .bold = cross,
                         .indent = cross ? 0 : 1,
                         .cells = cells };

  sheaf_cell_set_text (&cells[0], position);
  sheaf_cell_set_text (&cells[1], text);
  if (cross)
    sheaf_cell_cross (&cells[2]);
  else
    sheaf_cell_set_number (&cells[2], number);
  sheaf_cell_set_number (&cells[3], amount.units);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_notes (const Paper      *paper,
             const SheafCount *count,
             GError          **error)
{
  guint position = 0;

  for (guint i = 0; i < count->lines->len; i++)
    {
      const SheafCountLine *line = count->lines->pdata[i];
      g_autofree char      *number = NULL, *value = NULL, *text = NULL;

      if (*line->name == '\0')
        continue;
      number = g_strdup_printf ("%u", ++position);
      value = sheaf_money_format (SHEAF_MONEY (g_ascii_strtoll (line->name, NULL, 10)),
                                  paper->language);
      text = sheaf_list_fill (paper->words, paper->language, position == 1 ? "note" : "note_more",
                              "{value}", value);
      if (!write_cash_row (paper, number, text, FALSE, line->counted_quantity.thousandths / 1000,
                           line->counted_amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_cash (const Paper      *paper,
            const SheafCount *count,
            GError          **error)
{
  g_autofree char *booked = sheaf_list_fill (paper->words, paper->language, "booked", NULL, NULL);
  g_autofree char *counted = sheaf_list_fill (paper->words, paper->language, "counted", NULL, NULL);
  g_autofree char *difference = sheaf_list_fill (paper->words, paper->language, "difference", NULL,
                                                 NULL);
  SheafMoney       in_books = sheaf_count_booked (count);
  SheafMoney       found;

  found = sheaf_money_add (in_books, sheaf_count_difference (count));
  return write_cash_row (paper, "I", booked, TRUE, 0, in_books, error) &&
         write_cash_row (paper, "II", counted, TRUE, 0, found, error) &&
         write_notes (paper, count, error) &&
         write_cash_row (paper, "III", difference, TRUE, 0, sheaf_money_sub (in_books, found),
                         error);
}

/* Where a difference stands: over or short, each with quantity and amount. */
static void
set_difference (SheafCell            *cells,
                const SheafCountLine *line)
{
  SheafMoney amount = sheaf_count_line_difference (line);
  gint64     quantity = line->counted_quantity.thousandths - line->booked_quantity.thousandths;

  if (quantity != 0)
    sheaf_cell_set_number (&cells[quantity > 0 ? OVER_QUANTITY : SHORT_QUANTITY], ABS (quantity));
  sheaf_cell_set_number (&cells[OVER], MAX (amount.units, 0));
  sheaf_cell_set_number (&cells[SHORT], MAX (-amount.units, 0));
}

/* Only where somebody judged it. */
static void
set_quality (SheafCell            *cells,
             const SheafCountLine *line)
{
  if (!line->judged)
    return;
  sheaf_cell_set_number (&cells[GOOD], sheaf_count_line_good (line).thousandths);
  sheaf_cell_set_number (&cells[POOR], line->poor.thousandths);
  sheaf_cell_set_number (&cells[SPOILT], line->spoilt.thousandths);
}

static gboolean
write_stock_line (const Paper          *paper,
                  const SheafCountLine *line,
                  guint                 position,
                  GError              **error)
{
  gint64 id = *line->name == '\0' ? 0 : sheaf_product_find (paper->book, line->name);
  g_autoptr (SheafProduct) product =
      id == 0 ? NULL : sheaf_product_load (paper->book, id, error);
  g_autofree char *other = sheaf_list_fill (paper->words, paper->language, "other", NULL, NULL);
  SheafCell        cells[N_STOCK] = { { 0 } };
  SheafReportRow   row = { .cells = cells };
  SheafMoney       price;

  if (id != 0 && product == NULL)
    return FALSE;
  sheaf_cell_set_number (&cells[POSITION], position);
  sheaf_cell_set_text (&cells[NAME], product != NULL       ? product->name
                                     : *line->name == '\0' ? other
                                                           : line->name);
  sheaf_cell_set_text (&cells[CODE], line->name);
  sheaf_cell_set_text (&cells[UNIT], product == NULL ? NULL : product->unit);
  if (line->booked_quantity.thousandths > 0 &&
      sheaf_money_try_mul_div (line->booked_amount, G_GINT64_CONSTANT (1000000000),
                               line->booked_quantity.thousandths, SHEAF_ROUND_HALF_UP, &price))
    sheaf_cell_set_number (&cells[PRICE], price.units);
  sheaf_cell_set_number (&cells[BOOKED_QUANTITY], line->booked_quantity.thousandths);
  sheaf_cell_set_number (&cells[BOOKED], line->booked_amount.units);
  sheaf_cell_set_number (&cells[COUNTED_QUANTITY], line->counted_quantity.thousandths);
  sheaf_cell_set_number (&cells[COUNTED], line->counted_amount.units);
  set_difference (cells, line);
  set_quality (cells, line);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_stock_total (const Paper *paper,
                   const gint64 sums[N_STOCK],
                   GError     **error)
{
  g_autofree char *text = sheaf_list_fill (paper->words, paper->language, "total", NULL, NULL);
  SheafCell        cells[N_STOCK] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[NAME], text);
  for (guint c = CODE; c < N_STOCK; c++)
    sheaf_cell_cross (&cells[c]);
  for (guint c = BOOKED; c <= SHORT; c += 2)
    {
      cells[c] = (SheafCell){ 0 };
      sheaf_cell_set_number (&cells[c], sums[c]);
      cells[c].sum = TRUE;
    }
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_stock (const Paper      *paper,
             const SheafCount *count,
             GError          **error)
{
  gint64 sums[N_STOCK] = { 0 };

  for (guint i = 0; i < count->lines->len; i++)
    {
      const SheafCountLine *line = count->lines->pdata[i];
      gint64                difference = sheaf_count_line_difference (line).units;

      if (!write_stock_line (paper, line, i + 1, error))
        return FALSE;
      sums[BOOKED] += line->booked_amount.units;
      sums[COUNTED] += line->counted_amount.units;
      sums[OVER] += MAX (difference, 0);
      sums[SHORT] += MAX (-difference, 0);
    }
  return write_stock_total (paper, sums, error);
}

static SheafCountKind
kind_of (const SheafReport *report)
{
  return strcmp (report->code, "count-cash") == 0 ? SHEAF_COUNT_CASH : SHEAF_COUNT_STOCK;
}

/* The one named, else the last of each account up to the day. */
static GPtrArray *
choose (const GPtrArray           *all,
        SheafCountKind             kind,
        const SheafReportQuestion *question,
        gint64                     account_id)
{
  GPtrArray *chosen = g_ptr_array_new ();
  SheafDate  day = sheaf_list_day (question);

  for (guint i = 0; i < all->len; i++)
    {
      SheafCount *count = all->pdata[i];

      if (count->kind != kind || (account_id != 0 && count->account_id != account_id))
        continue;
      if (count->withdrawn != NULL ||
          (question->detail != NULL ? strcmp (question->detail, count->number) != 0
                                    : sheaf_date_cmp (count->date, day) > 0))
        continue;
      for (guint j = 0; j < chosen->len; j++)
        if (((SheafCount *) chosen->pdata[j])->account_id == count->account_id)
          g_ptr_array_remove_index (chosen, j--);
      g_ptr_array_add (chosen, count);
    }
  return chosen;
}

static gboolean
write_all (const Paper     *paper,
           SheafCountKind   kind,
           const GPtrArray *chosen,
           GError         **error)
{
  for (guint i = 0; i < chosen->len; i++)
    if (!write_section (paper, chosen->pdata[i], error) ||
        !(kind == SHEAF_COUNT_CASH ? write_cash : write_stock) (paper, chosen->pdata[i], error))
      return FALSE;
  return sheaf_report_sink_finish (paper->sink, error);
}

gboolean
sheaf_list_count_write (const SheafReport         *report,
                        SheafBook                 *book,
                        const SheafReportQuestion *question,
                        SheafReportSink           *sink,
                        GError                   **error)
{
  SheafCountKind kind = kind_of (report);
  gboolean       cash = kind == SHEAF_COUNT_CASH;
  SheafDate      day = sheaf_list_day (question);
  g_autoptr (GPtrArray) all = sheaf_count_list (book, error);
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GKeyFile) words = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  gint64 account_id;

  if (all == NULL || !sheaf_list_account (book, question->account, &account_id, error))
    return FALSE;
  chosen = choose (all, kind, question, account_id);
  if (chosen->len == 0)
    {
      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                   _ ("Nothing of the kind was counted up to that day: begin on the page Counts or "
                      "by the command “count”"));
      return FALSE;
    }
  head = sheaf_list_head (book, report->code, question->language, day, day,
                          cash ? cash_columns : stock_columns,
                          cash ? G_N_ELEMENTS (cash_columns) : G_N_ELEMENTS (stock_columns),
                          &words, error);
  if (head == NULL)
    return FALSE;
  fill_foot (chosen, question->language, head);
  if (!sheaf_report_sink_head (sink, head, error))
    return FALSE;
  return write_all (&(const Paper){ book, sink, words, question->language }, kind, chosen, error);
}

char *
sheaf_list_count_withheld (const SheafReport *report,
                           SheafBook         *book)
{
  g_autoptr (GPtrArray) all = sheaf_count_list (book, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SheafCount *count = all->pdata[i];

      if (count->kind == kind_of (report) && count->withdrawn == NULL)
        return NULL;
    }
  return g_strdup (_ (
      "Nothing of the kind was counted yet: begin on the page Counts or by the command “count”"));
}
