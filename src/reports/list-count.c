/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was counted beside what is booked, in the columns of the forms. */
#include "reports/list-count.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/count.h"
#include "reports/error.h"
#include "reports/list-count-private.h"
#include "reports/list-writer.h"

#include <string.h>

static const SheafListColumn cash_columns[] = {
  { "position", SHEAF_CELL_TEXT, 2 },
  { "description", SHEAF_CELL_TEXT, 12 },
  { "number", SHEAF_CELL_COUNT, 4 },
  { "amount", SHEAF_CELL_MONEY, 6 },
};

/* "…" where nothing was said, to be written by hand. */
static const char *
or_dots (const char *text)
{
  return text == NULL || *text == '\0' ? "…" : text;
}

/* "Ông/Bà: … Chức vụ: … Đại diện: …"; the first is the head of those who counted. */
static char *
write_person (const SheafCountPaper *paper,
              const char            *line,
              gboolean               first)
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
add_people (const SheafCountPaper *paper,
            const SheafCount      *count,
            GStrvBuilder          *fields)
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
write_day (const SheafCountPaper *paper,
           const SheafCount      *count)
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
write_section (const SheafCountPaper *paper,
               const SheafCount      *count,
               GError               **error)
{
  const SheafChart *chart = sheaf_chart_get (paper->book, error);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (or_dots (count->number));
  g_autofree char *number = sheaf_list_fill (paper->words, paper->language, "number", "{number}",
                                             or_dots (count->number));
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

/* cross: the number is none of the row's business; open: nor is the amount known yet. */
static gboolean
write_cash_row (const SheafCountPaper *paper,
                const char            *position,
                const char            *text,
                gboolean               cross,
                gboolean               open,
                gint64                 number,
                SheafMoney             amount,
                GError               **error)
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
  else if (!open)
    sheaf_cell_set_number (&cells[2], number);
  if (!open)
    sheaf_cell_set_number (&cells[3], amount.units);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_notes (const SheafCountPaper *paper,
             const SheafCount      *count,
             GError               **error)
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
      if (!write_cash_row (paper, number, text, FALSE, paper->blank,
                           line->counted_quantity.thousandths / 1000, line->counted_amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_cash (const SheafCountPaper *paper,
            const SheafCount      *count,
            GError               **error)
{
  g_autofree char *booked = sheaf_list_fill (paper->words, paper->language, "booked", NULL, NULL);
  g_autofree char *counted = sheaf_list_fill (paper->words, paper->language, "counted", NULL, NULL);
  g_autofree char *difference = sheaf_list_fill (paper->words, paper->language, "difference", NULL,
                                                 NULL);
  SheafMoney       in_books = sheaf_count_booked (count);
  SheafMoney       found;

  found = sheaf_money_add (in_books, sheaf_count_difference (count));
  return write_cash_row (paper, "I", booked, TRUE, FALSE, 0, in_books, error) &&
         write_cash_row (paper, "II", counted, TRUE, paper->blank, 0, found, error) &&
         write_notes (paper, count, error) &&
         write_cash_row (paper, "III", difference, TRUE, paper->blank, 0,
                         sheaf_money_sub (in_books, found), error);
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
write_all (const SheafCountPaper *paper,
           SheafCountKind         kind,
           const GPtrArray       *chosen,
           GError               **error)
{
  for (guint i = 0; i < chosen->len; i++)
    if (!write_section (paper, chosen->pdata[i], error) ||
        !(kind == SHEAF_COUNT_CASH ? write_cash
                                   : sheaf_list_count_stock_rows) (paper, chosen->pdata[i], error))
      return FALSE;
  return sheaf_report_sink_finish (paper->sink, error);
}

static gboolean
write_paper (SheafBook       *book,
             SheafCountKind   kind,
             const GPtrArray *chosen,
             SheafDate        day,
             const char      *language,
             SheafReportSink *sink,
             gboolean         blank,
             GError         **error)
{
  gboolean               cash = kind == SHEAF_COUNT_CASH;
  guint                  n_stock;
  const SheafListColumn *stock_columns = sheaf_list_count_stock_columns (&n_stock);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GKeyFile) words = NULL;
  g_autoptr (SheafReportHead) head =
      sheaf_list_head (book, cash ? "count-cash" : "count-stock", language, day, day,
                       cash ? cash_columns : stock_columns,
                       cash ? G_N_ELEMENTS (cash_columns) : n_stock, &words, error);

  if (head == NULL)
    return FALSE;
  fill_foot (blank ? none : chosen, language, head);
  if (!sheaf_report_sink_head (sink, head, error))
    return FALSE;
  return write_all (&(const SheafCountPaper){ book, sink, words, language, blank }, kind, chosen,
                    error);
}

gboolean
sheaf_list_count_write (const SheafReport         *report,
                        SheafBook                 *book,
                        const SheafReportQuestion *question,
                        SheafReportSink           *sink,
                        GError                   **error)
{
  SheafCountKind kind = kind_of (report);
  SheafDate      day = sheaf_list_day (question);
  g_autoptr (GPtrArray) all = sheaf_count_list (book, error);
  g_autoptr (GPtrArray) chosen = NULL;
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
  return write_paper (book, kind, chosen, day, question->language, sink, FALSE, error);
}

gboolean
sheaf_list_count_write_blank (SheafBook        *book,
                              const SheafCount *count,
                              const char       *language,
                              SheafReportSink  *sink,
                              GError          **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  g_ptr_array_add (chosen, (gpointer) count);
  return write_paper (book, count->kind, chosen, count->date, language, sink, TRUE, error);
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
