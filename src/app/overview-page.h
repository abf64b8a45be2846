/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of a book: four figures, the year by months, what to do next, the last
 * vouchers. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_OVERVIEW_PAGE (sheaf_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafOverviewPage, sheaf_overview_page, SHEAF, OVERVIEW_PAGE, SheafPage)
