/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding about people's input: where, what is wrong, what to do. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_PROBLEM_ERROR,   /* the act is refused */
  SHEAF_PROBLEM_WARNING, /* the act goes on; the person should know */
} SheafProblemKind;

typedef struct
{
  SheafProblemKind kind;
  char            *file;   /* NULL when not from a file */
  guint            line;   /* 1-based; 0 when it has none */
  char            *column; /* the column's header or the field's name; may be NULL */
  char            *text;   /* one sentence: what is wrong, and the remedy */
} SheafProblem;

/* A list of findings; shown whole, so that people mend everything in one go. */
typedef struct
{
  GPtrArray *items; /* of SheafProblem */
  guint      errors;
  guint      warnings;
} SheafProblems;

SheafProblems *sheaf_problems_new (void);
void           sheaf_problems_free (SheafProblems *problems);

/* Adds a finding; text is a printf form. file and column may be NULL. */
void sheaf_problems_add (SheafProblems   *problems,
                         SheafProblemKind kind,
                         const char      *file,
                         guint            line,
                         const char      *column,
                         const char      *format,
                         ...) G_GNUC_PRINTF (6, 7);

/* "FILE:LINE: column: text", with the parts that are there. Free with g_free. */
char *sheaf_problem_to_text (const SheafProblem *problem);

/* TRUE when there is no finding of kind ERROR; else the first one's sentence becomes the error. */
gboolean sheaf_problems_pass (const SheafProblems *problems,
                              GQuark               domain,
                              int                  code,
                              GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafProblems, sheaf_problems_free)
