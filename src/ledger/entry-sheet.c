/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sheets a detailed book has, and what stood on them before; whether it has any at all. */
#include "ledger/entry.h"

#include "ledger/entry-sql.h"
#include "ledger/merge.h"
#include "store/query.h"

typedef enum
{
  BY_PARTY,
  BY_CURRENCY,
  BY_PRODUCT,
} SheetKind;

void
sheaf_entry_sheet_free (SheafEntrySheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->currency);
  g_free (sheet->product);
  g_free (sheet);
}

static SheafEntrySheet *
read_sheet (const SheafQuery  *query,
            SheetKind          kind,
            const SheafMerges *merges)
{
  SheafEntrySheet *sheet = g_new0 (SheafEntrySheet, 1);

  if (kind == BY_PRODUCT)
    {
      sheet->product = g_strdup (sheaf_query_text (query, 0));
      sheet->before = sheaf_query_money (query, 1);
      sheet->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 2));
      return sheet;
    }
  sheet->party_id = sheaf_merges_survivor (merges, sheaf_query_int (query, 0));
  sheet->item_id = sheaf_query_int (query, 1);
  sheet->before = sheaf_query_money (query, 2);
  if (kind == BY_CURRENCY)
    {
      sheet->currency = g_strdup (sheaf_query_text (query, 3));
      sheet->foreign = sheaf_query_int (query, 4);
    }
  return sheet;
}

static guint
sheet_hash (gconstpointer key)
{
  const SheafEntrySheet *sheet = key;

  return (guint) (sheet->party_id * 1009 + sheet->item_id * 65537) ^
         (sheet->currency == NULL ? 0 : g_str_hash (sheet->currency));
}

static gboolean
sheet_equal (gconstpointer a,
             gconstpointer b)
{
  const SheafEntrySheet *x = a, *y = b;

  return x->party_id == y->party_id && x->item_id == y->item_id &&
         g_strcmp0 (x->currency, y->currency) == 0 && g_strcmp0 (x->product, y->product) == 0;
}

/* Merged parties fall together. */
static GPtrArray *
load_sheets (SheafBook  *book,
             const char *sql,
             SheetKind   kind,
             gint64      account_id,
             SheafDate   from,
             SheafDate   to,
             GError    **error)
{
  const SheafMerges *merges = sheaf_merges_get (book, error);
  SheafDate          month = sheaf_date_add_days (from, 1 - sheaf_date_day (from));
  g_autoptr (SheafQuery) query =
      merges == NULL ? NULL
                     : sheaf_query_new (sheaf_book_store (book), sql,
                                        SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (from),
                                                    SHEAF_INT (sheaf_date_year_month (from)),
                                                    SHEAF_INT (sheaf_date_year_month (to)),
                                                    SHEAF_DAY (month)),
                                        error);
  g_autoptr (GPtrArray)
      sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_entry_sheet_free);
  g_autoptr (GHashTable) found = g_hash_table_new (sheet_hash, sheet_equal);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafEntrySheet *sheet = read_sheet (query, kind, merges);
      SheafEntrySheet *there = g_hash_table_lookup (found, sheet);

      if (there == NULL)
        {
          g_ptr_array_add (sheets, sheet);
          g_hash_table_add (found, sheet);
          continue;
        }
      there->before = sheaf_money_add (there->before, sheet->before);
      there->foreign += sheet->foreign;
      sheaf_entry_sheet_free (sheet);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&sheets) : NULL;
}

GPtrArray *
sheaf_entry_sheets (SheafBook *book,
                    gint64     account_id,
                    SheafDate  from,
                    SheafDate  to,
                    GError   **error)
{
  return load_sheets (book, ENTRY_SHEETS, BY_PARTY, account_id, from, to, error);
}

GPtrArray *
sheaf_entry_currency_sheets (SheafBook *book,
                             gint64     account_id,
                             SheafDate  from,
                             SheafDate  to,
                             GError   **error)
{
  return load_sheets (book, ENTRY_CURRENCY_SHEETS, BY_CURRENCY, account_id, from, to, error);
}

GPtrArray *
sheaf_entry_product_sheets (SheafBook *book,
                            gint64     account_id,
                            SheafDate  from,
                            SheafDate  to,
                            GError   **error)
{
  return load_sheets (book, ENTRY_PRODUCT_SHEETS, BY_PRODUCT, account_id, from, to, error);
}

GPtrArray *
sheaf_entry_products (SheafBook *book,
                      gint64     account_id,
                      SheafDate  from,
                      SheafDate  to,
                      GError   **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), ENTRY_PRODUCTS,
                       SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (from), SHEAF_DAY (to)),
                       error);
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (products, g_strdup (sheaf_query_text (query, 0)));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&products) : NULL;
}

GArray *
sheaf_entry_item_years (SheafBook *book,
                        gint64     account_id,
                        gint64     item_id,
                        SheafDate  to,
                        GError   **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), ENTRY_ITEM_YEARS,
                       SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (item_id),
                                   SHEAF_INT (sheaf_date_year_month (to))),
                       error);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (SheafEntryYear));

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      const SheafEntryYear year = { (int) sheaf_query_int (query, 0), sheaf_query_money (query, 1),
                                    sheaf_query_money (query, 2) };

      g_array_append_val (years, year);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&years) : NULL;
}

static gboolean
ask (SheafBook        *book,
     const char       *sql,
     const SheafValue *args)
{
  gint64 answer = 0;

  return sheaf_store_get_int (sheaf_book_store (book), sql, args, &answer, NULL) && answer != 0;
}

gboolean
sheaf_entry_any (SheafBook *book,
                 gint64     account_id)
{
  return ask (book, ENTRY_ANY, SHEAF_ARGS (SHEAF_INT (account_id)));
}

gboolean
sheaf_entry_any_product (SheafBook *book,
                         gint64     account_id)
{
  return ask (book, ENTRY_ANY_PRODUCT, SHEAF_ARGS (SHEAF_INT (account_id)));
}

gboolean
sheaf_entry_product_used (SheafBook  *book,
                          const char *product)
{
  return ask (book, ENTRY_PRODUCT_USED, SHEAF_ARGS (SHEAF_TEXT (product)));
}

gboolean
sheaf_entry_any_currency (SheafBook *book,
                          gint64     account_id)
{
  return ask (book, ENTRY_ANY_CURRENCY, SHEAF_ARGS (SHEAF_INT (account_id)));
}

gboolean
sheaf_entry_any_item (SheafBook  *book,
                      gint64      account_id,
                      const char *kind)
{
  return ask (book, ENTRY_ANY_ITEM, SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_OPTIONAL (kind)));
}
