/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a plan beside each other: what each step and each member would get. */
#pragma once

#include "distribution/approval.h"

#define SHEAF_COMPARE_MAX 3

typedef struct
{
  guint              n; /* 1 to SHEAF_COMPARE_MAX */
  char              *names[SHEAF_COMPARE_MAX];
  SheafDistribution *results[SHEAF_COMPARE_MAX];
  /* code to SheafMoney */
  GHashTable *totals[SHEAF_COMPARE_MAX];
  /* names of all steps, in the order of the calculation; of char * */
  GPtrArray *steps;
  /* of all who share in any version, in byte order; of char * */
  GPtrArray *codes;
} SheafPlanComparison;

/* Computes each version; versions is NULL-terminated. A version that is refused is the error; its
 * warnings carry the version's name. */
SheafPlanComparison *sheaf_plan_compare (SheafBook         *book,
                                         int                year,
                                         const char *const *versions,
                                         SheafProblems     *problems,
                                         GError           **error);
void                 sheaf_plan_comparison_free (SheafPlanComparison *comparison);

/* Of both profits together. */
SheafMoney sheaf_plan_comparison_step (const SheafPlanComparison *comparison,
                                       guint                      version,
                                       const char                *step);
SheafMoney sheaf_plan_comparison_member (const SheafPlanComparison *comparison,
                                         guint                      version,
                                         const char                *code);

/* What all members get together. */
SheafMoney sheaf_plan_comparison_total (const SheafPlanComparison *comparison,
                                        guint                      version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPlanComparison, sheaf_plan_comparison_free)
