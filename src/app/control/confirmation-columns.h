/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How balances and letters are shown: the table's columns, their words. */
#pragma once

#include "app/control/confirmation-jobs.h"
#include "app/widgets/columns.h"

/* For records that are SheafConfirmationRow. */
const SheafColumn *sheaf_confirmation_columns (guint *ret_count);

/* What the books say beside the letter: its balance while it holds. */
SheafMoney sheaf_confirmation_row_booked (const SheafConfirmationRow *row);
