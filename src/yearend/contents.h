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

/* The names of all files of the set in a folder, by its contents.csv, and that itself; NULL when
 * there is no set. */
GPtrArray *sheaf_contents_files (const char *folder);
