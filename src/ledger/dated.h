/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of law that hold for some time: key files whose groups are "[NAME]" or "[NAME TAG]", each
 * with valid-from and valid-until (both may be missing), source and confidence. */
#pragma once

#include "book/book.h"

/* A file of data such as "taxes/cit-vn.ini", kept with the book; the error names what is missing or
 * cannot be read. Owned by the book. */
GKeyFile *sheaf_dated_load (SheafBook  *book,
                            const char *name,
                            GError    **error);

/* "taxes/PREFIX-COUNTRY.ini" for the book's law ("vn-2023" gives vn). Free with g_free. */
char *sheaf_dated_tax_file (SheafBook  *book,
                            const char *prefix);

/* Whether a group holds on a day. */
gboolean sheaf_dated_holds (GKeyFile   *file,
                            const char *group,
                            SheafDate   on);

/* The first group of the name that holds on the day: "standard" in "[rate standard 2014]" is found
 * as "rate standard". NULL when there is none. Free with g_free. */
char *sheaf_dated_find (GKeyFile   *file,
                        const char *name,
                        SheafDate   on);

/* What a group is called: "title_fr" in the language that is spoken, else "title" in the law's own.
 * NULL with an error when it has none. Free with g_free. */
char *sheaf_dated_title (GKeyFile   *file,
                         const char *group,
                         GError    **error);

/* All groups that begin with the word and hold on the day, in the file's order. Free with
 * g_strfreev. */
char **sheaf_dated_list (GKeyFile   *file,
                         const char *word,
                         SheafDate   on);
