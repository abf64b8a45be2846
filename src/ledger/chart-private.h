/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on the chart share. */
#pragma once

#include "ledger/chart.h"

#define SHEAF_CHART_KEY "ledger-chart"

struct _SheafChart
{
  GPtrArray  *all;     /* of SheafAccount, hidden ones too */
  GPtrArray  *visible; /* borrowed from all */
  GHashTable *by_id;
  GHashTable *by_code;
  GHashTable *by_role;
  GHashTable *posting; /* of roles that details took over; a later one replaces it */
};

/* Codes of the two hidden accounts, which no user can type. */
#define SHEAF_CHART_OFF_BALANCE_CONTRA "#off-balance"
#define SHEAF_CHART_OPENING_CONTRA "#opening"

/* Writes one account row inside the act under way and adds it to the chart kept with the book. */
gboolean sheaf_account_write (SheafBook          *book,
                              const SheafAccount *account,
                              gint64             *ret_id,
                              GError            **error);

/* The hidden account on the other side of an off-balance or opening row. */
const SheafAccount *sheaf_chart_contra (const SheafChart *chart,
                                        const char       *code);

/* Which details took roles over, as the book's settings say. */
void sheaf_chart_load_roles (SheafBook  *book,
                             SheafChart *chart);

/* Writes that an account takes a role's postings from now on, without judging it. */
gboolean sheaf_account_write_role (SheafBook  *book,
                                   const char *code,
                                   const char *role,
                                   GError    **error);
