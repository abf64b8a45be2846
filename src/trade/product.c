/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products: what members deliver and buy. */
#include "trade/product.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "store/query.h"
#include "trade/error.h"
#include "trade/product-sql.h"

#include <string.h>

static const char *const words[] = { "", "produce", "input", "service" };

const char *
sheaf_product_kind_to_word (SheafProductKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

gboolean
sheaf_product_kind_from_word (const char       *word,
                              SheafProductKind *ret_kind)
{
  for (guint i = 1; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_kind = (SheafProductKind) i;
        return TRUE;
      }
  return FALSE;
}

SheafProduct *
sheaf_product_new (void)
{
  return g_new0 (SheafProduct, 1);
}

void
sheaf_product_free (SheafProduct *product)
{
  if (product == NULL)
    return;
  g_free (product->code);
  g_free (product->name);
  g_free (product->unit);
  g_free (product);
}

static void G_GNUC_PRINTF (5, 6)
    add_error (const char         *file,
               const SheafProduct *product,
               SheafProblems      *problems,
               const char         *column,
               const char         *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, product->line, column, "%s", text);
}

static void
check_account (const SheafChart   *chart,
               gint64              id,
               const char         *file,
               const SheafProduct *product,
               SheafProblems      *problems,
               const char         *column)
{
  const SheafAccount *account = id == 0 ? NULL : sheaf_chart_by_id (chart, id);

  if (account != NULL && !account->postable)
    add_error (file, product, problems, column,
               _ ("%s is a group of accounts: give one of the accounts under it"), account->code);
}

static void
check_product (SheafBook          *book,
               const SheafChart   *chart,
               GHashTable         *codes,
               const SheafProduct *product,
               const char         *file,
               SheafProblems      *problems)
{
  if (product->code == NULL || !sheaf_text_is_code (product->code))
    add_error (file, product, problems, "code",
               _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without blanks"),
               product->code == NULL ? "" : product->code);
  else if (sheaf_product_find (book, product->code) != 0 ||
           !g_hash_table_add (codes, product->code))
    add_error (file, product, problems, "code",
               _ ("there is a product %s already: choose another code or leave the row out"),
               product->code);
  if (product->name == NULL || *product->name == '\0')
    add_error (file, product, problems, "name", _ ("the name is missing: say what is traded"));
  if (product->unit == NULL || *product->unit == '\0')
    add_error (file, product, problems, "unit",
               _ ("the unit is missing: say what is counted, for example kg"));
  if (product->kind < SHEAF_PRODUCT_PRODUCE || product->kind > SHEAF_PRODUCT_SERVICE)
    add_error (file, product, problems, "kind",
               _ ("the kind is missing: use produce, input or service"));
  if (product->taxable && product->vat_rate.millionths > 1000000)
    add_error (file, product, problems, "vat_rate",
               _ ("a rate above 1 is more than the price itself: 8 %% is written 0.08"));
  check_account (chart, product->stock_account_id, file, product, problems, "stock_account");
  check_account (chart, product->revenue_account_id, file, product, problems, "revenue_account");
  check_account (chart, product->cost_account_id, file, product, problems, "cost_account");
}

gboolean
sheaf_product_check (SheafBook       *book,
                     const GPtrArray *products,
                     const char      *file,
                     SheafProblems   *problems,
                     GError         **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  const SheafChart *chart;

  g_return_val_if_fail (book != NULL && products != NULL && problems != NULL, FALSE);
  chart = sheaf_chart_get (book, error);
  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < products->len; i++)
    check_product (book, chart, codes, g_ptr_array_index (products, i), file, problems);
  return TRUE;
}

static SheafValue
rate_value (SheafRate rate)
{
  return rate.millionths == 0 ? SHEAF_TEXT (NULL) : SHEAF_INT (rate.millionths);
}

gboolean
sheaf_product_insert (SheafBook       *book,
                      const GPtrArray *products,
                      GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafAct) act = NULL;

  if (!sheaf_product_check (book, products, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "product", "", error);
  for (guint i = 0; act != NULL && i < products->len; i++)
    {
      const SheafProduct *product = g_ptr_array_index (products, i);
      SheafValue          vat = product->taxable ? SHEAF_INT (product->vat_rate.millionths)
                                                 : SHEAF_TEXT (NULL);

      if (!sheaf_store_run (
              sheaf_book_store (book), PRODUCT_INSERT,
              SHEAF_ARGS (SHEAF_TEXT (product->code), SHEAF_TEXT (product->name),
                          SHEAF_TEXT (product->unit), SHEAF_INT (product->kind),
                          rate_value (product->price), vat, SHEAF_ID (product->stock_account_id),
                          SHEAF_ID (product->revenue_account_id),
                          SHEAF_ID (product->cost_account_id), rate_value (product->cost),
                          SHEAF_INT (sheaf_act_id (act))),
              error))
        return FALSE;
    }
  return act != NULL && sheaf_act_commit (act, error);
}

gint64
sheaf_product_find (SheafBook  *book,
                    const char *code)
{
  gint64 id;

  return sheaf_store_get_int (sheaf_book_store (book), PRODUCT_FIND, SHEAF_ARGS (SHEAF_TEXT (code)),
                              &id, NULL)
             ? id
             : 0;
}

static SheafProduct *
read_product (const SheafQuery *query)
{
  SheafProduct *product = sheaf_product_new ();

  product->id = sheaf_query_int (query, 0);
  product->code = g_strdup (sheaf_query_text (query, 1));
  product->name = g_strdup (sheaf_query_text (query, 2));
  product->unit = g_strdup (sheaf_query_text (query, 3));
  product->kind = (SheafProductKind) sheaf_query_int (query, 4);
  product->price = SHEAF_RATE (sheaf_query_int (query, 5));
  product->taxable = !sheaf_query_is_null (query, 6);
  product->vat_rate = SHEAF_RATE (sheaf_query_int (query, 6));
  product->stock_account_id = sheaf_query_int (query, 7);
  product->revenue_account_id = sheaf_query_int (query, 8);
  product->cost_account_id = sheaf_query_int (query, 9);
  product->cost = SHEAF_RATE (sheaf_query_int (query, 10));
  return product;
}

SheafProduct *
sheaf_product_load (SheafBook *book,
                    gint64     id,
                    GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), PRODUCT_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, &cause))
    return read_product (query);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_NOT_FOUND,
                 _ ("there is no such product: choose one from the list"));
  return NULL;
}

GPtrArray *
sheaf_product_list (SheafBook *book,
                    GError   **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_product_free);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), PRODUCT_LIST,
                                                  SHEAF_NO_ARGS, error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    g_ptr_array_add (products, read_product (query));
  if (cause == NULL)
    return g_steal_pointer (&products);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
