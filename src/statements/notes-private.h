/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes while they are computed. */
#pragma once

#include "statements/figures.h"
#include "statements/notes.h"

typedef struct
{
  SheafBook        *book;
  const SheafChart *chart;
  SheafNotes       *notes;
  SheafNote        *note; /* the table under way */
  const char       *language;
  SheafFormLanguage labels;
  SheafDate         from;
  SheafDate         to;
  SheafFigures     *current;
  SheafFigures     *before; /* of the year before; NULL: not in the book */
  char             *plain;  /* what rows without details are called */
} SheafNotesRun;

/* Adds the row or rows of a line of the form to the table under way. */
gboolean sheaf_note_rows_add (SheafNotesRun       *run,
                              const SheafNoteLine *line,
                              GError             **error);

/* The figure of "B01-HTX:130" in a column of the table (0: this year or closing). */
gboolean sheaf_note_rows_line (const SheafNotesRun *run,
                               const char          *of,
                               guint                column,
                               SheafMoney          *ret_amount);

/* The value of a rule in a column; FALSE when the book does not know it. */
gboolean sheaf_note_rows_rule (const SheafNotesRun *run,
                               const char          *rule,
                               guint                column,
                               SheafMoney          *ret_amount);
