/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries and enters a grid's text on the writing thread. */
#pragma once

#include "app/jobs.h"
#include "base/problem.h"

typedef struct
{
  char    *kind;
  char    *text;
  gboolean only_try;
} SheafGridAct;

SheafGridAct *sheaf_grid_act_new (const char *kind,
                                  char       *text_taken,
                                  gboolean    only_try);
void          sheaf_grid_act_free (SheafGridAct *act);

/* A job with a SheafGridAct: gives the findings (SheafProblems); without only_try the rows are in
 * the book when there is no error among them. */
gpointer sheaf_grid_job (gpointer connection,
                         gpointer data,
                         GError **error);
