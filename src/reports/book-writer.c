/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a book of account by the form that its words describe. */
#include "base/currency.h"
#include "base/i18n.h"
#include "ledger/entry.h"
#include "ledger/journal.h"
#include "ledger/period.h"
#include "reports/book-private.h"
#include "reports/error.h"
#include "reports/words.h"
#include "statements/words.h"
#include "trade/product.h"

#include <string.h>

/* What stands where a form has a dotted leader and nothing is known. */
#define LEADER "…"

/* The year of the question, or the days; neither: the year of the last voucher. */
static gboolean
resolve_days (SheafBookWriter *writer,
              GError         **error)
{
  const SheafReportQuestion *question = writer->question;
  int                        year = question->year;
  SheafDate                  last;

  if (year == 0 && !sheaf_date_is_none (question->from))
    year = sheaf_date_year (question->from);
  if (year == 0 && !sheaf_date_is_none (question->to))
    year = sheaf_date_year (question->to);
  if (year == 0)
    {
      if (!sheaf_journal_last_day (writer->book, &last, error))
        return FALSE;
      year = sheaf_date_year (sheaf_date_is_none (last) ? sheaf_book_first_day (writer->book)
                                                        : last);
    }
  writer->from = sheaf_date_is_none (question->from) ? sheaf_book_year_start (writer->book, year)
                                                     : question->from;
  writer->to = sheaf_date_is_none (question->to) ? sheaf_book_year_end (writer->book, year)
                                                 : question->to;
  writer->whole_year =
      sheaf_date_cmp (writer->from, sheaf_book_year_start (writer->book, year)) == 0 &&
      sheaf_date_cmp (writer->to, sheaf_book_year_end (writer->book, year)) == 0;
  if (sheaf_date_cmp (writer->from, writer->to) <= 0)
    return sheaf_period_check_day (writer->book, writer->to, error);
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
               _ ("book %s cannot begin after it ends: give a first day before the last"),
               writer->code);
  return FALSE;
}

/* A code that nothing has is a slip of the pen, not a book without rows. */
static gboolean
check_codes (SheafBookWriter *writer,
             GError         **error)
{
  const char      *product = writer->question->product, *currency = writer->question->currency;
  g_autofree char *letters = currency == NULL ? NULL : g_ascii_strup (currency, -1);

  if (product != NULL && sheaf_product_find (writer->book, product) == 0 &&
      !sheaf_entry_product_used (writer->book, product))
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no product “%s”: take the code of one that is there"), product);
  else if (currency != NULL && !sheaf_currency_is_known (letters))
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no currency “%s”: write its three letters, such as USD"), currency);
  else
    return TRUE;
  return FALSE;
}

char *
sheaf_book_option (const SheafBookWriter *writer,
                   const char            *key)
{
  return g_key_file_get_string (writer->words, "form", key, NULL);
}

char **
sheaf_book_options (const SheafBookWriter *writer,
                    const char            *key)
{
  char **list = g_key_file_get_string_list (writer->words, "form", key, NULL, NULL);

  if (list == NULL)
    list = g_new0 (char *, 1);
  return list;
}

gboolean
sheaf_book_flag (const SheafBookWriter *writer,
                 const char            *key)
{
  return g_key_file_get_boolean (writer->words, "form", key, NULL);
}

char *
sheaf_book_text (const SheafBookWriter *writer,
                 const char            *key)
{
  g_autofree char *text = sheaf_words_text (writer->words, key, writer->language);

  return sheaf_words_fill (text, writer->from, writer->to, writer->language);
}

/* "Số phát sinh > Nợ > Ngoại tệ": what stands before the last " > " is the group. */
/* Whether [form] KEY names the cell. */
static gboolean
is_named (SheafBookWriter *writer,
          const char      *key,
          SheafBookCell    cell)
{
  g_auto (GStrv) names = sheaf_book_options (writer, key);

  return g_strv_contains ((const char *const *) names, sheaf_book_cell_name (cell));
}

static void
add_column (SheafBookWriter *writer,
            SheafBookCell    cell,
            const char      *mark)
{
  SheafReportColumn *column;
  g_autofree char   *key = g_strdup_printf ("h_%s", sheaf_book_cell_name (cell));
  g_autofree char   *text = sheaf_words_text (writer->words, key, writer->language);
  char              *split = text == NULL ? NULL : g_strrstr (text, " > ");

  if (split != NULL)
    *split = '\0';
  writer->place[cell] = (int) writer->head->columns->len;
  column = sheaf_report_column_add (writer->head->columns, sheaf_book_cell_name (cell),
                                    split == NULL ? NULL : text, split == NULL ? text : split + 3,
                                    mark == NULL || *mark == '\0' ? NULL : mark,
                                    sheaf_book_cell_kind (cell), sheaf_book_cell_weight (cell));
  column->running = sheaf_book_cell_is_running (cell);
  column->crossed = is_named (writer, "cross_forward", cell);
  column->carried = is_named (writer, "carry", cell);
}

static gboolean
make_columns (SheafBookWriter *writer,
              GError         **error)
{
  g_auto (GStrv) names = sheaf_book_options (writer, "columns");
  g_auto (GStrv) marks = sheaf_book_options (writer, "marks");
  guint n_marks = g_strv_length (marks);

  for (guint i = 0; names[i] != NULL; i++)
    {
      SheafBookCell cell = sheaf_book_cell_find (names[i]);

      if (cell == CELL_LAST)
        {
          g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_DATA,
                       _ ("books/%s.ini: there is no column “%s”: install the program's data "
                          "again"),
                       writer->code, names[i]);
          return FALSE;
        }
      add_column (writer, cell, i < n_marks ? marks[i] : NULL);
    }
  writer->cells = g_new0 (SheafCell, MAX (writer->head->columns->len, 1));
  return TRUE;
}

/* The line that says for when: after the form's other lines. */
static void
add_period (SheafBookWriter *writer)
{
  gboolean month = sheaf_date_day (writer->from) == 1 &&
                   sheaf_date_cmp (sheaf_date_month_end (writer->from), writer->to) == 0;
  const char      *key = writer->whole_year ? "period_year" : month ? "period_month"
                                                                    : "period_days";
  g_autofree char *text = sheaf_book_text (writer, key);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (text == NULL || sheaf_book_flag (writer, "no_period"))
    return;
  for (char **line = writer->head->subtitles; *line != NULL; line++)
    g_ptr_array_add (lines, *line);
  g_ptr_array_add (lines, g_steal_pointer (&text));
  g_ptr_array_add (lines, NULL);
  g_free (writer->head->subtitles);
  writer->head->subtitles = (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

SheafBookWriter *
sheaf_book_writer_new (const SheafReport         *report,
                       SheafBook                 *book,
                       const SheafReportQuestion *question,
                       SheafReportSink           *sink,
                       GError                   **error)
{
  g_autoptr (SheafBookWriter) writer = g_new0 (SheafBookWriter, 1);

  writer->book = book;
  writer->question = question;
  writer->sink = sink;
  writer->code = report->code;
  writer->language = question->language != NULL ? question->language : "vi";
  memset (writer->place, 0xff, sizeof writer->place); /* all -1 */
  writer->chart = sheaf_chart_get (book, error);
  if (writer->chart == NULL || !resolve_days (writer, error) || !check_codes (writer, error))
    return NULL;
  writer->words = sheaf_report_words_load (book, report->code, error);
  if (writer->words == NULL)
    return NULL;
  writer->accounts = sheaf_book_options (writer, "accounts");
  writer->head = sheaf_report_words_head (writer->words, report->code, writer->language,
                                          writer->from, writer->to);
  add_period (writer);
  return make_columns (writer, error) ? g_steal_pointer (&writer) : NULL;
}

void
sheaf_book_writer_free (SheafBookWriter *writer)
{
  if (writer == NULL)
    return;
  g_clear_pointer (&writer->words, g_key_file_unref);
  g_strfreev (writer->accounts);
  sheaf_report_head_free (writer->head);
  g_free (writer->cells);
  sheaf_totals_free (writer->totals);
  g_free (writer);
}

gboolean
sheaf_book_writer_head (SheafBookWriter *writer,
                        GError         **error)
{
  return sheaf_report_sink_head (writer->sink, writer->head, error);
}

char *
sheaf_book_fill_facts (const char        *line,
                       const char *const *facts)
{
  g_autoptr (GString) text = g_string_new (line);

  for (guint i = 0; facts != NULL && facts[i] != NULL; i += 2)
    {
      g_autofree char *key = g_strdup_printf ("{%s}", facts[i]);

      g_string_replace (text, key,
                        facts[i + 1] == NULL || *facts[i + 1] == '\0' ? LEADER : facts[i + 1], 0);
    }
  g_string_replace (text, LEADER " - " LEADER, LEADER, 0); /* neither code nor name */
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A line that begins with a question mark is left out where the first thing it tells is not
 * known. */
static gboolean
knows_fact (const char        *line,
            const char *const *facts)
{
  const char *start = strchr (line, '{');

  for (guint i = 0; start != NULL && facts != NULL && facts[i] != NULL; i += 2)
    if (g_str_has_prefix (start + 1, facts[i]) && start[1 + strlen (facts[i])] == '}')
      return facts[i + 1] != NULL && *facts[i + 1] != '\0';
  return FALSE;
}

gboolean
sheaf_book_writer_section (SheafBookWriter   *writer,
                           const char        *name,
                           const char *const *facts,
                           GPtrArray         *columns,
                           GError           **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (name);
  g_auto (GStrv) fields = sheaf_words_list (writer->words, "fields", writer->language);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; fields[i] != NULL; i++)
    if (*fields[i] != '?' || knows_fact (fields[i], facts))
      g_ptr_array_add (lines, sheaf_book_fill_facts (fields[i] + (*fields[i] == '?'), facts));
  g_ptr_array_add (lines, NULL);
  g_strfreev (section->fields);
  section->fields = (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
  for (guint i = 0; facts != NULL && facts[i] != NULL; i += 2)
    if (g_str_equal (facts[i], "currency"))
      section->currency = g_strdup (facts[i + 1]);
  section->columns = columns == NULL ? NULL : g_ptr_array_ref (columns);
  writer->n_rows = 0;
  return sheaf_report_sink_section (writer->sink, section, error);
}

gboolean
sheaf_book_writer_finish (SheafBookWriter *writer,
                          GError         **error)
{
  return sheaf_report_sink_finish (writer->sink, error);
}

gboolean
sheaf_book_has (const SheafBookWriter *writer,
                SheafBookCell          cell)
{
  return writer->place[cell] >= 0;
}

void
sheaf_book_put_text (SheafBookWriter *writer,
                     SheafBookCell    cell,
                     const char      *text)
{
  if (writer->place[cell] >= 0 && text != NULL && *text != '\0')
    sheaf_cell_set_text (&writer->cells[writer->place[cell]], text);
}

void
sheaf_book_put_number (SheafBookWriter *writer,
                       SheafBookCell    cell,
                       gint64           number)
{
  SheafCell *there = writer->place[cell] >= 0 ? &writer->cells[writer->place[cell]] : NULL;

  if (there == NULL)
    return;
  sheaf_cell_set_number (there, number);
  if (sheaf_book_cell_kind (cell) == SHEAF_CELL_MONEY)
    (void) g_strlcpy (there->currency, writer->units, sizeof there->currency);
}

void
sheaf_book_put_money (SheafBookWriter *writer,
                      SheafBookCell    cell,
                      SheafMoney       money)
{
  sheaf_book_put_number (writer, cell, money.units);
}

void
sheaf_book_put_sum (SheafBookWriter *writer,
                    SheafBookCell    cell,
                    SheafMoney       money,
                    guint            first)
{
  if (writer->place[cell] < 0)
    return;
  sheaf_book_put_money (writer, cell, money);
  writer->cells[writer->place[cell]].sum = TRUE;
  writer->row.sum_from = first;
}

void
sheaf_book_put_day (SheafBookWriter *writer,
                    SheafBookCell    cell,
                    SheafDate        day)
{
  if (writer->place[cell] >= 0)
    sheaf_cell_set_day (&writer->cells[writer->place[cell]], day);
}

void
sheaf_book_put_label (SheafBookWriter *writer,
                      const char      *key)
{
  g_autofree char *crosses = g_strdup_printf ("cross_%s", key);
  g_auto (GStrv) crossed = sheaf_book_options (writer, crosses);
  SheafBookCell place = sheaf_book_has (writer, CELL_DESCRIPTION) ? CELL_DESCRIPTION : CELL_NAME;
  char         *text = sheaf_book_text (writer, key);

  for (guint i = 0; crossed[i] != NULL; i++)
    {
      SheafBookCell cell = sheaf_book_cell_find (crossed[i]);

      if (cell < CELL_LAST && writer->place[cell] >= 0)
        sheaf_cell_cross (&writer->cells[writer->place[cell]]);
    }
  if (text == NULL)
    return;
  sheaf_book_put_text (writer, place, g_intern_string (text)); /* few labels, the same again */
  g_free (text);
}

gboolean
sheaf_book_writer_row (SheafBookWriter   *writer,
                       SheafReportRowKind kind,
                       GError           **error)
{
  gboolean done;

  writer->row.kind = kind;
  writer->row.bold = kind != SHEAF_ROW_KIND_LINE && kind != SHEAF_ROW_KIND_HEADING;
  writer->row.cells = writer->cells;
  done = sheaf_report_sink_row (writer->sink, &writer->row, error);
  memset (writer->cells, 0, writer->head->columns->len * sizeof *writer->cells);
  memset (&writer->row, 0, sizeof writer->row);
  writer->n_rows++;
  return done;
}

gboolean
sheaf_book_writer_heading (SheafBookWriter *writer,
                           const char      *key,
                           GError         **error)
{
  g_autofree char *text = sheaf_book_text (writer, key);

  if (text == NULL || *text == '\0')
    return TRUE;
  sheaf_book_put_label (writer, key);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_HEADING, error);
}

const char *
sheaf_book_account_code (const SheafBookWriter *writer,
                         gint64                 id)
{
  const SheafAccount *account = sheaf_chart_by_id (writer->chart, id);

  return account == NULL || account->hidden ? "" : account->code;
}

void
sheaf_book_put_entry (SheafBookWriter  *writer,
                      const SheafEntry *entry)
{
  sheaf_book_put_day (writer, CELL_DATE, entry->date);
  sheaf_book_put_text (writer, CELL_NUMBER, entry->number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, entry->date);
  sheaf_book_put_text (writer, entry->is_credit ? CELL_NUMBER_OUT : CELL_NUMBER_IN, entry->number);
  sheaf_book_put_text (writer, CELL_DESCRIPTION, entry->description);
  sheaf_book_put_text (writer, CELL_CONTRA, sheaf_book_account_code (writer, entry->contra_id));
  writer->row.voucher_id = entry->voucher_id;
  writer->row.account_id = entry->account_id;
  writer->row.party_id = entry->party_id;
  writer->row.item_id = entry->item_id;
}

char *
sheaf_book_name_account (const char *text,
                         const char *code)
{
  g_autoptr (GString) named = text == NULL ? NULL : g_string_new (text);

  if (named == NULL)
    return NULL;
  g_string_replace (named, "{account}", code, 0);
  return g_string_free (g_steal_pointer (&named), FALSE);
}

gint64
sheaf_book_price (SheafMoney    amount,
                  SheafQuantity quantity)
{
  SheafMoney price;

  if (quantity.thousandths == 0)
    return 0;
  if (quantity.thousandths < 0)
    return sheaf_book_price (sheaf_money_neg (amount), SHEAF_QUANTITY (-quantity.thousandths));
  if (!sheaf_money_try_mul_div (amount, G_GINT64_CONSTANT (1000000000), quantity.thousandths,
                                SHEAF_ROUND_HALF_UP, &price))
    return 0;
  return price.units;
}
