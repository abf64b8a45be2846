/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How bank statements are told to people: units, differences, the row of a list. */
#pragma once

#include "app/control/reconciliation-jobs.h"

#include <gtk/gtk.h>

/* Units of the statement's own money, as people write them. Free with g_free. */
char *sheaf_bank_words_units (const SheafReconciliation *one,
                              gint64                     units);

/* What the statement has more or less than what is ticked; that both agree where it is 0. Free with
 * g_free. */
char *sheaf_bank_words_difference (const SheafReconciliation *one,
                                   gint64                     difference);

/* The statement as a row that can be activated: account, day, balance, state. */
GtkWidget *sheaf_bank_words_row (const SheafBankStatement *statement);
