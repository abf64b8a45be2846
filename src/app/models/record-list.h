/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list over records that are all in memory; row objects are made only for those in sight. */
#pragma once

#include <gio/gio.h>

#define SHEAF_TYPE_RECORD_LIST (sheaf_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SheafRecordList, sheaf_record_list, SHEAF, RECORD_LIST, GObject)

/* Takes the array, which frees its records. The rows (SheafListRow) keep it alive. */
SheafRecordList *sheaf_record_list_new (GPtrArray *records);

/* The records have changed: the rows in sight are written anew. */
void sheaf_record_list_tell (SheafRecordList *list);
