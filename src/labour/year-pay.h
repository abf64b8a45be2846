/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person earned by work in each year: sums, not rows. */
#pragma once

#include "base/quantity.h"
#include "book/book.h"

typedef struct
{
  int           year; /* of the calendar */
  gint64        rows;
  SheafQuantity days;   /* of the rows that name them */
  SheafMoney    amount; /* before tax and insurance */
  SheafMoney    tax;
  SheafMoney    insurance;
} SheafYearPay;

/* All work of the person and of workers merged into it up to the day; reversed rows and reversals
 * count nothing. By year. Of SheafYearPay. */
GArray *sheaf_year_pay_list (SheafBook *book,
                             gint64     party_id,
                             SheafDate  until,
                             GError   **error);
