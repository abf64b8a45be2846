/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows, read in one job. */
#pragma once

#include "app/widgets/bar-chart.h"
#include "distribution/approval.h"

typedef struct
{
  SheafMoney     cash;
  SheafMoney     receivable;
  SheafMoney     payable;
  SheafMoney     result[SHEAF_SIDES];
  SheafMoney     income[SHEAF_BAR_CHART_MONTHS];
  SheafMoney     cost[SHEAF_BAR_CHART_MONTHS];
  gboolean       closed;
  SheafPlanState plan_state;
  guint          unpaid;   /* members still owed of the posted distribution */
  guint          vouchers; /* whether there are any: at most the number of last */
  guint          drafts;   /* vouchers typed and not posted */
  guint          due;      /* entries that come again and are due */
  GPtrArray     *last;     /* of SheafVoucherLine, newest first */
} SheafOverviewFigures;

/* data is an int *: the year. Result: SheafOverviewFigures. */
gpointer sheaf_overview_figures_job (gpointer connection,
                                     gpointer data,
                                     GError **error);
void     sheaf_overview_figures_free (SheafOverviewFigures *figures);
