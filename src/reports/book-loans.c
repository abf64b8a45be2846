/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internal lending: what each member owes and pays, loan by loan (S24), all loans together (S27),
 * and members' deposits of the old law in the same shape (S26). */
#include "ledger/merge.h"
#include "ledger/party.h"
#include "reports/book-private.h"

typedef struct
{
  SheafBookSheet *sheet;               /* party, item; the account is the group */
  SheafMoney      principal, interest; /* before; debit positive */
  SheafMoney      lent, repaid, interest_added, interest_down;
  SheafMoney      overdue, overdue_interest; /* at the end, once written */
} Loan;

typedef struct
{
  SheafBookWriter    *writer;
  const SheafAccount *group;
  char              **interests;
  GPtrArray          *loans; /* of Loan */
  GHashTable         *found; /* by party and item */
} Loans;

static void
free_loan (gpointer data)
{
  Loan *loan = data;

  g_free (loan->sheet->party_code);
  g_free (loan->sheet->party_name);
  g_free (loan->sheet->item_code);
  g_free (loan->sheet);
  g_free (loan);
}

static guint
loan_hash (gconstpointer key)
{
  const SheafBookSheet *sheet = ((const Loan *) key)->sheet;

  return (guint) (sheet->party_id * 1009 + sheet->item_id * 65537);
}

static gboolean
loan_equal (gconstpointer a,
            gconstpointer b)
{
  const SheafBookSheet *x = ((const Loan *) a)->sheet, *y = ((const Loan *) b)->sheet;

  return x->party_id == y->party_id && x->item_id == y->item_id;
}

static Loan *
take_loan (Loans *loans,
           gint64 party_id,
           gint64 item_id)
{
  SheafBookSheet sheet = { .account = loans->group, .party_id = party_id, .item_id = item_id };
  Loan           key = { .sheet = &sheet };
  Loan          *loan = g_hash_table_lookup (loans->found, &key);

  if (loan != NULL)
    return loan;
  loan = g_new0 (Loan, 1);
  loan->sheet = g_memdup2 (&sheet, sizeof sheet);
  g_ptr_array_add (loans->loans, loan);
  g_hash_table_add (loans->found, loan);
  return loan;
}

static gboolean
take_before (Loans              *loans,
             const SheafAccount *account,
             GError            **error)
{
  SheafBookWriter *writer = loans->writer;
  gboolean         interest = sheaf_book_is_under (writer, account->id, loans->interests);
  g_autoptr (GPtrArray) sheets =
      sheaf_entry_sheets (writer->book, account->id, writer->from, writer->to, error);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const SheafEntrySheet *one = sheets->pdata[i];
      Loan                  *loan = take_loan (loans, one->party_id, one->item_id);
      SheafMoney            *before = interest ? &loan->interest : &loan->principal;

      *before = sheaf_money_add (*before, one->before);
    }
  return sheets != NULL;
}

static void
count (Loans            *loans,
       const SheafEntry *entry)
{
  Loan       *loan = take_loan (loans, entry->party_id, entry->item_id);
  gboolean    interest = sheaf_book_is_under (loans->writer, entry->account_id, loans->interests);
  SheafMoney *sum;

  if (interest)
    sum = entry->is_credit ? &loan->interest_down : &loan->interest_added;
  else
    sum = entry->is_credit ? &loan->repaid : &loan->lent;
  *sum = sheaf_money_add (*sum, entry->amount);
}

static gboolean
name_loan (SheafBook *book,
           Loan      *loan,
           GError   **error)
{
  SheafBookSheet *sheet = loan->sheet;
  g_autoptr (SheafParty)
      party = sheet->party_id == 0 ? NULL : sheaf_party_load (book, sheet->party_id, error);

  if (sheet->party_id != 0 && party == NULL)
    return FALSE;
  if (party != NULL)
    {
      sheet->party_code = g_strdup (party->code);
      sheet->party_name = g_strdup (party->name);
    }
  sheet->item_code = sheaf_item_code (book, sheet->item_id);
  return TRUE;
}

static int
compare_loans (gconstpointer a,
               gconstpointer b)
{
  const SheafBookSheet *x = (*(Loan *const *) a)->sheet, *y = (*(Loan *const *) b)->sheet;
  int                   order = g_strcmp0 (x->party_code, y->party_code);

  return order == 0 ? g_strcmp0 (x->item_code, y->item_code) : order;
}

static gboolean
load_loans (Loans   *loans,
            GError **error)
{
  SheafBookWriter *writer = loans->writer;
  gint64           party_id, item_id;

  if (!sheaf_book_question_ids (writer, &party_id, &item_id, error))
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (writer->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (writer->chart, i);

      if (account->postable && sheaf_chart_is_under (writer->chart, account, loans->group) &&
          !take_before (loans, account, error))
        return FALSE;
    }
  for (guint i = loans->loans->len; i-- > 0;)
    {
      Loan *loan = loans->loans->pdata[i];

      if ((party_id == 0 || loan->sheet->party_id == party_id) &&
          (item_id == 0 || loan->sheet->item_id == item_id))
        {
          if (!name_loan (writer->book, loan, error))
            return FALSE;
          continue;
        }
      g_hash_table_remove (loans->found, loan);
      g_ptr_array_remove_index (loans->loans, i);
    }
  g_ptr_array_sort (loans->loans, compare_loans);
  return TRUE;
}

static void
put_terms (SheafBookWriter *writer,
           gint64           item_id)
{
  const SheafItem *item = item_id == 0 ? NULL : sheaf_item_get (writer->book, item_id, NULL);

  if (item == NULL)
    return;
  sheaf_book_put_day (writer, CELL_DUE, item->due);
  if (item->rate >= 0)
    sheaf_book_put_number (writer, CELL_INTEREST, item->rate);
  if (!sheaf_date_is_none (item->since) && !sheaf_date_is_none (item->due) &&
      sheaf_book_has (writer, CELL_TERM))
    {
      g_autofree char *term = g_strdup_printf ("%d", item->due.days - item->since.days);

      sheaf_book_put_text (writer, CELL_TERM, g_intern_string (term));
    }
}

/* Money that came in: what is written off or set against something else was not received. */
static gboolean
is_received (const SheafBookWriter *writer,
             const SheafEntry      *entry)
{
  const SheafAccount *contra = sheaf_chart_by_id (writer->chart, entry->contra_id);

  return entry->is_credit && contra != NULL &&
         (contra->book == SHEAF_ACCOUNT_BOOK_CASH || contra->book == SHEAF_ACCOUNT_BOOK_BANK);
}

typedef struct
{
  SheafMoney received, principal, interest, interest_paid;
  guint      first;
} LoanSums;

static gboolean
write_loan_line (Loans            *loans,
                 const SheafEntry *entry,
                 LoanSums         *sums,
                 GError          **error)
{
  SheafBookWriter *writer = loans->writer;
  gboolean         interest = sheaf_book_is_under (writer, entry->account_id, loans->interests);
  SheafMoney       change = entry->is_credit ? sheaf_money_neg (entry->amount) : entry->amount;
  SheafMoney      *sum = interest ? &sums->interest : &sums->principal;

  *sum = sheaf_money_add (*sum, change);
  sheaf_book_put_entry (writer, entry);
  put_terms (writer, entry->item_id);
  sheaf_book_put_money (writer, interest ? CELL_INTEREST_DUE : CELL_PRINCIPAL, change);
  if (is_received (writer, entry))
    {
      sums->received = sheaf_money_add (sums->received, entry->amount);
      sheaf_book_put_money (writer, CELL_RECEIVED, entry->amount);
    }
  if (is_received (writer, entry) && interest)
    {
      sums->interest_paid = sheaf_money_add (sums->interest_paid, entry->amount);
      sheaf_book_put_money (writer, CELL_INTEREST_PAID, entry->amount);
    }
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_loan_lines (Loans      *loans,
                  const Loan *loan,
                  LoanSums   *sums,
                  GError    **error)
{
  g_autoptr (SheafEntries) entries = sheaf_book_sheet_entries (loans->writer, loan->sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!write_loan_line (loans, &entry, sums, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

static gboolean
write_standing (SheafBookWriter   *writer,
                const char        *label,
                SheafReportRowKind kind,
                SheafMoney         principal,
                SheafMoney         interest,
                GError           **error)
{
  sheaf_book_put_label (writer, label);
  sheaf_book_put_money (writer, CELL_PRINCIPAL, principal);
  sheaf_book_put_money (writer, CELL_INTEREST_DUE, interest);
  return sheaf_book_writer_row (writer, kind, error);
}

static gboolean
write_loan (Loans      *loans,
            const Loan *loan,
            GError    **error)
{
  SheafBookWriter *writer = loans->writer;
  LoanSums         sums = { 0 };

  if (!sheaf_book_sheet_begin (writer, loan->sheet, NULL, error) ||
      !write_standing (writer, "opening", SHEAF_ROW_KIND_OPENING, loan->principal, loan->interest,
                       error) ||
      !sheaf_book_writer_heading (writer, "movements", error))
    return FALSE;
  sums.first = writer->n_rows;
  if (!write_loan_lines (loans, loan, &sums, error))
    return FALSE;
  sheaf_book_put_sum (writer, CELL_RECEIVED, sums.received, sums.first);
  sheaf_book_put_sum (writer, CELL_PRINCIPAL, sums.principal, sums.first);
  sheaf_book_put_sum (writer, CELL_INTEREST_DUE, sums.interest, sums.first);
  sheaf_book_put_sum (writer, CELL_INTEREST_PAID, sums.interest_paid, sums.first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error) &&
         write_standing (writer, "closing", SHEAF_ROW_KIND_CLOSING,
                         sheaf_money_add (loan->principal, sums.principal),
                         sheaf_money_add (loan->interest, sums.interest), error);
}

typedef gboolean (*WriteLoans) (Loans   *loans,
                                GError **error);

static gboolean
write_each (Loans   *loans,
            GError **error)
{
  for (guint i = 0; i < loans->loans->len; i++)
    if (!write_loan (loans, loans->loans->pdata[i], error))
      return FALSE;
  return loans->loans->len > 0 || sheaf_book_writer_empty (loans->writer, error);
}

/* Sums of the days for all loans: one walk over the group's entries. */
static gboolean
count_all (Loans   *loans,
           GError **error)
{
  SheafBookWriter       *writer = loans->writer;
  const SheafEntryFilter filter = { .account_id = loans->group->id,
                                    .from = writer->from,
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (writer->book, &filter, error);
  guint      n_loans = loans->loans->len;
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    {
      count (loans, &entry);
      if (loans->loans->len == n_loans)
        continue;
      g_hash_table_remove (loans->found, loans->loans->pdata[n_loans]); /* not asked for */
      g_ptr_array_remove_index (loans->loans, n_loans);
    }
  return sheaf_entries_finish (entries, error);
}

static void
put_overdue (SheafBookWriter *writer,
             Loan            *loan,
             const SheafItem *item,
             SheafMoney       principal,
             SheafMoney       interest)
{
  if (item == NULL || sheaf_date_is_none (item->due) ||
      sheaf_date_cmp (item->due, writer->to) >= 0 ||
      (principal.units == 0 && interest.units == 0))
    return;
  loan->overdue = principal;
  loan->overdue_interest = interest;
  sheaf_book_put_money (writer, CELL_OVERDUE, principal);
  sheaf_book_put_money (writer, CELL_OVERDUE_INTEREST, interest);
  sheaf_book_put_number (writer, CELL_DAYS_LATE, writer->to.days - item->due.days);
}

/* Deposits stand in credit: what is lent and repaid there is paid in and drawn. */
static gboolean
write_loan_sum (Loans   *loans,
                Loan    *loan,
                gboolean deposits,
                GError **error)
{
  SheafBookWriter *writer = loans->writer;
  gint64           sign = deposits ? -1 : 1;
  const SheafItem *item =
      loan->sheet->item_id == 0 ? NULL : sheaf_item_get (writer->book, loan->sheet->item_id, NULL);
  SheafMoney up = deposits ? loan->repaid : loan->lent;
  SheafMoney down = deposits ? loan->lent : loan->repaid;
  SheafMoney before = SHEAF_MONEY (sign * loan->principal.units);
  SheafMoney after = sheaf_money_sub (sheaf_money_add (before, up), down);
  SheafMoney interest =
      sheaf_money_sub (sheaf_money_add (loan->interest, loan->interest_added), loan->interest_down);

  sheaf_book_put_day (writer, CELL_DATE, item == NULL ? SHEAF_DATE_NONE : item->since);
  sheaf_book_put_text (writer, CELL_NAME, loan->sheet->party_name);
  sheaf_book_put_text (writer, CELL_CODE,
                       item != NULL && item->document != NULL && *item->document != '\0'
                           ? item->document
                           : loan->sheet->item_code);
  put_terms (writer, loan->sheet->item_id);
  sheaf_book_put_money (writer, CELL_OPENING, before);
  sheaf_book_put_money (writer, CELL_LENT, up);
  sheaf_book_put_money (writer, CELL_PRINCIPAL, down);
  sheaf_book_put_money (writer, CELL_INTEREST_PAID,
                        deposits ? loan->interest_added : loan->interest_down);
  sheaf_book_put_money (writer, CELL_CLOSING, after);
  if (!deposits)
    put_overdue (writer, loan, item, after, interest);
  writer->row.account_id = loans->group->id;
  writer->row.party_id = loan->sheet->party_id;
  writer->row.item_id = loan->sheet->item_id;
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

/* The form prints no row of sums for loans; one for deposits. All the same one is added up where
 * the words have a label for it. */
static gboolean
write_sum_row (Loans   *loans,
               gboolean deposits,
               GError **error)
{
  SheafBookWriter *writer = loans->writer;
  gint64           sign = deposits ? -1 : 1;
  SheafMoney       opening = SHEAF_MONEY_ZERO, up = SHEAF_MONEY_ZERO, down = SHEAF_MONEY_ZERO,
             interest = SHEAF_MONEY_ZERO, overdue = SHEAF_MONEY_ZERO, late = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < loans->loans->len; i++)
    {
      const Loan *loan = loans->loans->pdata[i];

      opening = sheaf_money_add (opening, SHEAF_MONEY (sign * loan->principal.units));
      up = sheaf_money_add (up, deposits ? loan->repaid : loan->lent);
      down = sheaf_money_add (down, deposits ? loan->lent : loan->repaid);
      interest = sheaf_money_add (interest,
                                  deposits ? loan->interest_added : loan->interest_down);
      overdue = sheaf_money_add (overdue, loan->overdue);
      late = sheaf_money_add (late, loan->overdue_interest);
    }
  sheaf_book_put_sum (writer, CELL_OPENING, opening, 0);
  sheaf_book_put_sum (writer, CELL_LENT, up, 0);
  sheaf_book_put_sum (writer, CELL_PRINCIPAL, down, 0);
  sheaf_book_put_sum (writer, CELL_INTEREST_PAID, interest, 0);
  sheaf_book_put_sum (writer, CELL_OVERDUE, overdue, 0);
  sheaf_book_put_sum (writer, CELL_OVERDUE_INTEREST, late, 0);
  sheaf_book_put_sum (writer, CELL_CLOSING, sheaf_money_sub (sheaf_money_add (opening, up), down),
                      0);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}

static gboolean
write_sums (Loans   *loans,
            GError **error)
{
  gboolean deposits = sheaf_book_flag (loans->writer, "deposits");

  if (!count_all (loans, error) || !sheaf_book_writer_empty (loans->writer, error))
    return FALSE;
  for (guint i = 0; i < loans->loans->len; i++)
    if (!write_loan_sum (loans, loans->loans->pdata[i], deposits, error))
      return FALSE;
  return write_sum_row (loans, deposits, error);
}

static gboolean
write_loans (SheafBookWriter *writer,
             WriteLoans       write,
             GError         **error)
{
  g_auto (GStrv) interests = sheaf_book_options (writer, "interest");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_loan);
  g_autoptr (GHashTable) found = g_hash_table_new (loan_hash, loan_equal);
  Loans loans = { .writer = writer, .interests = interests, .loans = list, .found = found };

  if (!sheaf_book_writer_head (writer, error))
    return FALSE;
  loans.group = writer->accounts[0] == NULL
                    ? NULL
                    : sheaf_chart_by_code (writer->chart, writer->accounts[0]);
  if (loans.group == NULL)
    return sheaf_book_writer_empty (writer, error);
  return load_loans (&loans, error) && write (&loans, error);
}

gboolean
sheaf_book_write_loans (SheafBookWriter *writer,
                        GError         **error)
{
  return write_loans (writer, write_each, error);
}

gboolean
sheaf_book_write_loan_sums (SheafBookWriter *writer,
                            GError         **error)
{
  return write_loans (writer, write_sums, error);
}
