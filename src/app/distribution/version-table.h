/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a plan as rows of one table, computed on a thread. */
#pragma once

#include "distribution/compare.h"

typedef struct
{
  char      *code; /* of a member; NULL: a step or a sum */
  char      *title;
  gboolean   is_total;
  SheafMoney amounts[SHEAF_COMPARE_MAX];
} SheafVersionRow;

typedef struct
{
  int        year;
  guint      n;
  char      *names[SHEAF_COMPARE_MAX];
  GPtrArray *rows;    /* of SheafVersionRow */
  char      *refused; /* why they cannot stand beside each other; NULL: they do */
} SheafVersionTable;

typedef struct
{
  int    year;
  char **versions;
} SheafVersionQuestion;

void sheaf_version_table_free (SheafVersionTable *table);
void sheaf_version_question_free (SheafVersionQuestion *question);

/* Gives a SheafVersionTable; a version that is refused is told in it. */
gpointer sheaf_version_table_job (gpointer connection,
                                  gpointer data,
                                  GError **error);
