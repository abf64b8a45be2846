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

/* Whose amounts the lines speak of. */
typedef struct
{
  char      *code;
  GPtrArray *lines; /* of SheafExplainLine */
} SheafExplainAnswer;

void sheaf_explain_answer_free (SheafExplainAnswer *answer);

/* Gives a SheafExplainAnswer. */
gpointer sheaf_explain_job (gpointer connection,
                            gpointer data,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafExplainAnswer, sheaf_explain_answer_free)
