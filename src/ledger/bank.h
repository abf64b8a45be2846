/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The banks of the book's country by the number that transfers and payment codes name (BIN). */
#pragma once

#include "book/book.h"

typedef struct
{
  char *bin;
  char *name;
  char *code;  /* short name of payment codes; may be "" */
  char *swift; /* may be "" */
} SheafBank;

/* The banks of the installed list data/banks/COUNTRY.csv (not the book's: names change by mergers,
 * and an old book pays by today's), in the list's order; of SheafBank. Empty when there is no list
 * of the country. Kept with the book. */
const GPtrArray *sheaf_bank_list (SheafBook *book);

/* The bank of a number; NULL when the list has none. */
const SheafBank *sheaf_bank_find (SheafBook  *book,
                                  const char *bin);

/* What people should know of a number that the list does not have, as one sentence; NULL when
 * nothing is to be said: no number given, a known one, or no list of the country. Free with
 * g_free. */
char *sheaf_bank_doubt (SheafBook  *book,
                        const char *bin);
