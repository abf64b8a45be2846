/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one member was given of each year's income, by pool. */
#pragma once

#include "book/book.h"
#include "distribution/pool.h"

typedef struct
{
  int        year;
  SheafMoney pools[SHEAF_SIDES][SHEAF_POOLS];
  SheafMoney amount; /* the sum of them */
  SheafDate  approved;
  char      *resolution;
  SheafDate  posted;         /* SHEAF_DATE_NONE: not by the day, or the posting was taken back */
  char      *voucher_number; /* likewise NULL; of both profits: "PK00012, PK00013" */
} SheafPastShare;

/* The years whose distribution was approved by the day, the latest approval of each; years that
 * gave the member nothing are left out. By year. Of SheafPastShare. */
GPtrArray *sheaf_past_share_list (SheafBook *book,
                                  gint64     party_id,
                                  SheafDate  on,
                                  GError   **error);
