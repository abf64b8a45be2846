/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one member's amounts come about, also of a plan that is not saved yet. */
#pragma once

#include <glib.h>

typedef struct
{
  int   year;
  char *code;
  char *text; /* of the plan at work; NULL: what is approved, else what is saved */
} SheafExplainQuestion;

void sheaf_explain_question_free (SheafExplainQuestion *question);

/* Gives a GPtrArray of SheafExplainLine. */
gpointer sheaf_explain_job (gpointer connection,
                            gpointer data,
                            GError **error);
