/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs and services that members buy. */
#include "exchange/kinds-private.h"
#include "trade/supply.h"

enum
{
  DATE,
  MEMBER,
  PRODUCT,
  QUANTITY,
  PRICE,
  AMOUNT,
  COST,
  REVERSES,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [PRODUCT] = { "product", SHEAF_IMPORT_REQUIRED },
  [QUANTITY] = { "quantity", SHEAF_IMPORT_IN_HEADER },
  [PRICE] = { "price", SHEAF_IMPORT_OPTIONAL },
  [AMOUNT] = { "amount", SHEAF_IMPORT_OPTIONAL },
  [COST] = { "cost", SHEAF_IMPORT_OPTIONAL },
  [REVERSES] = { "reverses", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafSupply *supply = sheaf_supply_new ();

  (void) error;
  supply->line = import->line;
  (void) sheaf_import_date (import, DATE, &supply->date); /* its problem is added; likewise below */
  (void) sheaf_import_party (import, MEMBER, &supply->party_id);
  (void) sheaf_import_product (import, PRODUCT, &supply->product_id);
  (void) sheaf_import_quantity (import, QUANTITY, &supply->quantity);
  sheaf_import_price (import, PRICE, &supply->price);
  supply->amount_given = sheaf_import_amount (import, AMOUNT, &supply->amount);
  supply->cost_given = sheaf_import_amount (import, COST, &supply->cost);
  if (sheaf_import_has (import, REVERSES))
    supply->reverses = g_strdup (sheaf_import_text (import, REVERSES));
  sheaf_import_list_take (import, supply, (GDestroyNotify) sheaf_supply_free);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  const SheafSupplyOptions options = { .post = !import->options->no_post,
                                       .without_cost = import->options->no_cost };
  SheafImportList         *list = import->state;
  guint                    before = import->problems->errors;

  if (list->items == NULL)
    return TRUE;
  if (!sheaf_supply_check (import->book, list->items, &options, import->file, import->problems,
                           error))
    return FALSE;
  return list->incomplete || import->problems->errors > before ||
         sheaf_supply_post (import->book, list->items, &options, error);
}

const SheafImportKind sheaf_import_supplies = {
  .name = "supplies",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
