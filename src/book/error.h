/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of books as a whole. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_BOOK_ERROR_LOCKED,    /* somebody else has the book open for writing */
  SHEAF_BOOK_ERROR_READ_ONLY, /* an act on a book opened for reading */
  SHEAF_BOOK_ERROR_INVALID,   /* a book cannot be made of what was given */
  SHEAF_BOOK_ERROR_EXISTS,    /* a file stands in the way */
  SHEAF_BOOK_ERROR_DAMAGED,   /* the file does not hold what was written to it */
} SheafBookError;

#define SHEAF_BOOK_ERROR (sheaf_book_error_quark ())
GQuark sheaf_book_error_quark (void);
