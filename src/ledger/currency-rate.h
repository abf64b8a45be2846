/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange by the day. */
#pragma once

#include "book/book.h"

/* Rates are millionths of whole home money for one whole unit of the currency: 25,400 đồng for a
 * dollar is 25400000000. */
typedef struct
{
  SheafDate date;
  char      currency[4];
  gint64    buying; /* of transfers; 0: not known; likewise selling */
  gint64    selling;
  gint64    rate;   /* the average of both (tỷ giá mua bán chuyển khoản trung bình) */
  char     *source; /* the bank; NULL or "": not told */
} SheafCurrencyRate;

/* A rate older than so many days is no rate of the day: banks rest over Tết for nine days. */
#define SHEAF_RATE_DAYS 10

/* Writes a rate; where buying and selling are given, rate may be 0 and is their average, half up. A
 * later one of the same day and currency replaces it. Refused with SHEAF_LEDGER_ERROR_CURRENCY: an
 * unknown currency, the book's own, no rate. source NULL: none. */
gboolean sheaf_rate_insert (SheafBook               *book,
                            const SheafCurrencyRate *rate,
                            GError                 **error);

/* The latest rate on or before the day with its own day: TRUE with *ret_rate 0 where there is none;
 * FALSE on a store error. ret_day may be NULL. */
gboolean sheaf_rate_find (SheafBook  *book,
                          const char *currency,
                          SheafDate   on,
                          gint64     *ret_rate,
                          SheafDate  *ret_day,
                          GError    **error);

/* The rate of the day: the latest that is at most SHEAF_RATE_DAYS old. An error of
 * SHEAF_LEDGER_ERROR_CURRENCY names currency and day where there is none. */
gboolean sheaf_rate_need (SheafBook  *book,
                          const char *currency,
                          SheafDate   on,
                          gint64     *ret_rate,
                          GError    **error);

/* Rates in the order of days, then currencies: NULL any currency, SHEAF_DATE_NONE no bound. */
GPtrArray *sheaf_rate_list (SheafBook  *book,
                            const char *currency,
                            SheafDate   from,
                            SheafDate   to,
                            GError    **error); /* of SheafCurrencyRate */
void       sheaf_currency_rate_free (SheafCurrencyRate *rate);
