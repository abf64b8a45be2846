/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of figures, days and states as wide as what stands in them, so that no figure is cut and
 * names have the rest. */
#pragma once

#include <gtk/gtk.h>

/* Measures the records that the view's columns, which come from a table (sheaf_columns_add), are to
 * show, and the titles. With all records of a list that is searched, the widths stay while people
 * type. Columns of text and those that share what is left keep their widths, and so does one that
 * somebody drew. Of thousands of records some are measured, and no column gets narrower than its
 * table says. */
void sheaf_column_fit (GtkColumnView   *view,
                       const GPtrArray *records);
