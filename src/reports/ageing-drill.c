/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same parts as the list adds up, one after the other. */
#include "reports/ageing-drill.h"

#include "ledger/entry.h"
#include "ledger/party.h"
#include "reports/ageing-stretches.h"
#include "reports/list-head.h"
#include "reports/words.h"

enum
{
  ACCOUNT,
  PARTY,
  DAY,
  NUMBER,
  DESCRIPTION,
  DUE,
  DAYS,
  AMOUNT,
  N_CELLS,
};

typedef struct
{
  SheafBook              *book;
  const SheafAgeingDrill *drill;
  SheafReportSink        *sink;
  const SheafChart       *chart;
  GKeyFile               *words;
  const char             *language;
  SheafAgeingStretches    stretches;
  guint                   place;
  gboolean                debit;
  gint64                  total;
} Drill;

static gboolean
write_head (const Drill *self,
            GError     **error)
{
  static const SheafListColumn columns[] = {
    { "account", SHEAF_CELL_TEXT, 3 },
    { "party", SHEAF_CELL_TEXT, 4 },
    { "arose", SHEAF_CELL_DAY, 4 },
    { "number", SHEAF_CELL_TEXT, 5 },
    { "text", SHEAF_CELL_TEXT, 14 },
    { "due", SHEAF_CELL_DAY, 4 },
    { "late", SHEAF_CELL_COUNT, 3 },
    { "left", SHEAF_CELL_MONEY, 6 },
  };
  static const char *const keys[] = { "account", "party", "date", "number",
                                      "description", "due", "days", "amount" };
  g_autoptr (SheafReportHead) head =
      sheaf_report_words_head (self->words, "ageing-rows", self->language, self->drill->on,
                               self->drill->on);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);
  g_autofree char *heading = sheaf_ageing_stretches_heading (&self->stretches, self->place,
                                                             self->words, self->language);

  g_free (head->title);
  head->title = sheaf_list_fill (self->words, self->language, "rows_title", "{column}", heading);
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *text = sheaf_list_word (self->words, columns[i].key, self->language);

      sheaf_report_column_add (head->columns, keys[i], NULL, text, NULL, columns[i].kind,
                               columns[i].weight);
    }
  return sheaf_report_sink_head (self->sink, head, error) &&
         sheaf_report_sink_section (self->sink, section, error);
}

static gboolean
write_part (Drill              *self,
            const SheafDuePart *part,
            GError            **error)
{
  gint64               amount = self->debit ? part->amount.units : -part->amount.units;
  SheafCell            cells[N_CELLS] = { { 0 } };
  const SheafReportRow row = { .cells = cells,
                               .voucher_id = part->voucher_id,
                               .account_id = part->account_id,
                               .party_id = part->party_id,
                               .item_id = part->item_id };
  g_autoptr (SheafParty) party =
      part->party_id == 0 ? NULL : sheaf_party_load (self->book, part->party_id, error);
  g_autofree char *number = NULL;
  g_autofree char *description = NULL;

  if ((part->party_id != 0 && party == NULL) ||
      !sheaf_entry_row_words (self->book, part->row_id, &number, &description, error))
    return FALSE;
  sheaf_cell_set_text (&cells[ACCOUNT], sheaf_chart_by_id (self->chart, part->account_id)->code);
  sheaf_cell_set_text (&cells[PARTY], party != NULL ? party->code : NULL);
  if (!sheaf_date_is_none (part->arose))
    sheaf_cell_set_day (&cells[DAY], part->arose);
  sheaf_cell_set_text (&cells[NUMBER], number);
  sheaf_cell_set_text (&cells[DESCRIPTION], description);
  if (!sheaf_date_is_none (part->due))
    sheaf_cell_set_day (&cells[DUE], part->due);
  if (!sheaf_date_is_none (part->due) && part->due.days < self->drill->on.days)
    sheaf_cell_set_number (&cells[DAYS], self->drill->on.days - part->due.days);
  sheaf_cell_set_number (&cells[AMOUNT], amount);
  self->total += amount;
  return sheaf_report_sink_row (self->sink, &row, error);
}

static gboolean
write_parts (Drill        *self,
             const GArray *parts,
             GError      **error)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);
      guint               place = sheaf_ageing_stretches_place (&self->stretches, part,
                                                                self->debit);

      if ((self->place == SHEAF_AGEING_BALANCE || self->place == place) &&
          !write_part (self, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_total (const Drill *self,
             GError     **error)
{
  g_autofree char *text = sheaf_list_word (self->words, "rows_total", self->language);
  SheafCell        cells[N_CELLS] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[DESCRIPTION], text);
  sheaf_cell_set_number (&cells[AMOUNT], self->total);
  cells[AMOUNT].sum = TRUE;
  return sheaf_report_sink_row (self->sink, &row, error) &&
         sheaf_report_sink_finish (self->sink, error);
}

gboolean
sheaf_ageing_drill_write (SheafBook              *book,
                          const SheafAgeingDrill *drill,
                          SheafReportSink        *sink,
                          GError                **error)
{
  const SheafDueFilter filter = { .on = drill->on,
                                  .use = drill->use,
                                  .account_id = drill->account_id,
                                  .party_id = drill->party_id,
                                  .item_id = drill->item_id,
                                  .across = TRUE };
  Drill                self = { .book = book,
                                .drill = drill,
                                .sink = sink,
                                .chart = sheaf_chart_get (book, error),
                                .language = drill->language != NULL ? drill->language : "vi",
                                .debit = drill->use == SHEAF_DUE_USE_CLAIM };
  g_autoptr (GKeyFile) words = NULL;
  g_autoptr (GArray) parts = NULL;

  if (self.chart == NULL ||
      !sheaf_ageing_stretches_parse (drill->buckets, drill->on, &self.stretches, error) ||
      !sheaf_ageing_stretches_find (&self.stretches, drill->column, &self.place, error))
    return FALSE;
  words = self.words = sheaf_report_words_load (book, "ageing", error);
  parts = words == NULL ? NULL : sheaf_due_parts (book, &filter, error);
  return parts != NULL && write_head (&self, error) && write_parts (&self, parts, error) &&
         write_total (&self, error);
}
