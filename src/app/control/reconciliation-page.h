/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bank statements: begun with a day and a balance, ticked through, finished. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_RECONCILIATION_PAGE (sheaf_reconciliation_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafReconciliationPage,
                      sheaf_reconciliation_page,
                      SHEAF,
                      RECONCILIATION_PAGE,
                      SheafPage)
