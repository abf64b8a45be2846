/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers as lines of a list: the journal's pages, and what a search found. */
#pragma once

#include "app/models/paged-list.h"
#include "ledger/voucher.h"

typedef struct
{
  gint64           id;
  SheafDate        date;
  SheafVoucherKind kind;
  SheafLayer       layer;
  char            *number;
  char            *description;
  SheafMoney       amount;
  gint64           reverses_id;
  gint64           reversed_by;
} SheafVoucherLine;

/* The whole journal by days; the query is NULL. */
extern const SheafPagedSource sheaf_voucher_lines_source;

/* What sheaf_search_vouchers finds, at most max, the best at the end: the newest, or the one whose
 * number was typed. Runs on the reading thread. */
GPtrArray *sheaf_voucher_lines_search (SheafBook  *book,
                                       const char *words,
                                       guint       max,
                                       GError    **error);

/* The last lines of the journal, newest first. */
GPtrArray *sheaf_voucher_lines_last (SheafBook *book,
                                     guint      max,
                                     GError   **error);
