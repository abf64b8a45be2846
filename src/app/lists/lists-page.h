/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists to be looked through: checks, what is open, VAT, numbers, scopes, duplicates. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_LISTS_PAGE (sheaf_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafListsPage, sheaf_lists_page, SHEAF, LISTS_PAGE, SheafPage)
