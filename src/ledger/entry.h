/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides of rows, one after the other, as books of account print them: what one account took and
 * gave, with whom, for what, against which account. Opening balances are no entries. */
#pragma once

#include "base/quantity.h"
#include "book/book.h"
#include "ledger/types.h"

/* Texts are owned by the list until the next entry; "" where there is none. */
typedef struct
{
  gint64           row_id;
  gint64           voucher_id;
  SheafDate        date;
  gboolean         is_credit;
  gint64           account_id; /* the side's own */
  gint64           contra_id;
  SheafMoney       amount;   /* negative in a reversal */
  gint64           party_id; /* of this side; who stands for merged ones; 0: none */
  gint64           item_id;
  gint64           contra_party_id; /* of the other side, likewise */
  gint64           contra_item_id;
  SheafScope       scope;
  SheafLayer       layer;
  const char      *description;
  const char      *memo;
  SheafDate        due;
  const char      *document;
  SheafDate        document_date;
  const char      *product;
  SheafQuantity    quantity; /* with the sign of the amount */
  const char      *season;
  const char      *currency; /* of this side */
  gint64           foreign;  /* its smallest units */
  gint64           rate;     /* millionths; 0: none */
  const char      *number;   /* of the voucher */
  SheafVoucherKind kind;
  gint64           reverses_id;
} SheafEntry;

#define SHEAF_ENTRY_ANY G_GINT64_CONSTANT (-1)

/* Whose entries: of an account, or of all under a group; party and item: an id, 0 for entries that
 * name none, SHEAF_ENTRY_ANY for all. Product and currency: NULL any, "" none. */
typedef struct
{
  gint64      account_id;
  SheafDate   from;
  SheafDate   to;
  gint64      party_id;
  gint64      item_id;
  const char *product;
  const char *currency;
  const char *other_kind; /* not those of an item of this kind; NULL: any */
} SheafEntryFilter;

typedef struct _SheafEntries SheafEntries;

/* In the order of days, then of posting; never all in memory. */
SheafEntries *sheaf_entries_open (SheafBook              *book,
                                  const SheafEntryFilter *filter,
                                  GError                **error);

/* FALSE at the end, and on an error, which is kept for sheaf_entries_finish. */
gboolean sheaf_entries_next (SheafEntries *entries,
                             SheafEntry   *ret_entry);

/* After the last sheaf_entries_next: FALSE with the error that ended the entries early. */
gboolean sheaf_entries_finish (const SheafEntries *entries,
                               GError            **error);
void     sheaf_entries_free (SheafEntries *entries);

/* What stood before the first day with one party and item of an account, in one currency, or of one
 * product; by kept totals. Parties count as who stands for them. */
typedef struct
{
  gint64        party_id;
  gint64        item_id;
  char         *currency; /* NULL: not asked by currency */
  char         *product;  /* NULL: not asked by product */
  SheafMoney    before;   /* debit positive */
  gint64        foreign;  /* smallest units of the currency */
  SheafQuantity quantity;
} SheafEntrySheet;

/* All that had a balance before from, or moves in the months from from to to; of SheafEntrySheet,
 * in no order. account_id is no group. */
GPtrArray *sheaf_entry_sheets (SheafBook *book,
                               gint64     account_id,
                               SheafDate  from,
                               SheafDate  to,
                               GError   **error);
GPtrArray *sheaf_entry_currency_sheets (SheafBook *book,
                                        gint64     account_id,
                                        SheafDate  from,
                                        SheafDate  to,
                                        GError   **error);
GPtrArray *sheaf_entry_product_sheets (SheafBook *book,
                                       gint64     account_id,
                                       SheafDate  from,
                                       SheafDate  to,
                                       GError   **error);
void       sheaf_entry_sheet_free (SheafEntrySheet *sheet);

/* The codes of products that rows of an account, or of those under a group, name in the days, in
 * order; "" for rows that name none. Of char *. */
GPtrArray *sheaf_entry_products (SheafBook *book,
                                 gint64     account_id,
                                 SheafDate  from,
                                 SheafDate  to,
                                 GError   **error);

/* Whether the account, or one under it, has ever had: any row; a quantity of a product; a balance
 * in foreign money; an item, of a kind (NULL: any). FALSE on a store error too: that fails at the
 * next reading. */
gboolean sheaf_entry_any (SheafBook *book,
                          gint64     account_id);
gboolean sheaf_entry_any_product (SheafBook *book,
                                  gint64     account_id);
gboolean sheaf_entry_any_currency (SheafBook *book,
                                   gint64     account_id);
gboolean sheaf_entry_any_item (SheafBook  *book,
                               gint64      account_id,
                               const char *kind);

/* Whether any row names the product, be it on a list of products or not. */
gboolean sheaf_entry_product_used (SheafBook  *book,
                                   const char *product);

/* Turnover of an account, or of all under a group, with an item, a year. */
typedef struct
{
  int        year; /* 0: the opening balance */
  SheafMoney debit;
  SheafMoney credit;
} SheafEntryYear;

/* By year up to the month of the day; of SheafEntryYear. */
GArray *sheaf_entry_item_years (SheafBook *book,
                                gint64     account_id,
                                gint64     item_id,
                                SheafDate  to,
                                GError   **error);

/* A row of the general journal: all rows but opening balances, those of off-balance accounts too.
 * Texts as above. */
typedef struct
{
  gint64      voucher_id;
  SheafDate   date;
  const char *number;
  gint64      row_id;
  gint64      debit_id;
  gint64      credit_id;
  SheafMoney  amount;
  const char *description;
} SheafEntryRow;

/* What a row says: its voucher's number; its own description, else the voucher's. Free both with
 * g_free; "" for a row that is not there. */
gboolean sheaf_entry_row_words (SheafBook *book,
                                gint64     row_id,
                                char     **ret_number,
                                char     **ret_description,
                                GError   **error);

typedef gboolean (*SheafEntryRowFunc) (const SheafEntryRow *row,
                                       gpointer             data,
                                       GError             **error);

/* Gives each row in the order of days, then of posting; FALSE of the function stops. */
gboolean sheaf_entry_each_row (SheafBook        *book,
                               SheafDate         from,
                               SheafDate         to,
                               SheafEntryRowFunc each,
                               gpointer          data,
                               GError          **error);

/* The same with ids of row and debit account only, which is quicker; the other fields are empty. */
gboolean sheaf_entry_each_id (SheafBook        *book,
                              SheafDate         from,
                              SheafDate         to,
                              SheafEntryRowFunc each,
                              gpointer          data,
                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafEntries, sheaf_entries_free)
