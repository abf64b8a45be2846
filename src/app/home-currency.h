/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The currency of the books that the windows keep: figures are shown and typed in whole đồng. */
#pragma once

#include "book/book.h"

/* The code that new books get. */
#define SHEAF_HOME_CURRENCY "VND"

/* Refuses a book in another currency: its cents would be shown as đồng. Free for any thread. */
gboolean sheaf_home_currency_check (SheafBook *book,
                                    GError   **error);
