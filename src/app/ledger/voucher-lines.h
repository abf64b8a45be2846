/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers as lines of a list: the journal's pages, what a search found, drafts, entries due. */
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
  gint64           draft_id;     /* a draft; 0: posted or due */
  char            *typed_date;   /* of a draft; NULL for others */
  char            *due_template; /* an entry that is due; NULL for others */
} SheafVoucherLine;

typedef enum
{
  SHEAF_VOUCHER_STATE_ANY,
  SHEAF_VOUCHER_STATE_STANDING, /* neither reversed nor a reversal */
  SHEAF_VOUCHER_STATE_REVERSED,
  SHEAF_VOUCHER_STATE_REVERSAL,
} SheafVoucherState;

/* What the list is narrowed to. */
typedef struct
{
  char             *words; /* NULL: any */
  SheafVoucherKind  kind;  /* 0: any */
  SheafVoucherState state;
  SheafDate         from; /* SHEAF_DATE_NONE: no bound; likewise to */
  SheafDate         to;
} SheafVoucherFilter;

void sheaf_voucher_filter_free (SheafVoucherFilter *filter);

/* TRUE when nothing is left out. */
gboolean sheaf_voucher_filter_is_empty (const SheafVoucherFilter *filter);

/* The whole journal by days; the query is NULL. */
extern const SheafPagedSource sheaf_voucher_lines_source;

/* The vouchers that the filter leaves, in order, at most max; newest kept. With words those that
 * sheaf_search_vouchers finds, the best at the end. Runs on the reading thread. */
GPtrArray *sheaf_voucher_lines_search (SheafBook                *book,
                                       const SheafVoucherFilter *filter,
                                       guint                     max,
                                       GError                  **error);

/* All drafts, the one saved last first. */
GPtrArray *sheaf_voucher_lines_drafts (SheafBook *book,
                                       GError   **error);

/* The entries due until the day. */
GPtrArray *sheaf_voucher_lines_due (SheafBook *book,
                                    SheafDate  on,
                                    GError   **error);

/* The last lines of the journal, newest first. */
GPtrArray *sheaf_voucher_lines_last (SheafBook *book,
                                     guint      max,
                                     GError   **error);
