/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of files to and from banks, one data file each: those of the book's country, of ISO, and
 * the neutral one. */
#pragma once

#include "book/book.h"

/* The ids of the program's forms in a folder of data ("bank-orders"), in byte order; of char *. */
GPtrArray *sheaf_bank_forms_list (SheafBook  *book,
                                  const char *folder);

/* The text of FOLDER/ID.ini, of the book where it keeps one of that name, else of the program.
 * Error: SHEAF_PAYOUTS_ERROR_FORM that names those there are. Free with g_free. */
char *sheaf_bank_forms_load (SheafBook  *book,
                             const char *folder,
                             const char *id,
                             GError    **error);
