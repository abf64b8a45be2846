/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's distribution as its papers need it, and the parts that they share. */
#pragma once

#include "distribution/compute.h"
#include "documents/paper-texts.h"
#include "documents/text.h"
#include "documents/words.h"

/* The year's distribution as all its papers need it. */
typedef struct
{
  SheafDate                year_end;
  const SheafPlan         *plan;
  const SheafLaw          *law;
  const SheafDistribution *result;
  GHashTable              *fund_names;     /* name in the plan to that of its account; or NULL */
  const char              *resolution;     /* NULL: not approved yet, and the paper says so */
  SheafDate                resolution_day; /* where there is a resolution */
  SheafWords              *words;          /* for the sums */
} SheafYearShares;

/* "Theo Nghị quyết … ngày …", or that nothing was approved yet. Free with g_free. */
char *sheaf_year_shares_basis (const SheafYearShares *shares,
                               SheafPaperTexts       *texts);

/* What the shares of each pool are taken for when they are taxed, each with its article; NULL where
 * the law pack says nothing of taxes. Free with g_free. */
char *sheaf_year_shares_taxes (const SheafYearShares *shares,
                               SheafPaperTexts       *texts);

/* A table of the rates that were chosen beside the least that the law asks, each with its article.
 * Its end stays on one page with the signers that follow. */
void sheaf_year_shares_draw_floors (const SheafYearShares *shares,
                                    SheafPaperTexts       *texts,
                                    SheafDocument         *document);
