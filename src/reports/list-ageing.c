/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of balances (ledger/due.h) sorted into stretches of days overdue. */
#include "reports/list-ageing.h"

#include "base/i18n.h"
#include "ledger/due.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "reports/ageing-stretches.h"
#include "reports/error.h"
#include "reports/list-head.h"
#include "reports/words.h"

#include <string.h>

/* Columns before those of money, which are the places of a balance's parts. */
enum
{
  ACCOUNT,
  PARTY,
  NAME,
  ITEM,
  DUE,
  DAYS,
  FIRST_PLACE
};

#define MAX_COLUMNS (FIRST_PLACE + SHEAF_AGEING_PLACES_MAX)

typedef struct
{
  SheafBook           *book;
  SheafReportSink     *sink;
  GKeyFile            *words;
  const char          *language;
  SheafDate            on;
  gboolean             by_item;
  SheafAgeingStretches stretches;
  guint                n_columns;
  guint                n_rows;      /* written so far */
  guint                account_row; /* where the lines of the account begin */
  guint                use_row;     /* and those of claims or debts */
  const char          *use;         /* "claims" or "debts" */
} Ageing;

/* One line: money by column, in the direction of the use. */
typedef struct
{
  gint64    account_id;
  gint64    party_id;
  gint64    item_id;
  gint64    sums[MAX_COLUMNS];
  SheafDate due;
} Line;

static void
add_column (SheafReportHead *head,
            Ageing          *ageing,
            const char      *key,
            SheafCellKind    kind,
            guint            weight)
{
  g_autofree char *heading = sheaf_list_word (ageing->words, key, ageing->language);

  sheaf_report_column_add (head->columns, key, NULL, heading, NULL, kind, weight);
}

static void
add_place (SheafReportHead *head,
           Ageing          *ageing,
           guint            place)
{
  gboolean         overdue = place >= SHEAF_AGEING_OVERDUE;
  g_autofree char *group = sheaf_list_word (ageing->words, "overdue", ageing->language);
  g_autofree char *key = sheaf_ageing_stretches_key (&ageing->stretches, place);
  g_autofree char *heading = sheaf_ageing_stretches_heading (&ageing->stretches, place,
                                                             ageing->words, ageing->language);

  sheaf_report_column_add (head->columns, key, overdue ? group : NULL, heading, NULL,
                           SHEAF_CELL_MONEY, place == SHEAF_AGEING_BALANCE ? 6 : 5);
}

static gboolean
write_head (Ageing  *ageing,
            GError **error)
{
  g_autoptr (SheafReportHead) head =
      sheaf_report_words_head (ageing->words, "ageing", ageing->language, ageing->on, ageing->on);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);

  add_column (head, ageing, "account", SHEAF_CELL_TEXT, 3);
  add_column (head, ageing, "party", SHEAF_CELL_TEXT, 4);
  add_column (head, ageing, "name", SHEAF_CELL_TEXT, 9);
  add_column (head, ageing, "item", SHEAF_CELL_TEXT, 4);
  add_column (head, ageing, "due", SHEAF_CELL_DAY, 4);
  add_column (head, ageing, "days", SHEAF_CELL_COUNT, 3);
  for (guint i = 0; i <= SHEAF_AGEING_OVERDUE + ageing->stretches.n_limits; i++)
    add_place (head, ageing, i);
  ageing->n_columns = head->columns->len;
  return sheaf_report_sink_head (ageing->sink, head, error) &&
         sheaf_report_sink_section (ageing->sink, section, error);
}

static gboolean
write_sum (Ageing            *ageing,
           SheafReportRowKind kind,
           const char        *text,
           const gint64      *sums,
           gint64             account_id,
           guint              from,
           GError           **error)
{
  SheafCell      cells[MAX_COLUMNS] = { { 0 } };
  SheafReportRow row = { .kind = kind,
                         .bold = TRUE,
                         .cells = cells,
                         .sum_from = from,
                         .account_id = account_id,
                         .line = sums != NULL ? ageing->use : NULL };

  sheaf_cell_set_text (&cells[NAME], text);
  for (guint c = FIRST_PLACE; sums != NULL && c < ageing->n_columns; c++)
    {
      sheaf_cell_set_number (&cells[c], sums[c]);
      cells[c].sum = TRUE;
    }
  ageing->n_rows++;
  return sheaf_report_sink_row (ageing->sink, &row, error);
}

static gboolean
write_line (Ageing     *ageing,
            const Line *line,
            GError    **error)
{
  const SheafChart *chart = sheaf_chart_get (ageing->book, error);
  g_autoptr (SheafParty) party =
      line->party_id == 0 ? NULL : sheaf_party_load (ageing->book, line->party_id, error);
  g_autofree char *item = sheaf_item_code (ageing->book, line->item_id);
  SheafCell        cells[MAX_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .cells = cells,
                           .account_id = line->account_id,
                           .party_id = line->party_id,
                           .item_id = line->item_id,
                           .line = ageing->use };

  if (chart == NULL || (line->party_id != 0 && party == NULL))
    return FALSE;
  sheaf_cell_set_text (&cells[ACCOUNT], sheaf_chart_by_id (chart, line->account_id)->code);
  sheaf_cell_set_text (&cells[PARTY], party == NULL ? NULL : party->code);
  sheaf_cell_set_text (&cells[NAME], party == NULL ? NULL : party->name);
  sheaf_cell_set_text (&cells[ITEM], item);
  if (!sheaf_date_is_none (line->due))
    sheaf_cell_set_day (&cells[DUE], line->due);
  if (!sheaf_date_is_none (line->due) && line->due.days < ageing->on.days)
    sheaf_cell_set_number (&cells[DAYS], ageing->on.days - line->due.days);
  for (guint c = FIRST_PLACE; c < ageing->n_columns; c++)
    sheaf_cell_set_number (&cells[c], line->sums[c]);
  ageing->n_rows++;
  return sheaf_report_sink_row (ageing->sink, &row, error);
}

static gboolean
is_same_line (const Ageing       *ageing,
              const Line         *line,
              const SheafDuePart *part)
{
  return line->account_id == part->account_id && line->party_id == part->party_id &&
         (!ageing->by_item || line->item_id == part->item_id);
}

static void
add_part (const Ageing       *ageing,
          Line               *line,
          const SheafDuePart *part,
          gboolean            debit)
{
  guint  place = sheaf_ageing_stretches_place (&ageing->stretches, part, debit);
  gint64 amount = debit ? part->amount.units : -part->amount.units;

  line->sums[FIRST_PLACE + place] += amount;
  line->sums[FIRST_PLACE + SHEAF_AGEING_BALANCE] += amount;
  if (place != SHEAF_AGEING_ADVANCE && !sheaf_date_is_none (part->due) &&
      (sheaf_date_is_none (line->due) || sheaf_date_cmp (part->due, line->due) < 0))
    line->due = part->due;
}

static Line *
last_line (GArray *lines)
{
  return lines->len == 0 ? NULL : &g_array_index (lines, Line, lines->len - 1);
}

/* Lines out of parts, which come in the order of account, party, item. */
static GArray *
make_lines (const Ageing *ageing,
            const GArray *parts,
            gboolean      debit)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);
      Line               *last = last_line (lines);

      if (last == NULL || !is_same_line (ageing, last, part))
        {
          Line next = { .account_id = part->account_id,
                        .party_id = part->party_id,
                        .item_id = ageing->by_item ? part->item_id : 0,
                        .due = SHEAF_DATE_NONE };

          g_array_append_val (lines, next);
          last = &g_array_index (lines, Line, lines->len - 1);
        }
      add_part (ageing, last, part, debit);
    }
  return lines;
}

static void
add_sums (gint64       *sums,
          const gint64 *more)
{
  for (guint c = 0; c < MAX_COLUMNS; c++)
    sums[c] += more[c];
}

static gboolean
end_account (Ageing       *ageing,
             gint64        account_id,
             const gint64 *sums,
             GError      **error)
{
  const SheafChart *chart = sheaf_chart_get (ageing->book, NULL);
  g_autofree char  *word = sheaf_list_word (ageing->words, "sum", ageing->language);
  g_autoptr (GString) text = g_string_new (word);

  g_string_replace (text, "{account}", sheaf_chart_by_id (chart, account_id)->code, 0);
  return write_sum (ageing, SHEAF_ROW_KIND_SUBTOTAL, text->str, sums, account_id,
                    ageing->account_row, error);
}

static gboolean
write_lines (Ageing       *ageing,
             const GArray *lines,
             gint64       *total,
             GError      **error)
{
  gint64 sums[MAX_COLUMNS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = i + 1 < lines->len ? &g_array_index (lines, Line, i + 1) : NULL;

      if (i == 0 || g_array_index (lines, Line, i - 1).account_id != line->account_id)
        {
          ageing->account_row = ageing->n_rows;
          memset (sums, 0, sizeof sums);
        }
      add_sums (sums, line->sums);
      add_sums (total, line->sums);
      if (!write_line (ageing, line, error) ||
          ((next == NULL || next->account_id != line->account_id) &&
           !end_account (ageing, line->account_id, sums, error)))
        return FALSE;
    }
  return TRUE;
}

/* Claims or debts; nothing where there are none. */
static gboolean
write_use (Ageing         *ageing,
           SheafDueFilter *filter,
           SheafDueUse     use,
           GError        **error)
{
  gboolean         debit = use == SHEAF_DUE_USE_CLAIM;
  const char      *key = debit ? "claims" : "debts";
  const char      *total_key = debit ? "total_claims" : "total_debts";
  g_autofree char *title = sheaf_list_word (ageing->words, key, ageing->language);
  g_autofree char *total_title = sheaf_list_word (ageing->words, total_key, ageing->language);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) lines = NULL;
  gint64 total[MAX_COLUMNS] = { 0 };

  filter->use = use;
  parts = sheaf_due_parts (ageing->book, filter, error);
  if (parts == NULL || parts->len == 0)
    return parts != NULL;
  lines = make_lines (ageing, parts, debit);
  ageing->use_row = ageing->n_rows;
  ageing->use = key;
  return write_sum (ageing, SHEAF_ROW_KIND_HEADING, title, NULL, 0, 0, error) &&
         write_lines (ageing, lines, total, error) &&
         write_sum (ageing, SHEAF_ROW_KIND_TOTAL, total_title, total, 0, ageing->use_row, error);
}

static gboolean
read_detail (const char *detail,
             gboolean   *ret_by_item,
             GError    **error)
{
  *ret_by_item = g_strcmp0 (detail, "item") == 0;
  if (detail == NULL || *ret_by_item || strcmp (detail, "party") == 0)
    return TRUE;
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
               _ ("“%s” is no detail of this list: take party or item"), detail);
  return FALSE;
}

gboolean
sheaf_list_ageing_write (const SheafReport         *report,
                         SheafBook                 *book,
                         const SheafReportQuestion *question,
                         SheafReportSink           *sink,
                         GError                   **error)
{
  Ageing         ageing = { .book = book,
                            .sink = sink,
                            .language = question->language,
                            .on = sheaf_list_day (question) };
  SheafDueFilter filter = { .on = ageing.on, .across = TRUE };
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, report->code, error);

  ageing.words = words;
  return words != NULL &&
         sheaf_ageing_stretches_parse (question->buckets, ageing.on, &ageing.stretches, error) &&
         read_detail (question->detail, &ageing.by_item, error) &&
         sheaf_list_account (book, question->account, &filter.account_id, error) &&
         sheaf_list_party (book, question->party, &filter.party_id, error) &&
         sheaf_list_item (book, question->item, &filter.item_id, error) &&
         write_head (&ageing, error) && write_use (&ageing, &filter, SHEAF_DUE_USE_CLAIM, error) &&
         write_use (&ageing, &filter, SHEAF_DUE_USE_DEBT, error) &&
         sheaf_report_sink_finish (sink, error);
}
