/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a printed figure to the accounts and parties it is made of. */
#pragma once

#include "statements/figures.h"
#include "statements/statement.h"

/* One term of the line's rule. */
typedef struct
{
  char      *text;   /* as the rule has it: "DBd(131)", "L(110)" */
  char      *line;   /* the line it takes over, or NULL */
  int        sign;   /* 1 or -1 */
  SheafMoney amount; /* with the sign: the amounts of all terms add up to the figure */
  GArray    *parts;  /* of SheafFiguresPart, without the sign; NULL where line is set */
} SheafOrigin;

/* The terms behind a line's figure, computed again from the book. A column of comparatives has
 * none: the list is empty. Of SheafOrigin; NULL on an error. */
GPtrArray *sheaf_statement_explain (SheafBook            *book,
                                    const SheafStatement *statement,
                                    const char           *line,
                                    SheafStatementColumn  column,
                                    GError              **error);
