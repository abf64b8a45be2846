/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of data files of a book beside the program's. */
#pragma once

#include "book/book.h"
#include "cli/output.h"

/* Prints where files differ, of SheafFormDifference; to people the sentence where none does. */
gboolean sheaf_differences_output (const SheafCommandLine *line,
                                   const GPtrArray        *differences,
                                   const char             *none,
                                   GError                **error);

/* Prints the versions that were taken in later: of files in the folder "laws/" or of all others. */
gboolean sheaf_versions_output (const SheafCommandLine *line,
                                SheafBook              *book,
                                gboolean                laws,
                                GError                **error);
