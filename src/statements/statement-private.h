/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a column of a statement finds its figures; shared with explain.c. */
#pragma once

#include "statements/statement.h"

/* The figures of a column that comes from the book, and the moment in them. */
SheafFigures *sheaf_statement_load_figures (SheafBook            *book,
                                            const SheafStatement *statement,
                                            SheafStatementColumn  column,
                                            SheafFiguresMoment   *ret_moment,
                                            GError              **error);
