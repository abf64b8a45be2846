/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members deliver and buy. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "trade/product.h"

enum
{
  CODE,
  NAME,
  UNIT,
  KIND,
  PRICE,
  VAT_RATE,
  STOCK_ACCOUNT,
  REVENUE_ACCOUNT,
  COST_ACCOUNT,
  COST,
};

static const SheafImportColumn columns[] = {
  [CODE] = { "code", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [UNIT] = { "unit", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [PRICE] = { "price", SHEAF_IMPORT_OPTIONAL },
  [VAT_RATE] = { "vat_rate", SHEAF_IMPORT_OPTIONAL },
  [STOCK_ACCOUNT] = { "stock_account", SHEAF_IMPORT_OPTIONAL },
  [REVENUE_ACCOUNT] = { "revenue_account", SHEAF_IMPORT_OPTIONAL },
  [COST_ACCOUNT] = { "cost_account", SHEAF_IMPORT_OPTIONAL },
  [COST] = { "cost", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafProduct *product = sheaf_product_new ();
  const char   *word = sheaf_import_text (import, KIND);
  const char   *code;

  (void) error;
  product->line = import->line;
  if (sheaf_import_code (import, CODE, &code))
    product->code = g_strdup (code);
  product->name = g_strdup (sheaf_import_text (import, NAME));
  product->unit = g_strdup (sheaf_import_text (import, UNIT));
  if (*word != '\0' && !sheaf_product_kind_from_word (word, &product->kind))
    sheaf_import_problem (import, KIND,
                          _ ("“%s” is no kind of product, take one of produce, input, service"),
                          word);
  (void) sheaf_import_rate (import, PRICE,
                            &product->price); /* its problem is added; likewise below */
  product->taxable = sheaf_import_rate (import, VAT_RATE, &product->vat_rate);
  if (product->vat_rate.millionths > 1000000)
    sheaf_import_problem (import, VAT_RATE, _ ("the rate is above 1, write 8 %% as 0.08"));
  (void) sheaf_import_account (import, STOCK_ACCOUNT, &product->stock_account_id);
  (void) sheaf_import_account (import, REVENUE_ACCOUNT, &product->revenue_account_id);
  (void) sheaf_import_account (import, COST_ACCOUNT, &product->cost_account_id);
  (void) sheaf_import_rate (import, COST, &product->cost);
  sheaf_import_list_take (import, product, (GDestroyNotify) sheaf_product_free);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL)
    return TRUE;
  if (!sheaf_product_check (import->book, list->items, import->file, import->problems, error))
    return FALSE;
  return list->incomplete || import->problems->errors > before ||
         sheaf_product_insert (import->book, list->items, error);
}

const SheafImportKind sheaf_import_products = {
  .name = "products",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
