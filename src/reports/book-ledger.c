/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of the journal method (sổ cái, S03b): a sheet an account; each month its movements,
 * their sum, the balance, and the sum since the start of the quarter. */
#include "reports/book-lines.h"
#include "reports/book-private.h"

typedef struct
{
  SheafMoney debit;
  SheafMoney credit;
} Turnover;

typedef struct
{
  SheafBookWriter      *writer;
  const SheafBookSheet *sheet;
  const SheafBookLines *lines;
  gboolean              begun;
  SheafMoney            balance;
  int                   month;   /* under way, year × 100 + month; 0: none yet */
  int                   quarter; /* that of_quarter sums */
  guint                 first;   /* the month's first line */
  Turnover              of_month, of_quarter, of_year;
} Account;

static void
add_turnover (Turnover  *turnover,
              gboolean   is_credit,
              SheafMoney amount)
{
  SheafMoney *side = is_credit ? &turnover->credit : &turnover->debit;

  *side = sheaf_money_add (*side, amount);
}

static void
put_balance (SheafBookWriter *writer,
             SheafMoney       balance)
{
  if (balance.units < 0)
    sheaf_book_put_number (writer, CELL_CREDIT, -balance.units);
  else
    sheaf_book_put_number (writer, CELL_DEBIT, balance.units);
}

static gboolean
begin (Account *account,
       GError **error)
{
  SheafBookWriter *writer = account->writer;

  account->begun = TRUE;
  if (!sheaf_book_sheet_begin (writer, account->sheet, NULL, error))
    return FALSE;
  sheaf_book_put_label (writer, sheaf_date_month (writer->from) == 1 &&
                                        sheaf_date_day (writer->from) == 1
                                    ? "opening"
                                    : "opening_period");
  put_balance (writer, account->balance);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error);
}

static gboolean
write_turnover (Account        *account,
                const char     *label,
                const Turnover *turnover,
                int             first, /* of the lines that it sums; below 0: not all are here */
                GError        **error)
{
  SheafBookWriter *writer = account->writer;
  g_autofree char *text = sheaf_book_text (writer, label);

  if (text == NULL)
    return TRUE;
  sheaf_book_put_money (writer, CELL_DEBIT, turnover->debit);
  sheaf_book_put_money (writer, CELL_CREDIT, turnover->credit);
  if (first >= 0)
    {
      sheaf_book_put_sum (writer, CELL_DEBIT, turnover->debit, (guint) first);
      sheaf_book_put_sum (writer, CELL_CREDIT, turnover->credit, (guint) first);
    }
  sheaf_book_put_label (writer, label);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_SUBTOTAL, error);
}

static gboolean
end_month (Account *account,
           GError **error)
{
  SheafBookWriter *writer = account->writer;

  if (account->month == 0)
    return TRUE;
  if (!write_turnover (account, "month_total", &account->of_month, (int) account->first, error))
    return FALSE;
  sheaf_book_put_label (writer, "month_closing");
  put_balance (writer, account->balance);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error) &&
         write_turnover (account, "quarter_total", &account->of_quarter, -1, error);
}

static int
quarter_of (int month)
{
  return month / 100 * 4 + (month % 100 - 1) / 3;
}

static gboolean
begin_month (Account *account,
             int      month,
             GError **error)
{
  if (!end_month (account, error))
    return FALSE;
  if (account->quarter != quarter_of (month))
    account->of_quarter = (Turnover){ SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };
  account->of_month = (Turnover){ SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };
  account->month = month;
  account->quarter = quarter_of (month);
  if (!sheaf_book_writer_heading (account->writer, "movements", error))
    return FALSE;
  account->first = account->writer->n_rows;
  return TRUE;
}

static gboolean
write_line (Account          *account,
            const SheafEntry *entry,
            GError          **error)
{
  SheafBookWriter *writer = account->writer;
  guint            line = sheaf_book_lines_find (account->lines, entry->row_id);
  int              month = sheaf_date_year_month (entry->date);

  if ((!account->begun && !begin (account, error)) ||
      (month != account->month && !begin_month (account, month, error)))
    return FALSE;
  add_turnover (&account->of_month, entry->is_credit, entry->amount);
  add_turnover (&account->of_quarter, entry->is_credit, entry->amount);
  add_turnover (&account->of_year, entry->is_credit, entry->amount);
  account->balance = entry->is_credit ? sheaf_money_sub (account->balance, entry->amount)
                                      : sheaf_money_add (account->balance, entry->amount);
  sheaf_book_put_entry (writer, entry);
  if (line != 0)
    sheaf_book_put_number (writer, CELL_LINE, line + (entry->is_credit ? 1 : 0));
  sheaf_book_put_money (writer, entry->is_credit ? CELL_CREDIT : CELL_DEBIT, entry->amount);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_lines (Account *account,
             GError **error)
{
  g_autoptr (SheafEntries)
      entries = sheaf_book_sheet_entries (account->writer, account->sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!write_line (account, &entry, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

/* What the account took and gave from the start of quarter or year to the day before the first. */
static gboolean
add_earlier (Account  *account,
             Turnover *turnover,
             SheafDate start,
             GError  **error)
{
  SheafBookWriter *writer = account->writer;
  g_autoptr (SheafTotals) totals = NULL;

  if (sheaf_date_cmp (start, writer->from) >= 0)
    return TRUE;
  totals = sheaf_totals_load_pairs (writer->book, start, sheaf_date_add_days (writer->from, -1),
                                    error);
  for (guint i = 0; totals != NULL && i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (writer->chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (writer->chart, pair->credit_id);

      if (debit != NULL && sheaf_chart_is_under (writer->chart, debit, account->sheet->account))
        add_turnover (turnover, FALSE, pair->period);
      if (credit != NULL && sheaf_chart_is_under (writer->chart, credit, account->sheet->account))
        add_turnover (turnover, TRUE, pair->period);
    }
  return totals != NULL;
}

static gboolean
write_account (SheafBookWriter      *writer,
               const SheafBookSheet *sheet,
               const SheafBookLines *lines,
               guint                *n_sheets,
               GError              **error)
{
  Account account = { .writer = writer,
                      .sheet = sheet,
                      .lines = lines,
                      .balance = sheet->before,
                      .quarter = quarter_of (sheaf_date_year_month (writer->from)) };
  int     month = sheaf_date_month (writer->from);
  int     year = sheaf_date_year (writer->from);

  if (!add_earlier (&account, &account.of_quarter,
                    sheaf_date_new (year, (month - 1) / 3 * 3 + 1, 1), error) ||
      !add_earlier (&account, &account.of_year, sheaf_book_year_start (writer->book, year), error))
    return FALSE;
  if (((sheet->before.units != 0 || writer->question->account != NULL) &&
       !begin (&account, error)) ||
      !write_lines (&account, error))
    return FALSE;
  if (!account.begun)
    return TRUE;
  (*n_sheets)++;
  if (account.month != 0)
    return end_month (&account, error) &&
           write_turnover (&account, "year_total", &account.of_year, -1, error);
  sheaf_book_put_label (writer, "closing"); /* nothing moved */
  put_balance (writer, account.balance);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}

gboolean
sheaf_book_write_ledger (SheafBookWriter *writer,
                         GError         **error)
{
  g_autoptr (GPtrArray) sheets = sheaf_book_sheets (writer, error);
  g_autoptr (SheafBookLines)
      lines = sheets == NULL ? NULL : sheaf_book_lines_new (writer->book, writer->to, error);
  guint n_sheets = 0;

  if (lines == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    if (!write_account (writer, sheets->pdata[i], lines, &n_sheets, error))
      return FALSE;
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}
