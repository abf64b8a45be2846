/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by key, for holding kept totals against rows: what both agree on comes to zero. */
#pragma once

#include <glib.h>

/* What a sum is of; the order in which differences are told. */
typedef enum
{
  SHEAF_VERIFY_PAIR,   /* ids: debit, credit, scope */
  SHEAF_VERIFY_DETAIL, /* ids: account, party, item */
  SHEAF_VERIFY_SIDE,   /* ids: account */
  SHEAF_VERIFY_DAY,    /* ids: account, day as 20250131 */
  SHEAF_VERIFY_SUMS,
} SheafVerifySumKind;

/* Amounts add up modulo 2^64, so that not even a forged row stops the check. */
typedef struct
{
  guint32 kind;
  gint32  month; /* 202501; 0: of no month */
  gint64  layer;
  gint64  ids[3];
  guint64 debit;
  guint64 credit;
} SheafVerifySum;

typedef struct _SheafVerifySums SheafVerifySums;

SheafVerifySums *sheaf_verify_sums_new (void);
void             sheaf_verify_sums_free (SheafVerifySums *sums);

/* Adds debit and credit of add to the sum of the same key. */
void sheaf_verify_sums_add (SheafVerifySums      *sums,
                            const SheafVerifySum *add);

/* The sums of one kind that are not zero, ordered by month, layer and ids; of SheafVerifySum. Free
 * with g_array_unref. */
GArray *sheaf_verify_sums_list (const SheafVerifySums *sums,
                                SheafVerifySumKind     kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVerifySums, sheaf_verify_sums_free)
