/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one row object of every list: it carries a record, which may come later than the row. */
#pragma once

#include <glib-object.h>

#define SHEAF_TYPE_LIST_ROW (sheaf_list_row_get_type ())
G_DECLARE_FINAL_TYPE (SheafListRow, sheaf_list_row, SHEAF, LIST_ROW, GObject)

/* Takes the record; it may be NULL (still loading). free_record may be NULL. */
SheafListRow *sheaf_list_row_new (gpointer       record,
                                  GDestroyNotify free_record);

/* The record, or NULL while it is not there yet; owned by the row. */
gconstpointer sheaf_list_row_get_record (SheafListRow *row);

/* Takes the record and tells the cells (notify::record). */
void sheaf_list_row_set_record (SheafListRow  *row,
                                gpointer       record,
                                GDestroyNotify free_record);
