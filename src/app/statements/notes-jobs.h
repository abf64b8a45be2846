/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of notes on the threads. */
#pragma once

#include "book/book.h"

typedef struct
{
  char    *key; /* "I.1" */
  char    *title;
  char    *text;          /* as it stands; may be NULL */
  gboolean kept;          /* written for this year; else the form's own */
  char    *proposed;      /* what an earlier year said; NULL: nothing */
  int      proposed_year; /* of it; 0: none */
} SheafNoteWords;

/* data: the year (int). Result: GPtrArray of SheafNoteWords. */
gpointer sheaf_notes_read_job (gpointer connection,
                               gpointer data,
                               GError **error);

typedef struct
{
  int   year;
  char *key;
  char *text;
} SheafNoteWriting;

void sheaf_note_writing_free (SheafNoteWriting *writing);

/* data: SheafNoteWriting. Result: anything, free with g_free. */
gpointer sheaf_notes_write_job (gpointer connection,
                                gpointer data,
                                GError **error);
