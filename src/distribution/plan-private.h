/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make up a plan share with each other. */
#pragma once

#include "distribution/plan.h"

/* Finds the line of every group and key; adds a problem for each line that is neither and for each
 * that comes twice. */
gboolean sheaf_plan_scan (const char    *text,
                          gsize          length,
                          const char    *file,
                          GHashTable    *lines,
                          SheafProblems *problems);

/* The line of a key, or of its group when the key is not written; 0 when neither is. */
guint sheaf_plan_line (const SheafPlan *plan,
                       const char      *group,
                       const char      *key);

/* Judges the values against the law pack and against each other. */
void sheaf_plan_check (const SheafPlan *plan,
                       const SheafLaw  *law,
                       SheafProblems   *problems);

SheafPlan *sheaf_plan_new (void);
