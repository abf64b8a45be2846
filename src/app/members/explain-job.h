/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one member's explanation of a year. */
#pragma once

#include "base/date.h"

#include <gio/gio.h>

typedef struct
{
  char     *code;
  int       year; /* 0: the latest that gave the member something */
  SheafDate day;
} SheafWhyQuestion;

void sheaf_why_question_free (SheafWhyQuestion *question);

typedef struct
{
  int        year;
  GArray    *years; /* of int, the latest first: those that gave the member something */
  GPtrArray *lines; /* of SheafExplainLine; NULL: no year did */
} SheafWhyAnswer;

void sheaf_why_answer_free (SheafWhyAnswer *answer);

/* data: SheafWhyQuestion. Result: SheafWhyAnswer. */
gpointer sheaf_why_job (gpointer connection,
                        gpointer data,
                        GError **error);
