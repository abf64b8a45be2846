/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample co-op's book, made from the files in data/samples as a person would import them. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* Told of each file that was read. */
typedef void (*SheafSampleRead) (const char *name,
                                 guint       rows,
                                 gpointer    data);

/* The facts of the sample, group "book": name, year, resolution, day_of_resolution, … */
GKeyFile *sheaf_sample_facts (GError **error);

/* The full path of one of its files. Free with g_free. */
char *sheaf_sample_file (const char *name);

/* Makes the book with everything that is imported, the year still open, and marks it as a sample.
 * read may be NULL. */
SheafBook *sheaf_sample_book_create (const char       *path,
                                     const SheafActor *actor,
                                     SheafSampleRead   read,
                                     gpointer          data,
                                     SheafProblems    *problems,
                                     GError          **error);

/* TRUE for a book that was made as a sample: it may be replaced. */
gboolean sheaf_sample_book_is (SheafBook *book);
