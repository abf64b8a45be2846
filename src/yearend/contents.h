/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of contents of a year-end set. */
#pragma once

#include "yearend/year-end.h"

/* Writes the list as a report: code, title, pages, files, the reason of what was left out. */
gboolean sheaf_contents_write (SheafBook              *book,
                               const SheafYearEndWish *wish,
                               const GPtrArray        *entries,
                               SheafReportSink        *sink,
                               GError                **error);

/* Whether a file of this name is, or was to become, the contents of a set. */
gboolean sheaf_contents_is_name (const char *name);

/* The names of all files of the set in a folder, by its contents.csv, and that itself; of a
 * replacement that did not come to its end, those of both sets. NULL when there is no set. */
GPtrArray *sheaf_contents_files (const char *folder);
