/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of members' capital asks of the reading thread. */
#pragma once

#include "base/problem.h"
#include "capital/due.h"
#include "capital/event.h"
#include "capital/ownership.h"

/* The day, and whose events (0: everyone's). */
typedef struct
{
  SheafDate on;
  gint64    party_id;
} SheafCapitalWish;

/* An event with what is shown of it. */
typedef struct
{
  SheafCapitalEvent *event;
  char              *code;
  char              *name;
  char              *to; /* code and name of who receives; NULL: none */
} SheafCapitalLine;

/* Everything of a day. */
typedef struct
{
  SheafCapitalWish       wish;
  GPtrArray             *dues; /* of SheafCapitalDue; of the member when one is asked for */
  SheafCapitalOwnership *ownership;
  SheafProblems         *breaches;     /* what is beyond a limit, each with the ways out */
  GPtrArray             *lines;        /* of SheafCapitalLine up to the day, the latest first */
  guint                  certificates; /* members who are to get one */
} SheafCapitalTable;

void     sheaf_capital_table_free (SheafCapitalTable *table);
gpointer sheaf_capital_table_job (gpointer connection, /* data: SheafCapitalWish */
                                  gpointer data,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalTable, sheaf_capital_table_free)
