/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up year of a made-up co-op, shared by the rules, for papers to show. */
#pragma once

#include "documents/member-statement.h"
#include "documents/payout-list.h"

typedef struct
{
  SheafLaw                *law;
  SheafPlan               *plan;
  SheafDistributionInputs *inputs;
  SheafDistribution       *result;
  SheafYearShares          shares;
  SheafFrame               frame;
  SheafPaperTexts         *texts;
  SheafPayoutRow          *rows;
  guint                    n_rows;
} Fixture;

Fixture *fixture_new (guint members);
void     fixture_free (Fixture *fixture);

/* Figures of the nth member (from 0); the strings are the fixture's. */
SheafMemberFigures fixture_member (const Fixture *fixture,
                                   guint          n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
