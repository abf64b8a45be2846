/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running texts of a statement's notes, kept by year. */
#pragma once

#include "book/book.h"

typedef struct
{
  int   year;
  char *form;
  char *key;
  char *text;
} SheafNoteText;

/* All that are kept and count, by year, form and key; of SheafNoteText. */
GPtrArray *sheaf_note_text_list (SheafBook *book,
                                 GError   **error);
void       sheaf_note_text_free (SheafNoteText *text);

/* The text kept for a year, form ("B09-HTX") and key ("I.1"); NULL when there is none, also with an
 * error. An empty text was written to be empty. Free with g_free. */
char *sheaf_note_text_find (SheafBook  *book,
                            int         year,
                            const char *form,
                            const char *key,
                            GError    **error);

/* What is proposed where nothing is kept: the latest earlier year's text and that year; 0 and NULL
 * when there is none. */
char *sheaf_note_text_propose (SheafBook  *book,
                               int         year,
                               const char *form,
                               const char *key,
                               int        *ret_year,
                               GError    **error);

/* Keeps a text, an act of its own; the latest counts, a year's text is never another's. Nothing is
 * written where it is the text that is kept. Refused for years outside the book and above 20,000
 * letters. */
gboolean sheaf_note_text_write (SheafBook  *book,
                                int         year,
                                const char *form,
                                const char *key,
                                const char *text,
                                GError    **error);
