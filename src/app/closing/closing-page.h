/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year's end: what should be so before, the closing, locked months. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_CLOSING_PAGE (sheaf_closing_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafClosingPage, sheaf_closing_page, SHEAF, CLOSING_PAGE, SheafPage)
