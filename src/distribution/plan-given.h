/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows with a plan's code took from a profit account. Only distribution includes this. */
#pragma once

#include "ledger/chart.h"

/* Taken for one account and party. */
typedef struct
{
  gint64     account_id;
  gint64     party_id; /* 0: none */
  char      *code;     /* the party's; "" without one */
  gboolean   posted;   /* in the layer of distributions; else provisional or by hand */
  SheafMoney amount;   /* debits of the profit less its credits */
} SheafPlanGiven;

/* All of a year's plan up to a day (SHEAF_DATE_LAST: all), in the order of their first rows; of
 * SheafPlanGiven. */
GPtrArray *sheaf_plan_given_load (SheafBook          *book,
                                  int                 year,
                                  const SheafAccount *profit,
                                  SheafDate           to,
                                  GError            **error);
