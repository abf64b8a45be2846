/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a detail account under one of the chart's. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_DETAIL_DIALOG (sheaf_detail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafDetailDialog, sheaf_detail_dialog, SHEAF, DETAIL_DIALOG, AdwWindow)

/* For the book of the page's session; parent_code proposes the account above, NULL none. */
GtkWidget *sheaf_detail_dialog_new (SheafPage  *page,
                                    const char *parent_code);
