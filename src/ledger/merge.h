/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties entered twice: one stands for the other from then on. Merging moves no money: rows keep
 * the party they were written with, and readers count both together. */
#pragma once

#include "ledger/party.h"

/* Who stands for whom, kept with the book. */
typedef struct _SheafMerges SheafMerges;

/* Holds until a party is merged or the book refreshed. */
const SheafMerges *sheaf_merges_get (SheafBook *book,
                                     GError   **error);

/* The party that stands for this one, over any number of merges; itself when it was not merged. */
gint64 sheaf_merges_survivor (const SheafMerges *merges,
                              gint64             party_id);

/* The same by the book; itself where the book cannot be read. */
gint64 sheaf_party_survivor (SheafBook *book,
                             gint64     party_id);

/* The party that stands for this one and all that were merged into it, the survivor first; of
 * gint64. */
GArray *sheaf_party_together (SheafBook *book,
                              gint64     party_id,
                              GError   **error);

/* Makes into stand for party_id from now on, with a reason for the auditor. Refused when either is
 * merged already, for one and the same party, without a reason, and for a member: each has its own
 * entry in the register, so a member is always the one that stays. */
gboolean sheaf_party_merge (SheafBook  *book,
                            gint64      party_id,
                            gint64      into_id,
                            const char *reason,
                            GError    **error);

/* Takes a merge back. Refused when the party is not merged, without a reason, and where an item
 * would then belong to another party than its rows name. */
gboolean sheaf_party_unmerge (SheafBook  *book,
                              gint64      party_id,
                              const char *reason,
                              GError    **error);

typedef struct
{
  gint64 party_id; /* merged */
  gint64 into_id;  /* directly into this one */
  char  *reason;
  char  *user; /* who did it */
  char  *at;   /* when, an instant in UTC */
} SheafMerge;

void sheaf_merge_free (SheafMerge *merge);

/* The merges that hold, in the order in which they were made; of SheafMerge. */
GPtrArray *sheaf_merge_list (SheafBook *book,
                             GError   **error);

/* TRUE for those who are or were members. */
gboolean sheaf_party_in_register (SheafBook *book,
                                  gint64     party_id,
                                  gboolean  *ret_in_register,
                                  GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMerge, sheaf_merge_free)
