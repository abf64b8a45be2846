/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown while no book is open: new, open, sample, and the books opened lately. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_START_PAGE (sheaf_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafStartPage, sheaf_start_page, SHEAF, START_PAGE, AdwBin)

/* Lists the books opened lately afresh. */
void sheaf_start_page_reload (SheafStartPage *page);
