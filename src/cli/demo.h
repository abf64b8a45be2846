/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample co-op's year, told as it goes by. */
#pragma once

#include "cli/command.h"

/* Clears the way for DIR/demo.sheaf: removes a sample of an earlier run; anything else that stands
 * there is refused. */
gboolean sheaf_demo_clear (const char       *folder,
                           const SheafActor *actor,
                           GError          **error);

/* Imports, closing, distribution, payment; FALSE at the first step that is refused. */
gboolean sheaf_demo_keep_books (const SheafCommandLine *line,
                                SheafBook              *book,
                                GKeyFile               *facts,
                                GError                **error);
