/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A distribution as tables. */
#pragma once

#include "cli/command.h"
#include "distribution/compare.h"
#include "distribution/proof.h"

/* Each member's share of each pool. */
gboolean sheaf_shares_output (const SheafCommandLine  *line,
                              const SheafDistribution *distribution,
                              GError                 **error);

/* The steps of the calculation of a year, for both profits; people read funds by the titles of the
 * year's plan. */
gboolean sheaf_steps_output (const SheafCommandLine  *line,
                             SheafBook               *book,
                             int                      year,
                             const SheafDistribution *distribution,
                             GError                 **error);

/* Versions of a plan beside each other: a line for each step and each member, and what all members
 * get. */
gboolean sheaf_comparison_output (const SheafCommandLine    *line,
                                  const SheafPlanComparison *comparison,
                                  GError                   **error);

/* The proof: what was approved and what members get, what the ledger gave them, each account that
 * the posting touched, what is owed to members by the sub-ledger and by its control account. */
gboolean sheaf_proof_output (const SheafCommandLine *line,
                             const SheafProof       *proof,
                             GError                **error);
