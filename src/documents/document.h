/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper being drawn: pages, fonts, rules, footers, saving. */
#pragma once

#include "base/date.h"
#include "documents/font.h"

/* Places and sizes are points (1/72 inch) from the upper left corner of the page; this makes them
 * of millimetres. They are the only floating numbers: nothing that is counted is kept in them. */
#define SHEAF_MM(mm) ((float) (mm) *2.8346457f)

typedef enum
{
  SHEAF_PAGE_PORTRAIT,
  SHEAF_PAGE_LANDSCAPE,
} SheafPageTurn;

typedef struct _SheafDocument SheafDocument;

/* A new A4 document without pages. title and author stand in the file's properties; the date is the
 * day the paper bears: the file is the same to the byte whenever it is made. Errors:
 * SHEAF_DOCUMENTS_ERROR_FONT, _PDF. */
SheafDocument *sheaf_document_new (const char   *title,
                                   const char   *author,
                                   SheafDate     date,
                                   SheafPageTurn turn,
                                   GError      **error);
void           sheaf_document_free (SheafDocument *document);

/* The foot of every page from this one on: small text on the left (may be NULL), and the page's
 * number on the right made of the pattern, where {page} and {pages} are put in: "Trang
 * {page}/{pages}". It is drawn when the document is saved, as only then the number of pages is
 * known; pages are counted from the last call of sheaf_document_restart. */
void sheaf_document_set_footer (SheafDocument *document,
                                const char    *left,
                                const char    *pattern);

/* A small line on top of every page from the next one on, that tells what a loose sheet belongs to;
 * NULL: none. */
void sheaf_document_set_running (SheafDocument *document,
                                 const char    *text);

/* Starts a new page; drawing goes on at its upper margin. */
void sheaf_document_add_page (SheafDocument *document);

/* The next page begins a paper of its own within this file: page numbers start again at 1. */
void sheaf_document_restart (SheafDocument *document);

/* A new page when less than this height is left above the foot; TRUE when one was made. Makes the
 * first page too. */
gboolean sheaf_document_reserve (SheafDocument *document,
                                 float          height);

/* An entry of the file's table of contents that leads to the current page. */
void sheaf_document_add_outline (SheafDocument *document,
                                 const char    *title);

guint sheaf_document_pages (const SheafDocument *document);

/* The area within the margins; y is where drawing goes on and may be moved. */
float sheaf_document_left (const SheafDocument *document);
float sheaf_document_right (const SheafDocument *document);
float sheaf_document_top (const SheafDocument *document);
float sheaf_document_bottom (const SheafDocument *document);
float sheaf_document_y (const SheafDocument *document);
void  sheaf_document_set_y (SheafDocument *document,
                            float          y);

/* A straight black line of the given thickness. */
void sheaf_document_line (SheafDocument *document,
                          float          x1,
                          float          y1,
                          float          x2,
                          float          y2,
                          float          thickness);

/* A rectangle filled with grey: 0 is black, 1 white. */
void sheaf_document_fill (SheafDocument *document,
                          float          x,
                          float          y,
                          float          width,
                          float          height,
                          float          grey);

typedef struct
{
  float x;
  float y;
  float width;
  float height;
} SheafBox;

/* Boxes filled black as one shape: where they touch there is no seam. */
void sheaf_document_fill_boxes (SheafDocument  *document,
                                const SheafBox *boxes,
                                guint           n_boxes);

/* The finished file in memory; the document can only be freed afterwards. Error:
 * SHEAF_DOCUMENTS_ERROR_PDF. */
GBytes *sheaf_document_finish (SheafDocument *document,
                               GError       **error);

/* As above, written to a file: whole or not at all (the error says why and names the file). */
gboolean sheaf_document_save (SheafDocument *document,
                              const char    *path,
                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDocument, sheaf_document_free)
