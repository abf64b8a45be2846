/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one member was paid of the income of past years. */
#pragma once

#include "payouts/batch.h"

typedef struct
{
  int               year; /* of the distribution */
  SheafDate         date;
  SheafPayoutMethod method;
  SheafMoney        amount;     /* of the share that it settled, with taxes and set-offs */
  SheafMoney        money;      /* that left and did not come back */
  SheafMoney        returned;   /* that came back up to the day; in neither of them */
  gint64            voucher_id; /* 0: all was set off; voucher_number is NULL then */
  char             *voucher_number;
  gboolean          paid; /* FALSE: it was reversed, the member did not get it */
} SheafPastPayment;

/* The payments up to the day, in the order of their days; of SheafPastPayment. */
GPtrArray *sheaf_past_payment_list (SheafBook *book,
                                    gint64     party_id,
                                    SheafDate  on,
                                    GError   **error);
