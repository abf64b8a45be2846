/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one member delivered and bought in each year, by product: sums, not rows. */
#pragma once

#include "base/quantity.h"
#include "book/book.h"
#include "trade/use.h"

typedef struct
{
  int           year; /* of the calendar */
  SheafUseKind  kind;
  char         *code; /* the product's, likewise what follows */
  char         *name;
  char         *unit;
  gint64        rows;
  SheafQuantity quantity;
  SheafMoney    amount; /* without VAT */
  SheafMoney    vat;    /* of what was bought */
} SheafYearTrade;

/* Everything of the member up to the day, however the member stood; reversed rows and reversals
 * count nothing. By year, deliveries first, then by product's code. Of SheafYearTrade. */
GPtrArray *sheaf_year_trade_list (SheafBook *book,
                                  gint64     party_id,
                                  SheafDate  until,
                                  GError   **error);
