/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a book, in the order of the side bar. A new page is a line in this table. */
#pragma once

#include <glib-object.h>

typedef struct
{
  const char *name;  /* its place, as in "win.go(('vouchers',''))" */
  const char *title; /* marked with N_() */
  const char *icon;
  const char *section; /* heading above it in the side bar, marked with N_(); NULL to go on in the
                          section before */
  GType (*get_type) (void);
} SheafPageEntry;

const SheafPageEntry *sheaf_pages_list (guint *ret_count);

/* TRUE when there is a page of the name. */
gboolean sheaf_pages_has (const char *name);
