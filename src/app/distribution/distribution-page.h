/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the open year to the money owed to members: close, plan, approve, post, pay. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_DISTRIBUTION_PAGE (sheaf_distribution_page_get_type ())
G_DECLARE_FINAL_TYPE (
    SheafDistributionPage, sheaf_distribution_page, SHEAF, DISTRIBUTION_PAGE, SheafPage)
