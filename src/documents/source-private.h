/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What source.c and source-member.c share. */
#pragma once

#include "documents/source.h"

struct _SheafSource
{
  SheafBook         *book;
  int                year;
  SheafPaperTexts   *texts;
  SheafFrame         frame;
  SheafWords        *words;   /* opened with the first amount */
  GPtrArray         *strings; /* texts handed out, freed with the source */
  SheafLaw          *law;
  SheafPlan         *plan;
  SheafDistribution *result;
  GHashTable        *fund_names;
  SheafYearShares    shares;
  gboolean           has_shares;
  GHashTable        *deliveries; /* code to SheafMoney *, read with the first member */
  GHashTable        *supplies;
  GHashTable        *wages;
  GHashTable        *payments; /* code to SheafYearPaid * */
};

/* Takes the text over; gives it back. NULL becomes "". */
const char *sheaf_source_keep (SheafSource *source,
                               char        *text);
