/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a column of a statement finds its figures; shared with explain.c. */
#pragma once

#include "statements/statement.h"

/* The same day a year earlier; the last day of a month stays the last. */
SheafDate sheaf_statement_day_before (SheafDate day);

/* The figures of a column that comes from the book, and the moment in them. With details every
 * party and item is known by itself, as an explanation needs it; without, only where the form asks
 * for it, so that the cost does not grow with the parties. */
SheafFigures *sheaf_statement_load_figures (SheafBook            *book,
                                            const SheafStatement *statement,
                                            SheafStatementColumn  column,
                                            gboolean              details,
                                            SheafFiguresMoment   *ret_moment,
                                            GError              **error);
