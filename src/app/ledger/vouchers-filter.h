/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of vouchers is narrowed to, as chosen on the page. */
#pragma once

#include "app/ledger/voucher-lines.h"

#include <gtk/gtk.h>

/* Offers kinds, states and periods. */
void sheaf_vouchers_filter_fill (GtkDropDown *kinds,
                                 GtkDropDown *states,
                                 GtkDropDown *periods);

/* What is chosen, in the year shown. Free with sheaf_voucher_filter_free. */
SheafVoucherFilter *sheaf_vouchers_filter_read (const char  *words,
                                                GtkDropDown *kinds,
                                                GtkDropDown *states,
                                                GtkDropDown *periods,
                                                int          year);
