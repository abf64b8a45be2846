/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging and posting one supply. Only trade includes this. */
#pragma once

#include "trade/session.h"
#include "trade/supply.h"

/* A row as it will be written: figures complete, negative in a reversal. */
typedef struct
{
  SheafQuantity quantity;
  SheafRate     price;
  SheafMoney    amount;
  SheafMoney    vat;
  SheafMoney    cost;
  SheafScope    scope;
  gint64        reverses_id;
  gint64        reverses_voucher_id; /* the voucher that is reversed with it; 0: none */
} SheafSupplyFigures;

/* FALSE only on a store error; after problems the figures are not to be used. */
gboolean sheaf_supply_judge (SheafTradeSession        *session,
                             const SheafSupply        *supply,
                             const SheafSupplyOptions *options,
                             SheafSupplyFigures       *ret_figures,
                             GError                  **error);

/* As sheaf_supply_list for one row. */
SheafSupply *sheaf_supply_load (SheafBook *book,
                                gint64     id,
                                GError   **error);
