/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law packs of a book: what it was made under, and newer ones that were taken in, each for the
 * years from its own on, so that no year that is shared out changes. */
#pragma once

#include "book/book.h"
#include "distribution/law.h"

/* The latest pack of the book; its own dates say what holds when. */
SheafLaw *sheaf_law_of_book (SheafBook *book,
                             GError   **error);

/* The pack by which a year's income is shared: the one that holds on the year's last day. */
SheafLaw *sheaf_law_of_year (SheafBook *book,
                             int        year,
                             GError   **error);

/* The latest for payments: tax is kept back by the law of the day on which a share is paid, so a
 * book of before packs told of taxes takes them from the program's pack. No approval is judged by
 * it: that of a plan is of the pack without them. */
SheafLaw *sheaf_law_of_payments (SheafBook *book,
                                 GError   **error);

/* The name of the data file that the pack is. Free with g_free. */
char *sheaf_law_file (SheafBook *book);

/* Every pack that the book ever had, one that was taken back included; of SheafLaw. */
GPtrArray *sheaf_law_list (SheafBook *book,
                           GError   **error);
