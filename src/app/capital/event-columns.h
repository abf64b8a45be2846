/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital events as rows of a list; those taken back are struck through and say so. */
#pragma once

#include "app/capital/capital-jobs.h"
#include "app/widgets/columns.h"

/* For records of SheafCapitalLine. */
const SheafColumn *sheaf_event_columns (guint *ret_count);
const char        *sheaf_event_columns_style (gconstpointer record);

/* TRUE when the event can be taken back. */
gboolean sheaf_event_columns_stands (const SheafCapitalLine *line);
