/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on drafts share. */
#pragma once

#include "ledger/draft.h"

/* An amount cell by reading, else as files hold it. */
gboolean sheaf_draft_read_amount (const SheafDraftReading *reading,
                                  const char              *text,
                                  SheafMoney              *ret_amount,
                                  GError                 **error);
gboolean sheaf_draft_read_date (const SheafDraftReading *reading,
                                const char              *text,
                                SheafDate               *ret_date,
                                GError                 **error);

/* Where findings on cells go. */
typedef struct
{
  SheafBook               *book;
  const SheafDraftReading *reading;
  const char              *file;
  SheafProblems           *problems;
  guint                    line;   /* of the row or invoice under way */
  const char              *prefix; /* before a column's name: "invoice " */
} SheafDraftReader;

void sheaf_draft_tell (SheafDraftReader *reader,
                       SheafProblemKind  kind,
                       const char       *column,
                       const char       *format,
                       ...) G_GNUC_PRINTF (4, 5);

/* Typed cells; an empty one leaves *ret as it is, one that cannot be read is told. */
void sheaf_draft_take_amount (SheafDraftReader *reader,
                              const char       *column,
                              const char       *text,
                              SheafMoney       *ret_amount);
void sheaf_draft_take_date (SheafDraftReader *reader,
                            const char       *column,
                            const char       *text,
                            SheafDate        *ret_date);
void sheaf_draft_take_party (SheafDraftReader *reader,
                             const char       *column,
                             const char       *text,
                             gint64           *ret_id);

/* The cells on foreign money. TRUE when a side names foreign units. */
gboolean sheaf_draft_take_currency (SheafDraftReader    *reader,
                                    const SheafDraftRow *cells,
                                    SheafVoucherRow     *row);

/* Values the last row, which names foreign units and no amount. FALSE only on a store error. */
gboolean sheaf_draft_settle (SheafDraftReader *reader,
                             SheafVoucher     *voucher,
                             GError          **error);

/* Tells of an empty cell that has to be filled; TRUE when it is filled. */
gboolean sheaf_draft_must (SheafDraftReader *reader,
                           const char       *column,
                           const char       *text);
