/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of the year and lists beside them, each figure with what is behind it. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_STATEMENTS_PAGE (sheaf_statements_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafStatementsPage, sheaf_statements_page, SHEAF, STATEMENTS_PAGE, SheafPage)
