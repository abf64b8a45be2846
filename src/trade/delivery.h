/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members deliver to the co-op. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "base/rate.h"
#include "book/book.h"
#include "ledger/types.h"

/* A reversal names the row that it takes back; member and product must agree with that row, and
 * quantity and amount where they are given. */
typedef struct
{
  gint64        id; /* 0 until entered */
  SheafDate     date;
  gint64        party_id;
  gint64        product_id;
  SheafQuantity quantity; /* > 0; negative when read back from a reversal, likewise amount */
  SheafRate     price;    /* of one unit; 0: the product's, unless amount is given */
  gboolean      amount_given;
  SheafMoney    amount;      /* not given: quantity × price, half up */
  char         *lot;         /* may be NULL */
  SheafQuantity gross;       /* weighed; 0: not given; likewise below */
  SheafQuantity moisture;    /* percent */
  SheafQuantity impurity;    /* percent */
  char         *reverses;    /* number of the row that this one takes back; NULL: none */
  SheafScope    scope;       /* read back: as the member stood on the day */
  gint64        reverses_id; /* read back; 0: none; likewise below */
  gint64        reversed_by; /* -1: its voucher alone was reversed */
  gint64        voucher_id;
  char         *number; /* read back: of the voucher; "#" and the id where it has none */
  guint         line;
} SheafDelivery;

SheafDelivery *sheaf_delivery_new (void);
void           sheaf_delivery_free (SheafDelivery *delivery);

/* Judges new rows together: members of any kind, known products, amounts, what the ledger refuses.
 * deliveries is of SheafDelivery. */
gboolean sheaf_delivery_check (SheafBook       *book,
                               const GPtrArray *deliveries,
                               gboolean         post,
                               const char      *file,
                               SheafProblems   *problems,
                               GError         **error);

/* Enters rows as one act, each with its voucher unless post is FALSE. The first problem is the
 * error. */
gboolean sheaf_delivery_post (SheafBook       *book,
                              const GPtrArray *deliveries,
                              gboolean         post,
                              GError         **error);

/* Rows of a member (0: of everyone) from the first to the last day, by day, then as entered,
 * reversals included. A day that is
 * SHEAF_DATE_NONE is no bound. Of SheafDelivery. */
GPtrArray *sheaf_delivery_list (SheafBook *book,
                                gint64     party_id,
                                SheafDate  from,
                                SheafDate  to,
                                GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDelivery, sheaf_delivery_free)
