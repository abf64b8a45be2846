/* SPDX-License-Identifier: GPL-3.0-or-later */
/* S20-HTX, "Sổ theo dõi thuế giá trị gia tăng" (Circular 71/2024, Appendix III; direct method):
 * what fell due and what was paid, from the rows of the tax account, so that it always closes at
 * that account's balance. Where the invoices of a voucher make up its tax, each has its line. */
#include "ledger/vat-private.h"
#include "ledger/vat-sql.h"
#include "store/query.h"

static void
free_line (gpointer data)
{
  SheafVatBookLine *line = data;

  g_free (line->number);
  g_free (line->description);
  g_free (line);
}

void
sheaf_vat_book_free (SheafVatBook *vat_book)
{
  if (vat_book == NULL)
    return;
  g_ptr_array_unref (vat_book->lines);
  g_free (vat_book);
}

/* A row of the tax account. */
typedef struct
{
  gint64    voucher_id;
  gint64    original_id; /* the voucher that a reversal reverses, else itself */
  gboolean  reversal;
  char     *number;
  SheafDate date;
  char     *description;
  gint64    debit;
  gint64    credit;
} TaxRow;

static void
free_row (gpointer data)
{
  TaxRow *row = data;

  g_free (row->number);
  g_free (row->description);
  g_free (row);
}

typedef struct
{
  SheafBook    *book;
  SheafVatBook *vat_book;
  SheafDate     from;
  SheafDate     to;
  GPtrArray    *rows;
} Load;

static gboolean
add_rows (const SheafAccount *account,
          gpointer            data,
          GError            **error)
{
  Load *load = data;
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (load->book), VAT_BOOK_ROWS,
                       SHEAF_ARGS (SHEAF_INT (account->id), SHEAF_DAY (load->from),
                                   SHEAF_DAY (load->to)),
                       error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      TaxRow *row = g_new0 (TaxRow, 1);

      row->voucher_id = sheaf_query_int (query, 1);
      row->number = g_strdup (sheaf_query_text (query, 2));
      row->date = sheaf_query_date (query, 3);
      row->description = g_strdup (sheaf_query_text (query, 4));
      row->debit = sheaf_query_int (query, 5);
      row->credit = sheaf_query_int (query, 6);
      row->original_id = sheaf_query_int (query, 7);
      row->reversal = sheaf_query_int (query, 8) != 0;
      g_ptr_array_add (load->rows, row);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
add_opening (const SheafAccount *account,
             gpointer            data,
             GError            **error)
{
  Load  *load = data;
  gint64 sum;

  if (!sheaf_store_get_int (sheaf_book_store (load->book), VAT_BALANCE,
                            SHEAF_ARGS (SHEAF_INT (account->id), SHEAF_DAY (load->from)), &sum,
                            error))
    return FALSE;
  load->vat_book->opening = sheaf_money_add (load->vat_book->opening, SHEAF_MONEY (sum));
  return TRUE;
}

/* Vouchers in the order of days, their rows together. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TaxRow *left = *(TaxRow *const *) a;
  const TaxRow *right = *(TaxRow *const *) b;
  int           days = sheaf_date_cmp (left->date, right->date);

  if (days != 0 || left->voucher_id == right->voucher_id)
    return days;
  return left->voucher_id < right->voucher_id ? -1 : 1;
}

static SheafVatBookLine *
add_line (SheafVatBook *vat_book,
          const TaxRow *row,
          const char   *number,
          SheafDate     date)
{
  SheafVatBookLine *line = g_new0 (SheafVatBookLine, 1);

  line->number = g_strdup (number);
  line->date = date;
  line->description = g_strdup (row->description);
  line->voucher_id = row->voucher_id;
  g_ptr_array_add (vat_book->lines, line);
  return line;
}

/* TRUE when the tax of the voucher's issued invoices is what its rows let fall due. */
static gboolean
explains (const GPtrArray *invoices,
          gint64           due)
{
  gint64   sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < invoices->len; i++)
    {
      const SheafInvoice *invoice = invoices->pdata[i];

      if (invoice->direction != SHEAF_INVOICE_OUT)
        continue;
      sum += invoice->vat.units;
      any = TRUE;
    }
  return any && sum == due;
}

/* The rows [first, end) are of one voucher. */
static gboolean
add_voucher (Load    *load,
             guint    first,
             guint    end,
             GError **error)
{
  const TaxRow *head = load->rows->pdata[first];
  gint64        due = 0;
  gboolean      explained;
  g_autoptr (GPtrArray) invoices = sheaf_invoice_list_of (load->book, head->original_id, error);

  if (invoices == NULL)
    return FALSE;
  for (guint i = first; i < end; i++)
    due += ((const TaxRow *) load->rows->pdata[i])->credit;
  explained = explains (invoices, head->reversal ? -due : due);
  for (guint i = 0; explained && i < invoices->len; i++)
    {
      const SheafInvoice *invoice = invoices->pdata[i];

      if (invoice->direction == SHEAF_INVOICE_OUT)
        add_line (load->vat_book, head, invoice->number, invoice->date)->payable =
            head->reversal ? sheaf_money_neg (invoice->vat) : invoice->vat;
    }
  for (guint i = first; i < end; i++)
    {
      const TaxRow *row = load->rows->pdata[i];

      if (row->debit == 0 && explained)
        continue;
      if (row->debit != 0)
        add_line (load->vat_book, row, row->number, row->date)->paid = SHEAF_MONEY (row->debit);
      if (row->credit != 0 && !explained)
        add_line (load->vat_book, row, row->number, row->date)->payable =
            SHEAF_MONEY (row->credit);
    }
  return TRUE;
}

static gboolean
add_lines (Load    *load,
           GError **error)
{
  guint end;

  g_ptr_array_sort (load->rows, compare_rows);
  for (guint first = 0; first < load->rows->len; first = end)
    {
      const TaxRow *head = load->rows->pdata[first];

      for (end = first + 1; end < load->rows->len; end++)
        if (((const TaxRow *) load->rows->pdata[end])->voucher_id != head->voucher_id)
          break;
      if (!add_voucher (load, first, end, error))
        return FALSE;
    }
  return TRUE;
}

SheafVatBook *
sheaf_vat_book_load (SheafBook *book,
                     SheafDate  from,
                     SheafDate  to,
                     GError   **error)
{
  g_autoptr (SheafVatBook) vat_book = g_new0 (SheafVatBook, 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  Load load = { book, vat_book, from, to, rows };

  vat_book->lines = g_ptr_array_new_with_free_func (free_line);
  if (!sheaf_vat_accounts_walk (book, "vat-output", add_opening, &load, error) ||
      !sheaf_vat_accounts_walk (book, "vat-output", add_rows, &load, error) ||
      !add_lines (&load, error))
    return NULL;
  for (guint i = 0; i < vat_book->lines->len; i++)
    {
      const SheafVatBookLine *line = vat_book->lines->pdata[i];

      vat_book->paid = sheaf_money_add (vat_book->paid, line->paid);
      vat_book->payable = sheaf_money_add (vat_book->payable, line->payable);
    }
  vat_book->closing = sheaf_money_sub (sheaf_money_add (vat_book->opening, vat_book->payable),
                                       vat_book->paid);
  return g_steal_pointer (&vat_book);
}
