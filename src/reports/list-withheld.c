/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each person with what was paid and kept back, then the sums by tax. */
#include "reports/list-withheld.h"

#include "distribution/pool.h"
#include "payouts/withheld.h"
#include "reports/list-writer.h"

static const SheafListColumn person_columns[] = {
  { "no", SHEAF_CELL_COUNT, 5 },
  { "member", SHEAF_CELL_TEXT, 8 },
  { "name", SHEAF_CELL_TEXT, 22 },
  { "tax_code", SHEAF_CELL_TEXT, 13 },
  { "id_number", SHEAF_CELL_TEXT, 13 },
  { "kind", SHEAF_CELL_TEXT, 26 },
  { "basis", SHEAF_CELL_TEXT, 18 },
  { "paid", SHEAF_CELL_MONEY, 15 },
  { "rate", SHEAF_CELL_RATE, 7 },
  { "tax", SHEAF_CELL_MONEY, 13 },
  { "days", SHEAF_CELL_TEXT, 14 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn tax_columns[] = {
  { "kind", SHEAF_CELL_TEXT, 60 },
  { "persons", SHEAF_CELL_COUNT, 12 },
  { "paid", SHEAF_CELL_MONEY, 20 },
  { "rate", SHEAF_CELL_RATE, 10 },
  { "tax", SHEAF_CELL_MONEY, 20 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

/* "Income from capital (Art. 52)"; a tax that the words do not know by the law's title. Free with
 * g_free. */
static char *
kind_of (const SheafListWriter   *writer,
         const SheafWithheldLine *line)
{
  g_autofree char *key = g_strconcat ("tax_", line->tax, NULL);
  g_autofree char *known = sheaf_list_text (writer, key, NULL);
  const char      *title = g_str_equal (known, key) && line->title != NULL ? line->title : known;

  return line->article == NULL
             ? g_strdup (title)
             : sheaf_list_text (writer, "kind", "title", title, "article", line->article, NULL);
}

/* Free with g_free. */
static char *
basis_of (const SheafListWriter   *writer,
          const SheafWithheldLine *line)
{
  g_autofree char *key = g_strconcat ("basis_",
                                      line->basis == SHEAF_WITHHELD_OF_CAPITAL
                                          ? "withdrawn"
                                          : sheaf_pool_to_text ((SheafPool) line->basis),
                                      NULL);

  return sheaf_list_text (writer, key, NULL);
}

/* Free with g_free. */
static char *
days_of (const SheafListWriter   *writer,
         const SheafWithheldLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->days->len; i++)
    {
      g_autofree char *day = sheaf_date_format (g_array_index (line->days, SheafDate, i),
                                                writer->language);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", day);
    }
  return g_string_free (text, FALSE);
}

static gboolean
write_line (SheafListWriter         *writer,
            const SheafWithheldLine *line,
            guint                    number,
            GError                 **error)
{
  g_autofree char *kind = kind_of (writer, line);
  g_autofree char *basis = basis_of (writer, line);
  g_autofree char *days = days_of (writer, line);
  SheafCell        cells[G_N_ELEMENTS (person_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .cells = cells, .party_id = line->party_id };

  sheaf_cell_set_number (&cells[0], number);
  sheaf_cell_set_text (&cells[1], line->code);
  sheaf_cell_set_text (&cells[2], line->name);
  sheaf_cell_set_text (&cells[3], line->tax_code);
  sheaf_cell_set_text (&cells[4], line->id_number);
  sheaf_cell_set_text (&cells[5], kind);
  sheaf_cell_set_text (&cells[6], basis);
  sheaf_cell_set_number (&cells[7], line->base.units);
  sheaf_cell_set_number (&cells[8], line->rate.millionths);
  sheaf_cell_set_number (&cells[9], line->amount.units);
  sheaf_cell_set_text (&cells[10], days);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_total (SheafListWriter *writer,
             guint            label,
             guint            paid,
             guint            tax,
             SheafMoney       base,
             SheafMoney       amount,
             GError         **error)
{
  g_autofree char *total = sheaf_list_text (writer, "total", NULL);
  SheafCell        cells[G_N_ELEMENTS (person_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[label], total);
  sheaf_cell_set_number (&cells[paid], base.units);
  sheaf_cell_set_number (&cells[tax], amount.units);
  cells[paid].sum = cells[tax].sum = TRUE;
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static void
add_sums (const GPtrArray *lines,
          const char      *tax,
          SheafMoney      *base,
          SheafMoney      *amount,
          guint           *ret_persons)
{
  gint64 before = 0;

  *ret_persons = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafWithheldLine *line = lines->pdata[i];

      if (tax != NULL && !g_str_equal (line->tax, tax))
        continue;
      *base = sheaf_money_add (*base, line->base);
      *amount = sheaf_money_add (*amount, line->amount);
      /* Lines of a person follow each other. */
      *ret_persons += line->party_id != before;
      before = line->party_id;
    }
}

static gboolean
write_persons (SheafListWriter *writer,
               const GPtrArray *lines,
               GError         **error)
{
  SheafMoney base = SHEAF_MONEY_ZERO, amount = SHEAF_MONEY_ZERO;
  guint      persons;

  if (!sheaf_list_section (writer, "persons", NULL, person_columns, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!write_line (writer, lines->pdata[i], i + 1, error))
      return FALSE;
  add_sums (lines, NULL, &base, &amount, &persons);
  return lines->len == 0 || write_total (writer, 2, 7, 9, base, amount, error);
}

static gboolean
write_tax (SheafListWriter         *writer,
           const GPtrArray         *lines,
           const SheafWithheldLine *first,
           GError                 **error)
{
  g_autofree char *kind = kind_of (writer, first);
  SheafCell        cells[G_N_ELEMENTS (tax_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .cells = cells };
  SheafMoney       base = SHEAF_MONEY_ZERO, amount = SHEAF_MONEY_ZERO;
  guint            persons;

  add_sums (lines, first->tax, &base, &amount, &persons);
  sheaf_cell_set_text (&cells[0], kind);
  sheaf_cell_set_number (&cells[1], persons);
  sheaf_cell_set_number (&cells[2], base.units);
  sheaf_cell_set_number (&cells[3], first->rate.millionths);
  sheaf_cell_set_number (&cells[4], amount.units);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_taxes (SheafListWriter *writer,
             const GPtrArray *lines,
             GError         **error)
{
  g_autofree char *title = sheaf_list_text (writer, "title_taxes", NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  SheafMoney base = SHEAF_MONEY_ZERO, amount = SHEAF_MONEY_ZERO;
  guint      persons;

  if (lines->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "taxes", title, tax_columns, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafWithheldLine *line = lines->pdata[i];

      if (g_hash_table_add (told, line->tax) && !write_tax (writer, lines, line, error))
        return FALSE;
    }
  add_sums (lines, NULL, &base, &amount, &persons);
  return write_total (writer, 0, 2, 4, base, amount, error);
}

gboolean
sheaf_list_withheld_write (const SheafReport         *report,
                           SheafBook                 *book,
                           const SheafReportQuestion *question,
                           SheafReportSink           *sink,
                           GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  SheafDate from, until;
  int       year;

  if (!sheaf_list_year (book, question, &year, error))
    return FALSE;
  from = sheaf_date_new (year, 1, 1);
  until = sheaf_date_new (year, 12, 31);
  lines = sheaf_withheld_list (book, from, until, error);
  if (lines == NULL || !sheaf_list_writer_init (&writer, book, report->code, question, sink, from,
                                                until, error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "persons", person_columns);
  if (lines->len == 0)
    {
      g_autofree char *nothing = sheaf_list_text (&writer, "nothing", NULL);

      sheaf_list_warn (&writer, nothing);
    }
  return sheaf_report_sink_head (sink, writer.head, error) &&
         write_persons (&writer, lines, error) && write_taxes (&writer, lines, error) &&
         sheaf_report_sink_finish (sink, error);
}
