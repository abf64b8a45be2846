/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the member's card in a narrow place: what stands in columns on paper stands in two
 * lines here. */
#pragma once

#include "reports/collected.h"

#include <gtk/gtk.h>

/* Pairs of words and values, the chart of the years with its table, or a list of rows that can be
 * shut. The section outlives the widget. */
GtkWidget *sheaf_member_card_part_new (const SheafCollectedSection *section,
                                       gboolean                     open);

/* The part's expander; NULL for those that are always open. */
GtkExpander *sheaf_member_card_part_get_expander (GtkWidget *part);

/* FALSE of the single deliveries, purchases and days of work: the sums of the years stand above. */
gboolean sheaf_member_card_part_opens (const SheafCollectedSection *section);
