/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Revaluing foreign money, claims and debts at the rate of a day, at the end of the year or any
 * other (Circular 71/2024, Appendix I, account 111 no. 3.17 and the like). */
#pragma once

#include "ledger/currency.h"

/* A rate said for this revaluation, used before the book's. */
typedef struct
{
  char   currency[4];
  gint64 rate; /* millionths of whole home money for one whole unit */
} SheafGivenRate;

typedef struct
{
  SheafForeignBalance balance;    /* units and book value before */
  gint64              rate;       /* 0 for what is not revalued */
  SheafMoney          revalued;   /* units at the rate; the book value for what is not revalued */
  SheafMoney          difference; /* revalued − value, debit positive: a gain above 0 */
  gboolean            monetary;   /* FALSE: an advance, which keeps its value */
} SheafRevaluationLine;

typedef struct
{
  SheafDate  date;
  GArray    *lines; /* of SheafRevaluationLine, every balance of the day */
  GArray    *given; /* of SheafGivenRate */
  SheafMoney gain;  /* the sums of differences, both ≥ 0 */
  SheafMoney loss;
  gboolean   looking; /* rates may be missing */
} SheafRevaluation;

/* Computes without writing. given: n_given rates that stand before the book's. Refused with
 * SHEAF_LEDGER_ERROR_CURRENCY where the rate of a currency is missing. */
SheafRevaluation *sheaf_revaluation_compute (SheafBook            *book,
                                             SheafDate             date,
                                             const SheafGivenRate *given,
                                             gsize                 n_given,
                                             GError              **error);

/* The same for looking: a balance whose currency has no rate of the day stands at its book value
 * with rate 0 instead of being refused. */
SheafRevaluation *sheaf_revaluation_look (SheafBook *book,
                                          SheafDate  date,
                                          GError   **error);
void              sheaf_revaluation_free (SheafRevaluation *revaluation);

/* The voucher of what was computed: a row for each difference, with 0 units, to the accounts of
 * gains and losses. NULL without an error where nothing differs. */
SheafVoucher *sheaf_revaluation_voucher (SheafBook              *book,
                                         const SheafRevaluation *revaluation,
                                         GError                **error);

/* Computes and posts in one act; rates given are kept as rates of the day. *ret_voucher_id is 0
 * where nothing differs (a second time on the same day), and nothing is written then. Undone by
 * reversing the voucher. */
gboolean sheaf_revaluation_post (SheafBook            *book,
                                 SheafDate             date,
                                 const SheafGivenRate *given,
                                 gsize                 n_given,
                                 gint64               *ret_voucher_id,
                                 GError              **error);

/* TRUE when money, claims or debts in foreign money do not stand at the rate of the day, or their
 * rate is not known: what a year should not be closed without. */
gboolean sheaf_revaluation_is_due (SheafBook *book,
                                   SheafDate  date,
                                   gboolean  *ret_due,
                                   GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRevaluation, sheaf_revaluation_free)
