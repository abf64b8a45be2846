/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instalments named on the command line. */
#pragma once

#include "cli/command.h"

/* Sets what --schedule-set says, with --kind, --decided and --document. */
gboolean sheaf_command_set_schedule (const SheafCommandLine *line,
                                     SheafBook              *book,
                                     gint64                  party_id,
                                     GError                **error);
