/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every paper of the year: seen as it will print, saved, printed. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_PAPERS_PAGE (sheaf_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafPapersPage, sheaf_papers_page, SHEAF, PAPERS_PAGE, SheafPage)
