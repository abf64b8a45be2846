/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs and services that members buy from the co-op. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "book/book.h"
#include "ledger/types.h"

typedef struct
{
  gint64        id; /* 0 until entered */
  SheafDate     date;
  gint64        party_id;
  gint64        product_id;
  SheafQuantity quantity; /* > 0; negative when read back from a reversal, likewise amounts */
  SheafRate     price;    /* of one unit without VAT; 0: the product's */
  gboolean      amount_given;
  SheafMoney    amount; /* without VAT; not given: quantity × price, half up */
  SheafMoney    vat;    /* read back: amount × the product's rate, half up */
  gboolean      cost_given;
  SheafMoney    cost;        /* of the whole row; not given: quantity × the product's cost */
  char         *reverses;    /* as in SheafDelivery */
  SheafScope    scope;       /* read back: as the member stood on the day */
  gint64        reverses_id; /* read back; 0: none; likewise below */
  gint64        reversed_by; /* -1: its voucher alone was reversed */
  gint64        voucher_id;
  char         *number; /* read back: of the voucher, or "#" and the id */
  guint         line;
} SheafSupply;

typedef struct
{
  gboolean post;         /* FALSE: --no-post */
  gboolean without_cost; /* TRUE: --no-cost, rows without a known cost post no cost */
} SheafSupplyOptions;

SheafSupply *sheaf_supply_new (void);
void         sheaf_supply_free (SheafSupply *supply);

/* Judges new rows together. A revenue account that does not fit the member's standing on the day
 * (512 with one who is no official member under agreement) is a warning. supplies is of
 * SheafSupply. */
gboolean sheaf_supply_check (SheafBook                *book,
                             const GPtrArray          *supplies,
                             const SheafSupplyOptions *options,
                             const char               *file,
                             SheafProblems            *problems,
                             GError                  **error);

/* Enters rows as one act. The first problem is the error. */
gboolean sheaf_supply_post (SheafBook                *book,
                            const GPtrArray          *supplies,
                            const SheafSupplyOptions *options,
                            GError                  **error);

/* Rows of a member (0: of everyone) from the first to the last day (SHEAF_DATE_NONE: no bound); of
 * SheafSupply. */
GPtrArray *sheaf_supply_list (SheafBook *book,
                              gint64     party_id,
                              SheafDate  from,
                              SheafDate  to,
                              GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSupply, sheaf_supply_free)
