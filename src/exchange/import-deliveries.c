/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members deliver. */
#include "exchange/kinds-private.h"
#include "trade/delivery.h"

enum
{
  DATE,
  MEMBER,
  PRODUCT,
  QUANTITY,
  PRICE,
  AMOUNT,
  LOT,
  GROSS,
  MOISTURE,
  IMPURITY,
  REVERSES,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [PRODUCT] = { "product", SHEAF_IMPORT_REQUIRED },
  [QUANTITY] = { "quantity", SHEAF_IMPORT_IN_HEADER },
  [PRICE] = { "price", SHEAF_IMPORT_OPTIONAL },
  [AMOUNT] = { "amount", SHEAF_IMPORT_OPTIONAL },
  [LOT] = { "lot", SHEAF_IMPORT_OPTIONAL },
  [GROSS] = { "gross", SHEAF_IMPORT_OPTIONAL },
  [MOISTURE] = { "moisture", SHEAF_IMPORT_OPTIONAL },
  [IMPURITY] = { "impurity", SHEAF_IMPORT_OPTIONAL },
  [REVERSES] = { "reverses", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafDelivery *delivery = sheaf_delivery_new ();

  (void) error;
  delivery->line = import->line;
  (void) sheaf_import_date (import, DATE,
                            &delivery->date); /* its problem is added; likewise below */
  (void) sheaf_import_party (import, MEMBER, &delivery->party_id);
  (void) sheaf_import_product (import, PRODUCT, &delivery->product_id);
  (void) sheaf_import_quantity (import, QUANTITY, &delivery->quantity);
  sheaf_import_price (import, PRICE, &delivery->price);
  delivery->amount_given = sheaf_import_amount (import, AMOUNT, &delivery->amount);
  (void) sheaf_import_quantity (import, GROSS, &delivery->gross);
  (void) sheaf_import_quantity (import, MOISTURE, &delivery->moisture);
  (void) sheaf_import_quantity (import, IMPURITY, &delivery->impurity);
  if (sheaf_import_has (import, LOT))
    delivery->lot = g_strdup (sheaf_import_text (import, LOT));
  if (sheaf_import_has (import, REVERSES))
    delivery->reverses = g_strdup (sheaf_import_text (import, REVERSES));
  sheaf_import_list_take (import, delivery, (GDestroyNotify) sheaf_delivery_free);
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
  if (!sheaf_delivery_check (import->book, list->items, !import->options->no_post, import->file,
                             import->problems, error))
    return FALSE;
  return list->incomplete || import->problems->errors > before ||
         sheaf_delivery_post (import->book, list->items, !import->options->no_post, error);
}

const SheafImportKind sheaf_import_deliveries = {
  .name = "deliveries",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};
