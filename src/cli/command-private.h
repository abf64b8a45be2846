/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that every command takes, and those of reports. */
#pragma once

#include "cli/command.h"

const SheafCommandOption *sheaf_command_common_options (void);
const SheafCommandOption *sheaf_command_report_options (const SheafCommand *command);

/* The option of that name; NULL: none, also in no options (NULL). */
const SheafCommandOption *sheaf_command_find_option (const SheafCommandOption *options,
                                                     const char               *name);

/* Prints one warning on standard error (SheafBookTell). */
void sheaf_command_print_warning (const char *text,
                                  gpointer    data);
