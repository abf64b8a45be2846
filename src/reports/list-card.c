/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the card, and what its parts share. */
#include "reports/list-card.h"

#include "base/i18n.h"
#include "reports/error.h"
#include "reports/list-card-private.h"
#include "statements/words.h"

gboolean
sheaf_card_section (SheafCardPaper        *paper,
                    const char            *name,
                    const SheafListColumn *columns,
                    GError               **error)
{
  g_autofree char *year = g_strdup_printf ("%d", paper->year);
  g_autofree char *key = g_strdup_printf ("section-%s", name);
  g_autofree char *title = sheaf_list_text (&paper->writer, key, "year", year, NULL);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (name);

  section->title = g_steal_pointer (&title);
  section->columns = sheaf_list_columns (&paper->writer, name, columns);
  section->bars = g_str_equal (name, "years");
  for (guint i = 0; i < section->columns->len; i++)
    {
      SheafReportColumn *column = section->columns->pdata[i];

      column->running = g_str_equal (column->key, "committed") ||
                        g_str_equal (column->key, "paid_in");
    }
  return sheaf_report_sink_section (paper->writer.sink, section, error);
}

gboolean
sheaf_card_row (SheafCardPaper    *paper,
                SheafReportRowKind kind,
                SheafCell         *cells,
                GError           **error)
{
  SheafReportRow row = { .kind = kind,
                         .bold = kind == SHEAF_ROW_KIND_TOTAL || kind == SHEAF_ROW_KIND_CLOSING,
                         .cells = cells,
                         .party_id = paper->card->party_id };

  return sheaf_report_sink_row (paper->writer.sink, &row, error);
}

gboolean
sheaf_card_total (SheafCardPaper *paper,
                  guint           text_column,
                  const gint64   *sums,
                  const int      *columns,
                  GError        **error)
{
  g_autofree char *text = sheaf_list_text (&paper->writer, "total", NULL);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_text (&cells[text_column], text);
  for (; *columns >= 0; columns++)
    {
      sheaf_cell_set_number (&cells[*columns], sums[*columns]);
      cells[*columns].sum = TRUE;
    }
  return sheaf_card_row (paper, SHEAF_ROW_KIND_TOTAL, cells, error);
}

char *
sheaf_card_word (const SheafCardPaper *paper,
                 const char           *prefix,
                 const char           *value)
{
  g_autofree char *key = g_strdup_printf ("%s-%s", prefix, value != NULL ? value : "");
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  text = sheaf_words_text (paper->writer.words, key, paper->writer.language);
  return text != NULL ? g_steal_pointer (&text) : g_strdup (value);
}

char *
sheaf_card_join (const char *sign,
                 ...)
{
  GString    *joined = g_string_new (NULL);
  const char *text;
  va_list     args;

  va_start (args, sign);
  for (int i = 0; i < 4; i++)
    {
      text = va_arg (args, const char *);
      if (text == NULL)
        break;
      if (*text != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? sign : "", text);
    }
  va_end (args);
  return g_string_free (joined, FALSE);
}

char *
sheaf_card_day_text (const SheafCardPaper *paper,
                     const char           *key,
                     SheafDate             day)
{
  g_autofree char *text = sheaf_date_format (day, paper->writer.language);

  return sheaf_date_is_none (day) ? g_strdup ("")
                                  : sheaf_list_text (&paper->writer, key, "day", text, NULL);
}

static gint64
find_member (SheafBook  *book,
             const char *code,
             GError    **error)
{
  gint64 id = code != NULL ? sheaf_member_find (book, code) : 0;

  if (id == 0 && code == NULL)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("the member’s card is of one member: give the member’s code"));
  else if (id == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("nobody of the code %s was ever a member: correct the code"), code);
  return id;
}

/* "Nguyễn Văn A – mã TV001" under the title. */
static void
name_member (SheafCardPaper *paper)
{
  char **lines = paper->writer.head->subtitles;

  for (; *lines != NULL; lines++)
    {
      GString *line = g_string_new (*lines);

      g_string_replace (line, "{name}", paper->card->member->name, 0);
      g_string_replace (line, "{code}", paper->card->member->code, 0);
      g_free (*lines);
      *lines = g_string_free (line, FALSE);
    }
}

gboolean
sheaf_list_card_write (const SheafReport         *report,
                       SheafBook                 *book,
                       const SheafReportQuestion *question,
                       SheafReportSink           *sink,
                       GError                   **error)
{
  SheafDate on = sheaf_list_day (question);
  gint64    id = find_member (book, question->party, error);
  g_autoptr (SheafCard) card = id != 0 ? sheaf_card_load (book, id, on, error) : NULL;
  SheafCardPaper paper = { .card = card };
  gboolean       done;

  if (card == NULL)
    return FALSE;
  paper.year = question->year != 0 ? question->year : sheaf_date_year (on);
  done = sheaf_list_writer_init (&paper.writer, book, report->code, question, sink, on, on, error);
  if (done)
    {
      name_member (&paper);
      g_ptr_array_unref (paper.writer.head->columns);
      paper.writer.head->columns = sheaf_report_columns_new ();
      done = sheaf_report_sink_head (sink, paper.writer.head, error) &&
             sheaf_card_write_facts (&paper, error) && sheaf_card_write_summary (&paper, error) &&
             sheaf_card_write_events (&paper, error) && sheaf_card_write_papers (&paper, error) &&
             sheaf_card_write_trade (&paper, error) && sheaf_card_write_rows (&paper, error) &&
             sheaf_card_write_money (&paper, error) && sheaf_report_sink_finish (sink, error);
    }
  sheaf_list_writer_clear (&paper.writer);
  return done;
}

char *
sheaf_list_card_withheld (const SheafReport *report G_GNUC_UNUSED,
                          SheafBook                *book)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, NULL); /* an error says it elsewhere */

  return members == NULL || members->len > 0
             ? NULL
             : g_strdup (_ ("Nobody is in the register of members yet: enter members first"));
}
