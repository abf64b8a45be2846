/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on a page: clean, measured, broken into lines, cut, drawn. */
#pragma once

#include "documents/document.h"

typedef enum
{
  SHEAF_ALIGN_LEFT,
  SHEAF_ALIGN_CENTRE,
  SHEAF_ALIGN_RIGHT,
} SheafAlign;

typedef struct
{
  SheafFace  face;
  float      size; /* points */
  SheafAlign align;
} SheafTextStyle;

#define SHEAF_TEXT_STYLE(f, s, a) ((SheafTextStyle){ .face = (f), .size = (s), .align = (a) })

/* The distance from one line to the next. */
float sheaf_document_text_line_height (SheafTextStyle style);

/* The text as libharu can draw it: composed letters (NFC), no control, format or invalid bytes,
 * every blank a plain one but the unbreakable; letters that the face lacks become "?". Line ends
 * stay, for sheaf_document_text_wrap. Free with g_free. */
char *sheaf_document_text_clean (SheafDocument *document,
                                 SheafFace      face,
                                 const char    *text);

float sheaf_document_text_width (SheafDocument *document,
                                 SheafTextStyle style,
                                 const char    *text);

/* The lines that fit into the width, broken at blanks and line ends, and inside a word only when it
 * is wider than the width. At least one line. Free with g_strfreev. */
char **sheaf_document_text_wrap (SheafDocument *document,
                                 SheafTextStyle style,
                                 const char    *text,
                                 float          width);

/* The text, or as much of it as fits with "…" behind. Free with g_free. */
char *sheaf_document_text_ellipsize (SheafDocument *document,
                                     SheafTextStyle style,
                                     const char    *text,
                                     float          width);

/* One line whose baseline is at y; x is its left end, middle or right end as the style aligns
 * it. */
void sheaf_document_text_draw (SheafDocument *document,
                               SheafTextStyle style,
                               float          x,
                               float          y,
                               const char    *text);

/* Lines that were broken by sheaf_document_text_wrap, under each other in a box whose upper left
 * corner is x, y; gives the height used. */
float sheaf_document_text_lines (SheafDocument *document,
                                 SheafTextStyle style,
                                 float          x,
                                 float          y,
                                 float          width,
                                 char         **lines);

/* The text broken into lines and drawn in such a box; gives the height used. */
float sheaf_document_text_box (SheafDocument *document,
                               SheafTextStyle style,
                               float          x,
                               float          y,
                               float          width,
                               const char    *text);

/* Lines over the whole width where drawing goes on, over page ends where needed; moves y behind
 * them. */
void sheaf_document_text_flow (SheafDocument *document,
                               SheafTextStyle style,
                               const char    *text);
