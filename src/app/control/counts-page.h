/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash and stock counted beside the books, on paper and on the books. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_COUNTS_PAGE (sheaf_counts_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafCountsPage, sheaf_counts_page, SHEAF, COUNTS_PAGE, SheafPage)
