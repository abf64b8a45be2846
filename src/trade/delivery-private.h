/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging and posting one delivery. Only trade includes this. */
#pragma once

#include "trade/delivery.h"
#include "trade/session.h"

/* A row as it will be written: figures complete, negative in a reversal. */
typedef struct
{
  SheafQuantity quantity;
  SheafRate     price;
  SheafMoney    amount;
  SheafScope    scope;
  gint64        reverses_id;
  gint64        reverses_voucher_id; /* the voucher that is reversed with it; 0: none */
} SheafDeliveryFigures;

/* FALSE only on a store error; after problems the figures are not to be used. */
gboolean sheaf_delivery_judge (SheafTradeSession    *session,
                               const SheafDelivery  *delivery,
                               SheafDeliveryFigures *ret_figures,
                               GError              **error);

/* As sheaf_delivery_list for one row. */
SheafDelivery *sheaf_delivery_load (SheafBook *book,
                                    gint64     id,
                                    GError   **error);
