/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contracts, invoices, advances and what else entries name: each with whose it is, when it falls
 * due and what is open. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_ITEMS_PAGE (sheaf_items_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafItemsPage, sheaf_items_page, SHEAF, ITEMS_PAGE, SheafPage)
