/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One official statement of one year, ready to be shown or printed. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "statements/balance.h"
#include "statements/form.h"

/* Where the second column of figures comes from. */
typedef enum
{
  SHEAF_STATEMENT_PREVIOUS_NONE,         /* nothing is known: print no figures */
  SHEAF_STATEMENT_PREVIOUS_BOOK,         /* this book */
  SHEAF_STATEMENT_PREVIOUS_COMPARATIVES, /* statements printed before this book; say so */
} SheafStatementPrevious;

typedef enum
{
  SHEAF_STATEMENT_CURRENT,  /* of a form of movements: the closing balance */
  SHEAF_STATEMENT_PREVIOUS, /* and the opening one */
  SHEAF_STATEMENT_INCREASE, /* of such a form only */
  SHEAF_STATEMENT_DECREASE,
} SheafStatementColumn;

typedef struct
{
  const SheafFormLine *form;     /* owned by the statement's form */
  SheafMoney           current;  /* of a form of movements: the closing balance */
  SheafMoney           previous; /* and the opening one */
  SheafMoney           increase; /* of such a form only */
  SheafMoney           decrease;
  /* FALSE: nobody gave an earlier figure, which is not the same as nothing: print none */
  gboolean previous_known;
} SheafStatementLine;

typedef struct
{
  SheafForm             *form;
  int                    year;
  SheafDate              from;
  SheafDate              to;
  gboolean               interim; /* TRUE when it ends before the year does */
  gboolean               closed;  /* FALSE: the closing is computed, not posted; print that */
  SheafStatementPrevious previous_from;
  GArray                *lines;    /* of SheafStatementLine, as the form's; empty for F01-HTX */
  SheafBalance          *balance;  /* F01-HTX: its rows and total; else NULL */
  SheafProblems         *problems; /* checks that do not hold; the figures stand all the same */
} SheafStatement;

/* Computes a form ("B01-HTX") for a year, up to and including the day (SHEAF_DATE_NONE: the year's
 * end), as if the year were closed. Refused for years before the book and days outside the year. */
SheafStatement *sheaf_statement_compute (SheafBook  *book,
                                         const char *form,
                                         int         year,
                                         SheafDate   to,
                                         GError    **error);
void            sheaf_statement_free (SheafStatement *statement);

/* The line of a code, or NULL. */
const SheafStatementLine *sheaf_statement_find_line (const SheafStatement *statement,
                                                     const char           *line);

/* The text of the form ("title", "unit", …) with its days filled in; the interim form of it
 * where there is one. Free with g_free. */
char *sheaf_statement_text (const SheafStatement *statement,
                            const char           *key,
                            const char           *language);

/* The same for a list ("columns", "notes", …). Free with g_strfreev. */
char **sheaf_statement_list (const SheafStatement *statement,
                             const char           *key,
                             const char           *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafStatement, sheaf_statement_free)
