/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the voucher's form asks of the threads about posted vouchers: read one, post one, reverse
 * one. */
#pragma once

#include "app/ledger/draft-jobs.h"
#include "base/problem.h"

/* A posted voucher with what its paper says around it. */
typedef struct
{
  gint64           id;
  SheafVoucherKind kind;
  SheafLayer       layer;
  SheafDate        date;
  SheafMoney       total;
  char            *reason;
  SheafDraft      *cells;
  gint64           reversed_by; /* 0: not reversed */
  char            *reversed_by_number;
  SheafDate        reversed_on;
  gint64           reverses_id; /* 0: no reversal */
  char            *reverses_number;
  SheafDate        reverses_day;
  GPtrArray       *attachments; /* of SheafAttachment, those withdrawn left out */
  GPtrArray       *invoices;    /* of SheafInvoice */
} SheafVoucherSheet;

void sheaf_voucher_sheet_free (SheafVoucherSheet *sheet);

/* A voucher to be posted. */
typedef struct
{
  SheafDraftSlot *slot; /* the saved draft, which goes with the posting */
  SheafDraft     *draft;
  GPtrArray      *attachments;  /* of SheafAttachmentFile; may be NULL */
  char           *due_template; /* the entry that came again, done with this; NULL: none */
  SheafDate       due;
  gboolean        confirmed; /* the person has seen the warnings */
  gboolean        was_saved; /* as a draft, which is listed */
  gboolean        kind_kept; /* the person has chosen the kind */
} SheafVoucherPosting;

void sheaf_voucher_posting_free (SheafVoucherPosting *posting);

/* What became of it: posted (id above 0), or findings; when these are warnings only, nothing has
 * happened yet and the person is to be asked. */
typedef struct
{
  gint64         id;
  gint64         draft_id; /* what was not posted is kept as this draft; 0: it could not be */
  SheafDate      date;
  char          *number;
  SheafProblems *problems;
} SheafVoucherOutcome;

void sheaf_voucher_outcome_free (SheafVoucherOutcome *outcome);

typedef struct
{
  gint64    id;
  SheafDate date;
  char     *reason;
  gboolean  confirmed; /* the person has seen the warnings */
} SheafVoucherReversal;

void sheaf_voucher_reversal_free (SheafVoucherReversal *reversal);

/* Jobs. load: data is a gint64 * with the id, result SheafVoucherSheet. post: SheafVoucherPosting,
 * SheafVoucherOutcome; refused with findings rather than an error. reverse: SheafVoucherReversal,
 * SheafVoucherOutcome. copy: as load, SheafDraft. */
gpointer sheaf_voucher_load_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_voucher_post_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_voucher_reverse_job (gpointer connection,
                                    gpointer data,
                                    GError **error);
gpointer sheaf_voucher_copy_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
