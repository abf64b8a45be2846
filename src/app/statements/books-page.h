/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books of account: which there are, and each on the screen. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_BOOKS_PAGE (sheaf_books_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafBooksPage, sheaf_books_page, SHEAF, BOOKS_PAGE, SheafPage)
