/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What document.c, document-save.c and text.c share: the only files that know libharu. */
#pragma once

#include "documents/document.h"

#include <hpdf.h>

/* A page and the foot it gets when everything is drawn. */
typedef struct
{
  HPDF_Page page;
  char     *left;
  char     *pattern;
  guint     paper;  /* which paper of the file it belongs to, */
  guint     number; /* and its number there, from 1 */
} SheafDocumentPage;

struct _SheafDocument
{
  HPDF_Doc      pdf;
  HPDF_Font     faces[SHEAF_N_FACES]; /* embedded when first used */
  SheafFont     fonts[SHEAF_N_FACES];
  GArray       *pages;  /* of SheafDocumentPage */
  GArray       *papers; /* of guint: how many pages each paper of the file has */
  HPDF_Page     page;   /* the one drawn on; NULL before the first of a paper */
  SheafPageTurn turn;
  char         *left;
  char         *pattern;
  char         *running; /* on top of each new page; NULL: nothing */
  float         top;     /* where drawing begins on the current page */
  float         y;
};

/* The page being drawn on; the first is made when there is none. */
HPDF_Page sheaf_document_page (SheafDocument *document);
float     sheaf_document_page_height (const SheafDocument *document);

/* The face, loaded into the file now if it was not yet; NULL after an error of libharu. */
HPDF_Font sheaf_document_face (SheafDocument *document,
                               SheafFace      face);

/* FALSE with an error when libharu met one at any time: its errors stick. */
gboolean sheaf_document_check (SheafDocument *document,
                               GError       **error);
