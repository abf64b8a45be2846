/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the guide share. */
#pragma once

#include "ledger/guide.h"

/* A role that is computed: the sum of terms. Where it is below 0 and there is a role for that (a
 * loss for a gain), the other role takes the amount without its sign. */
typedef struct
{
  guint   target;
  guint   below; /* G_MAXUINT: none */
  GArray *terms; /* of SheafGuideTerm */
} SheafGuideSum;

typedef struct
{
  guint    amount;
  gboolean minus;
} SheafGuideTerm;

/* Places of a debit and a credit line between which money goes: as much as both still lack. */
typedef struct
{
  guint debit;
  guint credit;
} SheafGuidePair;

/* What is kept behind a case; the case comes first, so that one is the other. */
typedef struct
{
  SheafGuideCase entry;
  GPtrArray     *sums;  /* of SheafGuideSum, in the order in which they are computed */
  GArray        *pairs; /* of SheafGuidePair; every debit with every credit when not given */
} SheafGuideEntry;

typedef struct _SheafGuideIndex SheafGuideIndex;

struct _SheafGuide
{
  gatomicrefcount  users;
  GPtrArray       *entries; /* of SheafGuideEntry, common ones first */
  GHashTable      *by_id;
  GHashTable      *texts; /* key to SheafGuideText */
  GHashTable      *pairs; /* the set of "DEBIT>CREDIT" */
  GHashTable      *words; /* id to everyday words, a line each; "" to words that say nothing */
  SheafGuideIndex *index;
};

/* guide-load.c: an empty guide when the chart has no entries. */
SheafGuide *sheaf_guide_load (SheafBook *book,
                              GError   **error);

/* guide-entry.c */
SheafGuideEntry *sheaf_guide_entry_new (void);
void             sheaf_guide_entry_free (gpointer data);
SheafGuideText  *sheaf_guide_text_new (void);
void             sheaf_guide_text_clear (SheafGuideText *text);
void             sheaf_guide_text_free (gpointer data);

/* Reads what the data says of a case once its lines are there: "gross = net + vat" and "1>3 2>3".
 * FALSE when it cannot be understood. */
gboolean sheaf_guide_entry_link (SheafGuideEntry *entry,
                                 const char      *sums,
                                 const char      *pairs,
                                 GHashTable      *texts);

/* guide-search.c */
SheafGuideIndex *sheaf_guide_index_new (const SheafGuide *guide);
void             sheaf_guide_index_free (SheafGuideIndex *index);

/* guide-pairs.c: fills guide->pairs. */
void sheaf_guide_collect_pairs (SheafGuide *guide);

/* guide-kind.c: money decides, then the store by the first row; what is left is a journal
 * voucher. */
SheafVoucherKind sheaf_guide_guess_kind (const SheafChart   *chart,
                                         const SheafVoucher *voucher);

/* guide-currency.c: gives the foreign money of the answers to the rows; pairs holds the lines
 * behind each row. */
void sheaf_guide_fill_currency (const SheafChart        *chart,
                                const SheafGuideAnswers *answers,
                                SheafVoucher            *voucher,
                                const GArray            *pairs,
                                SheafProblems           *problems);
