/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A payment list that an argument names by its number. */
#pragma once

#include "cli/command.h"
#include "payouts/batch.h"

/* The number in the argument at this index. Error: SHEAF_CLI_ERROR_USAGE for what is none. */
gboolean sheaf_cli_list_id (const SheafCommandLine *line,
                            guint                   index,
                            gint64                 *ret_id,
                            GError                **error);

/* The list itself, of a book that is open. */
SheafPayoutBatch *sheaf_cli_list_load (const SheafCommandLine *line,
                                       guint                   index,
                                       SheafBook              *book,
                                       GError                **error);
