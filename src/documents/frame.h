/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all papers of a book have around them. */
#pragma once

#include "documents/heading.h"
#include "documents/paper-texts.h"

/* Who the papers are of and who signs them. Texts that are not known are empty, never
 * NULL. */
typedef struct
{
  const char *name;
  const char *address;
  const char *tax_code; /* may be NULL */
  const char *director;
  const char *chief_accountant;
  const char *accountant;
  const char *cashier;
  const char *seal;     /* the head of the audit chain, printed small at the foot of each page */
  const char *revision; /* what a statement says of figures opened again; NULL: nothing */
  SheafDate   date;     /* the day the paper is signed; SHEAF_DATE_NONE: dots to be filled in */
} SheafFrame;

/* A new document with the footers that all papers have, in the language of the paper ("vi", "en",
 * "fr"; NULL: that of the texts). title is that of the file. day, the end of the year told of, is
 * the file's date when the frame has none. */
SheafDocument *sheaf_frame_open (const SheafFrame *frame,
                                 SheafPaperTexts  *texts,
                                 const char       *language,
                                 const char       *title,
                                 SheafDate         day,
                                 SheafPageTurn     turn,
                                 GError          **error);

/* The heading of a paper from its texts: title, subtitle (the day filled in), unit, money; note, or
 * NULL, stands below the subtitle. */
void sheaf_frame_head (const SheafFrame *frame,
                       SheafPaperTexts  *texts,
                       const char       *paper,
                       SheafDate         day,
                       const char       *note,
                       SheafDocument    *document);

/* The signers of a paper from its texts; names, or NULL, has as many entries as there are signers.
 * size is that of the text, 0 the usual one. */
void sheaf_frame_sign (const SheafFrame  *frame,
                       SheafPaperTexts   *texts,
                       const char        *paper,
                       const char *const *names,
                       float              size,
                       SheafDocument     *document);
