/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bank reconciliation: the rows that stand in the bank's statement are ticked until the ticked
 * balance is the statement's. */
#pragma once

#include "base/date.h"
#include "book/book.h"
#include "ledger/types.h"

/* One statement of one bank account. Amounts are smallest units of currency where there is one,
 * else of the book's money; paid in positive. */
typedef struct
{
  gint64    id;
  gint64    account_id;
  gint64    item_id;  /* the bank account; 0: the whole account */
  char     *currency; /* NULL: the book's money */
  SheafDate date;     /* of the statement */
  gint64    balance;  /* in the statement at the end of that day */
  char     *note;
  gboolean  finished;
  char     *end_note;        /* why it was kept open, or opened again; NULL: none */
  gint64    booked;          /* in the books at the end of that day */
  gint64    ticked;          /* of rows ticked in this one and those before it */
  gint64    outstanding_in;  /* in the books, not at the bank: paid in */
  gint64    outstanding_out; /* paid out; 0 or less */
  gint64    difference;      /* balance less ticked; 0: it can be finished */
} SheafReconciliation;

/* A side of a voucher row on the bank account. */
typedef struct
{
  gint64           row_id;
  guint            side; /* 1 debit (paid in), 2 credit */
  gint64           amount;
  gint64           voucher_id;
  SheafDate        date;
  SheafVoucherKind kind;
  char            *number;
  char            *description;
  gboolean         ticked;     /* in this reconciliation */
  gboolean         taken_back; /* only in changes: the row stood in it, its voucher was reversed */
} SheafReconciliationRow;

void sheaf_reconciliation_free (SheafReconciliation *reconciliation);
void sheaf_reconciliation_row_free (SheafReconciliationRow *row);

/* Begins one with what account_id, item_id, currency, date, balance and note say. Refused for an
 * account that keeps no money or is a group, without a currency where the account keeps foreign
 * money, and for a day that does not come after the last one of the same bank account. */
gboolean sheaf_reconciliation_start (SheafBook                 *book,
                                     const SheafReconciliation *start,
                                     gint64                    *ret_id,
                                     GError                   **error);

/* With all sums as the books stand now. */
SheafReconciliation *sheaf_reconciliation_load (SheafBook *book,
                                                gint64     id,
                                                GError   **error);

/* The one of a bank account and day; *ret_id is 0 when there is none. currency may be NULL. */
gboolean sheaf_reconciliation_find (SheafBook  *book,
                                    gint64      account_id,
                                    gint64      item_id,
                                    const char *currency,
                                    SheafDate   date,
                                    gint64     *ret_id,
                                    GError    **error);

/* All, by account, item, currency, day; of SheafReconciliation. */
GPtrArray *sheaf_reconciliation_list (SheafBook *book,
                                      GError   **error);

/* The rows up to its day that no earlier one has ticked: ticked here, or outstanding; by day. Of
 * SheafReconciliationRow. */
GPtrArray *sheaf_reconciliation_rows (SheafBook *book,
                                      gint64     id,
                                      GError   **error);

/* Ticks rows of those that sheaf_reconciliation_rows gives, or takes ticks away; sides are
 * SheafReconciliationRow. All or none. What is so already is left alone. Refused for other rows and
 * when it is finished. */
gboolean sheaf_reconciliation_tick (SheafBook       *book,
                                    gint64           id,
                                    const GPtrArray *sides,
                                    gboolean         tick,
                                    GError         **error);

/* Finishes it when the difference is 0; else it is kept open, for which the note must say why. */
gboolean sheaf_reconciliation_finish (SheafBook  *book,
                                      gint64      id,
                                      const char *note,
                                      GError    **error);

/* Opens a finished one again, with a reason. */
gboolean sheaf_reconciliation_reopen (SheafBook  *book,
                                      gint64      id,
                                      const char *reason,
                                      GError    **error);

/* What touched a finished one afterwards: rows of its days written later, and ticked rows that were
 * taken back. Empty where it is not finished. Of SheafReconciliationRow, amounts in the book's
 * money. */
GPtrArray *sheaf_reconciliation_changes (SheafBook *book,
                                         gint64     id,
                                         GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafReconciliation, sheaf_reconciliation_free)
