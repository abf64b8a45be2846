/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the journal, one after the other, for lists and exports of any length. */
#pragma once

#include "ledger/voucher.h"

typedef struct
{
  SheafDate   from; /* SHEAF_DATE_NONE: no bound; likewise to */
  SheafDate   to;
  gint64      account_id; /* 0: any; a group means all accounts under it */
  gint64      party_id;   /* 0: any; merged parties are one, each row names its own */
  const char *search;     /* rows of the vouchers that sheaf_search_vouchers finds; NULL: all */
} SheafJournalFilter;

/* Texts are owned by the journal until the next row; "" where there is none. */
typedef struct
{
  gint64           voucher_id;
  gint64           row_id;
  const char      *number;
  SheafDate        date;
  SheafVoucherKind kind;
  SheafLayer       layer;
  const char      *description;
  const char      *debit; /* account codes; "" for a hidden account */
  const char      *credit;
  SheafMoney       amount;
  const char      *debit_party; /* codes */
  const char      *credit_party;
  const char      *debit_item;
  const char      *credit_item;
  SheafScope       scope;
  SheafDate        due;
  const char      *memo;
  const char      *document;
  SheafDate        document_date;
  const char      *product;
  SheafQuantity    quantity;
  const char      *season;
  const char      *plan;
  gint64           reverses_id;
  const char      *reverses; /* "kind/number" of the voucher reversed */
  const char      *debit_currency;
  gint64           debit_foreign; /* smallest units; likewise credit_foreign */
  const char      *credit_currency;
  gint64           credit_foreign;
  gint64           rate; /* millionths; 0: none */
  const char      *scope_reason;
} SheafJournalRow;

typedef struct _SheafJournal SheafJournal;

/* In the order of days, then of posting. */
SheafJournal *sheaf_journal_open (SheafBook                *book,
                                  const SheafJournalFilter *filter,
                                  GError                  **error);
gboolean      sheaf_journal_next (SheafJournal    *journal,
                                  SheafJournalRow *ret_row,
                                  GError         **error);
void          sheaf_journal_free (SheafJournal *journal);

/* The day of the last voucher, opening balances included; SHEAF_DATE_NONE in an empty book. */
gboolean sheaf_journal_last_day (SheafBook *book,
                                 SheafDate *ret_day,
                                 GError   **error);

/* Prepared texts for paged lists of vouchers: keys (date, id) in list order for SheafPageIndex; a
 * page from a key on ($1 day $2 id $3 limit: id, date, kind, number, description, amount, rows,
 * reverses_id, reversed_by, layer); the same columns of one voucher ($1 id). */
const char *sheaf_journal_keys_sql (void);
const char *sheaf_journal_page_sql (void);
const char *sheaf_journal_line_sql (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafJournal, sheaf_journal_free)
