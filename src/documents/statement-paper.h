/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statutory statements as the Circular prints them: forms of lines and the trial balance. */
#pragma once

#include "documents/frame.h"
#include "statements/statement.h"

/* Draws the statement with its heading, marks, codes, notes and signers, all from the form's own
 * words, which are Vietnamese whatever the program's language is. Amounts below zero stand in
 * parentheses, nothing is "–". Figures of earlier years that are not this book's are marked so, and
 * a statement whose checks do not hold is called a draft. Starts a page when none is open. Error:
 * SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_statement_paper_draw (SheafDocument        *document,
                                     SheafPaperTexts      *texts,
                                     const SheafFrame     *frame,
                                     const SheafStatement *statement,
                                     GError              **error);

/* The trial balance has eight columns and is printed across. */
SheafPageTurn sheaf_statement_paper_turn (const SheafStatement *statement);
