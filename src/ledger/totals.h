/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept totals, read for a stretch of days: the ground of every balance and statement. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"
#include "ledger/voucher.h"

typedef struct
{
  gint64     debit_id;
  gint64     credit_id;
  SheafScope scope;
  SheafMoney before; /* everything earlier than the first day, opening balances included */
  SheafMoney period; /* turnover from the first to the last day */
} SheafPairTotal;

/* Of one account with one party and one item (0 where none is named); only accounts that keep
 * details, and rows that name some. Merged parties count as the one that stands for them. */
typedef struct
{
  gint64     account_id;
  gint64     party_id;
  gint64     item_id;
  SheafMoney before; /* debit positive */
  SheafMoney debit;  /* turnover */
  SheafMoney credit;
} SheafDetailTotal;

/* Of one account: what stands on the debit side of its details (those that name a party or an
 * item, merged parties as one) and what on the credit side, before the first day and at the end of
 * the last; none below 0. */
typedef struct
{
  gint64     account_id;
  SheafMoney before_debit;
  SheafMoney before_credit;
  SheafMoney debit;
  SheafMoney credit;
} SheafSideTotal;

typedef struct
{
  SheafDate from;
  SheafDate to;
  GArray   *pairs; /* of SheafPairTotal; hidden accounts included as the other side of opening and
                      off-balance rows */
  GArray *details; /* of SheafDetailTotal, by account, party, item */
  GArray *sides;   /* of SheafSideTotal, by account: only of those whose details were not read */
} SheafTotals;

/* Sums from the first to the last day inclusive. Opening balances always lie before. Whole months
 * come from the kept totals, days of a started month from its rows: so the cost grows with the
 * vouchers of that one month only. */
SheafTotals *sheaf_totals_load (SheafBook *book,
                                SheafDate  from,
                                SheafDate  to,
                                GError   **error);

/* The same without details: what many parties hold is not read where nobody asks for it. */
SheafTotals *sheaf_totals_load_pairs (SheafBook *book,
                                      SheafDate  from,
                                      SheafDate  to,
                                      GError   **error);

/* The same with the kept sums of sides instead of details, but for the accounts in detailed (of
 * gint64; NULL: none), whose details are read. So a statement costs the same for any number of
 * parties. Where the last day does not end its month, the rows of that month behind it are taken
 * back out. Where the first day does not begin one, all details are read, and there are no
 * sides. */
SheafTotals *sheaf_totals_load_sides (SheafBook    *book,
                                      SheafDate     from,
                                      SheafDate     to,
                                      const GArray *detailed,
                                      GError      **error);
void         sheaf_totals_free (SheafTotals *totals);

/* Adds a row to the period as if it had been posted: for closings that are only simulated. */
void sheaf_totals_add_row (SheafTotals           *totals,
                           const SheafVoucherRow *row);

/* Balance of an account (no group) at the end: debit positive. And its turnover of the period. */
SheafMoney sheaf_totals_balance (const SheafTotals *totals,
                                 gint64             account_id);
void       sheaf_totals_turnover (const SheafTotals *totals,
                                  gint64             account_id,
                                  SheafMoney        *ret_debit,
                                  SheafMoney        *ret_credit);

/* The balance of an account, or of all under a group, with one party (and those merged with it) at
 * the end of a day; debit positive. */
gboolean sheaf_totals_party_balance (SheafBook  *book,
                                     gint64      account_id,
                                     gint64      party_id,
                                     SheafDate   on,
                                     SheafMoney *ret_balance,
                                     GError    **error);

/* The same of every party that the account names, by one read: gint64 id to SheafMoney; merged
 * parties under the one that stands for them, who is not there holds nothing. Free with
 * g_hash_table_unref. */
GHashTable *sheaf_totals_party_balances (SheafBook *book,
                                         gint64     account_id,
                                         SheafDate  on,
                                         GError   **error);

/* The months' sums again from the rows: TRUE when they agree; each difference is a problem. */
gboolean sheaf_totals_check (SheafBook     *book,
                             SheafProblems *problems,
                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTotals, sheaf_totals_free)
