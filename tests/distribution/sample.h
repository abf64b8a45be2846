/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small co-ops for the tests: a plan from text, figures from numbers. */
#pragma once

#include "distribution/compute.h"

/* A plan under vn-2023 that must be free of errors. */
SheafPlan *sample_plan (const char *text);

SheafDistributionInputs *sample_inputs (gint64 internal,
                                        gint64 external);
void                     sample_member (SheafDistributionInputs *inputs,
                                        const char              *code,
                                        gint64                   use,
                                        gint64                   labour,
                                        gint64                   capital,
                                        gint64                   equal);

/* Computes and expects success; warnings are counted in *ret_warnings when not NULL. */
SheafDistribution *sample_compute (const char                    *plan_text,
                                   const SheafDistributionInputs *inputs,
                                   guint                         *ret_warnings);

/* Computes and expects a refusal whose text contains part. */
void sample_refused (const char                    *plan_text,
                     const SheafDistributionInputs *inputs,
                     const char                    *part);

void sample_step (const SheafDistribution *distribution,
                  const char              *name,
                  gint64                   internal,
                  gint64                   external);

/* The amount of one share, -1 when there is no such row. */
gint64 sample_share (const SheafDistribution *distribution,
                     const char              *code,
                     const char              *pool);
