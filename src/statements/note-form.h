/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of the notes (B09-HTX): its texts, tables and rows, read from data/forms. */
#pragma once

#include "book/book.h"
#include "statements/form.h"

/* One record; what the kinds mean stands at the top of the form's words. */
typedef struct
{
  char    *key;      /* of a heading, text or table; NULL on rows */
  char    *kind;     /* without "memo-" and "?" */
  gboolean memo;     /* inside the row above, never added */
  gboolean optional; /* only where there is a figure */
  guint    indent;
  char    *labels[SHEAF_FORM_LANGUAGES];
  char    *rule;
  char    *of;
} SheafNoteLine;

typedef struct
{
  char      *code;
  GPtrArray *lines; /* of SheafNoteLine */
  GKeyFile  *words;
} SheafNoteForm;

/* The notes of the book's chart as they hold for a year (0: the latest); NULL with
 * SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM when it has none. */
SheafNoteForm *sheaf_note_form_load (SheafBook  *book,
                                     const char *code,
                                     int         year,
                                     GError    **error);
void           sheaf_note_form_free (SheafNoteForm *form);

/* The heading, text or table of a key, or NULL. */
const SheafNoteLine *sheaf_note_form_find (const SheafNoteForm *form,
                                           const char          *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafNoteForm, sheaf_note_form_free)
