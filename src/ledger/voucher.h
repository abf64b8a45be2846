/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers: what is posted, and how it is corrected. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/types.h"

/* One row: the amount is taken from the credit and given to the debit account, so a row is always
 * in balance. On an off-balance account the other side may be left 0. */
typedef struct
{
  gint64        debit_id;
  gint64        credit_id;
  SheafMoney    amount;         /* > 0; negative only in reversals */
  SheafScope    scope;          /* NONE: from the account, else the party's standing */
  gint64        debit_party_id; /* 0: none; likewise below */
  gint64        credit_party_id;
  gint64        debit_item_id;
  gint64        credit_item_id;
  char         *description; /* NULL or "": the voucher's */
  SheafDate     due;         /* SHEAF_DATE_NONE: none; likewise document_date */
  char         *memo;
  char         *document;
  SheafDate     document_date;
  char         *product;
  SheafQuantity quantity; /* 0: none */
  char         *season;
  char         *plan;
  char         *scope_reason;   /* why the scope is not the one that follows from the party */
  char         *debit_currency; /* ISO 4217; NULL: home money; likewise credit_currency */
  gint64        debit_foreign;  /* smallest units of the currency; 0 in differences of rates */
  char         *credit_currency;
  gint64        credit_foreign;
  gint64        rate; /* millionths of home money for one whole unit; 0: none */
  guint         line; /* of the file it came from; 0 when typed */
} SheafVoucherRow;

typedef struct
{
  gint64           id; /* 0 until posted */
  SheafVoucherKind kind;
  char            *number; /* NULL: the next free automatic number */
  SheafDate        date;
  SheafLayer       layer; /* ORDINARY unless the program itself closes or distributes */
  char            *description;
  gint64           reverses_id; /* 0: no reversal */
  char            *reason;
  GPtrArray       *rows; /* of SheafVoucherRow */
  guint            line;
} SheafVoucher;

SheafVoucher *sheaf_voucher_new (SheafVoucherKind kind,
                                 SheafDate        date,
                                 const char      *description);
void          sheaf_voucher_free (SheafVoucher *voucher);

/* Appends a row and gives it back to be filled further. */
SheafVoucherRow *sheaf_voucher_add_row (SheafVoucher *voucher,
                                        gint64        debit_id,
                                        gint64        credit_id,
                                        SheafMoney    amount);

/* Judges a voucher without posting it: every problem with its file (may be NULL), line and column,
 * warnings included. FALSE only on a store error. */
gboolean sheaf_voucher_check (SheafBook          *book,
                              const SheafVoucher *voucher,
                              const char         *file,
                              SheafProblems      *problems,
                              GError            **error);

/* For vouchers that come from another book, where their scopes were decided: gives the reason to
 * each row whose scope is not the one that follows from its party here and now; a revenue deduction
 * without a side (from before it was refused) becomes external, as statements showed it. */
gboolean sheaf_voucher_keep_scopes (SheafBook    *book,
                                    SheafVoucher *voucher,
                                    const char   *reason,
                                    GError      **error);

/* Posts. Posting is final: a posted voucher is corrected by a reversal, never by an edit. The first
 * problem is the error. ret_id may be NULL. */
gboolean sheaf_voucher_post (SheafBook          *book,
                             const SheafVoucher *voucher,
                             gint64             *ret_id,
                             GError            **error);

/* Posts a voucher that was checked in the same act: for imports, which check everything first. */
gboolean sheaf_voucher_post_checked (SheafBook          *book,
                                     const SheafVoucher *voucher,
                                     gint64             *ret_id,
                                     GError            **error);

/* Posts the mirror with negative amounts (ghi số âm): turnover falls as well as the balance.
 * Refused for a reversal and for what was reversed already; for opening balances and closings
 * (these: sheaf_closing_reopen); in a locked period or closed year of the new date. Scope, parties
 * and items are those of the original. */
gboolean sheaf_voucher_reverse (SheafBook  *book,
                                gint64      id,
                                SheafDate   date,
                                const char *reason,
                                gint64     *ret_id,
                                GError    **error);

SheafVoucher *sheaf_voucher_load (SheafBook *book,
                                  gint64     id,
                                  GError   **error);

/* What its rows come to in home money. Rows on off-balance accounts, units of a foreign currency
 * (007) above all, count only where there are no others. */
SheafMoney sheaf_voucher_total (const SheafChart   *chart,
                                const SheafVoucher *voucher);

/* The id of a posted voucher; 0 when there is none. */
gint64 sheaf_voucher_find (SheafBook       *book,
                           SheafVoucherKind kind,
                           int              year,
                           const char      *number);

/* The id of the voucher that reverses id; 0 when none does. */
gint64 sheaf_voucher_reversed_by (SheafBook *book,
                                  gint64     id);

/* The id of a posted voucher's row by its place, counted from 1, and back; 0 when there is none. */
gint64 sheaf_voucher_row_at (SheafBook *book,
                             gint64     voucher_id,
                             guint      place);
guint  sheaf_voucher_row_place (SheafBook *book,
                                gint64     row_id);

/* The next free automatic number, as it would be given now. Free with g_free. */
char *sheaf_voucher_next_number (SheafBook       *book,
                                 SheafVoucherKind kind,
                                 int              year,
                                 GError         **error);

/* Posting many vouchers in one act: totals are refilled once at the end instead of row by row. Only
 * inside an act; end before its commit. */
gboolean sheaf_ledger_bulk_begin (SheafBook *book,
                                  GError   **error);
gboolean sheaf_ledger_bulk_end (SheafBook *book,
                                GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVoucher, sheaf_voucher_free)
