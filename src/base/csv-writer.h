/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes RFC 4180 text: one record a line, quotes only where needed. */
#pragma once

#include <glib.h>

/* Appends one field to the record under way in text; the first field of a record has first =
 * TRUE. */
void sheaf_csv_append (GString    *text,
                       gboolean    first,
                       const char *field);

/* Appends a whole record from a NULL-terminated list of fields, with the line end. */
void sheaf_csv_append_record (GString           *text,
                              const char *const *fields);
