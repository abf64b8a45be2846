/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two versions of a form's data differ: lines and rules, or words. */
#pragma once

#include <glib.h>

typedef struct
{
  char    *file;    /* "forms/B02-HTX.csv" */
  char    *part;    /* the line's code or label; "[group]" of words */
  char    *what;    /* the column or key; "added", "removed" for a whole line */
  char    *before;  /* "" where there was nothing */
  char    *after;   /* "" where nothing is left */
  gboolean figures; /* it may change figures, not only how they are called */
} SheafFormDifference;

void sheaf_form_difference_free (gpointer difference);

/* Adds what differs between two texts of a file: of a table (.csv) by line and column, of words
 * (.ini) by group and key; to a list of SheafFormDifference. */
void sheaf_form_compare (const char *file,
                         const char *before,
                         const char *after,
                         GPtrArray  *differences);
