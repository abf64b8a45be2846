/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sales by product (S16): revenue, what is deducted from it, and what the goods cost; with people
 * outside and with members apart, as their accounts are. */
#include "reports/book-private.h"

#include <string.h>

typedef struct
{
  SheafBookWriter    *writer;
  const SheafAccount *revenue;   /* the group of the sheet */
  const SheafAccount *cost;      /* its cost; NULL: none */
  const SheafAccount *deduction; /* discounts and returns, told apart by scope; NULL: none */
  char              **taxes;
  gboolean            begun;
  guint               first;
  SheafQuantity       quantity;
  SheafMoney          amount, tax, reduced, goods;
} Sales;

static gboolean
begin (Sales      *sales,
       const char *product,
       GError    **error)
{
  const SheafBookSheet sheet = { .account = sales->revenue, .product = (char *) product };

  sales->begun = TRUE;
  if (!sheaf_book_sheet_begin (sales->writer, &sheet, NULL, error))
    return FALSE;
  sales->first = sales->writer->n_rows;
  return TRUE;
}

/* A sale; a debit takes tax or a reduction off it; a row of the deductions' account likewise. */
static void
put_amounts (Sales            *sales,
             const SheafEntry *entry,
             gboolean          deduction)
{
  SheafBookWriter *writer = sales->writer;

  if (!deduction && entry->is_credit)
    {
      sales->amount = sheaf_money_add (sales->amount, entry->amount);
      sheaf_book_put_money (writer, CELL_AMOUNT, entry->amount);
      if (entry->quantity.thousandths == 0)
        return;
      sales->quantity.thousandths += entry->quantity.thousandths;
      sheaf_book_put_number (writer, CELL_QUANTITY, entry->quantity.thousandths);
      sheaf_book_put_number (writer, CELL_PRICE, sheaf_book_price (entry->amount, entry->quantity));
      return;
    }
  if (!deduction && sheaf_book_is_under (writer, entry->contra_id, sales->taxes))
    {
      sales->tax = sheaf_money_add (sales->tax, entry->amount);
      sheaf_book_put_money (writer, CELL_TAX, entry->amount);
      return;
    }
  {
    SheafMoney amount =
        deduction && entry->is_credit ? sheaf_money_neg (entry->amount) : entry->amount;

    sales->reduced = sheaf_money_add (sales->reduced, amount);
    sheaf_book_put_money (writer, CELL_DEDUCTION, amount);
  }
}

static gboolean
write_entries (Sales              *sales,
               const SheafAccount *account,
               const char         *product,
               GError            **error)
{
  SheafBookWriter       *writer = sales->writer;
  gboolean               deduction = account == sales->deduction;
  const SheafEntryFilter filter = { .account_id = account->id,
                                    .from = writer->from,
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = SHEAF_ENTRY_ANY,
                                    .product = product };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (writer->book, &filter, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    {
      if (entry.layer !=
              SHEAF_LAYER_ORDINARY || /* the year-end carries sums over, it sells nothing */
          (deduction && (gint) entry.scope != (gint) sales->revenue->scope))
        continue;
      if (!sales->begun && !begin (sales, product, error))
        return FALSE;
      sheaf_book_put_entry (writer, &entry);
      put_amounts (sales, &entry, deduction);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error))
        return FALSE;
    }
  return sheaf_entries_finish (entries, error);
}

static gboolean
sum_cost (Sales      *sales,
          const char *product,
          GError    **error)
{
  SheafBookWriter       *writer = sales->writer;
  const SheafEntryFilter filter = { .account_id = sales->cost == NULL ? 0 : sales->cost->id,
                                    .from = writer->from,
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = SHEAF_ENTRY_ANY,
                                    .product = product };
  g_autoptr (SheafEntries) entries = NULL;
  SheafEntry entry;

  if (sales->cost == NULL)
    return TRUE;
  entries = sheaf_entries_open (writer->book, &filter, error);
  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (entry.layer == SHEAF_LAYER_ORDINARY)
      sales->goods = entry.is_credit ? sheaf_money_sub (sales->goods, entry.amount)
                                     : sheaf_money_add (sales->goods, entry.amount);
  return sheaf_entries_finish (entries, error);
}

static gboolean
write_figure (Sales      *sales,
              const char *label,
              SheafMoney  amount,
              GError    **error)
{
  sheaf_book_put_label (sales->writer, label);
  sheaf_book_put_money (sales->writer, CELL_AMOUNT, amount);
  return sheaf_book_writer_row (sales->writer, SHEAF_ROW_KIND_SUBTOTAL, error);
}

static gboolean
end (Sales   *sales,
     GError **error)
{
  SheafBookWriter *writer = sales->writer;
  SheafMoney       net =
      sheaf_money_sub (sheaf_money_sub (sales->amount, sales->tax), sales->reduced);

  if (sales->quantity.thousandths != 0)
    sheaf_book_put_sum (writer, CELL_QUANTITY, SHEAF_MONEY (sales->quantity.thousandths),
                        sales->first);
  sheaf_book_put_sum (writer, CELL_AMOUNT, sales->amount, sales->first);
  sheaf_book_put_sum (writer, CELL_TAX, sales->tax, sales->first);
  sheaf_book_put_sum (writer, CELL_DEDUCTION, sales->reduced, sales->first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error) &&
         write_figure (sales, "net", net, error) &&
         write_figure (sales, "goods", sales->goods, error) &&
         write_figure (sales, "gross", sheaf_money_sub (net, sales->goods), error);
}

static gboolean
write_product (Sales      *sales,
               const char *product,
               GError    **error)
{
  sales->begun = FALSE;
  sales->quantity = SHEAF_QUANTITY (0);
  sales->amount = sales->tax = sales->reduced = sales->goods = SHEAF_MONEY_ZERO;
  if (!write_entries (sales, sales->revenue, product, error) ||
      (sales->deduction != NULL && !write_entries (sales, sales->deduction, product, error)) ||
      !sum_cost (sales, product, error))
    return FALSE;
  if (!sales->begun && sales->goods.units != 0 && !begin (sales, product, error))
    return FALSE;
  return !sales->begun || end (sales, error);
}

static int
compare_products (gconstpointer a,
                  gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;

  return *one == '\0' || *other == '\0' ? (*one == '\0') - (*other == '\0') : strcmp (one, other);
}

/* Of all the accounts of the sheet, each code once; "" last. */
static gboolean
add_products (Sales              *sales,
              const SheafAccount *account,
              GPtrArray          *products,
              GError            **error)
{
  SheafBookWriter *writer = sales->writer;
  g_autoptr (GPtrArray) more = NULL;

  if (account == NULL)
    return TRUE;
  more = sheaf_entry_products (writer->book, account->id, writer->from, writer->to, error);
  for (guint i = 0; more != NULL && i < more->len; i++)
    if ((writer->question->product == NULL ||
         g_str_equal (writer->question->product, more->pdata[i])) &&
        !g_ptr_array_find_with_equal_func (products, more->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (products, g_strdup (more->pdata[i]));
  return more != NULL;
}

static gboolean
write_account (Sales   *sales,
               guint   *n_sheets,
               GError **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);

  if (!add_products (sales, sales->revenue, products, error) ||
      !add_products (sales, sales->cost, products, error) ||
      !add_products (sales, sales->deduction, products, error))
    return FALSE;
  g_ptr_array_sort (products, compare_products);
  for (guint i = 0; i < products->len; i++)
    {
      if (!write_product (sales, products->pdata[i], error))
        return FALSE;
      *n_sheets += sales->begun;
    }
  return TRUE;
}

/* The cost account that stands at the same place as the revenue account in the form's lists. */
static const SheafAccount *
find_cost (SheafBookWriter    *writer,
           const SheafAccount *revenue)
{
  g_auto (GStrv) costs = sheaf_book_options (writer, "costs");

  for (guint i = 0; writer->accounts[i] != NULL && costs[i] != NULL; i++)
    {
      char *one[] = { writer->accounts[i], NULL };

      if (g_str_equal (writer->accounts[i], revenue->code))
        return sheaf_chart_by_code (writer->chart, costs[i]);
      if (sheaf_book_is_under (writer, revenue->id, one))
        return NULL; /* a detail of revenue has no cost of its own */
    }
  return NULL;
}

gboolean
sheaf_book_write_sales (SheafBookWriter *writer,
                        GError         **error)
{
  g_autoptr (GPtrArray) accounts = sheaf_book_accounts (writer, TRUE, error);
  g_auto (GStrv) taxes = sheaf_book_options (writer, "taxes");
  g_autofree char *deduction = sheaf_book_option (writer, "deduction");
  guint            n_sheets = 0;

  if (accounts == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      Sales sales = { .writer = writer,
                      .revenue = accounts->pdata[i],
                      .cost = find_cost (writer, accounts->pdata[i]),
                      .taxes = taxes };

      if (sales.cost != NULL && deduction != NULL)
        sales.deduction = sheaf_chart_by_code (writer->chart, deduction);
      if (!write_account (&sales, &n_sheets, error))
        return FALSE;
    }
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}
