/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is only read: lines of texts, made on the reading thread. */
#pragma once

#include <glib.h>

#define SHEAF_SHEET_CELLS 8

typedef struct
{
  char    *cells[SHEAF_SHEET_CELLS]; /* ready to be shown; NULL: empty */
  char    *page;                     /* where the line leads to; NULL: nowhere */
  char    *detail;
  gboolean total; /* a sum of lines above */
} SheafSheetLine;

typedef struct
{
  GPtrArray *lines; /* of SheafSheetLine */
  char      *note;  /* what the list amounts to, in a sentence; may be NULL */
} SheafSheet;

SheafSheet *sheaf_sheet_new (void);
void        sheaf_sheet_free (SheafSheet *sheet);

/* A line to be filled. */
SheafSheetLine *sheaf_sheet_add (SheafSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSheet, sheaf_sheet_free)
