/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers of one year read from the book. */
#pragma once

#include "book/book.h"
#include "documents/member-statement.h"
#include "documents/payout-list.h"
#include "documents/words.h"

typedef struct _SheafSource SheafSource;

/* Error: SHEAF_DOCUMENTS_ERROR_DATA. The book must outlive the source. */
SheafSource *sheaf_source_new (SheafBook *book,
                               int        year,
                               GError   **error);
void         sheaf_source_free (SheafSource *source);

SheafBook        *sheaf_source_book (const SheafSource *source);
int               sheaf_source_year (const SheafSource *source);
SheafPaperTexts  *sheaf_source_texts (const SheafSource *source);
const SheafFrame *sheaf_source_frame (const SheafSource *source);

/* Amounts in Vietnamese words, opened once for all papers. Error: SHEAF_DOCUMENTS_ERROR_DATA. */
SheafWords *sheaf_source_words (SheafSource *source,
                                GError     **error);

/* The year's distribution: what was approved, else a simulation of the draft. Read once. Errors:
 * SHEAF_DOCUMENTS_ERROR_EMPTY when the year has no plan; what distribution refuses. */
const SheafYearShares *sheaf_source_shares (SheafSource *source,
                                            GError     **error);

/* What the year was to a member. The texts live as long as the source. */
gboolean sheaf_source_member (SheafSource        *source,
                              const char         *code,
                              SheafMemberFigures *ret_figures,
                              GError            **error);

/* Everyone who has a share, by code; of SheafPayoutRow, the texts live as long as the source. NULL
 * on an error. */
GArray *sheaf_source_rows (SheafSource *source,
                           GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSource, sheaf_source_free)
