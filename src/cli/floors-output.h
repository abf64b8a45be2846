/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the law asks of a plan beside what the plan chose, as a table. */
#pragma once

#include "book/book.h"
#include "cli/command.h"

/* The plan that counts for the year; one that the law refuses is shown as well, that is what the
 * table is for. */
gboolean sheaf_floors_output (const SheafCommandLine *line,
                              SheafBook              *book,
                              int                     year,
                              GError                **error);
