/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of the books lines of a bank's statement may be: proposals, nothing is written. */
#pragma once

#include "base/date.h"

#include <glib.h>

/* A line of the bank's statement. */
typedef struct
{
  SheafDate date;
  gint64    amount; /* paid in positive; units as in the reconciliation */
  char     *text;
  guint     line; /* of the file */
} SheafBankLine;

void sheaf_bank_line_free (SheafBankLine *line);

/* For each line the position of the row with the same amount and the nearest day, at most so many
 * days away, that no nearer line takes; -1: none. rows are SheafReconciliationRow, ticked ones left
 * out; lines are SheafBankLine. Of gint. */
GArray *sheaf_bank_match (const GPtrArray *lines,
                          const GPtrArray *rows,
                          int              days);

/* Reads a CSV with the columns date, amount and text (others are left alone; text may be missing):
 * days YYYY-MM-DD, amounts whole smallest units, paid out with a minus. The error names line and
 * column. Of SheafBankLine. */
GPtrArray *sheaf_bank_lines_read (const char *path,
                                  GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBankLine, sheaf_bank_line_free)
