/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, as rows of a list. */
#pragma once

#include "app/widgets/columns.h"
#include "capital/due.h"

/* For records of SheafCapitalDue. */
const SheafColumn *sheaf_due_columns (guint *ret_count);

/* What is late is set in bold; its days say so too. */
const char *sheaf_due_columns_style (gconstpointer record);
