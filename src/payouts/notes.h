/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes and coins to fetch from the bank, so that everyone on a list gets the exact sum. */
#pragma once

#include "payouts/batch.h"

/* What one member is handed, or all together. */
typedef struct
{
  char      *code; /* NULL for all together, likewise name */
  char      *name;
  SheafMoney amount; /* notes and coins × their values + rest */
  guint64   *counts; /* how many of each note or coin, as they stand in SheafCashDraw.notes */
  SheafMoney rest;   /* less than the smallest note: no note pays it */
} SheafCashDrawLine;

typedef struct
{
  GArray            *notes; /* of SheafMoney, the largest first */
  GPtrArray         *lines; /* of SheafCashDrawLine, one a member, in the order of the list */
  SheafCashDrawLine *total; /* the sum of the lines: not of one sum, as notes cannot be shared */
} SheafCashDraw;

/* Fills counts, one for each of notes (of SheafMoney, the largest first), with as many of the
 * largest as go into the amount, then of the next, but for one less where that leaves a smaller
 * rest: the fewest pieces, as currencies are made. Gives what is left. amount is not below 0. */
SheafMoney sheaf_cash_draw_split (const GArray *notes,
                                  SheafMoney    amount,
                                  guint64      *ret_counts);

/* Counts for the payments of a cash list that stand. smallest is the smallest note or coin that is
 * handed out (0: the smallest that circulates). Errors: SHEAF_PAYOUTS_ERROR_BANK for a list paid
 * through the bank, _NOTHING when no payment stands, _NOTES when the book's currency has no notes
 * in the data, or none as small as was asked for. */
SheafCashDraw *sheaf_cash_draw_count (SheafBook              *book,
                                      const SheafPayoutBatch *batch,
                                      SheafMoney              smallest,
                                      GError                **error);
void           sheaf_cash_draw_free (SheafCashDraw *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCashDraw, sheaf_cash_draw_free)
