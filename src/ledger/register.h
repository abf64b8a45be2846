/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An account's entries page by page, each with the balance after it, so that a screen shows a busy
 * account's year without reading it. */
#pragma once

#include "book/book.h"
#include "store/page-index.h"

/* One side of a row on the account. A row between two accounts of one group is two entries. */
typedef struct
{
  gint64     id; /* grows with the order of posting */
  gint64     voucher_id;
  SheafDate  date;
  char      *number;
  char      *description;
  char      *across; /* the account opposite; "" for a hidden one */
  char      *party;  /* code; "" where the side names none */
  SheafMoney debit;
  SheafMoney credit;
  SheafMoney balance; /* after the entry, debit positive */
} SheafRegisterEntry;

void sheaf_register_entry_free (SheafRegisterEntry *entry);

/* How many entries an account or group has from one day to another, both inclusive, and where pages
 * of page_rows begin: on which day, after how many of its entries. Opening balances are no entries:
 * they lie before. The days are counted from an index of rows; no row is read. */
SheafPageIndex *sheaf_register_index (SheafBook *book,
                                      gint64     account_id,
                                      SheafDate  from,
                                      SheafDate  to,
                                      guint      page_rows,
                                      GError   **error);

/* Up to limit entries from a day on without its first skip entries, as the index names a page, up
 * to and including to; by day, then as posted; of SheafRegisterEntry. The balance before the first
 * comes from the kept sums of months and days and the skipped entries. */
GPtrArray *sheaf_register_page (SheafBook *book,
                                gint64     account_id,
                                SheafDate  day,
                                gint64     skip,
                                SheafDate  to,
                                guint      limit,
                                GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRegisterEntry, sheaf_register_entry_free)
