/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance of the year or a month; Enter opens an account. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_ACCOUNTS_PAGE (sheaf_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafAccountsPage, sheaf_accounts_page, SHEAF, ACCOUNTS_PAGE, SheafPage)
