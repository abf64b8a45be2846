/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Detail accounts, read and written away from the main thread. */
#pragma once

#include "app/choices.h"
#include "ledger/types.h"

/* Every account that a detail may be opened under, and which of them takes what the program posts
 * itself. */
typedef struct
{
  SheafChoices *accounts;
  GHashTable   *posting; /* codes */
} SheafDetailChart;

/* What a person wants to open. */
typedef struct
{
  char      *parent;
  char      *code;
  char      *name;
  SheafNeeds needs;      /* NOTHING: as the account above */
  gboolean   takes_role; /* what the program posts to the account above goes to this one */
} SheafDetailWish;

void sheaf_detail_chart_free (SheafDetailChart *chart);
void sheaf_detail_wish_free (SheafDetailWish *wish);

/* Jobs: the result is a SheafDetailChart; the code of the account opened (free with g_free). */
gpointer sheaf_detail_chart_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_detail_open_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* The first free code under an account: its own and one digit more. NULL when all are taken. Free
 * with g_free. */
char *sheaf_detail_next_code (const SheafDetailChart *chart,
                              const char             *parent);
