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

/* A row of the form's line, not yet in a table; label NULL: the line's own. */
SheafNoteRow *sheaf_note_row_new (const SheafNotesRun *run,
                                  const SheafNoteLine *line,
                                  const char          *label);
void          sheaf_note_row_free (gpointer row);
gboolean      sheaf_note_row_is_empty (const SheafNoteRow *row);

/* Takes the row over into the table; an optional one only when it has a figure. */
void sheaf_note_row_add (const SheafNotesRun *run,
                         SheafNoteRow        *row,
                         gboolean             optional);

/* "131 Phải thu của khách hàng". Free with g_free. */
char *sheaf_note_account_label (const SheafNotesRun *run,
                                const SheafAccount  *account);

/* What is done with each account that is posted to under those of a line. */
typedef gboolean (*SheafNoteEachAccount) (SheafNotesRun       *run,
                                          const SheafNoteLine *line,
                                          const SheafAccount  *account,
                                          GError             **error);
gboolean sheaf_note_walk_accounts (SheafNotesRun       *run,
                                   const SheafNoteLine *line,
                                   SheafNoteEachAccount each,
                                   GError             **error);

/* The row of one account by the line's rule, "@" its code. */
gboolean sheaf_note_add_account_rule (SheafNotesRun       *run,
                                      const SheafNoteLine *line,
                                      const SheafAccount  *account,
                                      GError             **error);

/* Kinds of lines whose rows are free: see the top of the form's words. */
gboolean sheaf_note_add_items (SheafNotesRun       *run,
                               const SheafNoteLine *line,
                               GError             **error);
gboolean sheaf_note_add_accounts (SheafNotesRun       *run,
                                  const SheafNoteLine *line,
                                  GError             **error);
gboolean sheaf_note_add_item (SheafNotesRun       *run,
                              const SheafNoteLine *line,
                              GError             **error);
gboolean sheaf_note_add_named (SheafNotesRun       *run,
                               const SheafNoteLine *line,
                               GError             **error);
gboolean sheaf_note_add_others (SheafNotesRun       *run,
                                const SheafNoteLine *line,
                                GError             **error);
