/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof of a distribution: what was approved, what members get, what the ledger holds. */
#pragma once

#include "distribution/approval.h"

/* An account that the posting touched. Debit positive; after = before + change + other. */
typedef struct
{
  gint64     account_id;
  char      *code;
  char      *name;
  SheafMoney before; /* at the end of the day before the posting */
  SheafMoney change; /* by the posting's vouchers */
  SheafMoney other;  /* by other vouchers of that day */
  SheafMoney after;  /* at the end of the day */
  SheafMoney difference;
} SheafProofAccount;

typedef struct
{
  int        year;
  SheafMoney approved;         /* of all pools */
  SheafMoney undistributed;    /* below the rounding unit */
  SheafMoney members;          /* the sum of all shares */
  SheafMoney difference;       /* approved − undistributed − members */
  char      *rule;             /* how remainders go, a sentence for people */
  SheafDate  posted;           /* SHEAF_DATE_NONE: not posted; then what follows is 0 and empty */
  SheafMoney given;            /* what the ledger gave members under the plan's code */
  SheafMoney given_difference; /* members − given */
  GPtrArray *accounts;         /* of SheafProofAccount, by code */
  char      *payable_code;     /* member-payable; may be NULL */
  SheafMoney control;          /* its balance at the end of the day; credit positive */
  SheafMoney sub_ledger;       /* the sum of its parties */
  SheafMoney control_difference;
} SheafProof;

/* The proof of the latest approval. Refused (SHEAF_DISTRIBUTION_ERROR_STATE) where nothing is
 * approved. Differences are figures, not errors: see sheaf_proof_holds. */
SheafProof *sheaf_distribution_proof (SheafBook *book,
                                      int        year,
                                      GError   **error);
void        sheaf_proof_free (SheafProof *proof);

/* TRUE when every difference is 0. */
gboolean sheaf_proof_holds (const SheafProof *proof);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafProof, sheaf_proof_free)
