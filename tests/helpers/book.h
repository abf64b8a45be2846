/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books for tests. */
#pragma once

#include "book/book.h"

/* Who acts in tests, on the given day. */
SheafActor test_actor (SheafDate today);

/* Fails the test on any finding of the book's own checks; each is shown. */
void test_book_verify (SheafBook *book);

/* An empty folder under the system's temporary one; remove_folder takes it away with everything in
 * it. */
char *test_folder_new (void);
void  test_folder_remove (const char *folder);

/* A book as an earlier program wrote it, from tests/store/books/NAME, at the schema of that time.
 * Gives its path. */
char *test_book_dump (const char *folder,
                      const char *name);
