/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's settings that people may set, each with what it may be. */
#pragma once

#include "book/book.h"

typedef struct
{
  const char *key;
  const char *summary;   /* marked for translation */
  const char *values;    /* what it may be, marked for translation */
  const char *otherwise; /* what holds while it is not set */
} SheafPreference;

/* In the order of lists. */
guint                  sheaf_preference_count (void);
const SheafPreference *sheaf_preference_at (guint position);

/* NULL when there is none of that key. */
const SheafPreference *sheaf_preference_find (const char *key);

/* What holds now: as set, else otherwise. Free with g_free. */
char *sheaf_preference_value (SheafBook             *book,
                              const SheafPreference *preference);

/* Sets it as an act of its own or inside the act under way. Refused (SHEAF_LEDGER_ERROR_SETTING): a
 * key that is none, a value that it may not have, the value that holds already. */
gboolean sheaf_preference_set (SheafBook  *book,
                               const char *key,
                               const char *value,
                               GError    **error);
