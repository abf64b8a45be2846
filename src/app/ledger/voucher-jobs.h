/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the voucher's form asks of the threads: read one, post one, reverse one. */
#pragma once

#include "app/ledger/entry-row.h"
#include "base/problem.h"

/* A posted voucher with what its paper says around it. */
typedef struct
{
  SheafVoucher *voucher;
  GHashTable   *item_codes;  /* gint64 to code */
  gint64        reversed_by; /* 0: not reversed */
  char         *reversed_by_number;
  char         *reverses_number;
} SheafVoucherSheet;

void sheaf_voucher_sheet_free (SheafVoucherSheet *sheet);

/* A voucher as typed. */
typedef struct
{
  SheafVoucherKind kind;
  char            *number; /* NULL: the next free one */
  SheafDate        date;
  char            *description;
  GPtrArray       *rows;      /* of SheafTypedRow */
  gboolean         confirmed; /* the person has seen the warnings */
} SheafVoucherDraft;

void sheaf_voucher_draft_free (SheafVoucherDraft *draft);

/* What became of it: posted (id above 0), or findings. */
typedef struct
{
  gint64         id;
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
} SheafVoucherReversal;

void sheaf_voucher_reversal_free (SheafVoucherReversal *reversal);

/* Jobs. load: data is a gint64 * with the id, result SheafVoucherSheet. post: SheafVoucherDraft,
 * SheafVoucherOutcome; refused with findings rather than an error. reverse: SheafVoucherReversal,
 * SheafVoucherOutcome. */
gpointer sheaf_voucher_load_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_voucher_post_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_voucher_reverse_job (gpointer connection,
                                    gpointer data,
                                    GError **error);
