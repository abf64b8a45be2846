/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paying members their shares of a year's income: who is owed what, and the lists of payments. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_PAYOUTS_PAGE (sheaf_payouts_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafPayoutsPage, sheaf_payouts_page, SHEAF, PAYOUTS_PAGE, SheafPage)
