/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with members and products, and short ways to enter rows. */
#pragma once

#include "helpers/members.h"
#include "trade/delivery.h"
#include "trade/supply.h"

/* TV1 is official under agreement, LK1 an associate. LA is produce at 1800 a unit kept on 152; NPK
 * an input at 13900, 5 % VAT, without a known cost; SAY a service at 4200 that costs 2550; LE has
 * no price and no accounts. */
SheafBook *sample_book_new (void);

/* Rows of line 4 that are not entered yet; quantity in thousandths. */
SheafDelivery *sample_delivery (SheafBook  *book,
                                const char *day,
                                const char *code,
                                const char *product,
                                gint64      quantity);
SheafSupply   *sample_supply (SheafBook  *book,
                              const char *day,
                              const char *code,
                              const char *product,
                              gint64      quantity);

/* Enters and frees the row with its voucher; the test stops when it is refused. */
void sample_deliver (SheafBook     *book,
                     SheafDelivery *delivery);
void sample_sell (SheafBook   *book,
                  SheafSupply *supply);

/* Expects a problem in the column that holds the text; frees the row. */
void sample_delivery_refused (SheafBook     *book,
                              SheafDelivery *delivery,
                              const char    *column,
                              const char    *text);
void sample_supply_refused (SheafBook   *book,
                            SheafSupply *supply,
                            const char  *column,
                            const char  *text);

/* The last delivery or supply of the book. */
SheafDelivery *sample_last_delivery (SheafBook *book);
SheafSupply   *sample_last_supply (SheafBook *book);
