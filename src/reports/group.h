/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings merged over columns, on levels from the outermost, 0: "Nhập > Số lượng" has two. */
#pragma once

#include "reports/report.h"

/* How many levels the columns have at most; 0: none is merged. */
guint sheaf_report_group_levels (const GPtrArray *columns);

/* The heading over a column at a level; NULL: none there. Free with g_free. */
char *sheaf_report_group_text (const GPtrArray *columns,
                               guint            column,
                               guint            level);

/* The column behind the last one that shares the heading of the first at this level; at least
 * first + 1. */
guint sheaf_report_group_end (const GPtrArray *columns,
                              guint            first,
                              guint            level);
