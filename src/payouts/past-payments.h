/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one member was paid of the income of past years. */
#pragma once

#include "payouts/batch.h"

typedef struct
{
  int               year; /* of the distribution */
  SheafDate         date;
  SheafPayoutMethod method;
  SheafMoney        amount;
  gint64            voucher_id;
  char             *voucher_number;
  gboolean          paid; /* FALSE: it was reversed, the member did not get it */
} SheafPastPayment;

/* The payments up to the day, in the order of their days; of SheafPastPayment. */
GPtrArray *sheaf_past_payment_list (SheafBook *book,
                                    gint64     party_id,
                                    SheafDate  on,
                                    GError   **error);
