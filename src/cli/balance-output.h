/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance as a table. */
#pragma once

#include "cli/command.h"
#include "statements/balance.h"

/* Writes it in the format and to the place that the line asks for; by_party adds the parties'
 * columns. */
gboolean sheaf_balance_output (const SheafCommandLine *line,
                               const SheafBalance     *balance,
                               gboolean                by_party,
                               GError                **error);
