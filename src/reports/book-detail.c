/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detailed books: what an account took and gave, with whom and for what, line by line, between what
 * stood before and what stands after. S04a, S04b, S05, S12–S15, S19, S25, S29, S30, S32. */
#include "reports/book-private.h"

typedef struct
{
  SheafBookWriter      *writer;
  const SheafBookSheet *sheet;
  gboolean              credit_side; /* a single balance column shows what stands in credit */
  gboolean              daily;       /* the balance stands at the end of each day only */
  gboolean              begun;
  guint                 first; /* the first line's row */
  SheafMoney            balance;
  gint64                foreign;
  SheafMoney            debit, credit;
  gint64                foreign_debit, foreign_credit;
  guint                 opening_row, total_row;
} Detail;

/* On the side on which it stands; zero on the form's own side. */
static void
put_two (SheafBookWriter *writer,
         SheafBookCell    debit,
         SheafBookCell    credit,
         gint64           amount,
         gboolean         credit_side)
{
  if (amount > 0 || (amount == 0 && !credit_side))
    sheaf_book_put_number (writer, debit, amount);
  else
    sheaf_book_put_number (writer, credit, -amount);
}

static void
put_balance (Detail *detail)
{
  SheafBookWriter *writer = detail->writer;
  gint64           amount = detail->balance.units;

  sheaf_book_put_number (writer, CELL_BALANCE, detail->credit_side ? -amount : amount);
  put_two (writer, CELL_BALANCE_DEBIT, CELL_BALANCE_CREDIT, amount, detail->credit_side);
  put_two (writer, CELL_FOREIGN_BALANCE_DEBIT, CELL_FOREIGN_BALANCE_CREDIT, detail->foreign,
           detail->credit_side);
}

/* Before and after: where the form has no columns for balances they stand with the amounts. */
static void
put_standing (Detail *detail)
{
  put_balance (detail);
  if (!sheaf_book_has (detail->writer, CELL_BALANCE) &&
      !sheaf_book_has (detail->writer, CELL_BALANCE_DEBIT))
    put_two (detail->writer, CELL_DEBIT, CELL_CREDIT, detail->balance.units, detail->credit_side);
}

static gboolean
begin (Detail  *detail,
       GError **error)
{
  SheafBookWriter *writer = detail->writer;

  detail->begun = TRUE;
  if (!sheaf_book_sheet_begin (writer, detail->sheet, NULL, error))
    return FALSE;
  detail->opening_row = writer->n_rows;
  sheaf_book_put_label (writer, "opening");
  put_standing (detail);
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error) ||
      !sheaf_book_writer_heading (writer, "movements", error))
    return FALSE;
  detail->first = writer->n_rows;
  return TRUE;
}

static void
put_amounts (Detail           *detail,
             const SheafEntry *entry)
{
  SheafBookWriter *writer = detail->writer;

  sheaf_book_put_money (writer, entry->is_credit ? CELL_CREDIT : CELL_DEBIT, entry->amount);
  if (*entry->currency == '\0')
    return;
  sheaf_book_put_number (writer, entry->is_credit ? CELL_FOREIGN_CREDIT : CELL_FOREIGN_DEBIT,
                         entry->foreign);
  if (entry->rate != 0)
    sheaf_book_put_number (writer, CELL_RATE, entry->rate);
}

static void
count (Detail           *detail,
       const SheafEntry *entry)
{
  if (entry->is_credit)
    {
      detail->credit = sheaf_money_add (detail->credit, entry->amount);
      detail->foreign_credit += entry->foreign;
      detail->balance = sheaf_money_sub (detail->balance, entry->amount);
      detail->foreign -= entry->foreign;
      return;
    }
  detail->debit = sheaf_money_add (detail->debit, entry->amount);
  detail->foreign_debit += entry->foreign;
  detail->balance = sheaf_money_add (detail->balance, entry->amount);
  detail->foreign += entry->foreign;
}

/* The day on which a line falls due: its own, or its item's. */
static void
put_due (SheafBookWriter  *writer,
         const SheafEntry *entry)
{
  const SheafItem *item;

  sheaf_book_put_day (writer, CELL_DUE, entry->due);
  if (!sheaf_date_is_none (entry->due) || entry->item_id == 0 ||
      !sheaf_book_has (writer, CELL_DUE))
    return;
  item = sheaf_item_get (writer->book, entry->item_id, NULL);
  if (item != NULL)
    sheaf_book_put_day (writer, CELL_DUE, item->due);
}

static gboolean
write_line (Detail           *detail,
            const SheafEntry *entry,
            gboolean          with_balance,
            GError          **error)
{
  SheafBookWriter *writer = detail->writer;

  count (detail, entry);
  sheaf_book_put_entry (writer, entry);
  put_due (writer, entry);
  put_amounts (detail, entry);
  if (with_balance)
    put_balance (detail);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

/* An entry whose texts last: it waits until it is known whether the day goes on. */
typedef struct
{
  SheafEntry entry;
  char      *description, *number;
} Waiting;

static void
keep (Waiting          *waiting,
      const SheafEntry *entry)
{
  g_free (waiting->description);
  g_free (waiting->number);
  waiting->entry = *entry;
  waiting->entry.description = waiting->description = g_strdup (entry->description);
  waiting->entry.number = waiting->number = g_strdup (entry->number);
  waiting->entry.currency = *entry->currency == '\0' ? "" : g_intern_string (entry->currency);
}

static gboolean
write_daily (Detail       *detail,
             SheafEntries *entries,
             GError      **error)
{
  Waiting    waiting = { 0 };
  SheafEntry entry;
  gboolean   done = TRUE, any = FALSE;

  while (done && sheaf_entries_next (entries, &entry))
    {
      done = any ? write_line (detail, &waiting.entry,
                               waiting.entry.date.days != entry.date.days, error)
                 : detail->begun || begin (detail, error);
      any = TRUE;
      keep (&waiting, &entry);
    }
  if (done && any)
    done = write_line (detail, &waiting.entry, TRUE, error);
  g_free (waiting.description);
  g_free (waiting.number);
  return done && sheaf_entries_finish (entries, error);
}

static gboolean
write_lines (Detail       *detail,
             SheafEntries *entries,
             GError      **error)
{
  SheafEntry entry;

  while (sheaf_entries_next (entries, &entry))
    if ((!detail->begun && !begin (detail, error)) || !write_line (detail, &entry, TRUE, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

static void
put_sums (Detail *detail)
{
  SheafBookWriter *writer = detail->writer;

  sheaf_book_put_sum (writer, CELL_DEBIT, detail->debit, detail->first);
  sheaf_book_put_sum (writer, CELL_CREDIT, detail->credit, detail->first);
  sheaf_book_put_sum (writer, CELL_FOREIGN_DEBIT, SHEAF_MONEY (detail->foreign_debit),
                      detail->first);
  sheaf_book_put_sum (writer, CELL_FOREIGN_CREDIT, SHEAF_MONEY (detail->foreign_credit),
                      detail->first);
}

/* closing = opening + debit − credit, as live terms for sheets of cells. */
static guint
fill_terms (Detail        *detail,
            SheafCellTerm *terms,
            gboolean       as_credit)
{
  const int *place = detail->writer->place;
  int        sign = as_credit ? -1 : 1;
  guint      n = 0;

  if (place[CELL_BALANCE] >= 0)
    terms[n++] = (SheafCellTerm){ 1, detail->opening_row, (guint) place[CELL_BALANCE] };
  else
    {
      gboolean apart = place[CELL_BALANCE_DEBIT] >= 0;
      int      debit = place[apart ? CELL_BALANCE_DEBIT : CELL_DEBIT];
      int      credit = place[apart ? CELL_BALANCE_CREDIT : CELL_CREDIT];

      terms[n++] = (SheafCellTerm){ sign, detail->opening_row, (guint) debit };
      terms[n++] = (SheafCellTerm){ -sign, detail->opening_row, (guint) credit };
    }
  terms[n++] = (SheafCellTerm){ sign, detail->total_row, (guint) place[CELL_DEBIT] };
  terms[n++] = (SheafCellTerm){ -sign, detail->total_row, (guint) place[CELL_CREDIT] };
  return n;
}

static void
put_closing_terms (Detail        *detail,
                   SheafCellTerm *terms)
{
  SheafBookWriter    *writer = detail->writer;
  const SheafBookCell cells[] = { CELL_BALANCE, CELL_BALANCE_DEBIT, CELL_BALANCE_CREDIT };

  if (writer->place[CELL_DEBIT] < 0 || writer->place[CELL_CREDIT] < 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      SheafCell *cell =
          writer->place[cells[i]] < 0 ? NULL : &writer->cells[writer->place[cells[i]]];

      if (cell == NULL || cell->state != SHEAF_CELL_FILLED)
        continue;
      cell->n_terms = fill_terms (detail, terms,
                                  cells[i] == CELL_BALANCE ? detail->credit_side
                                                           : cells[i] == CELL_BALANCE_CREDIT);
      cell->terms = terms;
    }
}

static gboolean
end (Detail  *detail,
     GError **error)
{
  SheafBookWriter *writer = detail->writer;
  SheafCellTerm    terms[4];

  detail->total_row = writer->n_rows;
  put_sums (detail);
  sheaf_book_put_label (writer, "total");
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error))
    return FALSE;
  sheaf_book_put_label (writer, "closing");
  put_standing (detail);
  put_closing_terms (detail, terms);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}

static gboolean
write_sheet (SheafBookWriter      *writer,
             const SheafBookSheet *sheet,
             guint                *n_sheets,
             GError              **error)
{
  g_autofree char *side = sheaf_book_option (writer, "side");
  Detail           detail = { .writer = writer,
                              .sheet = sheet,
                              .credit_side = g_strcmp0 (side, "credit") == 0,
                              .daily = sheaf_book_flag (writer, "daily"),
                              .balance = sheet->before,
                              .foreign = sheet->foreign };
  g_autoptr (SheafEntries) entries = sheaf_book_sheet_entries (writer, sheet, error);

  if (entries == NULL)
    return FALSE;
  if ((sheet->wanted || sheet->before.units != 0 || sheet->foreign != 0) && !begin (&detail, error))
    return FALSE;
  if (!(detail.daily ? write_daily : write_lines) (&detail, entries, error))
    return FALSE;
  *n_sheets += detail.begun;
  return !detail.begun || end (&detail, error);
}

gboolean
sheaf_book_write_detail (SheafBookWriter *writer,
                         GError         **error)
{
  g_autoptr (GPtrArray) sheets = sheaf_book_sheets (writer, error);
  guint n_sheets = 0;

  if (sheets == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    if (!write_sheet (writer, sheets->pdata[i], &n_sheets, error))
      return FALSE;
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}
