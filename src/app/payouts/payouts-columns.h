/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the page's lists; each sets up a view, once. */
#pragma once

#include "app/widgets/columns.h"

/* Of SheafPayeeRow, SheafPaymentList, SheafPayoutLine. */
void sheaf_payouts_columns_add_payees (GtkColumnView *view);
void sheaf_payouts_columns_add_lists (GtkColumnView *view);
void sheaf_payouts_columns_add_lines (GtkColumnView *view);

/* Of SheafPayoutLine, before the list is made. */
void sheaf_payouts_columns_add_preview (GtkColumnView *view);

/* As wide as the records of one of these views need; what has no room is left out. */
void sheaf_payouts_columns_fit (GtkColumnView   *view,
                                const GPtrArray *records);
