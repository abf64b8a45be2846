/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two bars for each of some months. Hatching tells them apart where colour does not. */
#pragma once

#include "base/money.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_BAR_CHART (sheaf_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (SheafBarChart, sheaf_bar_chart, SHEAF, BAR_CHART, GtkWidget)

#define SHEAF_BAR_CHART_MONTHS 12

/* January first. Amounts below 0 are drawn as 0. Names are translated and copied. */
void sheaf_bar_chart_show (SheafBarChart    *chart,
                           const SheafMoney *first,
                           const char       *first_name,
                           const SheafMoney *second,
                           const char       *second_name);
