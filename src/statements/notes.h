/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes to the statements (B09-HTX): running texts, and tables that explain lines of B01 and
 * B02. */
#pragma once

#include "base/problem.h"
#include "statements/note-form.h"
#include "statements/statement.h"

#define SHEAF_NOTES_CODE "B09-HTX"
#define SHEAF_NOTE_COLUMNS 4

typedef enum
{
  SHEAF_NOTE_HEADING,
  SHEAF_NOTE_TEXT,
  SHEAF_NOTE_BALANCE, /* closing, opening */
  SHEAF_NOTE_RESULT,  /* this year, last year */
  SHEAF_NOTE_TAX,     /* opening, due, paid, closing */
  SHEAF_NOTE_FUND,    /* opening, used, appropriated, closing */
  SHEAF_NOTE_UNITS,   /* closing and opening units of a currency, as text */
} SheafNoteKind;

typedef struct
{
  char      *label;
  guint      indent;
  gboolean   memo;  /* inside the row above */
  gboolean   total; /* the sum of the rows that are no memos */
  gboolean   words; /* no figures */
  gboolean   known[SHEAF_NOTE_COLUMNS];
  SheafMoney amounts[SHEAF_NOTE_COLUMNS];
  char      *units[2]; /* of SHEAF_NOTE_UNITS */
  gint64     account_id;
  gint64     item_id;
} SheafNoteRow;

typedef struct
{
  char         *key; /* "IV.3" */
  SheafNoteKind kind;
  char         *title;
  char         *text; /* kept for the year, or the form's default; NULL: none */
  gboolean      kept; /* FALSE: the default */
  GPtrArray    *rows; /* of SheafNoteRow; none on headings and texts */
} SheafNote;

typedef struct
{
  SheafNoteForm  *form;
  SheafStatement *position; /* B01-HTX */
  SheafStatement *results;  /* B02-HTX */
  GPtrArray      *notes;    /* of SheafNote, in the form's order */
  gboolean        reserve;  /* a balance of the credit risk reserve is shown */
  SheafProblems  *problems; /* tables that differ from their line */
} SheafNotes;

/* Computes all notes of a year up to a day (SHEAF_DATE_NONE: the year's end); labels and texts in
 * vi, en or fr. Errors: as sheaf_statement_compute; the chart has no notes. */
SheafNotes *sheaf_notes_compute (SheafBook  *book,
                                 int         year,
                                 SheafDate   to,
                                 const char *language,
                                 GError    **error);
void        sheaf_notes_free (SheafNotes *notes);

/* The columns of figures that a kind of table has. */
guint sheaf_note_kind_columns (SheafNoteKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafNotes, sheaf_notes_free)
