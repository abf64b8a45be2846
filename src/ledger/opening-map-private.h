/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of a map between two charts. */
#pragma once

#include "ledger/opening-map.h"

/* What the data say of one account of the old chart. */
typedef struct
{
  char   **targets;
  char    *question; /* NULL: decided */
  char    *item;     /* NULL: none */
  gboolean same;     /* the account goes on under its own code, and so do its details */
} SheafMapRule;

/* Old code to SheafMapRule. */
GHashTable *sheaf_map_rules_load (SheafBook  *old,
                                  const char *from,
                                  const char *to,
                                  const char *language,
                                  GError    **error);

/* The year to carry over: asked, which must be closed, or when asked is 0 the last closed one,
 * after which nothing may be entered. */
gboolean sheaf_map_find_year (SheafBook *old,
                              int        asked,
                              int       *ret_year,
                              GError   **error);
