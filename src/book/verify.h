/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of a book: each folder exports a table of them, programs run them all. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* Adds a problem for each thing found wrong. FALSE only when the check itself could not be run. */
typedef gboolean (*SheafCheckFunc) (SheafBook     *book,
                                    SheafProblems *problems,
                                    GError       **error);

typedef struct
{
  const char    *name; /* for programs: "audit-chain"; NULL closes a table */
  SheafCheckFunc run;
  const char    *title; /* for people, marked for translation */
  const char    *why;   /* what it proves and what to do when it fails; likewise */
} SheafCheck;

/* The book's own checks: the file is whole, references hold, its tables and rules are as made, the
 * audit trail agrees with the rows. */
extern const SheafCheck sheaf_book_checks[];
