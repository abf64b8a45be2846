/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products, deliveries, supplies and labour. */
#include "exchange/csv-export-private.h"
#include "labour/labour.h"
#include "ledger/party.h"
#include "trade/delivery.h"
#include "trade/product.h"
#include "trade/supply.h"

static gboolean
write_products (SheafExport *out,
                GError     **error)
{
  g_autoptr (GPtrArray) products = sheaf_product_list (out->book, error);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      const SheafProduct *product = g_ptr_array_index (products, i);
      g_autofree char    *rate = sheaf_rate_to_text (product->vat_rate);

      sheaf_export_cell (out, product->code);
      sheaf_export_cell (out, product->name);
      sheaf_export_cell (out, product->unit);
      sheaf_export_cell (out, sheaf_product_kind_to_word (product->kind));
      sheaf_export_rate (out, product->price);
      sheaf_export_cell (out, product->taxable ? rate : NULL);
      if (!sheaf_export_account (out, product->stock_account_id, error) ||
          !sheaf_export_account (out, product->revenue_account_id, error) ||
          !sheaf_export_account (out, product->cost_account_id, error))
        return FALSE;
      sheaf_export_rate (out, product->cost);
      sheaf_export_end (out);
    }
  return products != NULL;
}

/* Date, person and product begin a row of trade. */
static gboolean
write_start (SheafExport *out,
             SheafDate    date,
             gint64       party_id,
             gint64       product_id,
             GError     **error)
{
  g_autoptr (SheafProduct) product = sheaf_product_load (out->book, product_id, error);

  if (product == NULL)
    return FALSE;
  sheaf_export_date (out, date);
  if (!sheaf_export_party (out, party_id, error))
    return FALSE;
  sheaf_export_cell (out, product->code);
  return TRUE;
}

static gboolean
write_deliveries (SheafExport *out,
                  GError     **error)
{
  g_autoptr (GPtrArray) rows =
      sheaf_delivery_list (out->book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafDelivery *row = g_ptr_array_index (rows, i);

      if (row->reverses_id != 0 || row->reversed_by != 0)
        continue;
      if (!write_start (out, row->date, row->party_id, row->product_id, error))
        return FALSE;
      sheaf_export_quantity (out, row->quantity);
      sheaf_export_rate (out, row->price);
      sheaf_export_amount (out, row->amount);
      sheaf_export_cell (out, row->lot);
      sheaf_export_quantity (out, row->gross);
      sheaf_export_quantity (out, row->moisture);
      sheaf_export_quantity (out, row->impurity);
      sheaf_export_end (out);
    }
  return rows != NULL;
}

static gboolean
write_supplies (SheafExport *out,
                GError     **error)
{
  g_autoptr (GPtrArray) rows =
      sheaf_supply_list (out->book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafSupply *row = g_ptr_array_index (rows, i);

      if (row->reverses_id != 0 || row->reversed_by != 0)
        continue;
      if (!write_start (out, row->date, row->party_id, row->product_id, error))
        return FALSE;
      sheaf_export_quantity (out, row->quantity);
      sheaf_export_rate (out, row->price);
      sheaf_export_amount (out, row->amount);
      sheaf_export_amount (out, row->cost);
      sheaf_export_end (out);
    }
  return rows != NULL;
}

/* A person stands under "member" or "worker", as the party is known. */
static gboolean
write_worker (SheafExport *out,
              gint64       party_id,
              GError     **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (out->book, party_id, error);

  if (party == NULL)
    return FALSE;
  sheaf_export_cell (out, party->kind == SHEAF_PARTY_MEMBER ? party->code : NULL);
  sheaf_export_cell (out, party->kind == SHEAF_PARTY_MEMBER ? NULL : party->code);
  return TRUE;
}

static gboolean
write_labour (SheafExport *out,
              GError     **error)
{
  g_autoptr (GPtrArray) rows =
      sheaf_labour_list (out->book, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafLabour *row = g_ptr_array_index (rows, i);

      if (row->reverses_id != 0 || row->reversed_by != 0)
        continue;
      sheaf_export_date (out, row->date);
      if (!write_worker (out, row->party_id, error))
        return FALSE;
      sheaf_export_cell (out, row->work);
      sheaf_export_quantity (out, row->days);
      sheaf_export_rate (out, row->rate);
      sheaf_export_amount (out, row->amount);
      if (!sheaf_export_account (out, row->account_id, error))
        return FALSE;
      sheaf_export_amount (out, row->tax);
      sheaf_export_amount (out, row->insurance);
      sheaf_export_end (out);
    }
  return rows != NULL;
}

const SheafExportKind sheaf_export_trade_kinds[] = {
  { "products",
    "code,name,unit,kind,price,vat_rate,stock_account,revenue_account,cost_account,cost",
    write_products },
  { "deliveries", "date,member,product,quantity,price,amount,lot,gross,moisture,impurity",
    write_deliveries },
  { "supplies", "date,member,product,quantity,price,amount,cost", write_supplies },
  { "labour", "date,member,worker,work,days,rate,amount,account,tax,insurance", write_labour },
  { NULL, NULL, NULL },
};
