/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal above, the voucher below: typed, posted, shown, reversed. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_VOUCHERS_PAGE (sheaf_vouchers_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafVouchersPage, sheaf_vouchers_page, SHEAF, VOUCHERS_PAGE, SheafPage)
