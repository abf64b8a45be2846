/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goods by account and product: the detailed book in quantity and money (S06), the store keeper's
 * card in quantities alone (S08), the table of all products (S07). */
#include "base/i18n.h"
#include "reports/book-private.h"
#include "trade/product.h"

typedef struct
{
  SheafQuantity in, out;
  SheafMoney    amount_in, amount_out;
} Moves;

typedef struct
{
  SheafBookWriter      *writer;
  const SheafBookSheet *sheet;
  gboolean              begun;
  int                   month; /* under way, year × 100 + month; 0: none yet */
  guint                 first, first_of_month;
  gint64                seq;
  Moves                 all, of_month;
  SheafQuantity         left;
  SheafMoney            amount_left;
} Stock;

static void
add (Moves            *moves,
     const SheafEntry *entry)
{
  if (entry->is_credit)
    {
      moves->out.thousandths += entry->quantity.thousandths;
      moves->amount_out = sheaf_money_add (moves->amount_out, entry->amount);
      return;
    }
  moves->in.thousandths += entry->quantity.thousandths;
  moves->amount_in = sheaf_money_add (moves->amount_in, entry->amount);
}

static void
put_left (Stock *stock)
{
  sheaf_book_put_number (stock->writer, CELL_QUANTITY_LEFT, stock->left.thousandths);
  sheaf_book_put_money (stock->writer, CELL_AMOUNT_LEFT, stock->amount_left);
}

static gboolean
begin (Stock   *stock,
       GError **error)
{
  SheafBookWriter *writer = stock->writer;

  stock->begun = TRUE;
  if (!sheaf_book_sheet_begin (writer, stock->sheet, NULL, error))
    return FALSE;
  sheaf_book_put_label (writer, "opening");
  put_left (stock);
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error))
    return FALSE;
  stock->first = writer->n_rows;
  return TRUE;
}

static void
put_moves (Stock       *stock,
           const Moves *moves,
           guint        first)
{
  SheafBookWriter *writer = stock->writer;

  sheaf_book_put_sum (writer, CELL_QUANTITY_IN, SHEAF_MONEY (moves->in.thousandths), first);
  sheaf_book_put_sum (writer, CELL_AMOUNT_IN, moves->amount_in, first);
  sheaf_book_put_sum (writer, CELL_QUANTITY_OUT, SHEAF_MONEY (moves->out.thousandths), first);
  sheaf_book_put_sum (writer, CELL_AMOUNT_OUT, moves->amount_out, first);
  put_left (stock);
}

static gboolean
end_month (Stock   *stock,
           GError **error)
{
  g_autofree char *label = sheaf_book_text (stock->writer, "month_total");

  if (stock->month == 0 || label == NULL)
    return TRUE;
  put_moves (stock, &stock->of_month, stock->first_of_month);
  sheaf_book_put_label (stock->writer, "month_total");
  return sheaf_book_writer_row (stock->writer, SHEAF_ROW_KIND_SUBTOTAL, error);
}

static gboolean
begin_month (Stock   *stock,
             int      month,
             GError **error)
{
  if (month == stock->month)
    return TRUE;
  if (!end_month (stock, error))
    return FALSE;
  stock->month = month;
  stock->of_month = (Moves){ { 0 }, { 0 }, { 0 }, { 0 } };
  stock->first_of_month = stock->writer->n_rows;
  return TRUE;
}

static gboolean
write_line (Stock            *stock,
            const SheafEntry *entry,
            GError          **error)
{
  SheafBookWriter *writer = stock->writer;
  int              sign = entry->is_credit ? -1 : 1;

  if ((!stock->begun && !begin (stock, error)) ||
      !begin_month (stock, sheaf_date_year_month (entry->date), error))
    return FALSE;
  add (&stock->all, entry);
  add (&stock->of_month, entry);
  stock->left.thousandths += sign * entry->quantity.thousandths;
  stock->amount_left = sheaf_money_add (stock->amount_left,
                                        SHEAF_MONEY (sign * entry->amount.units));
  sheaf_book_put_entry (writer, entry);
  sheaf_book_put_number (writer, CELL_SEQ, ++stock->seq);
  sheaf_book_put_day (writer, CELL_MOVED, entry->date);
  if (entry->quantity.thousandths != 0)
    {
      sheaf_book_put_number (writer, CELL_PRICE, sheaf_book_price (entry->amount, entry->quantity));
      sheaf_book_put_number (writer, entry->is_credit ? CELL_QUANTITY_OUT : CELL_QUANTITY_IN,
                             entry->quantity.thousandths);
    }
  sheaf_book_put_money (writer, entry->is_credit ? CELL_AMOUNT_OUT : CELL_AMOUNT_IN, entry->amount);
  put_left (stock);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_lines (Stock   *stock,
             GError **error)
{
  g_autoptr (SheafEntries)
      entries = sheaf_book_sheet_entries (stock->writer, stock->sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!write_line (stock, &entry, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

static gboolean
write_sheet (SheafBookWriter      *writer,
             const SheafBookSheet *sheet,
             guint                *n_sheets,
             GError              **error)
{
  Stock stock = { .writer = writer,
                  .sheet = sheet,
                  .left = sheet->quantity,
                  .amount_left = sheet->before };

  /* A keeper's card counts goods: rows without a product have no card. */
  if (sheaf_book_flag (writer, "goods_only") && (sheet->product == NULL || *sheet->product == '\0'))
    return TRUE;
  if ((sheet->wanted || sheet->before.units != 0 || sheet->quantity.thousandths != 0) &&
      !begin (&stock, error))
    return FALSE;
  if (!write_lines (&stock, error))
    return FALSE;
  if (!stock.begun)
    return TRUE;
  (*n_sheets)++;
  if (!end_month (&stock, error))
    return FALSE;
  put_moves (&stock, &stock.all, stock.first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}

gboolean
sheaf_book_write_stock (SheafBookWriter *writer,
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

/* What moved by product: one walk over the account's entries. */
static gboolean
sum_products (SheafBookWriter    *writer,
              const SheafAccount *account,
              GHashTable         *products,
              GError            **error)
{
  const SheafEntryFilter filter = { .account_id = account->id,
                                    .from = writer->from,
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (writer->book, &filter, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    {
      Moves *moves = g_hash_table_lookup (products, entry.product);

      if (moves == NULL)
        {
          moves = g_new0 (Moves, 1);
          g_hash_table_insert (products, g_strdup (entry.product), moves);
        }
      add (moves, &entry);
    }
  return sheaf_entries_finish (entries, error);
}

typedef struct
{
  gint64     seq;
  guint      first;
  SheafMoney opening, in, out, closing;
} Sums;

static gboolean
write_product (SheafBookWriter      *writer,
               const SheafBookSheet *sheet,
               const Moves          *moves,
               Sums                 *sums,
               GError              **error)
{
  static const Moves none;
  const Moves       *moved = moves != NULL ? moves : &none;
  gint64             id = sheaf_product_find (writer->book, sheet->product);
  g_autoptr (SheafProduct)
      product = id == 0 ? NULL : sheaf_product_load (writer->book, id, NULL);
  g_autofree char *unnamed = sheaf_book_text (writer, "no_product");
  SheafMoney       closing = sheaf_money_sub (sheaf_money_add (sheet->before, moved->amount_in),
                                              moved->amount_out);

  if (sheet->before.units == 0 && moves == NULL)
    return TRUE;
  sums->opening = sheaf_money_add (sums->opening, sheet->before);
  sums->in = sheaf_money_add (sums->in, moved->amount_in);
  sums->out = sheaf_money_add (sums->out, moved->amount_out);
  sums->closing = sheaf_money_add (sums->closing, closing);
  sheaf_book_put_number (writer, CELL_SEQ, ++sums->seq);
  sheaf_book_put_text (writer, CELL_NAME,
                       product != NULL           ? product->name
                       : *sheet->product != '\0' ? sheet->product
                                                 : unnamed);
  sheaf_book_put_money (writer, CELL_OPENING, sheet->before);
  sheaf_book_put_money (writer, CELL_AMOUNT_IN, moved->amount_in);
  sheaf_book_put_money (writer, CELL_AMOUNT_OUT, moved->amount_out);
  sheaf_book_put_money (writer, CELL_CLOSING, closing);
  writer->row.account_id = sheet->account->id;
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_table (SheafBookWriter    *writer,
             const GPtrArray    *sheets,
             const SheafAccount *account,
             guint              *n_tables,
             GError            **error)
{
  const SheafBookSheet head = { .account = account };
  g_autoptr (GHashTable) products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Sums     sums = { 0 };
  gboolean any;

  if (!sum_products (writer, account, products, error))
    return FALSE;
  any = g_hash_table_size (products) > 0;
  for (guint i = 0; i < sheets->len; i++)
    any |= ((SheafBookSheet *) sheets->pdata[i])->account == account &&
           ((SheafBookSheet *) sheets->pdata[i])->before.units != 0;
  if (!any)
    return TRUE;
  (*n_tables)++;
  if (!sheaf_book_sheet_begin (writer, &head, NULL, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const SheafBookSheet *sheet = sheets->pdata[i];

      if (sheet->account == account &&
          !write_product (writer, sheet, g_hash_table_lookup (products, sheet->product), &sums,
                          error))
        return FALSE;
    }
  sheaf_book_put_sum (writer, CELL_OPENING, sums.opening, sums.first);
  sheaf_book_put_sum (writer, CELL_AMOUNT_IN, sums.in, sums.first);
  sheaf_book_put_sum (writer, CELL_AMOUNT_OUT, sums.out, sums.first);
  sheaf_book_put_sum (writer, CELL_CLOSING, sums.closing, sums.first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}

gboolean
sheaf_book_write_stock_sums (SheafBookWriter *writer,
                             GError         **error)
{
  g_autoptr (GPtrArray) accounts = sheaf_book_accounts (writer, FALSE, error);
  g_autoptr (GPtrArray) sheets = accounts == NULL ? NULL : sheaf_book_sheets (writer, error);
  guint n_tables = 0;

  if (sheets == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    if (!write_table (writer, sheets, accounts->pdata[i], &n_tables, error))
      return FALSE;
  return n_tables > 0 || sheaf_book_writer_empty (writer, error);
}
